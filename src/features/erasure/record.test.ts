// The record of a certificate: canonical, bound to the journal, and without a word that somebody wrote.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newOrganisation,
  newPerson,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { newDisks, wipe } from '../../../test/support/disks.ts'
import { readMigrations } from '../../database/migrate.ts'
import type { CertificateRecord } from '../proofs/rules/record.ts'
import { recordDestruction } from './actions/destroy.ts'
import { sealOf } from './actions/record.ts'
import { reviewResult } from './actions/review.ts'

let world: World
let owner: Actor
let reviewer: Actor
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  const personId = await newPerson(world, owner.organisationId, ['itManager'])
  reviewer = { ...owner, personId }
})
afterAll(() => world.close())

const newDisk = async () => (await newDisks(world, owner, 1))[0]!
const fileName = 'Kalle Karlssons dator.log'

interface Stored {
  record: string
  sha256: Buffer
  salt: Buffer
  body: string
}
async function stored(deviceId: string): Promise<Stored[]> {
  const { rows } = await world.database.pool.query<Stored>(
    `SELECT c.record, c.record_sha256 AS sha256, c.salt, e.body
     FROM erasure.certificate c
     JOIN journal.entry e ON e.subject_id = c.device_id AND position(c.id::text IN e.body) > 0
       AND e.kind IN ('erasure.proven', 'erasure.mediumErased', 'erasure.destroyed')
     WHERE c.device_id = $1 ORDER BY c.issued_at, c.id`,
    [deviceId],
  )
  return rows
}
const parsed = (record: string) => JSON.parse(record) as CertificateRecord

describe('the record of a certificate', () => {
  it('is canonical, and the entry of its issue commits to its hash', async () => {
    const disk = await newDisk()
    await wipe(world, owner, [disk])
    const [one] = await stored(disk.deviceId)
    const record = parsed(one!.record)
    expect(canonicalize(record)).toBe(one!.record)
    expect(createHash('sha256').update(one!.record).digest()).toEqual(one!.sha256)
    const { content } = JSON.parse(one!.body) as {
      content: { certificates: { certificateSha256: string }[] }
    }
    expect(content.certificates[0]!.certificateSha256).toBe(one!.sha256.toString('hex'))
    expect(record).toMatchObject({
      format: 'omlopp-certificate/1',
      made: 'atIssue',
      kind: 'erasure',
      device: { id: disk.deviceId },
      medium: { id: disk.mediumId, serialNumber: disk.serial, manufacturer: 'WDC' },
      sanitisation: { method: 'clear', technique: 'overwrite', toolName: 'nwipe' },
      validation: { verdict: 'approved', by: 'rule', rule: 'gate/1' },
      roles: [
        { role: 'sanitised', person: owner.personId, position: 'administrator' },
        { role: 'verified' },
        { role: 'validated', person: null, rule: 'gate/1' },
      ],
    })
    expect(record.notChecked).toContain('ieee-2883')
    expect(record.notChecked).toContain('other-media')
  })

  it('holds no word that somebody wrote, only its seal', async () => {
    const disk = await newDisk()
    const sent = await wipe(world, owner, [disk], { zone: null, fileName })
    const reason = 'Kalle Karlsson sade att klockan gick rätt.'
    value(
      await world.act(reviewer, (ctx) =>
        reviewResult(ctx, {
          params: { resultId: sent.results[0]!.id },
          body: { verdict: 'approve', reason, stationTimeZone: 'Europe/Stockholm' },
        }),
      ),
    )
    const [one] = await stored(disk.deviceId)
    expect(one!.record).not.toContain('Kalle')
    expect(one!.body).not.toContain('Kalle')
    const { sealed, roles } = parsed(one!.record)
    expect(sealed).toEqual({
      evidenceFileName: sealOf(one!.salt, 'evidenceFileName', 'Kalle Karlssons dator.log'),
      writtenReason: sealOf(one!.salt, 'writtenReason', reason),
    })
    expect(roles[2]).toMatchObject({ person: reviewer.personId, position: 'itManager' })
  })

  it('names the record that it replaces', async () => {
    const disk = await newDisk()
    await wipe(world, owner, [disk])
    const destroyed = await world.act(owner, (ctx) =>
      recordDestruction(ctx, {
        body: {
          mediumId: disk.mediumId,
          method: 'shredding',
          witnessId: reviewer.personId,
          photoSha256: 'ab'.repeat(32),
        },
      }),
    )
    expect(destroyed.ok).toBe(true)
    const [first, second] = await stored(disk.deviceId)
    const record = parsed(second!.record)
    expect(record.replaces).toMatchObject({
      number: parsed(first!.record).number,
      certificateSha256: first!.sha256.toString('hex'),
    })
    expect(record).toMatchObject({
      kind: 'destruction',
      destruction: { method: 'destroy', technique: 'shredding' },
      evidence: { photoSha256: 'ab'.repeat(32) },
      roles: [{ role: 'destroyed' }, { role: 'witnessed', witnessFor: 'owner' }],
    })
  })
})

describe('the migration that brought records', () => {
  it('gives each certificate from before a record of what is stored, and says so', async () => {
    const before = await recordsById()
    const migration = (await readMigrations()).find(({ name }) =>
      name.endsWith('erasure_record.sql'),
    )
    await world.database.pool.query(`ALTER TABLE erasure.certificate
      DROP COLUMN record, DROP COLUMN record_sha256, DROP COLUMN salt`)
    await world.database.pool.query(migration!.sql)
    const after = await recordsById()
    expect(after.size).toBe(before.size)
    expect(after.size).toBeGreaterThanOrEqual(4)
    for (const [id, { record, text }] of after) {
      expect(canonicalize(record)).toBe(text)
      // All but what could not be known: roles and place of that time, the hash of what it replaced.
      const { made, replaces: _, roles, sealed, ...rest } = record
      const { made: __, replaces: ___, roles: ____, sealed: seals, ...was } = before.get(id)!.record
      expect(made).toBe('afterwards')
      expect(rest).toEqual(asThen(was))
      expect(roles.map(({ role, person, at }) => [role, person, at])).toEqual(
        before.get(id)!.record.roles.map(({ role, person, at }) => [role, person, at]),
      )
      expect(Object.keys(sealed)).toEqual(Object.keys(seals))
    }
  })
})

/** What records of a destruction said before they told of its verification. */
function asThen(was: object): object {
  if (!('destruction' in was)) return was
  const { verification: _, validation: __, notChecked, ...said } = was as Record<string, unknown>
  const then = (notChecked as readonly string[]).filter((item) => item !== 'witness-confirmation')
  return { ...said, notChecked: then }
}

async function recordsById() {
  const { rows } = await world.database.pool.query<{ id: string; record: string }>(
    'SELECT id, record FROM erasure.certificate',
  )
  return new Map(rows.map(({ id, record }) => [id, { text: record, record: parsed(record) }]))
}
