// The circular requirements: what can be asked of a model, and which values answer it. A value is
// known with its source, or unknown; it is never guessed.
import { isDay, type Day } from '../../../core/dates.ts'

export const osFamilies = [
  'windows',
  'macos',
  'chromeos',
  'linux',
  'ios',
  'ipados',
  'android',
] as const
export type OsFamily = (typeof osFamilies)[number]

export const requirementKeys = [
  'recycledContentPercent',
  'renewableContentPercent',
  'memoryUpgrade',
  'storageUpgrade',
  'batteryReplacement',
  'osSupportUntilOn',
  'sparePartsUntilOn',
  'packaging',
  'transport',
  'takeBack',
] as const
export type RequirementKey = (typeof requirementKeys)[number]

export const labelSchemes = ['tcoCertified', 'epeat', 'euEnergyLabel', 'euRepairability'] as const
export type LabelScheme = (typeof labelSchemes)[number]

/** What a label can say, the least demanding first. */
export const labelLevels = {
  // Generations of the criteria; a later one asks for more.
  tcoCertified: ['9', '10'],
  epeat: ['bronze', 'silver', 'gold'],
  // (EU) 2023/1669: phones and slate tablets placed on the market from 2025-06-20.
  euEnergyLabel: ['G', 'F', 'E', 'D', 'C', 'B', 'A'],
  euRepairability: ['E', 'D', 'C', 'B', 'A'],
} as const satisfies Record<LabelScheme, readonly string[]>

export type RequirementValue = number | string

export type Shape =
  | { readonly type: 'percent' }
  | { readonly type: 'day' }
  | { readonly type: 'number' }
  /** Ordered words, the least demanding first. */
  | { readonly type: 'steps'; readonly steps: readonly string[] }
  /** Unordered words: the value asked for, or another. */
  | { readonly type: 'oneOf'; readonly values: readonly string[] }

const replacing = ['no', 'withTools', 'withoutTools'] as const
export const requirementShapes: Readonly<Record<RequirementKey, Shape>> = {
  recycledContentPercent: { type: 'percent' },
  renewableContentPercent: { type: 'percent' },
  memoryUpgrade: { type: 'steps', steps: replacing },
  storageUpgrade: { type: 'steps', steps: replacing },
  batteryReplacement: { type: 'steps', steps: replacing },
  osSupportUntilOn: { type: 'day' },
  sparePartsUntilOn: { type: 'day' },
  packaging: { type: 'steps', steps: ['plastic', 'somePlastic', 'plasticFree'] },
  transport: { type: 'steps', steps: ['air', 'mixed', 'seaOrRail'] },
  // Whether whoever sold it takes it back, and who pays.
  takeBack: { type: 'steps', steps: ['none', 'charged', 'free', 'bought'] },
}

export function isValueOf(shape: Shape, value: RequirementValue): boolean {
  switch (shape.type) {
    case 'percent':
      return typeof value === 'number' && value >= 0 && value <= 100
    case 'number':
      return typeof value === 'number' && value > 0
    case 'day':
      return typeof value === 'string' && isDay(value)
    case 'steps':
      return typeof value === 'string' && shape.steps.includes(value)
    case 'oneOf':
      return typeof value === 'string' && shape.values.includes(value)
  }
}

/** Whether the value is at least what is asked for; both are values of the shape. */
export function reaches(shape: Shape, value: RequirementValue, least: RequirementValue): boolean {
  switch (shape.type) {
    case 'steps':
      return shape.steps.indexOf(String(value)) >= shape.steps.indexOf(String(least))
    case 'oneOf':
      return value === least
    case 'percent':
    case 'number':
    case 'day':
      return value >= least
  }
}

export interface Label {
  readonly scheme: LabelScheme
  readonly level: string
  readonly validUntilOn: Day | null
}

/** An expired label does not count; on its last day it still does. */
export const labelCounts = (label: Pick<Label, 'validUntilOn'>, on: Day): boolean =>
  label.validUntilOn === null || label.validUntilOn >= on

/** The most demanding level among the labels of a scheme that count on the day. */
export function labelLevel(labels: readonly Label[], scheme: LabelScheme, on: Day): string | null {
  const levels: readonly string[] = labelLevels[scheme]
  const held = labels
    .filter((label) => label.scheme === scheme && labelCounts(label, on))
    .map((label) => levels.indexOf(label.level))
  return held.length === 0 ? null : (levels[Math.max(...held)] ?? null)
}
