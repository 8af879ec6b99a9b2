// What a device is, without what its owners wrote of it: this much goes along to who buys it.
import type { DeviceId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'

export interface BoughtFacts {
  readonly sellerDeviceId: DeviceId
  readonly kind: DeviceKind
  readonly maker: string
  readonly makerKey: string
  readonly model: string
  readonly serialNumber: string | null
  readonly serialKey: string | null
  readonly imei: string | null
  readonly imei2: string | null
  readonly macAddress: string | null
  readonly osName: string | null
  readonly ramMb: number | null
  readonly storageGb: number | null
  /** The life that it begins with who buys it. */
  readonly life: number
}

/** As the seller, before the sale counts up the life. */
export const boughtFacts = (tx: Tx, ids: readonly DeviceId[]) =>
  tx.rows<BoughtFacts>(
    `SELECT id AS "sellerDeviceId", kind, maker, maker_key AS "makerKey", model,
       serial_number AS "serialNumber", serial_key AS "serialKey", imei, imei2,
       mac_address AS "macAddress", os_name AS "osName", ram_mb AS "ramMb",
       storage_gb AS "storageGb", life + 1 AS life
     FROM devices.device WHERE id = ANY ($1)`,
    [ids],
  )
