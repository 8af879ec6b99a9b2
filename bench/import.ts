// Import against bare COPY: how long 100 000 devices take with every check, journal and index, and
// how long PostgreSQL needs for the same final rows in the same tables with the same indexes.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { connect, type Database } from '../src/database/connect.ts'
import { prepare } from '../src/database/prepare.ts'
import { receive } from '../src/features/devices/actions/import.ts'
import { runImport } from '../src/features/devices/jobs/run.ts'
import { beginWork } from '../src/features/devices/store/import.ts'
import {
  createFromTemplate,
  createTemplate,
  type TestConnection,
} from '../test/support/database.ts'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

export interface Row {
  readonly name: string
  /** Seconds. */
  readonly measured: number
  readonly bare: number
  readonly ratio: number
  readonly note: string
}

const ORGANISATION = '0198f000-0000-7000-8000-000000000001'
const ACTOR = '0198f000-0000-7000-8000-000000000002'

/** The tables that registering a device writes, and those that a file names. */
const tables = [
  'organisations.unit',
  'organisations.person',
  'organisations.role_grant',
  'organisations.place',
  'catalogue.model',
  'devices.device',
  'devices.mark',
  'devices.listing',
  'custody.present',
  'custody.movement',
  'journal.entry',
] as const

export async function importRow(server: TestConnection, devices = 100_000): Promise<Row> {
  const template = await createTemplate(server, async (config) => void (await prepare(config)))
  const one = await createFromTemplate(server, template)
  const two = await createFromTemplate(server, template)
  const imported = connect(one.config)
  const bare = connect(two.config)
  try {
    for (const database of [imported, bare]) await addOrganisation(database)
    const { measured, version } = await measureImport(imported, devices)
    const rows = await finalRows(imported)
    const seconds = await measureCopy(bare, rows)
    return {
      name: `import of ${devices.toLocaleString('en')} devices`,
      measured,
      bare: seconds,
      ratio: measured / seconds,
      note: `PostgreSQL ${version}, ${tables.length} tables with their indexes, against COPY of the same rows`,
    }
  } finally {
    await imported.close()
    await bare.close()
    await one.drop()
    await two.drop()
  }
}

async function addOrganisation(database: Database) {
  await database.pool.query(
    `INSERT INTO organisations.organisation (id, kind, name, created_at)
     VALUES ($1, 'user', 'Exempelby', now())`,
    [ORGANISATION],
  )
  await database.pool.query(
    'INSERT INTO organisations.person (id, organisation_id, name) VALUES ($1, $2, $3)',
    [ACTOR, ORGANISATION, 'Import'],
  )
  // What came before is written out, so that neither side pays for the other.
  await database.pool.query('CHECKPOINT')
}

async function measureImport(database: Database, devices: number) {
  const sent = await database.forOrganisation(ORGANISATION, (tx) => {
    let count = 0
    return receive(
      {
        tx,
        organisationId: ORGANISATION,
        actorId: ACTOR,
        permissions: new Set(),
        now: new Date(),
        newId: () => `0198f000-0000-7000-9000-${String(++count).padStart(12, '0')}`,
        language: 'sv',
        send: async () => {},
      },
      { fileName: 'bench.csv', stream: Readable.from(csv(devices)) },
    )
  })
  if (!sent.ok) throw new Error(sent.code)
  const { id } = sent.value
  const began = performance.now()
  await database.asSystem((tx) => beginWork(tx, id, 'import', new Date()))
  const run = await runImport(database, id)
  const measured = (performance.now() - began) / 1000
  if (run?.state !== 'done' || run.created !== devices)
    throw new Error(`the import ended ${run?.state} with ${run?.created} created`)
  const { rows } = await database.pool.query<{ server_version: string }>('SHOW server_version')
  return { measured, version: rows[0]!.server_version }
}

/** Columns that a client writes: the database numbers and computes the rest itself. */
async function columnsOf(database: Database, table: string): Promise<string> {
  const { rows } = await database.pool.query<{ columns: string }>(
    `SELECT string_agg(attname, ', ' ORDER BY attnum) AS columns FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
       AND attgenerated = '' AND attidentity = '' AND attname <> 'xact'`,
    [table],
  )
  return rows[0]!.columns
}

