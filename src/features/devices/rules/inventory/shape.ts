// What a capture of hardware says, whichever tool took it. Nothing here proves an erasure.

export interface SystemFacts {
  readonly manufacturer: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly uuid: string | null
  readonly sku: string | null
  readonly assetTag: string | null
}

export interface DriveFacts {
  readonly device: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly bytes: number | null
  /** False when the tool rounded the size for people. */
  readonly bytesExact: boolean
  readonly bus: string | null
  readonly rotational: boolean | null
  /** The station itself runs from it: never to be wiped. */
  readonly inUse: boolean
}

export interface DriveHealth {
  readonly device: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly bytes: number | null
  readonly protocol: string | null
  readonly rotationRate: number | null
  readonly powerOnHours: number | null
  readonly passed: boolean | null
  readonly reallocated: number | null
  readonly pending: number | null
  readonly nvmePercentUsed: number | null
  readonly nvmeAvailableSpare: number | null
  /** Eight flags, not a success code: 4 says that some command failed, 8 that the drive is failing. */
  readonly exitStatus: number | null
  readonly firstMessage: string | null
}

export interface BatteryFacts {
  readonly name: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly technology: string | null
  /** Energy in µWh or charge in µAh; health compares two of one unit. */
  readonly unit: 'µWh' | 'µAh'
  readonly full: number
  readonly design: number
  readonly healthPercent: number
  readonly cycles: number | null
}

export interface MemoryFacts {
  readonly bytes: number
  readonly part: string | null
  readonly serial: string | null
}

export interface ErasureClaim {
  readonly type: string | null
  readonly steps: readonly string[]
  readonly success: boolean | null
  readonly start: string | null
  readonly end: string | null
}

/** One part's firmware, as fwupd knows it. */
export interface FirmwareFacts {
  readonly name: string | null
  readonly vendor: string | null
  readonly version: string | null
  readonly serial: string | null
}

export type InventorySource =
  | 'lshw'
  | 'dmidecode'
  | 'smartctl'
  | 'smartctl-scan'
  | 'inxi'
  | 'lsblk'
  | 'lscpu'
  | 'nvme-list'
  | 'upower'
  | 'power_supply'
  | 'ereuse'
  | 'fwupd'

export interface Inventory {
  readonly source: InventorySource
  readonly system: SystemFacts | null
  readonly biosVersion: string | null
  readonly processor: { readonly model: string | null; readonly count: number | null } | null
  readonly memory: readonly MemoryFacts[]
  readonly drives: readonly DriveFacts[]
  readonly health: readonly DriveHealth[]
  readonly batteries: readonly BatteryFacts[]
  /** What a snapshot says was erased: a claim, since newer ones never ran the erasure. */
  readonly claims: readonly ErasureClaim[]
  readonly firmware: readonly FirmwareFacts[]
  /** `HSI:1`; absent where the platform cannot tell, as on virtual machines. */
  readonly hostSecurity: string | null
}

export const emptyInventory = (source: InventorySource): Inventory => ({
  source,
  system: null,
  biosVersion: null,
  processor: null,
  memory: [],
  drives: [],
  health: [],
  batteries: [],
  claims: [],
  firmware: [],
  hostSecurity: null,
})
