// What sort of thing a device is. The names are the categories of the climate factors, so that every kind
// has its factor, plus two that have none.

export const deviceKinds = [
  'laptop',
  'mobile_workstation',
  'desktop',
  'workstation',
  'all_in_one',
  'thin_client',
  'monitor',
  'large_display',
  'smartphone',
  'feature_phone',
  'tablet',
  'server',
  'printer',
  'router',
  'switch',
  'access_point',
  'speaker',
  'webcam',
  'headset',
  'dock',
  'keyboard',
  'mouse',
  'projector',
  'television',
  'vr_headset',
  'smartwatch',
  'external_hdd',
  'accessory',
  'other',
] as const
export type DeviceKind = (typeof deviceKinds)[number]

// A router and a printer keep configuration, addresses and print jobs; a monitor keeps nothing.
const without: ReadonlySet<DeviceKind> = new Set<DeviceKind>([
  'monitor',
  'large_display',
  'speaker',
  'webcam',
  'headset',
  'dock',
  'keyboard',
  'mouse',
  'projector',
  'accessory',
])

/** Whether a device of this kind may hold data. An unknown kind may. */
export const bearsData = (kind: DeviceKind): boolean => !without.has(kind)
