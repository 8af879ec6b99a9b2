// The file of a backup: gzip over lines of text, so that `zcat` shows what is in it.
//
//   {"omlopp":"backup","format":1,…,"tables":[{"schema":…,"name":…,"columns":[…],"rows":2}]}
//   rows of the first table in PostgreSQL's COPY text format
//   \.
//   … the other tables, in the order of the heading …
//   {"sha256":"…"}                       over every byte before this line

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { type Result, done, refuse } from '../../core/result.ts'
import type { Sequence } from './catalogue.ts'

export const format = 1

export interface BackupHeader {
  readonly omlopp: 'backup'
  readonly format: number
  readonly productVersion: string
  readonly serverVersion: string
  readonly madeAt: string
  readonly schemas: readonly string[] | null
  readonly migrations: readonly string[]
  readonly sequences: readonly Sequence[]
  readonly tables: readonly {
    readonly schema: string
    readonly name: string
    readonly columns: readonly string[]
    readonly rows: number
  }[]
}

const newline = 10
const endOfRows = Buffer.from('\\.\n')
const endAfterRow = Buffer.from('\n\\.\n')
const longestHeader = 64 * 1024 ** 2

/** The bytes of a file: the header, then each table's rows, then the seal. */
export async function* contentOf(
  header: BackupHeader,
  rowsOf: (index: number) => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const hashed = (bytes: Buffer): Buffer => {
    hash.update(bytes)
    return bytes
  }
  yield hashed(Buffer.from(`${JSON.stringify(header)}\n`))
  for (const index of header.tables.keys()) {
    for await (const bytes of rowsOf(index)) yield hashed(bytes)
    yield hashed(endOfRows)
  }
  yield Buffer.from(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`)
}

/** Thrown while reading a file that is cut short or changed. */
const damaged = (what: string, cause?: unknown): Error =>
  Object.assign(new Error(`The backup is damaged: ${what}.`, { cause }), { code: 'backup-damaged' })

const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'backup-damaged' || String(error.code).startsWith('Z_'))

export interface BackupReader {
  readonly header: () => Promise<BackupHeader>
  /** The rows of the next table; read them to the end. */
  readonly rows: () => AsyncGenerator<Buffer>
  /** Throws unless everything read so far is what was written, and nothing follows. */
  readonly seal: () => Promise<void>
  readonly close: () => void
}

export function openBackup(file: string): BackupReader {
  const source = createReadStream(file)
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  source.on('error', (error) => gunzip.destroy(error))
  const pieces = source.pipe(gunzip)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const hash = createHash('sha256')
  let rest: Buffer = Buffer.alloc(0)

  async function more(): Promise<boolean> {
    const { value, done: ended } = await pieces.next()
    if (ended) return false
    rest = rest.length === 0 ? value : Buffer.concat([rest, value])
    return true
  }
  function take(length: number): Buffer {
    const taken = rest.subarray(0, length)
    rest = rest.subarray(length)
    return taken
  }
  async function line(): Promise<Buffer> {
    while (!rest.includes(newline)) {
      if (rest.length > longestHeader || !(await more())) throw damaged('a line does not end')
    }
    return take(rest.indexOf(newline) + 1)
  }
  async function header(): Promise<BackupHeader> {
    const bytes = await line()
    hash.update(bytes)
    const value = parse(bytes)
    if (!isHeader(value)) throw damaged('it does not begin as a backup')
    return value
  }
  async function* rows(): AsyncGenerator<Buffer> {
    for (let lineStart = true; ;) {
      while (rest.length < endAfterRow.length) if (!(await more())) break
      if (lineStart && rest.subarray(0, endOfRows.length).equals(endOfRows)) break
      const end = rest.indexOf(endAfterRow)
      // What may be the beginning of the end stays for the next round.
      const length = end >= 0 ? end + 1 : rest.length - endOfRows.length
      if (length <= 0) throw damaged('rows do not end')
      const bytes = take(length)
      lineStart = bytes.at(-1) === newline
      hash.update(bytes)
      yield bytes
      if (end < 0 && !(await more())) throw damaged('rows do not end')
    }
    hash.update(take(endOfRows.length))
  }
  async function seal(): Promise<void> {
    const digest = hash.digest('hex')
    if ((parse(await line()) as { sha256?: unknown }).sha256 !== digest)
      throw damaged('the checksum differs')
    if (rest.length > 0 || (await more())) throw damaged('something follows the end')
  }
  const close = (): void => {
    source.destroy()
    gunzip.destroy()
  }
  return { header, rows, seal, close }
}

/** Of a later format only the first two fields are known. */
function isHeader(value: object): value is BackupHeader {
  const it = value as Partial<Record<keyof BackupHeader, unknown>>
  if (it.omlopp !== 'backup' || typeof it.format !== 'number') return false
  if (it.format > format) return true
  return (
    isListOf(it.tables, (table) => isNamed(table) && isListOf(table['columns'], isText)) &&
    isListOf(it.sequences, isNamed) &&
    isListOf(it.migrations, isText) &&
    (it.schemas === null || isListOf(it.schemas, isText))
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isListOf = (value: unknown, each: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(each)
const isNamed = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  isText((value as Record<string, unknown>)['schema']) &&
  isText((value as Record<string, unknown>)['name'])

function parse(bytes: Buffer): object {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (typeof value === 'object' && value !== null) return value
  } catch (error) {
    throw damaged('a line is not JSON', error)
  }
  throw damaged('a line is not an object')
}

export type ReadRefusal = 'backup-damaged' | 'backup-newer'

/** Reads the whole file, so that a damaged one is refused before anything is touched. */
export async function verifyBackup(file: string): Promise<Result<BackupHeader, ReadRefusal>> {
  const reader = openBackup(file)
  try {
    const header = await reader.header()
    if (header.format > format) return refuse('backup-newer', { format: header.format })
    for (const table of header.tables) {
      let count = 0
      for await (const bytes of reader.rows()) count += lines(bytes)
      if (count !== table.rows) throw damaged(`${table.schema}.${table.name} lacks rows`)
    }
    await reader.seal()
    return done(header)
  } catch (error) {
    if (isDamage(error)) return refuse('backup-damaged', { reason: String(error) })
    throw error
  } finally {
    reader.close()
  }
}

/** Each row is a line: COPY writes line breaks within a value as `\n`. */
export function lines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count += 1
  return count
}
