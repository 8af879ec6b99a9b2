// What a service is called and may hold.

export const serviceFamilies = ['computer', 'phone', 'tablet', 'screen', 'other'] as const
export type ServiceFamily = (typeof serviceFamilies)[number]

export const serviceContents = [
  'device',
  'accessories',
  'setUp',
  'support',
  'replacementDevice',
  'repairs',
  'insurance',
  'return',
  'erasure',
  'climateReport',
] as const
export type ServiceContent = (typeof serviceContents)[number]
