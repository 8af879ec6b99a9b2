import { Type } from 'typebox'
import {
  Choice,
  Closed,
  DayType,
  endpoint,
  InstantType,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../../core/endpoint.ts'
import {
  organisationKinds,
  partnershipKinds,
  partnershipStates,
  permissions,
  roles,
} from '../rules.ts'

const Organisation = Closed({
  id: UuidType(),
  kind: Choice(organisationKinds),
  name: Type.String(),
  organisationNumber: Nullable(Type.String()),
})

const Partnership = Closed({
  partner: Organisation,
  kind: Choice(partnershipKinds),
  state: Choice(partnershipStates),
  sinceOn: DayType(),
  untilOn: Nullable(DayType()),
  /** Whether the other side proposed it and this side may accept. */
  incoming: Type.Boolean(),
})

const Unit = Closed({
  id: UuidType(),
  parentId: Nullable(UuidType()),
  kind: Choice(['department', 'unit']),
  name: Type.String(),
  costCentre: Nullable(Type.String()),
})
const Place = Closed({
  id: UuidType(),
  kind: Choice(['depot', 'site']),
  name: Type.String(),
  address: Nullable(Type.String()),
})
const Person = Closed({
  id: UuidType(),
  name: Type.String(),
  email: Nullable(Type.String()),
  username: Nullable(Type.String()),
  unitId: Nullable(UuidType()),
  roles: Type.Array(Choice(roles)),
  startsOn: Nullable(DayType()),
  leavesOn: Nullable(DayType()),
  /** What they work as, as the directory says it. */
  profile: Nullable(Type.String()),
})
const Profile = Type.String({ minLength: 1, maxLength: 100 })
const Name = Type.String({ minLength: 1, maxLength: 200 })

export const api = {
  getOrganisation: endpoint({
    method: 'GET',
    path: '/organisation',
    permission: 'organisation.see',
    summary: 'The own organisation: its name and number.',
    output: Organisation,
    refusals: [],
  }),
  changeOrganisation: endpoint({
    method: 'PATCH',
    path: '/organisation',
    permission: 'organisation.manage',
    summary: 'Gives the own organisation its name and number; what is left out stays.',
    body: Closed({
      name: Type.Optional(Type.String({ maxLength: 200, pattern: '\\S' })),
      organisationNumber: Type.Optional(Nullable(Type.String({ pattern: '^[0-9]{10}$' }))),
    }),
    output: Organisation,
    refusals: ['organisation-number-taken'],
  }),
  listPartnerships: endpoint({
    method: 'GET',
    path: '/partnerships',
    permission: 'organisation.see',
    summary: 'Organisations that this one works with.',
    output: PageOf(Partnership),
    refusals: [],
  }),
  proposePartnership: endpoint({
    method: 'POST',
    path: '/partnerships',
    permission: 'organisation.manage',
    summary: 'Proposes a partnership to another organisation by its organisation number.',
    body: Closed({ organisationNumber: Name, kind: Choice(partnershipKinds) }),
    output: Closed({ partnerId: UuidType() }),
    refusals: ['partner-not-found'],
    status: 201,
  }),
  acceptPartnership: endpoint({
    method: 'POST',
    path: '/partnerships/{partnerId}/acceptance',
    permission: 'organisation.manage',
    summary: 'Accepts what the other organisation has proposed.',
    params: Closed({ partnerId: UuidType() }),
    output: Closed({ partnerId: UuidType() }),
    refusals: ['partner-not-found'],
  }),
  listUnits: endpoint({
    method: 'GET',
    path: '/units',
    permission: 'organisation.see',
    summary: 'The tree of departments and units, flat with parents.',
    output: Closed({ items: Type.Array(Unit), next: Type.Null() }),
    refusals: [],
  }),
  createUnit: endpoint({
    method: 'POST',
    path: '/units',
    permission: 'organisation.manage',
    summary: 'Adds a department or a unit.',
    body: Closed({
      parentId: Type.Optional(Nullable(UuidType())),
      kind: Choice(['department', 'unit']),
      name: Name,
      costCentre: Type.Optional(Nullable(Type.String({ maxLength: 50 }))),
    }),
    output: Closed({ id: UuidType() }),
    refusals: ['unit-not-found', 'name-taken'],
    status: 201,
  }),
  listPlaces: endpoint({
    method: 'GET',
    path: '/places',
    permission: 'organisation.see',
    summary: 'Depots and sites.',
    output: Closed({ items: Type.Array(Place), next: Type.Null() }),
    refusals: [],
  }),
  createPlace: endpoint({
    method: 'POST',
    path: '/places',
    permission: 'organisation.manage',
    summary: 'Adds a depot or a site.',
    body: Closed({
      kind: Choice(['depot', 'site']),
      name: Name,
      address: Type.Optional(Nullable(Type.String({ maxLength: 500 }))),
    }),
    output: Closed({ id: UuidType() }),
    refusals: ['name-taken'],
    status: 201,
  }),
  listPeople: endpoint({
    method: 'GET',
    path: '/people',
    permission: 'people.see',
    summary: 'People of the organisation, by name; `q` finds in name, e-mail and user name.',
    query: Closed({
      ...PageQuery,
      q: Type.Optional(Type.String({ maxLength: 200 })),
      unitId: Type.Optional(UuidType()),
    }),
    output: PageOf(Person),
    refusals: [],
  }),
  createPerson: endpoint({
    method: 'POST',
    path: '/people',
    permission: 'people.manage',
    summary: 'Adds a person, with roles.',
    body: Closed({
      name: Name,
      email: Type.Optional(Nullable(Type.String({ maxLength: 320 }))),
      username: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
      unitId: Type.Optional(Nullable(UuidType())),
      roles: Type.Optional(Type.Array(Choice(roles), { maxItems: 16 })),
      startsOn: Type.Optional(Nullable(DayType())),
      leavesOn: Type.Optional(Nullable(DayType())),
      profile: Type.Optional(Nullable(Profile)),
      password: Type.Optional(Type.String({ minLength: 12, maxLength: 1000 })),
    }),
    output: Closed({ id: UuidType() }),
    refusals: ['unit-not-found', 'email-taken', 'day-not-valid', 'leaves-before-start'],
    status: 201,
  }),
  changePerson: endpoint({
    method: 'PATCH',
    path: '/people/{personId}',
    permission: 'people.manage',
    summary: 'Changes unit, profile, first and last day; what is left out stays.',
    params: Closed({ personId: UuidType() }),
    body: Closed({
      unitId: Type.Optional(Nullable(UuidType())),
      startsOn: Type.Optional(Nullable(DayType())),
      leavesOn: Type.Optional(Nullable(DayType())),
      profile: Type.Optional(Nullable(Profile)),
    }),
    output: Person,
    refusals: ['person-not-found', 'unit-not-found', 'day-not-valid', 'leaves-before-start'],
  }),
  listTokens: endpoint({
    method: 'GET',
    path: '/api-tokens',
    permission: 'tokens.manage',
    summary: 'API tokens, without their secrets.',
    output: Closed({
      items: Type.Array(
        Closed({
          id: UuidType(),
          name: Type.String(),
          scopes: Type.Array(Type.String()),
          createdAt: InstantType(),
          expiresAt: Nullable(InstantType()),
          revokedAt: Nullable(InstantType()),
          usedAt: Nullable(InstantType()),
        }),
      ),
      next: Type.Null(),
    }),
    refusals: [],
  }),
  createToken: endpoint({
    method: 'POST',
    path: '/api-tokens',
    permission: 'tokens.manage',
    summary: 'Makes an API token; the secret is shown once, here.',
    body: Closed({
      name: Name,
      scopes: Type.Array(Choice(permissions), { minItems: 1, maxItems: 50 }),
      expiresAt: Type.Optional(Nullable(InstantType())),
    }),
    output: Closed({ id: UuidType(), secret: Type.String() }),
    refusals: ['scope-not-held'],
    status: 201,
  }),
  revokeToken: endpoint({
    method: 'DELETE',
    path: '/api-tokens/{tokenId}',
    permission: 'tokens.manage',
    summary: 'Revokes an API token at once.',
    params: Closed({ tokenId: UuidType() }),
    output: Closed({ id: UuidType() }),
    refusals: ['token-not-found'],
  }),
}
