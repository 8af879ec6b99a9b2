// The tools people come from: how their files are known, and what their columns mean.
import { wordsOf } from './cells.ts'
import type { KnownWords } from './values.ts'
import type { DateOrder, ImportField, ImportValues, Unit } from './fields.ts'

type Target = ImportField | readonly [ImportField, Unit]

export interface Preset {
  readonly id: string
  /** The tool's own name, the same in every language. */
  readonly name: string
  /** Heading as printed → field; the first heading wins where two name one field. */
  readonly columns: Readonly<Record<string, Target>>
  /** Headings that hardly any other tool has; without one the tool is not recognised. */
  readonly signs: readonly string[]
  /** What every device of such a file is. */
  readonly constants?: Pick<ImportValues, 'maker' | 'osName'>
  readonly dateOrder: DateOrder
  /** What the tool's own codes mean. */
  readonly words?: KnownWords
  /** A device's further values stand on rows of their own whose key is empty. */
  readonly continues?: boolean
  /** The titles in order, for a file whose titles follow the language of the administrator. */
  readonly positions?: readonly string[]
}

const list = (titles: string): string[] => titles.split(',')

const customAssetReport = list(
  'ID,Company,Asset Name,Asset Tag,Model,Model No.,Category,Manufacturer,Serial,Purchased,Cost,EOL,Warranty,Warranty Expires,Current Value,Diff,Fully Depreciated,Order Number,Supplier,Location,Address,Address,City,State,Country,Zip,Default Location,Address,Address,City,State,Country,Zip,Checked Out,Type,Username,Employee No.,Manager,Department,Title,Phone,User Address,User City,User State,User Country,User Zip,Status,Checkout Date,Last Checkin Date,Expected Checkin Date,Created At,Updated at,Deleted,Last Audit,Next Audit Date,Notes,URL',
)

// https://github.com/grokability/snipe-it: app/Livewire/Importer.php, ReportsController.php,
// AssetPresenter.php, AssetsTransformer.php (8.1.4).
const snipeImport: Preset = {
  id: 'snipe-it-import',
  name: 'Snipe-IT (import file)',
  signs: ['Checked Out To: Username', 'Checked Out To: Email', 'Checkout Type', 'Model Notes'],
  dateOrder: 'mdy',
  columns: {
    'Asset Tag': 'assetTag',
    'Serial Number': 'serialNumber',
    Name: 'name',
    Category: 'kind',
    Manufacturer: 'maker',
    Model: 'model',
    'Model Number': 'modelNumber',
    Status: 'status',
    'Checked Out to: Full Name': 'holderName',
    'Checked Out To: Email': 'holderEmail',
    'Checked Out To: Username': 'holderUsername',
    Company: 'unitName',
    Location: 'placeName',
    'Purchase Date': 'purchasedOn',
    'Purchase Cost': 'priceOre',
    Warranty: 'warrantyMonths',
    'Asset EOL Date': 'endsOn',
    'EOL Date': 'endsOn',
    'Order Number': 'orderNumber',
    Supplier: 'supplierName',
    'Asset Notes': 'note',
    BYOD: 'ownership',
  },
}

const snipeReport: Preset = {
  id: 'snipe-it-report',
  name: 'Snipe-IT (Custom Asset Report)',
  signs: ['Fully Depreciated', 'Current Value', 'User Zip', 'Employee No.'],
  dateOrder: 'ymd',
  positions: customAssetReport,
  columns: {
    'Asset Tag': 'assetTag',
    Serial: 'serialNumber',
    'Asset Name': 'name',
    Category: 'kind',
    Manufacturer: 'maker',
    Model: 'model',
    'Model No.': 'modelNumber',
    Status: 'status',
    'Checked Out': 'holderName',
    Username: 'holderUsername',
    Department: 'unitName',
    Company: 'unitName',
    Location: 'placeName',
    Purchased: 'purchasedOn',
    Cost: 'priceOre',
    Warranty: 'warrantyMonths',
    'Warranty Expires': 'warrantyUntil',
    EOL: 'endsOn',
    'Order Number': 'orderNumber',
    Supplier: 'supplierName',
    Notes: 'note',
  },
}

const snipeList: Preset = {
  id: 'snipe-it-list',
  name: 'Snipe-IT (list export)',
  signs: ['EOL Rate', 'Checkins', 'Requestable', 'Device Image'],
  dateOrder: 'ymd',
  columns: {
    'Asset Tag': 'assetTag',
    Serial: 'serialNumber',
    'Asset Name': 'name',
    Category: 'kind',
    Manufacturer: 'maker',
    Model: 'model',
    'Model No.': 'modelNumber',
    Status: 'status',
    'Checked Out To': 'holderName',
    Company: 'unitName',
    Location: 'placeName',
    'Purchase Date': 'purchasedOn',
    'Purchase Cost': 'priceOre',
    Warranty: 'warrantyMonths',
    'Warranty Expires': 'warrantyUntil',
    'EOL Date': 'endsOn',
    'Order Number': 'orderNumber',
    Supplier: 'supplierName',
    Notes: 'note',
    BYOD: 'ownership',
  },
}

