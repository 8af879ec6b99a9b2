// What an offer can be judged by: specifications, circular requirements, labels and the warranty.
import {
  labelLevel,
  labelLevels,
  labelSchemes,
  osFamilies,
  requirementKeys,
  requirementShapes,
  type Label,
  type LabelScheme,
  type RequirementKey,
  type RequirementValue,
  type Shape,
} from './requirements.ts'
import type { Day } from '../../../core/dates.ts'

export const specKeys = ['memoryGb', 'storageGb', 'screenInches', 'osFamily'] as const
export type SpecKey = (typeof specKeys)[number]

export const criterionKeys = [
  ...specKeys,
  'warrantyMonths',
  ...requirementKeys,
  ...labelSchemes,
] as const
export type CriterionKey = (typeof criterionKeys)[number]

const isLabelScheme = (key: CriterionKey): key is LabelScheme =>
  (labelSchemes as readonly string[]).includes(key)
const isRequirement = (key: CriterionKey): key is RequirementKey => key in requirementShapes
const isSpec = (key: CriterionKey): key is SpecKey => (specKeys as readonly string[]).includes(key)

export function criterionShape(key: CriterionKey): Shape {
  if (isRequirement(key)) return requirementShapes[key]
  if (isLabelScheme(key)) return { type: 'steps', steps: labelLevels[key] }
  if (key === 'osFamily') return { type: 'oneOf', values: osFamilies }
  return { type: 'number' }
}

/** What the catalogue knows of a model. */
export interface KnownModel {
  readonly specs: Readonly<Record<SpecKey, RequirementValue | null>>
  readonly requirements: Readonly<Partial<Record<RequirementKey, RequirementValue | null>>>
  readonly labels: readonly Label[]
}

/** What is known of a model on a day; null is unknown. An expired label is no label. */
export function knownValue(model: KnownModel, key: CriterionKey, on: Day): RequirementValue | null {
  if (isSpec(key)) return model.specs[key]
  if (isRequirement(key)) return model.requirements[key] ?? null
  if (isLabelScheme(key)) return labelLevel(model.labels, key, on)
  return null
}
