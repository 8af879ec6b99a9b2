// Records out of what PostgreSQL sends for `COPY … TO STDOUT (FORMAT binary)`: a header of nineteen
// bytes, then for each record how many fields it has, and for each field its length and its bytes.

const HEADER = 19
const END = -1
const NULL = -1

/** One record, field after field. What is read must be copied or used before the next one. */
export class Fields {
  #buffer: Buffer = Buffer.alloc(0)
  #at = 0

  over(buffer: Buffer, at: number): this {
    this.#buffer = buffer
    this.#at = at
    return this
  }

  /** @returns where the field's bytes end; the place stands where they begin */
  #next(): number | null {
    const length = int32(this.#buffer, this.#at)
    this.#at += 4
    return length === NULL ? null : this.#at + length
  }

  bytes(): Buffer | null {
    const end = this.#next()
    return end === null ? null : this.#buffer.subarray(this.#at, (this.#at = end))
  }

  /** Passes over a field that is not null. @returns where its bytes begin */
  pass(): number {
    const from = this.#at + 4
    this.#at = this.#next()!
    return from
  }

  /** Where all of it lies, and the place reached: what is only compared needs nothing made of it. */
  get buffer(): Buffer {
    return this.#buffer
  }
  get at(): number {
    return this.#at
  }

  text(): string | null {
    const end = this.#next()
    return end === null ? null : this.#buffer.toString('utf8', this.#at, (this.#at = end))
  }

  /** Of four bytes or eight; ours are below 2^53. */
  integer(): number | null {
    const end = this.#next()
    if (end === null) return null
    const high = int32(this.#buffer, this.#at)
    const long = end - this.#at === 8
    const value = long ? high * 2 ** 32 + (int32(this.#buffer, this.#at + 4) >>> 0) : high
    this.#at = end
    return value
  }
}

const int32 = (bytes: Buffer, at: number): number =>
  (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!

/** Used again and again: a new one for each chunk costs the collector more than the reading. */
const ROOM = 1 << 20

/** As many records at a time as have come; they lie there until the next are asked for. */
export async function* recordsOf<Row>(
  chunks: AsyncIterable<Buffer>,
  read: (fields: Fields) => Row,
): AsyncGenerator<Row[]> {
  const fields = new Fields()
  let room: Buffer = Buffer.allocUnsafeSlow(ROOM)
  // What has come and is in no record yet lies there.
  let [from, to] = [0, 0]
  let at = HEADER
  for await (const chunk of chunks) {
    if (to + chunk.length > room.length) {
      const larger = to - from + chunk.length > room.length / 2
      const next = larger ? Buffer.allocUnsafeSlow(2 * (to - from + chunk.length)) : room
      room.copy(next, 0, from, to)
      ;[room, at, from, to] = [next, at - from, 0, to - from]
    }
    chunk.copy(room, to)
    to += chunk.length
    const rows: Row[] = []
    for (let end = endOf(room, at, to); end !== null; end = endOf(room, at, to)) {
      rows.push(read(fields.over(room, at + 2)))
      from = at = end
    }
    if (rows.length > 0) yield rows
  }
}

/** Where the record ends, or null when it has not come whole or there is none. */
function endOf(buffer: Buffer, from: number, to: number): number | null {
  if (from + 2 > to) return null
  const count = buffer.readInt16BE(from)
  if (count === END) return null
  let at = from + 2
  for (let field = 0; field < count; field++) {
    if (at + 4 > to) return null
    const length = int32(buffer, at)
    at += 4 + (length === NULL ? 0 : length)
  }
  return at <= to ? at : null
}
