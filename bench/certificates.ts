// A certificate drawn, signed and proven from the log, one at a time and a thousand as a job; beside
// the drawing alone, without database, proof and signature.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '../src/core/result.ts'
import type { Database } from '../src/database/connect.ts'
import { registerDevices } from '../src/features/custody/actions/register.ts'
import type { ActionContext } from '../src/database/context.ts'
import { recordEvidence } from '../src/features/erasure/actions/evidence.ts'
import { saveInventories } from '../src/features/erasure/actions/media.ts'
import { writeNwipeLog } from '../src/features/erasure/rules/sample-log.ts'
import { certificatePdf } from '../src/features/proofs/actions/certificate.ts'
import { startPapers } from '../src/features/proofs/actions/papers.ts'
import { listeners } from '../src/features/proofs/jobs.ts'
import { printPapers } from '../src/features/proofs/jobs/papers.ts'
import { renderErasureCertificate } from '../src/features/proofs/printing/erasure-certificate.ts'
import { exampleCertificate } from '../src/features/proofs/printing/examples.ts'
import { deliver } from '../src/journal/deliver.ts'
import { openKeys } from '../src/keys/keys.ts'
import { contextOf, newIdAt, newLaptop } from './hand-out.ts'
import { ms, percentile, timed, times, type Row } from './row.ts'

const pallet = 1000
/** Drives in one log. */
const stations = 20
const bytes = 500_107_862_016

export async function certificateRows(unkeyed: Database): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'omlopp-bench-keys-'))
  try {
    return await rowsOf({ ...unkeyed, keys: await openKeys(folder) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function rowsOf(database: Database): Promise<Row[]> {
  const came = new Date(Date.now() - 3 * 86_400_000)
  const [organisationId, personId] = [newIdAt(came), newIdAt(came)]
  await database.asSystem((tx) =>
    tx.run(
      `INSERT INTO organisations.organisation (id, kind, name, created_at, settings)
       VALUES ($1, 'user', 'Bench', $2, '{"demo": "bench", "erasurePolicy": {"samplePercent": 0}}')`,
      [organisationId, came],
    ),
  )
  const filled = { organisationId, personId } as Parameters<typeof contextOf>[1]
  async function act<T>(at: Date, work: (ctx: ActionContext) => Promise<Result<T>>): Promise<T> {
    const result = await database.forOrganisation(organisationId, (tx) =>
      work({
        ...contextOf(tx, filled, at),
        keys: database.keys,
        baseUrl: 'https://omlopp.example',
      }),
    )
    if (!result.ok) throw new Error(`the bench is refused: ${result.code}`)
    return result.value
  }
  const certificateIds = await certified(act, came)
  for (const listener of listeners) await deliver(database, listener)
  const one = await timed(40, (run) =>
    act(new Date(), (ctx) =>
      certificatePdf(ctx, {
        params: { certificateId: certificateIds[run]! },
        query: { language: 'sv' },
      }),
    ),
  )
  const drawn = await timed(40, () => renderErasureCertificate(exampleCertificate, 'sv'))
  const batch = await act(new Date(), (ctx) =>
    startPapers(ctx, { body: { certificateIds, language: 'sv' } }),
  )
  const began = performance.now()
  await printPapers(database, { batchId: batch.id, organisationId })
  const job = performance.now() - began
  const [median, slow] = [percentile(one, 0.5), percentile(one, 0.95)]
  const bare = percentile(drawn, 0.5)
  return [
    {
      what: 'certificate made and signed, with its proof inside',
      measured: `${ms(median)}, p95 ${ms(slow)}`,
      bare: `drawing alone ${ms(bare)}`,
      ratio: times(median / bare),
      target: 'under 150 ms',
      met: slow < 150,
    },
    {
      what: `certificates of a pallet, ${pallet} as a job`,
      measured: `${(job / 1000).toFixed(1)} s, ${ms(job / pallet)} each`,
      bare: `drawing alone ${((bare * pallet) / 1000).toFixed(1)} s`,
      ratio: times(job / (bare * pallet)),
      target: '–',
      met: null,
    },
  ]
}

type Act = <T>(at: Date, work: (ctx: ActionContext) => Promise<Result<T>>) => Promise<T>

async function certified(act: Act, came: Date): Promise<string[]> {
  const serials = Array.from({ length: pallet }, (_, n) => `WD-BENCH${String(n).padStart(6, '0')}`)
  const laptops = serials.map(() => ({ ...newLaptop(came), unused: false }))
  await act(came, async (ctx) => {
    const refused = await registerDevices(ctx, laptops)
    return refused ?? { ok: true, value: null }
  })
  const devices = laptops.map(({ id }) => id)
  const wiped = new Date(came.getTime() + 86_400_000)
  await act(came, async (ctx) => {
    const media = (serial: string) => [
      { serial, kind: 'magnetic' as const, model: 'WDC WD5000AAKX', capacityBytes: bytes },
    ]
    const items = devices.map((deviceId, n) => ({ deviceId, media: media(serials[n]!) }))
    const [first] = await saveInventories(ctx, items, 'whole')
    return first!.result
  })
  const startedAt = `${wiped.toISOString().slice(0, 10).replaceAll('-', '/')} 12:00:00`
  const ids: string[] = []
  for (let from = 0; from < pallet; from += stations) {
    const drives = serials.slice(from, from + stations).map((serial, n) => ({
      device: `/dev/sd${String.fromCharCode(97 + n)}`,
      bus: 'ATA',
      model: 'WDC WD5000AAKX',
      ...{ serial, bytes, status: 'erased' as const },
    }))
    const log = writeNwipeLog({
      version: '0.42',
      startedAt,
      method: 'PRNG Stream',
      devices: drives,
    })
    const sent = await act(new Date(wiped.getTime() + 86_400_000), (ctx) =>
      recordEvidence(ctx, {
        fileName: 'nwipe_log.txt',
        bytes: Buffer.from(log),
        stationTimeZone: 'Europe/Stockholm',
      }),
    )
    ids.push(...sent.results.flatMap(({ certificate }) => (certificate ? [certificate.id] : [])))
  }
  return ids
}
