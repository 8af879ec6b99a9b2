// Who may do what: roles and the permissions they carry, as one table.

export const organisationKinds = ['user', 'reusePartner', 'financier', 'supplier'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const partnershipKinds = ['reuse', 'finance', 'supply'] as const
export const partnershipStates = ['proposed', 'active', 'ended'] as const

export const permissions = [
  'organisation.see',
  'organisation.manage',
  'people.see',
  'people.manage',
  'tokens.manage',
  'coding.manage',
  'catalogue.see',
  'catalogue.describe',
  'catalogue.price',
  'catalogue.compare',
  'ordering.order',
  'ordering.approve',
  'devices.see',
  'devices.register',
  'devices.import',
  'custody.own',
  'custody.handOut',
  'custody.handIn',
  'returns.see',
  'returns.send',
  'returns.receive',
  'returns.settle',
  'erasure.see',
  'erasure.record',
  'erasure.review',
  'grading.see',
  'grading.grade',
  'disposition.see',
  'disposition.decide',
  'resale.see',
  'resale.buy',
  'resale.sell',
  'resale.payroll',
  'proofs.see',
  'climate.see',
] as const
export type Permission = (typeof permissions)[number]

export const roles = [
  'holder',
  'orderer',
  'approver',
  'technician',
  'itManager',
  'economist',
  'coordinator',
  'receiving',
  'erasing',
  'grading',
  'repair',
  'sales',
  'partnerManager',
  'financeManager',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

const look: readonly Permission[] = [
  'organisation.see',
  'catalogue.see',
  'devices.see',
  'returns.see',
  'erasure.see',
  'grading.see',
  'disposition.see',
  'resale.see',
  'proofs.see',
  'climate.see',
]
const depot: readonly Permission[] = [
  ...look,
  'people.see',
  'custody.own',
  'custody.handOut',
  'custody.handIn',
  'returns.send',
  'returns.receive',
]
const bench: readonly Permission[] = [...look, 'custody.own']

const carried: Record<Role, readonly Permission[]> = {
  holder: ['custody.own', 'catalogue.see', 'ordering.order'],
  orderer: [
    'custody.own',
    'organisation.see',
    'people.see',
    'catalogue.see',
    'devices.see',
    'ordering.order',
    'resale.see',
    'resale.buy',
  ],
  approver: [
    'custody.own',
    'organisation.see',
    'people.see',
    'catalogue.see',
    'devices.see',
    'ordering.order',
    'ordering.approve',
    'resale.see',
    'resale.buy',
  ],
  technician: [
    ...depot,
    'ordering.order',
    'resale.buy',
    'devices.register',
    'erasure.record',
    'grading.grade',
  ],
  itManager: [
    ...depot,
    'ordering.order',
    'ordering.approve',
    'resale.buy',
    'catalogue.describe',
    'catalogue.compare',
    'devices.register',
    'devices.import',
    'returns.settle',
    'erasure.record',
    'erasure.review',
    'grading.grade',
    'disposition.decide',
    'resale.payroll',
  ],
  economist: [
    ...look,
    'people.see',
    'custody.own',
    'catalogue.price',
    'catalogue.compare',
    'coding.manage',
    'resale.payroll',
  ],
  coordinator: [...look, 'custody.own'],
  receiving: [...bench, 'returns.receive', 'returns.send', 'custody.handIn'],
  // A destruction names its witness, who is chosen among the people of the house.
  erasing: [...bench, 'people.see', 'erasure.record'],
  grading: [...bench, 'grading.grade'],
  repair: [...bench, 'grading.grade'],
  sales: [...bench, 'disposition.decide', 'resale.sell', 'resale.payroll'],
  partnerManager: [
    ...bench,
    'people.see',
    'custody.handIn',
    'returns.receive',
    'returns.send',
    'returns.settle',
    'erasure.record',
    'erasure.review',
    'grading.grade',
    'disposition.decide',
    'resale.sell',
    'resale.payroll',
    'devices.register',
    'devices.import',
  ],
  financeManager: [...look, 'custody.own'],
  auditor: look,
  administrator: permissions,
}

export const permissionsOf = (held: readonly Role[]): ReadonlySet<Permission> =>
  new Set(held.flatMap((role) => carried[role]))

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

export const isPermission = (text: string): text is Permission =>
  (permissions as readonly string[]).includes(text)
