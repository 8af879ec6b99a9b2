// Bänk 1 at the partner: enrolled with a key of its own, and what it has reported.
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { canonicalJson } from '../../core/canonical-json.ts'
import { idMaker } from '../../core/ids.ts'
import { invariant } from '../../core/result.ts'
import { sendStationResult } from '../../features/erasure/actions/station-results.ts'
import { contactStation, enrolStation } from '../../features/erasure/actions/stations.ts'
import type { Outcome } from '../../features/erasure/rules/station/document.ts'
import { sampleDocument } from '../../features/erasure/rules/station/sample-document.ts'
import type { DemoWorld } from './world.ts'

export interface DemoStation {
  readonly id: string
  readonly name: string
  readonly key: KeyObject
}

const timeZone = 'Europe/Stockholm'
const software = 'omlopp 0.1.0'
/** PrivateKeyInfo of Ed25519 (RFC 8410): this head, then 32 bytes. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

export async function enrolBench(world: DemoWorld, at: Date): Promise<DemoStation> {
  const seed = new Uint8Array(32)
  world.chance.fill(seed)
  const der = Buffer.concat([pkcs8Head, seed])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const name = 'Bänk 1'
  const made = await world.act('pontus', at, (ctx) =>
    enrolStation(ctx, {
      body: {
        ...{ name, place: 'Verkstaden', timeZone, software, sentAt: at.toISOString() },
        publicKey: createPublicKey(key).export({ format: 'jwk' }).x!,
      },
    }),
  )
  return { id: made.id, name, key }
}

/** The station calls home each quarter of an hour; its clock is a second and a half behind. */
export const callHome = (world: DemoWorld, { id }: DemoStation, at: Date) =>
  world.act('ester', at, (ctx) =>
    contactStation(ctx, {
      params: { stationId: id },
      body: { sentAt: new Date(at.getTime() - 1500).toISOString(), timeZone, software },
    }),
  )

export interface BenchDrive {
  readonly serial: string
  readonly model: string
  readonly bytes: number
  readonly tag: string
}

/** One drive in its bay, reported a few minutes after it was done. */
export async function reportRun(
  world: DemoWorld,
  station: DemoStation,
  drive: BenchDrive,
  at: Date,
  outcome: Outcome = 'proven',
): Promise<void> {
  const newIdAt = idMaker((bytes) => world.chance.fill(bytes))
  // Twice over the drive at some 400 MB/s, and the read-back.
  const seconds = Math.round((drive.bytes * 2.2) / 400_000_000)
  const document = canonicalJson(
    sampleDocument({
      ...{ station: { id: station.id, name: station.name }, runId: newIdAt(at), tag: drive.tag },
      operatorId: world.staff['ester']!,
      drive: {
        ...{ path: '/dev/nvme0n1', serial: drive.serial, model: drive.model, bytes: drive.bytes },
        ...{ transport: 'nvme', kind: 'flash' },
      },
      startedAt: new Date(at.getTime() - seconds * 1000 - 240_000),
      ...{ seconds, timeZone, outcome },
    }),
  )
  const signature = sign(null, Buffer.from(document), station.key).toString('base64')
  const answer = await world.act('ester', at, (ctx) =>
    sendStationResult(ctx, { params: { stationId: station.id }, body: { document, signature } }),
  )
  const reasons = answer.result?.reasons.map(({ code }) => code) ?? []
  // A share is drawn for a second person to look at, whatever the evidence says.
  const good = reasons.every((code) => code === 'FOUR_EYES')
  invariant(
    answer.result && (outcome === 'proven' ? good : answer.result.decision === 'refuse'),
    `the bench of the demo is believed: ${JSON.stringify(answer.result)}`,
  )
}
