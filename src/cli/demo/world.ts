// Who takes part in the demo, and how it acts: through the same actions as users, at a past moment.
import {
  idMaker,
  type OrganisationId,
  type PersonId,
  type PlaceId,
  type UnitId,
  type Uuid,
} from '../../core/ids.ts'
import { invariant, type Result } from '../../core/result.ts'
import type { Database } from '../../database/connect.ts'
import type { ActionContext } from '../../database/context.ts'
import { sendJob } from '../../database/send-job.ts'
import { hashPassword } from '../../features/organisations/actions.ts'
import {
  permissions,
  type OrganisationKind,
  type Role,
} from '../../features/organisations/rules.ts'
import * as organisations from '../../features/organisations/store.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { departments, firstNames, lastNames } from './names.ts'

/** Everybody in the demo signs in with this; it is printed at the start and shown on the sign-in page. */
export const DEMO_PASSWORD = 'omlopp-demo'

export interface DemoPerson {
  readonly id: PersonId
  readonly unitId: UnitId
}

export interface DemoWorld {
  readonly chance: Chance
  readonly now: Date
  /** The latest asset tag and serial number given. */
  readonly numbers: { asset: number; serial: number }
  readonly owner: OrganisationId
  readonly partner: OrganisationId
  readonly people: readonly DemoPerson[]
  readonly depots: readonly PlaceId[]
  readonly staff: Readonly<Record<string, PersonId>>
  /** Models by maker and name. */
  readonly modelIds: Map<string, Uuid>
  /** Acts as a member of staff at a moment; a refusal stops the demo, since it must not happen. */
  act<T>(
    who: keyof typeof staffOf,
    at: Date,
    work: (ctx: ActionContext) => Promise<Result<T>>,
  ): Promise<T>
  /**
   * The same world with chance and numbers of its own, so that what happens in it does not depend
   * on what happens beside it. @param first how many devices were numbered before
   */
  apart(number: number, first: number): DemoWorld
}

const SEED = 20_260_312

const exempelby = { name: 'Exempelby kommun', number: '2120009999', domain: 'exempelby.test' }
const omtag = { name: 'Omtag AB', number: '5569990001', domain: 'omtag.test' }
const havet = { name: 'Havsinstitutet', number: '5569990003', domain: 'havsinstitutet.test' }
const nordfinans = { name: 'Nordfinans AB', number: '5569990002', domain: 'nordfinans.test' }

/** Staff who sign in: key, organisation, name, role. */
export const staffOf = {
  sara: { at: exempelby, name: 'Sara Holm', role: 'itManager' },
  tove: { at: exempelby, name: 'Tove Lindqvist', role: 'technician' },
  erik: { at: exempelby, name: 'Erik Norling', role: 'economist' },
  maja: { at: exempelby, name: 'Maja Öberg', role: 'coordinator' },
  hugo: { at: exempelby, name: 'Hugo Ek', role: 'holder' },
  olle: { at: exempelby, name: 'Olle Ström', role: 'orderer' },
  anna: { at: exempelby, name: 'Anna Rydell', role: 'approver' },
  admin: { at: exempelby, name: 'Agnes Dahl', role: 'administrator' },
  rut: { at: exempelby, name: 'Rut Granskare', role: 'auditor' },
  pontus: { at: omtag, name: 'Pontus Lager', role: 'partnerManager' },
  rami: { at: omtag, name: 'Rami Saleh', role: 'receiving' },
  ester: { at: omtag, name: 'Ester Vik', role: 'erasing' },
  gustav: { at: omtag, name: 'Gustav Malm', role: 'grading' },
  stina: { at: omtag, name: 'Stina Ask', role: 'sales' },
  ines: { at: havet, name: 'Ines Berg', role: 'itManager' },
  nils: { at: nordfinans, name: 'Nils Frost', role: 'financeManager' },
} as const satisfies Record<string, { at: typeof exempelby; name: string; role: Role }>

export const emailOf = (key: keyof typeof staffOf): string => `${key}@${staffOf[key].at.domain}`

/** Exempelby says how it classes what lies on its media, which its certificates repeat. */
const settingsOf = (party: typeof exempelby) => ({
  demo: 'filling',
  erasurePolicy: { samplePercent: 0, ...(party === exempelby && { category: 'moderate' }) },
})

