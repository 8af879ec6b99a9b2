// A stretch of a log's own rows: which entry stands at which index, and what it hashed to.
import type { LogRow } from '../../checker/log.ts'
import type { ColumnsReader } from './columns.ts'
import { recordsOf, type Fields } from './copy-records.ts'
import type { Source } from './check-logs.ts'

const [UUID, HASH] = [16, 32]

/** In a few long stretches of memory, since a log has many rows. */
export class Logged {
  count = 0
  readonly #indexes: Float64Array
  readonly #subjects: Buffer
  readonly #seqs: Int32Array
  readonly #hashes: Uint8Array

  constructor(most: number) {
    this.#indexes = new Float64Array(most)
    this.#subjects = Buffer.alloc(most * UUID)
    this.#seqs = new Int32Array(most)
    this.#hashes = new Uint8Array(most * HASH)
  }

  add(fields: Fields): void {
    const n = this.count++
    this.#indexes[n] = fields.integer()!
    this.#subjects.set(fields.bytes()!, n * UUID)
    this.#seqs[n] = fields.integer()!
    this.#hashes.set(fields.bytes()!, n * HASH)
  }

  get first(): number {
    return this.#indexes[0]!
  }

  /** After the last row, or where the stretch was asked from. */
  end(from: number): number {
    return this.count === 0 ? from : this.indexAt(this.count - 1) + 1
  }

  indexAt = (n: number): number => this.#indexes[n]!

  /** Whether the subject and number that come next are those of the row. */
  isNext(n: number, fields: Fields): boolean {
    const [from, at] = [n * UUID, fields.pass()]
    let same = fields.integer() === this.#seqs[n]
    for (let byte = 0; byte < UUID; byte++)
      same &&= fields.buffer[at + byte] === this.#subjects[from + byte]
    return same
  }

  /** The row with the entry that comes next. */
  row(n: number, fields: Fields, read: ColumnsReader): LogRow {
    const index = this.#indexes[n]!
    const leafHash = this.#hashes.subarray(n * HASH, (n + 1) * HASH)
    const bytes = fields.bytes()
    // Without the entry all that comes of it is null.
    if (!bytes) return { index, leafHash, bytes }
    const agrees = read(fields, this.#subjects, n * UUID, this.#seqs[n]!)
    return { index, leafHash, bytes, agrees }
  }
}

/** The rows that come next after an index. */
export async function readLogged(
  source: Source,
  id: string,
  after: number,
  most: number,
): Promise<Logged> {
  const logged = new Logged(most)
  const sql = `COPY (SELECT index, subject_id, seq, leaf_hash FROM proofs.log_entry
    WHERE organisation_id = '${id}' AND index > ${after} ORDER BY index LIMIT ${most})
    TO STDOUT (FORMAT binary)`
  for await (const _ of recordsOf(source.copyOut(sql), (fields) => logged.add(fields)));
  return logged
}