/** The rows as COPY gives them, in memory, so that no disk is measured. */
async function finalRows(database: Database): Promise<Map<string, Buffer[]>> {
  const kept = new Map<string, Buffer[]>()
  for (const table of tables) {
    const columns = await columnsOf(database, table)
    const client = await database.pool.connect()
    const chunks: Buffer[] = []
    // Without the person that the organisation had before.
    const where = table === 'organisations.person' ? `id <> '${ACTOR}'` : 'true'
    const source = client.query(
      copyTo(`COPY (SELECT ${columns} FROM ${table} WHERE ${where}) TO STDOUT`),
    )
    for await (const chunk of source) chunks.push(Buffer.from(chunk as Buffer))
    client.release()
    kept.set(`${table} (${columns})`, joined(chunks))
  }
  return kept
}

/** In pieces of a size that a client would send. */
function joined(chunks: readonly Buffer[]): Buffer[] {
  const whole = Buffer.concat(chunks)
  const pieces: Buffer[] = []
  for (let at = 0; at < whole.length; at += 1 << 20) pieces.push(whole.subarray(at, at + (1 << 20)))
  return pieces
}

async function measureCopy(database: Database, rows: Map<string, Buffer[]>): Promise<number> {
  const client = await database.pool.connect()
  try {
    const began = performance.now()
    for (const [table, pieces] of rows) {
      const sink = client.query(copyFrom(`COPY ${table} FROM STDIN`))
      await pipeline(Readable.from(pieces), sink)
    }
    return (performance.now() - began) / 1000
  } finally {
    client.release()
  }
}

const models = [
  ['HP', 'EliteBook 840 G8', 'Bärbar dator'],
  ['Lenovo', 'ThinkPad T14 Gen 3', 'Bärbar dator'],
  ['Dell Inc.', 'Latitude 5430', 'Laptop'],
  ['Apple', 'iPhone 13', 'Telefon'],
  ['Apple', 'iPad (9th generation)', 'Surfplatta'],
  ['Dell', 'P2422H', 'Bildskärm'],
] as const

/** A register as a municipality exports it; the same lines each time. */
function* csv(devices: number): Generator<Buffer> {
  yield Buffer.from(
    'Inventarienummer;Serienummer;Tillverkare;Modell;Typ;Namn;Användare;E-post;Enhet;Inköpsdatum;Pris;Garanti t.o.m.;Ordernummer;Leverantör;IMEI;MAC-adress;Anteckning\r\n',
  )
  let text = ''
  for (let i = 0; i < devices; i++) {
    const [maker, model, kind] = models[i % models.length]!
    const serial = createHash('md5').update(String(i)).digest('hex').slice(0, 10).toUpperCase()
    const person = i % 50_000
    const used = i % 3 !== 0
    const day = `20${String(18 + (i % 8)).padStart(2, '0')}-${String(1 + (i % 12)).padStart(2, '0')}-15`
    const imei = kind === 'Telefon' ? withCheckDigit(35693803000000 + i) : ''
    const mac = `02:${serial
      .slice(0, 8)
      .replace(/[^0-9A-F]/g, '0')
      .match(/../g)!
      .join(':')}:0E`
    text += `EX-${String(100000 + i)};S${serial}${i.toString(36).toUpperCase()};${maker};${model};${kind};EXK-${i};${used ? `Person Nr ${person}` : ''};${used ? `person.${person}@exempelby.se` : ''};${used ? `Enhet ${person % 400}` : ''};${day};${9990 + (i % 40) * 100},50;20${26 + (i % 4)}-12-31;PO-${i >> 6};Leverantör ${i % 9} AB;${imei};${mac};${i % 10 === 0 ? 'Repa i locket, se ärende' : ''}\r\n`
    if (text.length > 1 << 16) {
      yield Buffer.from(text)
      text = ''
    }
  }
  yield Buffer.from(text)
}

function withCheckDigit(digits: number): string {
  const text = String(digits)
  let sum = 0
  for (let i = 0; i < 14; i++) {
    const digit = Number(text[i])
    const double = i % 2 === 1 ? digit * 2 : digit
    sum += double > 9 ? double - 9 : double
  }
  return text + String((10 - (sum % 10)) % 10)
}
