// A device as it is entered in the register by hand, with nothing known but what stands on it.
import type { NewRegistration } from '../../features/custody/actions/register.ts'
import type { DeviceKind } from '../../features/devices/rules/kinds.ts'
import { normaliseMaker, normaliseSerial } from '../../features/devices/rules/serial.ts'

export interface Entered {
  readonly kind: DeviceKind
  readonly maker: string
  readonly model: string
  readonly serialNumber: string
  readonly boughtOn: string
  readonly ramGb?: number
  readonly storageGb?: number
  readonly os?: string
}

export const registration = (id: string, entered: Entered): NewRegistration => {
  const { kind, maker, model, serialNumber, boughtOn, ramGb, storageGb, os } = entered
  return {
    ...{ id, kind, maker, makerKey: normaliseMaker(maker) },
    ...{ model, modelId: null, assetTag: null, name: null, theftMarking: null },
    ...{ serialNumber, serialKey: normaliseSerial(serialNumber), imei: null, imei2: null },
    ...{ macAddress: null, purchasedOn: boughtOn, priceOre: null, warrantyUntilOn: null },
    ...{ endsOn: null, orderNumber: null, supplierName: null, note: null, lastSeenAt: null },
    ...{ osVersion: null, enrolledAt: null, driveSerials: null, condition: null },
    osName: os ?? null,
    ramMb: ramGb ? ramGb * 1024 : null,
    storageGb: storageGb ?? null,
    unused: false,
  }
}
