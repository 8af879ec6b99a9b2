// `npm run bench [-- --scale small] [--only lists] [--actions 500] [--write]`: what Omlopp takes beside what the bare
// engine takes for the same, in one run. DATABASE_URL names another engine than the embedded one.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { certificateRows } from './certificates.ts'
import { bundleRow } from './bundle.ts'
import { fill, type Filled } from './fill.ts'
import { handOutRows } from './hand-out.ts'
import { importRow } from './import.ts'
import { listRows } from './lists.ts'
import { logRows } from './log.ts'
import { matchRow } from './match.ts'
import { orderOptionsRow } from './order-options.ts'
import { reportRows } from './reports.ts'
import { times, type Row } from './row.ts'
import { openBench, type Bench } from './server.ts'
import { warmStartRow } from './warm-start.ts'

const page = fileURLToPath(new URL('../../docs/bench.md', import.meta.url))
const parts = [
  'match',
  'certificates',
  'bundle',
  'log',
  'import',
  'hand-out',
  'lists',
  'reports',
  'order-form',
  'warm-start',
] as const
const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: 'large' },
    only: { type: 'string', multiple: true, default: [...parts] },
    actions: { type: 'string', default: '2000' },
    write: { type: 'boolean', default: false },
  },
})
const small = values.scale === 'small'
const wants = (part: (typeof parts)[number]) => values.only.includes(part)
const say = (line: string) => process.stderr.write(`${line}\n`)

const bench = await openBench()
const loadBefore = loadavg()[0]!
try {
  const rows = await measure(bench)
  const text = report(bench, rows)
  process.stdout.write(text)
  if (values.write) await writeFile(page, await withSection(text, bench.engine))
} finally {
  await bench.stop()
}

async function measure(bench: Bench): Promise<Row[]> {
  const rows: Row[] = []
  const add = (row: Row) => {
    say(`${row.what}: ${row.measured} (bare ${row.bare})`)
    rows.push(row)
  }
  if (wants('match')) add(await matchRow())
  if (wants('certificates'))
    for (const row of await certificateRows((await bench.database()).database)) add(row)
  if (wants('warm-start') && bench.embedded) add(await warmStartRow())
  if (wants('bundle')) add(await bundleRow(bench, say))
  if (wants('log')) for (const row of await logRows(bench, small ? 20_000 : 100_000)) add(row)
  if (wants('import')) add(await imported(bench))
  const large = ['hand-out', 'lists', 'reports', 'order-form'] as const
  if (!large.some(wants)) return rows
  const { database } = await bench.database()
  const filled: Filled = await fill(database, small ? 100_000 : 1_000_000, say)
  if (wants('lists')) for (const row of await listRows(database, filled, 100)) add(row)
  if (wants('reports')) for (const row of await reportRows(database, filled, 50)) add(row)
  if (wants('order-form')) add(await orderOptionsRow(database, filled, 240))
  if (wants('hand-out'))
    for (const row of await handOutRows(database, filled, Number(values.actions))) add(row)
  return rows
}

async function imported(bench: Bench): Promise<Row> {
  const row = await importRow(bench.connection, small ? 10_000 : 100_000)
  return {
    what: row.name,
    measured: `${row.measured.toFixed(1)} s`,
    bare: `${row.bare.toFixed(1)} s by COPY`,
    ratio: times(row.ratio),
    target: 'at most 2.00',
    met: row.ratio <= 2,
  }
}

function report(bench: Bench, rows: readonly Row[]): string {
  const load = `${loadBefore.toFixed(1)} before and ${loadavg()[0]!.toFixed(1)} after`
  return [
    `## ${bench.engine}`,
    '',
    `${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.versions.node}; load average ${load}.`,
    '',
    '| What | Omlopp | Bare engine | Ratio | Target | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${row.what} | ${row.measured} | ${row.bare} | ${row.ratio} | ${row.target} | ${row.met === null ? '' : row.met ? 'met' : '**missed**'} |`,
    ),
    '',
  ].join('\n')
}

/** The page with this engine's section in place of its last one. */
async function withSection(section: string, engine: string): Promise<string> {
  const whole = existsSync(page) ? await readFile(page, 'utf8') : '# What it takes\n'
  const [head, ...others] = whole.split(/^(?=## PostgreSQL )/m)
  const kept = others.filter((one) => !one.startsWith(`## ${engine}\n`))
  return [head!.trimEnd(), ...kept.map((one) => one.trimEnd()), section.trimEnd(), ''].join('\n\n')
}
