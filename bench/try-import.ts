// Only the import, on its own: `node scripts/run.mjs bench/try-import.ts [15]`.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/database/embedded.ts'
import { startOlderServer } from '../test/support/older-server.ts'
import { importRow } from './import.ts'

const [version, devices] = process.argv.slice(2)
if (version === '15') {
  const server = await startOlderServer()
  console.log(await importRow(server.connection, Number(devices ?? 100_000)))
  await server.stop()
} else {
  const folder = await mkdtemp(join(tmpdir(), 'omlopp-bench-'))
  const server = await startEmbedded({ dataFolder: folder })
  const { host, port, user, database } = server
  console.log(
    await importRow(
      { host, port, user, database, prefix: 'omlopp_bench_' },
      Number(devices ?? 100_000),
    ),
  )
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
