// What lists and device management say of a device beside its marks is kept, told field by field,
// shown and found; and what people wrote stays out of the journal.
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entriesOf } from '../../journal/read.ts'
import {
  newOrganisation,
  newPartnership,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import * as actions from './actions/import.ts'
import { getDevice, listDevices } from './actions/list.ts'
import { changeDevice } from './actions/register.ts'
import { runImport } from './jobs/run.ts'
import { importFieldNames } from './rules/import/fields.ts'
import { beginningFields, factFields } from './rules/import/run.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const HEADING =
  'Serienummer;Tillverkare;Typ;Skick;Operativsystem;OS version;Inskriven;Diskens serienummer;Kostnadsställe;Enhet'
const row = (cells: Partial<Record<string, string>> = {}) =>
  [
    ...['SER1Q', 'HP', 'Laptop', cells['condition'] ?? 'Repa på locket, sa Bo'],
    ...['Windows 11', cells['version'] ?? '10.0.22631', '2024-03-01 08:30'],
    ...[cells['drives'] ?? 'DISK-A1, DISK-B2', cells['costCentre'] ?? '4711', 'Skolan'],
  ].join(';')

async function imported(who: Actor, text: string, work: 'check' | 'start' = 'start') {
  const file = { fileName: 'lista.csv', stream: Readable.from([Buffer.from(text)]) }
  const { id } = value(await world.act(who, (ctx) => actions.receive(ctx, file, {})))
  const input = { params: { importId: id } }
  const step = work === 'check' ? actions.checkImport : actions.startImport
  value(await world.act(who, (ctx) => step(ctx, input)))
  const { created, updated, unchanged, refused } = (await runImport(world.database, id))!
  return { id, counts: [created, updated, unchanged, refused] }
}

const differences = async (who: Actor, id: string, outcome: 'updated' | 'notApplied') =>
  value(
    await world.act(who, (ctx) =>
      actions.listImportRows(ctx, { params: { importId: id }, query: { outcome } }),
    ),
  ).items.flatMap(({ changes }) => changes.map(({ field, from, to }) => [field, from, to]))

const found = async (who: Actor, q: string) =>
  value(await world.act(who, (ctx) => listDevices(ctx, { query: { q } }))).items.map(({ id }) => id)

describe('a column that is read', () => {
  it('has a place in the register', () => {
    const placed = new Set<string>([...factFields, ...beginningFields, 'ownership'])
    expect(importFieldNames.filter((field) => !placed.has(field))).toEqual([])
  })

  it('is kept, shown and found: condition, version, enrolment and drives', async () => {
    const who = await newOrganisation(world)
    expect((await imported(who, [HEADING, row()].join('\n'))).counts).toEqual([1, 0, 0, 0])
    for (const q of ['disk-a1', 'DISK-B2', 'K-B2']) expect(await found(who, q)).toHaveLength(1)
    const [deviceId] = await found(who, 'DISK-A1')
    const device = value(
      await world.act(who, (ctx) => getDevice(ctx, { params: { deviceId: deviceId! } })),
    )
    expect(device).toMatchObject({
      condition: 'Repa på locket, sa Bo',
      osName: 'Windows 11',
      osVersion: '10.0.22631',
      enrolledAt: '2024-03-01T08:30:00.000Z',
      driveSerials: ['DISK-A1', 'DISK-B2'],
    })
    const body = { condition: 'Som ny', osVersion: '10.0.26100' }
    const changed = value(
      await world.act(who, (ctx) => changeDevice(ctx, { params: { deviceId: deviceId! }, body })),
    )
    expect(changed).toMatchObject(body)
    const journal = await world.database.asSystem((tx) => entriesOf(tx, deviceId!))
    expect(journal.map(({ kind }) => kind)).toEqual(['devices.registered', 'devices.changed'])
    expect(JSON.stringify(journal)).not.toMatch(/Repa|Som ny/)
    expect(journal[1]!.body).toContain('"words":["condition"]')
    expect(journal[1]!.body).toContain('"osVersion":"10.0.26100"')
  })

  it('is told field by field where it differs, and drives in another order do not', async () => {
    const who = await newOrganisation(world)
    await imported(who, [HEADING, row()].join('\n'))
    const other = [HEADING, row({ drives: 'DISK-B2, DISK-A1' })].join('\n')
    expect((await imported(who, other)).counts).toEqual([0, 0, 1, 0])
    const next = row({
      condition: 'Sliten',
      version: '10.0.26100',
      drives: 'DISK-A1|To be filled by O.E.M.',
      costCentre: '4800',
    })
    const { id, counts } = await imported(who, [HEADING, next].join('\n'), 'check')
    expect(counts).toEqual([0, 1, 0, 0])
    expect(await differences(who, id, 'updated')).toEqual([
      ['condition', 'Repa på locket, sa Bo', 'Sliten'],
      ['osVersion', '10.0.22631', '10.0.26100'],
      ['driveSerials', 'DISK-A1, DISK-B2', 'DISK-A1'],
      ['costCentre', '4711', '4800'],
    ])
    expect((await imported(who, [HEADING, next].join('\n'))).counts).toEqual([0, 1, 0, 0])
    expect(await found(who, 'DISK-B2')).toEqual([])
    const [deviceId] = await found(who, 'DISK-A1')
    const journal = await world.database.asSystem((tx) => entriesOf(tx, deviceId!))
    expect(journal.at(-1)!.body).toContain('"driveSerials":["DISK-A1"]')
    expect(JSON.stringify(journal)).not.toContain('Sliten')
    expect((await imported(who, [HEADING, next].join('\n'))).counts).toEqual([0, 0, 1, 0])
  })

  it('of the owner’s words is not for others, a stranger finds no drive', async () => {
    const who = await newOrganisation(world)
    const partner = await newOrganisation(world, 'reusePartner')
    await newPartnership(world, who, partner)
    await imported(who, [HEADING, row({ drives: 'DISK-OWN-77' })].join('\n'))
    expect(await found(who, 'DISK-OWN-77')).toHaveLength(1)
    expect(await found(partner, 'DISK-OWN-77')).toEqual([])
  })
})
