import { Type } from 'typebox'
import {
  Choice,
  Closed,
  DayType,
  endpoint,
  InstantType,
  Nullable,
  UuidType,
} from '../../core/endpoint.ts'
import { deviceKinds } from '../devices/rules/kinds.ts'
import { displacements } from './rules/parameters.ts'
import { reuseKinds } from './rules/reuse.ts'

const Claim = Closed({
  unit: Choice(['kg', 'tonne']),
  net: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
})

/** Kilograms CO2e, unrounded; `claim` is what may be shown. Negative stays negative. */
const figure = {
  net: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
  /** What seller and buyer may each report; together they are the net. */
  supplier: Type.Number(),
  buyer: Type.Number(),
  perSecondLifeYear: Nullable(Type.Number()),
  /** The input that moves the figure most, by its symbol in the method. */
  driver: Type.String(),
  claim: Claim,
}

const Equivalence = Closed({
  value: Type.Number(),
  unit: Type.String(),
  source: Type.String(),
  year: Nullable(Type.Integer()),
})

const Deviation = Closed({ driver: Type.String(), plusKg: Type.Number(), minusKg: Type.Number() })

export const api = {
  climateSummary: endpoint({
    method: 'GET',
    path: '/climate/summary',
    permission: 'climate.see',
    summary:
      'Avoided emissions of recorded second lives, in three profiles, with interval and source.',
    query: Closed({
      from: Type.Optional(DayType()),
      to: Type.Optional(DayType()),
      /** This unit and all beneath it. */
      unitId: Type.Optional(UuidType()),
    }),
    output: Closed({
      from: Nullable(DayType()),
      to: Nullable(DayType()),
      /** Devices with a recorded second life. */
      count: Type.Integer(),
      /** Handled, but without a next user: their handling is deducted. */
      failed: Type.Integer(),
      /** Reused, but of kinds for which there is no factor. */
      withoutFactor: Type.Integer(),
      method: Type.String(),
      factorVersion: Type.String(),
      notices: Type.Array(Type.String()),
      /** What is known of the new purchase that they replaced. */
      byDisplacement: Type.Array(
        Closed({ displacement: Choice(displacements), count: Type.Integer() }),
      ),
      categories: Type.Array(
        Closed({
          category: Choice(deviceKinds),
          count: Type.Integer(),
          sold: Type.Integer(),
          redeployed: Type.Integer(),
          donated: Type.Integer(),
          failed: Type.Integer(),
          /** Null where the factors have no figure for the kind. */
          figure: Nullable(Closed(figure)),
          ivlComparableKg: Nullable(Type.Number()),
          legacyKg: Nullable(Type.Number()),
          /** 1 maker's own, 2 same model at Boavizta, 3 median of the kind, 4 cited or assumed. */
          dataQuality: Nullable(Type.Integer()),
          source: Nullable(Type.String()),
          sourceYear: Nullable(Type.String()),
          licence: Nullable(Type.String()),
        }),
      ),
      profiles: Closed({
        /** `omlopp-impact/1`, one interval for the whole; null when nothing has been counted. */
        own: Nullable(
          Closed({
            ...figure,
            byDataQuality: Type.Array(
              Closed({ dataQuality: Type.Integer(), netKg: Type.Number() }),
            ),
            carbonCoverage: Nullable(Type.Number()),
            /** How far each uncertain input moves the whole, the largest first. */
            sensitivity: Type.Array(Deviation),
            equivalents: Nullable(
              Closed({
                carKm: Type.Number(),
                laps: Type.Number(),
                fridgeYears: Type.Number(),
                car: Equivalence,
                fridge: Equivalence,
              }),
            ),
          }),
        ),
        ivlComparable: Nullable(Closed({ kg: Type.Number() })),
        /** Comparable with older climate diplomas; it has no interval. */
        legacy: Closed({
          kg: Type.Number(),
          fridgeYears: Type.Number(),
          laps: Type.Number(),
          apartmentYears: Type.Number(),
          /** Reused devices of kinds that the profile does not know. */
          notCounted: Type.Integer(),
        }),
      }),
    }),
    refusals: ['day-not-valid', 'unit-not-found'],
  }),
  deviceClimate: endpoint({
    method: 'GET',
    path: '/devices/{deviceId}/climate',
    permission: 'climate.see',
    summary: 'What the second lives of one device avoided, and what the figures depend on.',
    params: Closed({ deviceId: UuidType() }),
    output: Closed({
      deviceId: UuidType(),
      /** Why there is no figure yet. */
      why: Nullable(
        Closed({ code: Choice(['notYet', 'noFactor', 'gotNoUser']), title: Type.String() }),
      ),
      notices: Type.Array(Type.String()),
      lives: Type.Array(
        Closed({
          life: Type.Integer(),
          kind: Choice(reuseKinds),
          at: InstantType(),
          category: Choice(deviceKinds),
          displacement: Choice(displacements),
          needId: Nullable(UuidType()),
          method: Type.String(),
          factorVersion: Type.String(),
          netKg: Nullable(Type.Number()),
          lowKg: Nullable(Type.Number()),
          highKg: Nullable(Type.Number()),
          claim: Nullable(Claim),
          driver: Nullable(Type.String()),
          ivlKg: Nullable(Type.Number()),
          legacyKg: Nullable(Type.Number()),
          transportKm: Type.Integer(),
          dataQuality: Nullable(Type.Integer()),
          /** How far each uncertain input moves the figure, the largest first. */
          sensitivity: Type.Array(Deviation),
        }),
      ),
    }),
    refusals: ['device-not-found'],
  }),
}
