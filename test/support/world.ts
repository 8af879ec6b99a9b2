// What tests stand on: a database of their own, organisations, people, devices, a moment, and HTTP.
import { randomFillSync, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { inject } from 'vitest'
import { idMaker, type OrganisationId, type PersonId } from '../../src/core/ids.ts'
import type { Result } from '../../src/core/result.ts'
import { connect, type Database } from '../../src/database/connect.ts'
import type { ActionContext } from '../../src/database/context.ts'
import { sendJob } from '../../src/database/send-job.ts'
import {
  registerDevices,
  type NewRegistration,
} from '../../src/features/custody/actions/register.ts'
import { openAccount } from '../../src/features/organisations/actions.ts'
import {
  permissions,
  permissionsOf,
  type OrganisationKind,
  type Permission,
  type Role,
} from '../../src/features/organisations/rules.ts'
import * as organisations from '../../src/features/organisations/store.ts'
import { normaliseMaker, normaliseSerial } from '../../src/features/devices/rules/serial.ts'
import { openKeys } from '../../src/keys/keys.ts'
import { buildApp } from '../../src/server/app.ts'
import { secretHash } from '../../src/features/organisations/actions.ts'
import { createFromTemplate } from './database.ts'

export const newIdAt = idMaker((bytes) => randomFillSync(bytes))

export interface World {
  readonly database: Database
  /** The moment that actions see; tests move it. */
  now: Date
  act<T>(who: Actor, work: (ctx: ActionContext) => Promise<Result<T>>): Promise<Result<T>>
  app(): Promise<FastifyInstance>
  close(): Promise<void>
}

export interface Actor {
  readonly organisationId: OrganisationId
  readonly personId: PersonId
}

export async function newWorld(): Promise<World> {
  const copy = await createFromTemplate(inject('server'), inject('template'))
  const keysFolder = await mkdtemp(join(tmpdir(), 'omlopp-keys-'))
  const clock = { now: new Date('2026-03-12T09:00:00Z') }
  const keys = await openKeys(keysFolder, () => clock.now)
  const database = connect({ ...copy.config, max: 5 }, keys)
  let app: FastifyInstance | undefined
  const world: World = {
    database,
    get now() {
      return clock.now
    },
    set now(at) {
      clock.now = at
    },
    act: (who, work) =>
      database.forOrganisation(who.organisationId, (tx) =>
        work({
          tx,
          organisationId: who.organisationId,
          actorId: who.personId,
          permissions: new Set(permissions),
          now: world.now,
          newId: () => newIdAt(world.now),
          language: 'sv',
          keys,
          send: (job) => sendJob(tx, job),
        }),
      ),
    app: async () =>
      (app ??= await buildApp({ database, now: () => world.now, checkAnswers: true })),
    close: async () => {
      await app?.close()
      await database.close()
      await copy.drop()
      await rm(keysFolder, { recursive: true, force: true })
    },
  }
  return world
}

/** The value of a result that must be done; a refusal fails the test with its code. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.details)}`)
  return result.value
}

let organisationCount = 0

/** A new organisation with one administrator. */
export async function newOrganisation(
  world: World,
  kind: OrganisationKind = 'user',
  name = `${kind} ${++organisationCount}`,
): Promise<Actor> {
  const organisationId = newIdAt(world.now)
  await world.database.asSystem((tx) =>
    tx.run(
      // Tests make their own evidence, as the demo does.
      // Nothing is drawn for the second person's sample, since tests are not about chance; the
      // test of the draw sets the share it wants.
      `INSERT INTO organisations.organisation
         (id, kind, name, organisation_number, created_at, settings)
       VALUES ($1, $2, $3, $4, $5, '{"demo": "filled", "erasurePolicy": {"samplePercent": 0}}')`,
      [organisationId, kind, name, `55${Math.floor(Math.random() * 1e8)}`, world.now],
    ),
  )
  const personId = await newPerson(world, organisationId, ['administrator'])
  return { organisationId, personId }
}

export async function newPerson(
  world: World,
  organisationId: OrganisationId,
  roles: readonly Role[] = ['holder'],
  options: { name?: string; email?: string; password?: string } = {},
): Promise<PersonId> {
  const id = newIdAt(world.now)
  const email = options.email ?? `${randomUUID()}@example.test`
  const row = { id, organisationId, name: options.name ?? `Person ${id.slice(-4)}`, email }
  const empty = { username: null, unitId: null, startsOn: null, leavesOn: null }
  value(
    await world.act({ organisationId, personId: id }, async (ctx) => {
      await organisations.insertPeople(ctx.tx, [{ ...row, ...empty }])
      await organisations.grantRoles(ctx.tx, organisationId, id, roles)
      if (options.password) await openAccount(ctx, id, email, options.password)
      return { ok: true, value: null }
    }),
  )
  return id
}

/** A unit with the cost centre that coding strings of tests name. @returns its id */
export async function newUnit(
  world: World,
  organisationId: OrganisationId,
  name = 'Ekskolan',
): Promise<string> {
  const id = newIdAt(world.now)
  await world.database.asSystem((tx) =>
    tx.run(
      `INSERT INTO organisations.unit (id, organisation_id, kind, name, cost_centre)
       VALUES ($1, $2, 'unit', $3, '4711')`,
      [id, organisationId, name],
    ),
  )
  return id
}

/** An active partnership: the first appoints the second. */
export async function newPartnership(
  world: World,
  organisation: Actor,
  partner: Actor,
  kind: 'reuse' | 'finance' | 'supply' = 'reuse',
): Promise<void> {
  await world.database.asSystem((tx) =>
    tx.run(
      `INSERT INTO organisations.partnership (organisation_id, partner_id, kind, state, since_on)
       VALUES ($1, $2, $3, 'active', '2020-01-01')`,
      [organisation.organisationId, partner.organisationId, kind],
    ),
  )
}

/** A bearer token that acts as a new person with these roles. */
export async function newToken(
  world: World,
  organisationId: OrganisationId,
  roles: readonly Role[] = ['administrator'],
  scopes: readonly Permission[] = [...permissionsOf(roles)],
): Promise<string> {
  return (await signedIn(world, organisationId, roles, { scopes })).token
}

/** A new person with these roles, and a token by which they act. */
export async function signedIn(
  world: World,
  organisationId: OrganisationId,
  roles: readonly Role[],
  options: { name?: string; email?: string; scopes?: readonly Permission[] } = {},
): Promise<{ readonly personId: PersonId; readonly token: string }> {
  const personId = await newPerson(world, organisationId, roles, options)
  const scopes = options.scopes ?? [...permissionsOf(roles)]
  const secret = `omlopp_${randomUUID()}`
  await world.database.asSystem((tx) =>
    organisations.insertToken(tx, {
      id: newIdAt(world.now),
      hash: secretHash(secret),
      organisationId,
      personId,
      name: 'test',
      scopes,
      at: world.now,
      expiresAt: null,
    }),
  )
  return { personId, token: secret }
}

let serialCount = 1000

export function laptop(world: World, facts: Partial<NewRegistration> = {}): NewRegistration {
  const serialNumber = facts.serialNumber === undefined ? `PF${++serialCount}X` : facts.serialNumber
  const maker = facts.maker ?? 'Lenovo'
  return {
    id: newIdAt(world.now),
    kind: 'laptop',
    maker,
    makerKey: normaliseMaker(maker),
    model: 'ThinkPad T14 G2',
    modelId: null,
    assetTag: null,
    serialNumber,
    serialKey: serialNumber ? normaliseSerial(serialNumber) : null,
    imei: null,
    imei2: null,
    macAddress: null,
    theftMarking: null,
    name: null,
    purchasedOn: null,
    priceOre: null,
    warrantyUntilOn: null,
    endsOn: null,
    orderNumber: null,
    supplierName: null,
    osName: null,
    osVersion: null,
    ramMb: null,
    storageGb: null,
    lastSeenAt: null,
    enrolledAt: null,
    driveSerials: null,
    condition: null,
    note: null,
    unused: true,
    ...facts,
  }
}

/** Registers devices and answers their ids. */
export async function newDevices(
  world: World,
  owner: Actor,
  count: number,
  facts: Partial<NewRegistration> = {},
): Promise<string[]> {
  const devices = Array.from({ length: count }, () => laptop(world, facts))
  value(
    await world.act(owner, async (ctx) => {
      const refused = await registerDevices(ctx, devices)
      return refused ?? { ok: true, value: null }
    }),
  )
  return devices.map((device) => device.id)
}