export async function newDemoWorld(
  database: Database,
  now: Date,
  began: Date,
  peopleCount: number,
): Promise<DemoWorld> {
  const chance = chanceFrom(SEED)
  const newIdAt = idMaker((bytes) => chance.fill(bytes))
  const ids = new Map<string, OrganisationId>()
  const kinds: [typeof exempelby, OrganisationKind][] = [
    [exempelby, 'user'],
    [omtag, 'reusePartner'],
    [nordfinans, 'financier'],
    [havet, 'user'],
  ]
  for (const [party] of kinds) ids.set(party.name, newIdAt(began))
  const owner = ids.get(exempelby.name)!
  const partner = ids.get(omtag.name)!
  const staff: Record<string, PersonId> = {}
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await database.asSystem(async (tx) => {
    for (const [party, kind] of kinds)
      await tx.run(
        `INSERT INTO organisations.organisation
           (id, kind, name, organisation_number, created_at, settings)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [ids.get(party.name), kind, party.name, party.number, began, settingsOf(party)],
      )
    for (const [one, other, kind] of [
      [owner, partner, 'reuse'],
      [owner, ids.get(nordfinans.name)!, 'finance'],
      [ids.get(havet.name)!, partner, 'reuse'],
    ] as const)
      await tx.run(
        `INSERT INTO organisations.partnership (organisation_id, partner_id, kind, state, since_on)
         VALUES ($1, $2, $3, 'active', $4)`,
        [one, other, kind, began],
      )
    for (const [key, { at, name, role }] of Object.entries(staffOf)) {
      const id = newIdAt(began)
      staff[key] = id
      const email = emailOf(key as keyof typeof staffOf)
      const person = { id, organisationId: ids.get(at.name)!, name, email }
      await organisations.insertPeople(tx, [
        { ...person, username: null, unitId: null, startsOn: null, leavesOn: null },
      ])
      await organisations.grantRoles(tx, person.organisationId, id, [role])
      await tx.run(
        `INSERT INTO organisations.account (person_id, organisation_id, email_key, password_hash)
         VALUES ($1, $2, $3, $4)`,
        [id, person.organisationId, email, passwordHash],
      )
    }
  })
  const actsFrom =
    (idsOf: (at: Date) => Uuid): DemoWorld['act'] =>
    async (who, at, work) => {
      const organisationId = ids.get(staffOf[who].at.name)!
      const result = await database.forOrganisation(organisationId, (tx) =>
        work({
          tx,
          organisationId,
          actorId: staff[who]!,
          permissions: new Set(permissions),
          now: at,
          newId: () => idsOf(at),
          language: 'sv',
          keys: database.keys,
          send: (job) => sendJob(tx, job),
        }),
      )
      invariant(result.ok, `the demo is never refused: ${JSON.stringify(result)}`)
      return result.value
    }
  const act = actsFrom(newIdAt)
  const { people, depots } = await fillOrganisation(
    act,
    newIdAt,
    owner,
    partner,
    chance,
    began,
    peopleCount,
    staff['hugo']!,
  )
  const shared = { now, owner, partner, people, depots, staff, modelIds: new Map<string, Uuid>() }
  const apart: DemoWorld['apart'] = (number, first) => {
    const own = chanceFrom(SEED + number)
    const numbers = { asset: 100_000 + first, serial: first }
    const ownIds = idMaker((bytes) => own.fill(bytes))
    return { ...shared, chance: own, numbers, act: actsFrom(ownIds), apart }
  }
  return { ...shared, chance, numbers: { asset: 100_000, serial: 0 }, act, apart }
}

async function fillOrganisation(
  act: DemoWorld['act'],
  newIdAt: (at: Date) => string,
  owner: OrganisationId,
  partner: OrganisationId,
  chance: Chance,
  began: Date,
  peopleCount: number,
  hugo: PersonId,
) {
  const depots = [newIdAt(began), newIdAt(began)]
  const units = departments.flatMap((department) => {
    const parent = {
      id: newIdAt(began),
      parentId: null,
      kind: 'department' as const,
      name: department.name,
      costCentre: `${department.costCentre}00`,
    }
    const below = department.units.map((name, index) => ({
      id: newIdAt(began),
      parentId: parent.id,
      kind: 'unit' as const,
      name,
      costCentre: `${department.costCentre}${10 + index}`,
    }))
    return [{ parent, below, share: department.share }]
  })
  const people: (DemoPerson & { name: string; email: string })[] = []
  const taken = new Set<string>()
  for (const { below, share } of units)
    for (let count = Math.max(2, Math.round(peopleCount * share)); count > 0; count--) {
      const name = `${chance.pick(firstNames)} ${chance.pick(lastNames)}`
      const base = name
        .toLowerCase()
        .replace(/[åä]/g, 'a')
        .replace(/ö/g, 'o')
        .replace(/[éć]/g, 'e')
        .replace(/\s/g, '.')
      let email = `${base}@exempelby.test`
      for (let n = 2; taken.has(email); n++) email = `${base}${n}@exempelby.test`
      taken.add(email)
      people.push({ id: newIdAt(began), unitId: chance.pick(below).id, name, email })
    }
  await act('admin', began, async (ctx) => {
    const rows = units.flatMap(({ parent, below }) => [parent, ...below])
    await organisations.insertUnits(
      ctx.tx,
      rows.map((row) => ({ ...row, organisationId: owner })),
    )
    for (const [index, name] of ['Depå Norr', 'Depå Syd'].entries())
      await organisations.insertPlace(ctx.tx, {
        id: depots[index]!,
        organisationId: owner,
        kind: 'depot',
        name,
        address: null,
      })
    await organisations.insertPeople(
      ctx.tx,
      people.map(({ id, unitId, name, email }) => ({
        ...{ id, unitId, name, email, organisationId: owner },
        ...{ username: email.split('@')[0]!, startsOn: null, leavesOn: null },
      })),
    )
    await ctx.tx.run('UPDATE organisations.person SET unit_id = $2 WHERE id = $1', [
      hugo,
      units[0]!.below[1]!.id,
    ])
    return { ok: true, value: null }
  })
  await act('pontus', began, async (ctx) => {
    const place = { organisationId: partner, address: null }
    await organisations.insertPlace(ctx.tx, {
      ...place,
      id: newIdAt(began),
      kind: 'depot',
      name: 'Mottagningen',
    })
    await organisations.insertPlace(ctx.tx, {
      ...place,
      id: newIdAt(began),
      kind: 'depot',
      name: 'Lagret',
    })
    return { ok: true, value: null }
  })
  return { people: [{ id: hugo, unitId: units[0]!.below[1]!.id }, ...people], depots }
}