const snipeApi: Preset = {
  id: 'snipe-it-api',
  name: 'Snipe-IT (API)',
  signs: ['status_label.name', 'asset_tag', 'rtd_location'],
  dateOrder: 'ymd',
  columns: {
    asset_tag: 'assetTag',
    serial: 'serialNumber',
    name: 'name',
    'category.name': 'kind',
    'manufacturer.name': 'maker',
    'model.name': 'model',
    model_number: 'modelNumber',
    'status_label.status_meta': 'status',
    'status_label.name': 'status',
    'assigned_to.name': 'holderName',
    'assigned_to.email': 'holderEmail',
    'assigned_to.username': 'holderUsername',
    'company.name': 'unitName',
    'location.name': 'placeName',
    'purchase_date.date': 'purchasedOn',
    purchase_cost: 'priceOre',
    'warranty_expires.date': 'warrantyUntil',
    warranty_months: 'warrantyMonths',
    'eol.date': 'endsOn',
    'asset_eol_date.date': 'endsOn',
    order_number: 'orderNumber',
    'supplier.name': 'supplierName',
    notes: 'note',
    byod: 'ownership',
  },
}

// GLPI prints the titles of the shown columns in the user's language. The English ones stand in
// src/Computer.php and src/Infocom.php; of the others only everyday words are listed.
const glpi: Preset = {
  id: 'glpi',
  name: 'GLPI',
  signs: [
    'Inventory number',
    'Alternate username',
    'Technician in charge',
    'Immobilization number',
    "Numéro d'inventaire",
    'Usager',
    'Lieu',
    'Alternativt användarnamn',
    'Ansvarig tekniker',
  ],
  dateOrder: 'ymd',
  columns: {
    Name: 'name',
    'Serial number': 'serialNumber',
    'Inventory number': 'assetTag',
    Location: 'placeName',
    Type: 'kind',
    Manufacturer: 'maker',
    Model: 'model',
    Status: 'status',
    User: 'holderUsername',
    'Alternate username': 'holderName',
    Group: 'unitName',
    Entity: 'unitName',
    Comments: 'note',
    'Last inventory date': 'lastSeenAt',
    'Date of purchase': 'purchasedOn',
    Value: 'priceOre',
    'Warranty duration': 'warrantyMonths',
    'Warranty expiration date': 'warrantyUntil',
    'Order number': 'orderNumber',
    Supplier: 'supplierName',
    'Decommission date': 'endsOn',
    Namn: 'name',
    Serienummer: 'serialNumber',
    Inventarienummer: 'assetTag',
    Plats: 'placeName',
    Typ: 'kind',
    Tillverkare: 'maker',
    Modell: 'model',
    Användare: 'holderUsername',
    'Alternativt användarnamn': 'holderName',
    Grupp: 'unitName',
    Enhet: 'unitName',
    Kommentarer: 'note',
    Inköpsdatum: 'purchasedOn',
    Leverantör: 'supplierName',
    Nom: 'name',
    'Numéro de série': 'serialNumber',
    "Numéro d'inventaire": 'assetTag',
    Lieu: 'placeName',
    Fabricant: 'maker',
    Modèle: 'model',
    Statut: 'status',
    Utilisateur: 'holderUsername',
    Usager: 'holderName',
    Groupe: 'unitName',
    Entité: 'unitName',
    Commentaires: 'note',
    "Date d'achat": 'purchasedOn',
    Valeur: 'priceOre',
    Fournisseur: 'supplierName',
    'Numéro de commande': 'orderNumber',
  },
}

// MicrosoftDocs/memdocs reports-export-graph-available-reports.md: titles, and requestable names.
const intuneExport: Preset = {
  id: 'intune-export',
  name: 'Microsoft Intune (export)',
  signs: [
    'Primary user UPN',
    'Azure AD Device ID',
    'EAS activation ID',
    'Intune registered',
    'ReferenceId',
    'Management name',
  ],
  dateOrder: 'ymd',
  columns: {
    'Serial number': 'serialNumber',
    SerialNumber: 'serialNumber',
    'Device name': 'name',
    DeviceName: 'name',
    Manufacturer: 'maker',
    Model: 'model',
    IMEI: 'imei',
    'Wi-Fi MAC': 'macAddress',
    EthernetMAC: 'macAddress',
    'Primary user display name': 'holderName',
    UserName: 'holderName',
    'Primary user email address': 'holderEmail',
    UserEmail: 'holderEmail',
    'Primary user UPN': 'holderUsername',
    UPN: 'holderUsername',
    'Enrollment date': 'enrolledAt',
    CreatedDate: 'enrolledAt',
    'Last check-in': 'lastSeenAt',
    LastContact: 'lastSeenAt',
    OS: 'osName',
    'OS version': 'osVersion',
    'Total storage': 'storageGb',
    Ownership: 'ownership',
  },
}

