// What is tried on each kind of device, as closed lists. Key tests decide whether the device can do
// its work at all; the others whether it is whole.
import type { DeviceKind } from '../../devices/rules/kinds.ts'

export const functionTests = [
  'powerOn',
  'screen',
  'keyboard',
  'touchpad',
  'touch',
  'ports',
  'camera',
  'wifi',
  'bluetooth',
  'network',
  'sound',
  'microphone',
  'battery',
  'charging',
  'storage',
  'memory',
  'cellular',
  'buttons',
  'biometrics',
  'opticalDrive',
  'fan',
  'stand',
  'print',
  'scan',
  'mainFunction',
] as const
export type FunctionTest = (typeof functionTests)[number]

/** `notFitted`: the device was made without it, which is no fault. */
export const testResults = ['pass', 'fail', 'untested', 'notFitted'] as const
export type TestResult = (typeof testResults)[number]

export interface TestList {
  readonly key: readonly FunctionTest[]
  readonly secondary: readonly FunctionTest[]
  /** Whether it needs an operating system loaded to be ready for use. */
  readonly software: boolean
}

const portable: TestList = {
  key: ['powerOn', 'screen', 'keyboard', 'storage', 'memory'],
  secondary: [
    'touchpad',
    'ports',
    'camera',
    'wifi',
    'bluetooth',
    'sound',
    'microphone',
    'battery',
    'charging',
    'fan',
  ],
  software: true,
}
const stationary: TestList = {
  key: ['powerOn', 'storage', 'memory'],
  secondary: ['ports', 'network', 'sound', 'fan', 'opticalDrive'],
  software: true,
}
const phone: TestList = {
  key: ['powerOn', 'screen', 'touch', 'cellular', 'charging'],
  secondary: [
    'camera',
    'wifi',
    'bluetooth',
    'sound',
    'microphone',
    'battery',
    'buttons',
    'biometrics',
  ],
  software: true,
}
const tablet: TestList = {
  key: ['powerOn', 'screen', 'touch', 'charging'],
  secondary: ['camera', 'wifi', 'bluetooth', 'sound', 'microphone', 'battery', 'buttons', 'ports'],
  software: true,
}
const display: TestList = {
  key: ['powerOn', 'screen'],
  secondary: ['ports', 'buttons', 'stand'],
  software: false,
}
const general: TestList = {
  key: ['powerOn', 'mainFunction'],
  secondary: ['ports', 'buttons'],
  software: false,
}

const byKind: Partial<Record<DeviceKind, TestList>> = {
  laptop: portable,
  mobile_workstation: portable,
  desktop: stationary,
  workstation: stationary,
  thin_client: { ...stationary, secondary: ['ports', 'network'] },
  server: { ...stationary, secondary: ['ports', 'network', 'fan'], software: false },
  all_in_one: {
    ...stationary,
    key: ['powerOn', 'screen', 'storage', 'memory'],
    secondary: ['ports', 'network', 'wifi', 'sound', 'camera', 'microphone', 'fan'],
  },
  smartphone: phone,
  feature_phone: {
    key: ['powerOn', 'screen', 'cellular', 'charging'],
    secondary: ['buttons', 'sound', 'microphone', 'battery'],
    software: false,
  },
  tablet,
  monitor: display,
  large_display: display,
  television: { ...display, secondary: ['ports', 'buttons', 'stand', 'sound'] },
  printer: { key: ['powerOn', 'print'], secondary: ['ports', 'network', 'scan'], software: false },
  smartwatch: {
    key: ['powerOn', 'screen', 'charging'],
    secondary: ['buttons', 'bluetooth', 'battery'],
    software: true,
  },
}

export const testsOf = (kind: DeviceKind): TestList => byKind[kind] ?? general
