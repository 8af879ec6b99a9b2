import { Type } from 'typebox'
import { Choice, Closed, DayType, endpoint, Nullable, UuidType } from '../../../core/endpoint.ts'
import { conditions } from '../../custody/rules.ts'
import { deviceKinds } from '../../devices/rules/kinds.ts'
import { codingRefusals } from './orders.ts'
import { NeedDevice, specification } from './shapes.ts'

const Named = Closed({ id: UuidType(), name: Nullable(Type.String()) })
const Line = Closed(specification)
const Profile = Closed({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  lines: Type.Array(Line, { maxItems: 20 }),
})

const Joiner = Closed({
  person: Named,
  unit: Nullable(Named),
  startsOn: DayType(),
  profile: Type.String(),
  /** What is neither held nor ordered yet. */
  needs: Type.Array(Line),
})

export const comingsApi = {
  listNeedProfiles: endpoint({
    method: 'GET',
    path: '/need-profiles',
    permission: 'people.see',
    summary: 'What people of each profile need when they begin.',
    output: Closed({ items: Type.Array(Profile), next: Type.Null() }),
    refusals: [],
  }),
  saveNeedProfile: endpoint({
    method: 'PUT',
    path: '/need-profiles',
    permission: 'ordering.approve',
    summary: 'Decides what people of a profile need; without lines the profile is removed.',
    body: Profile,
    output: Closed({ items: Type.Array(Profile), next: Type.Null() }),
    refusals: ['need-contradicts'],
  }),
  listJoiners: endpoint({
    method: 'GET',
    path: '/joiners',
    permission: 'people.see',
    summary:
      'Needs that the first day of somebody with a profile proposes: those who begin within 90 days, or began within 30, and lack something.',
    output: Closed({ items: Type.Array(Joiner), next: Type.Null() }),
    refusals: [],
  }),
  listLeavers: endpoint({
    method: 'GET',
    path: '/leavers',
    permission: 'people.see',
    summary: 'What people who leave within 60 days, or have left, still hold.',
    output: Closed({
      items: Type.Array(
        Closed({
          person: Named,
          unit: Nullable(Type.String()),
          leavesOn: DayType(),
          kind: Choice(deviceKinds),
          device: NeedDevice,
        }),
      ),
      next: Type.Null(),
    }),
    refusals: [],
  }),
  keptUseOptions: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/kept-use',
    permission: 'custody.handOut',
    summary: 'For whom a device could stay in use after its holder, the nearest first.',
    params: Closed({ deviceId: UuidType() }),
    output: Closed({
      device: NeedDevice,
      kind: Choice(deviceKinds),
      holder: Nullable(Named),
      /** Law 2: data must be proven gone before the next has it. */
      erasedFirst: Type.Boolean(),
      /** The order that it is promised to already. */
      promised: Nullable(
        Closed({ orderId: UuidType(), number: Type.String(), holder: Nullable(Named) }),
      ),
      candidates: Type.Array(
        Closed({
          person: Named,
          unit: Nullable(Type.String()),
          neededFromOn: DayType(),
          because: Choice(['joiner', 'waiting']),
        }),
      ),
    }),
    refusals: ['device-not-found'],
  }),
  keepInUse: endpoint({
    method: 'POST',
    path: '/devices/{deviceId}/kept-use',
    permission: 'custody.handOut',
    summary:
      'Takes a device in from its holder and promises it to the next: an order with the device reserved, which is handed out once its data are proven gone.',
    params: Closed({ deviceId: UuidType() }),
    body: Closed({
      holderId: UuidType(),
      condition: Choice(conditions),
      placeId: Nullable(UuidType()),
      neededFromOn: DayType(),
      /** Parts that the unit's cost centre and the defaults do not give. */
      coding: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 40 })),
    }),
    output: Closed({ orderId: UuidType(), number: Type.String(), needId: UuidType() }),
    status: 201,
    refusals: [
      'device-not-found',
      'not-custodian',
      'status-forbids',
      'same-holder',
      'person-not-found',
      'place-not-found',
      'day-not-valid',
      ...codingRefusals,
    ],
  }),
}