// MicrosoftDocs/microsoft-graph-docs: resources/intune-devices-manageddevice.md
const intuneGraph: Preset = {
  id: 'intune-graph',
  name: 'Microsoft Intune (Graph)',
  signs: ['managedDeviceOwnerType', 'azureADDeviceId', 'managedDeviceName'],
  dateOrder: 'ymd',
  columns: {
    serialNumber: 'serialNumber',
    deviceName: 'name',
    manufacturer: 'maker',
    model: 'model',
    imei: 'imei',
    wiFiMacAddress: 'macAddress',
    ethernetMacAddress: 'macAddress',
    userDisplayName: 'holderName',
    emailAddress: 'holderEmail',
    userPrincipalName: 'holderUsername',
    enrolledDateTime: 'enrolledAt',
    lastSyncDateTime: 'lastSeenAt',
    operatingSystem: 'osName',
    osVersion: 'osVersion',
    totalStorageSpaceInBytes: ['storageGb', 'bytes'],
    physicalMemoryInBytes: ['ramMb', 'bytes'],
    notes: 'note',
    managedDeviceOwnerType: 'ownership',
  },
}

const apple = { maker: 'Apple' } as const

const jamfSearch: Preset = {
  id: 'jamf-search',
  name: 'Jamf Pro (saved search)',
  signs: ['JSS Computer ID', 'Jamf Pro Computer ID', 'FileVault 2 Status', 'Last Inventory Update'],
  constants: apple,
  dateOrder: 'mdy',
  continues: true,
  columns: {
    'Computer Name': 'name',
    'Display Name': 'name',
    'Serial Number': 'serialNumber',
    'Asset Tag': 'assetTag',
    Model: 'model',
    'Model Identifier': 'modelNumber',
    'Operating System Version': 'osVersion',
    Username: 'holderUsername',
    'Full Name': 'holderName',
    'Email Address': 'holderEmail',
    Department: 'unitName',
    Building: 'placeName',
    'Last Check-in': 'lastSeenAt',
    'Last Enrollment': 'enrolledAt',
    'PO Number': 'orderNumber',
    'PO Date': 'purchasedOn',
    Vendor: 'supplierName',
    'Purchase Price': 'priceOre',
    'Warranty Expiration': 'warrantyUntil',
    'Lease Expiration': 'endsOn',
    'MAC Address': 'macAddress',
    'Total RAM MB': ['ramMb', 'megabytes'],
    IMEI: 'imei',
  },
}

// github.com/jamf/mut: ViewController.swift
const jamfMut: Preset = {
  id: 'jamf-mut',
  name: 'Jamf (MUT template)',
  signs: ['Computer Serial', 'Mobile Device Serial', 'Enforce Name', 'Site (ID or Name)'],
  constants: apple,
  dateOrder: 'ymd',
  columns: {
    'Computer Serial': 'serialNumber',
    'Mobile Device Serial': 'serialNumber',
    'Display Name': 'name',
    'Asset Tag': 'assetTag',
    Username: 'holderUsername',
    'Real Name': 'holderName',
    'Email Address': 'holderEmail',
    Department: 'unitName',
    Building: 'placeName',
    'PO Number': 'orderNumber',
    Vendor: 'supplierName',
    'Purchase Price': 'priceOre',
    'PO Date': 'purchasedOn',
    'Warranty Expires': 'warrantyUntil',
    'Lease Expires': 'endsOn',
  },
}

const jamfApi: Preset = {
  id: 'jamf-api',
  name: 'Jamf Pro (API)',
  signs: ['hardware.serialNumber', 'general.assetTag', 'general.managementId'],
  dateOrder: 'ymd',
  columns: {
    'hardware.serialNumber': 'serialNumber',
    'general.assetTag': 'assetTag',
    'general.name': 'name',
    'hardware.make': 'maker',
    'hardware.model': 'model',
    'hardware.modelIdentifier': 'modelNumber',
    'hardware.macAddress': 'macAddress',
    'hardware.totalRamMegabytes': ['ramMb', 'megabytes'],
    'storage.disks.sizeMegabytes': ['storageGb', 'megabytes'],
    'storage.disks.serialNumber': 'driveSerials',
    'userAndLocation.username': 'holderUsername',
    'userAndLocation.realname': 'holderName',
    'userAndLocation.email': 'holderEmail',
    'userAndLocation.room': 'placeName',
    'general.lastContactTime': 'lastSeenAt',
    'general.lastEnrolledDate': 'enrolledAt',
    'purchasing.poNumber': 'orderNumber',
    'purchasing.poDate': 'purchasedOn',
    'purchasing.vendor': 'supplierName',
    'purchasing.purchasePrice': 'priceOre',
    'purchasing.warrantyDate': 'warrantyUntil',
    'purchasing.leaseDate': 'endsOn',
    'operatingSystem.name': 'osName',
    'operatingSystem.version': 'osVersion',
  },
}

