import type { Preset } from './shape.ts'

// Its references are ids without names, so model, holder and place are not taken.
export const serviceNow: Preset = {
  id: 'servicenow',
  name: 'ServiceNow (alm_hardware)',
  signs: ['sys_class_name', 'model_category.value', 'install_status'],
  dateOrder: 'ymd',
  words: { status: { 1: 'handedOut', 2: 'ordered', 6: 'inStock', 8: 'missing', 9: 'shipped' } },
  columns: {
    asset_tag: 'assetTag',
    serial_number: 'serialNumber',
    display_name: 'model',
    'model.display_value': 'model',
    'model_category.display_value': 'kind',
    'assigned_to.display_value': 'holderName',
    'department.display_value': 'unitName',
    'cost_center.display_value': 'costCentre',
    'location.display_value': 'placeName',
    install_status: 'status',
    cost: 'priceOre',
    purchase_date: 'purchasedOn',
    warranty_expiration: 'warrantyUntil',
    lease_id: 'orderNumber',
  },
}
