// A device's bundle made and checked, at the size of the demo.
import { randomFillSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { checkBundle } from '../src/checker/bundle/check.ts'
import { nodeEngine } from '../src/checker/node-engine.ts'
import { fillDemo } from '../src/cli/demo/fill.ts'
import { idMaker } from '../src/core/ids.ts'
import { connect, type Database } from '../src/database/connect.ts'
import { deviceBundle } from '../src/features/proofs/actions/bundle.ts'
import { listeners } from '../src/features/proofs/jobs.ts'
import { deliver } from '../src/journal/deliver.ts'
import { openKeys } from '../src/keys/keys.ts'
import { ms, percentile, timed, times, type Row } from './row.ts'
import type { Bench } from './server.ts'

const newIdAt = idMaker((bytes) => randomFillSync(bytes))
const TARGET_MS = 10

/** What filling leaves for both engines to tidy up is no part of what a bundle takes. */
async function settle(database: Database) {
  await database.pool.query('VACUUM ANALYZE')
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

export async function bundleRow(bench: Bench, say: (line: string) => void): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'omlopp-bench-keys-'))
  const keys = await openKeys(folder)
  const { config } = await bench.database()
  const database = connect({ ...config, max: 5 }, keys)
  try {
    await fillDemo(config, { now: new Date(), log: say, keys })
    for (const listener of listeners) await deliver(database, listener)
    await settle(database)
    const { rows: devices } = await database.pool.query<{ id: string; ownerId: string }>(
      `SELECT d.id, d.owner_id AS "ownerId" FROM devices.device d
       WHERE EXISTS (SELECT FROM erasure.certificate c WHERE c.device_id = d.id)
       ORDER BY d.id LIMIT 200`,
    )
    let bytes = 0
    const used = process.cpuUsage()
    const made = await timed(devices.length, async (run) => {
      const { id, ownerId } = devices[run % devices.length]!
      const now = new Date()
      const answer = await database.forOrganisation(ownerId, (tx) =>
        deviceBundle(
          {
            ...{ tx, organisationId: ownerId, actorId: ownerId, permissions: new Set(), now, keys },
            newId: () => newIdAt(now),
            language: 'sv',
            send: async () => {},
          },
          { params: { deviceId: id }, query: {} },
        ),
      )
      if (!answer.ok) throw new Error(answer.code)
      const bundle = answer.value.bytes as Uint8Array
      bytes = bundle.length
      const { valid, failures } = checkBundle(bundle, { engine: nodeEngine })
      if (!valid) throw new Error(JSON.stringify(failures))
    })
    const { user, system } = process.cpuUsage(used)
    // The runs that only warm up are used up as well.
    const cpu = (user + system) / 1000 / (made.length + 5)
    // What is left when nothing is proven: the device's entries read, as their owner.
    const bare = await timed(devices.length, (run) =>
      database.pool.query('SELECT body FROM journal.entry WHERE subject_id = $1 ORDER BY seq', [
        devices[run % devices.length]!.id,
      ]),
    )
    const [p50, p95, bareP95] = [
      percentile(made, 0.5),
      percentile(made, 0.95),
      percentile(bare, 0.95),
    ]
    return {
      what: `bundle of a device made and checked, about ${Math.round(bytes / 1024)} kB (${made.length} of them)`,
      measured: `p50 ${ms(p50)}, p95 ${ms(p95)}; ${ms(cpu)} of Node’s CPU`,
      bare: `p95 ${ms(bareP95)} to read its entries`,
      ratio: times(p95 / bareP95),
      target: `under ${TARGET_MS} ms`,
      met: p95 < TARGET_MS,
    }
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}