const lansweeperReport: Preset = {
  id: 'lansweeper-report',
  name: 'Lansweeper (report)',
  signs: ['AssetID', 'AssetType', 'IPLocation', 'Lasttried', 'Branchoffice'],
  dateOrder: 'mdy',
  columns: {
    AssetName: 'name',
    AssetType: 'kind',
    Serialnumber: 'serialNumber',
    BarCode: 'assetTag',
    Manufacturer: 'maker',
    Model: 'model',
    MACAddress: 'macAddress',
    OS: 'osName',
    Lastseen: 'lastSeenAt',
    Firstseen: 'enrolledAt',
    PurchaseDate: 'purchasedOn',
    Warrantydate: 'warrantyUntil',
    OrderNumber: 'orderNumber',
    Location: 'placeName',
    Department: 'unitName',
    Contact: 'holderName',
    Description: 'note',
    State: 'status',
  },
}

const lansweeperApi: Preset = {
  id: 'lansweeper-api',
  name: 'Lansweeper (API)',
  signs: ['assetBasicInfo.name', 'assetCustom.serialNumber', 'assetCustom.stateName'],
  dateOrder: 'ymd',
  columns: {
    'assetBasicInfo.name': 'name',
    'assetBasicInfo.type': 'kind',
    'assetCustom.serialNumber': 'serialNumber',
    'assetCustom.manufacturer': 'maker',
    'assetCustom.model': 'model',
    'assetBasicInfo.mac': 'macAddress',
    'operatingSystem.caption': 'osName',
    'assetBasicInfo.lastSeen': 'lastSeenAt',
    'assetBasicInfo.firstSeen': 'enrolledAt',
    'assetCustom.purchaseDate': 'purchasedOn',
    'assetCustom.warrantyDate': 'warrantyUntil',
    'assetCustom.location': 'placeName',
    'assetBasicInfo.userName': 'holderUsername',
    'assetCustom.comment': 'note',
    'assetCustom.stateName': 'status',
  },
}

const chromeOs: Preset = {
  id: 'chromeos',
  name: 'ChromeOS (Google Admin)',
  signs: ['annotatedAssetId', 'annotatedUser', 'autoUpdateExpiration', 'orgUnitPath'],
  constants: { osName: 'ChromeOS' },
  dateOrder: 'ymd',
  columns: {
    serialNumber: 'serialNumber',
    annotatedAssetId: 'assetTag',
    model: 'model',
    macAddress: 'macAddress',
    annotatedUser: 'holderEmail',
    annotatedLocation: 'placeName',
    orgUnitPath: 'unitName',
    osVersion: 'osVersion',
    lastSync: 'lastSeenAt',
    lastEnrollmentTime: 'enrolledAt',
    systemRamTotal: ['ramMb', 'bytes'],
    notes: 'note',
    status: 'status',
  },
}

const appleBusiness: Preset = {
  id: 'apple-business',
  name: 'Apple Business Manager, School Manager',
  signs: ['attributes.serialNumber', 'attributes.productFamily', 'attributes.addedToOrgDateTime'],
  constants: apple,
  dateOrder: 'ymd',
  columns: {
    'attributes.serialNumber': 'serialNumber',
    'attributes.deviceModel': 'model',
    'attributes.productFamily': 'kind',
    'attributes.partNumber': 'modelNumber',
    'attributes.deviceCapacity': 'storageGb',
    'attributes.imei': 'imei',
    'attributes.imei.2': 'imei2',
    'attributes.wifiMacAddress': 'macAddress',
    'attributes.orderNumber': 'orderNumber',
    'attributes.orderDateTime': 'purchasedOn',
    'attributes.addedToOrgDateTime': 'enrolledAt',
  },
}

// Its references are ids without names, so model, holder and place are not taken.
const serviceNow: Preset = {
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

export const presets: readonly Preset[] = [
  snipeImport,
  snipeReport,
  snipeList,
  snipeApi,
  glpi,
  intuneExport,
  intuneGraph,
  jamfSearch,
  jamfMut,
  jamfApi,
  lansweeperReport,
  lansweeperApi,
  chromeOs,
  appleBusiness,
  serviceNow,
]

/** A heading to compare by; dotted paths and camel case keep their letters, lose their signs. */
export const headingKey = (heading: string): string => wordsOf(heading.replace(/ \(\d+\)$/, ''))
