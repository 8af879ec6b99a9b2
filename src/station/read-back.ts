// Reads places of a drive past the page cache: nwipe 0.34 and 0.38 "verified" from memory a drive
// that had dropped every write. Which way was to be had is said in the answer.
import { createHash } from 'node:crypto'
import { constants, openSync, closeSync, read } from 'node:fs'
import { promisify } from 'node:util'
import {
  checkBytes,
  type Expectation,
  type ReadBack,
  type ReadMode,
} from '../features/erasure/rules/station/read-back.ts'
import {
  coveredBytes,
  planSamples,
  samplingRule,
  type Place,
} from '../features/erasure/rules/station/sampling.ts'
import { runTool } from './tools.ts'

const readAt = promisify(read)
const CHUNK = 1 << 20
/** Memory of WebAssembly begins on a page, which O_DIRECT asks of its buffer and Buffer does not give. */
const pages = () =>
  Buffer.from(new WebAssembly.Memory({ initial: CHUNK / 65_536 }).buffer, 0, CHUNK)

interface OpenDrive {
  readonly fd: number
  readonly mode: ReadMode
  readonly buffer: Buffer
}

async function open(path: string): Promise<OpenDrive> {
  const buffer = pages()
  // Tools and kernel may hold pages of the device that were read before.
  await runTool('blockdev', ['--flushbufs', path], { timeoutMs: 600_000 })
  try {
    const fd = openSync(path, constants.O_RDONLY | constants.O_DIRECT)
    try {
      await readAt(fd, buffer, 0, 4096, 0)
      return { fd, mode: 'direct', buffer }
    } catch (error) {
      closeSync(fd)
      if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error
  }
  return { fd: openSync(path, constants.O_RDONLY), mode: 'flushed', buffer }
}

async function* chunksOf({ fd, buffer }: OpenDrive, place: Place) {
  for (let at = 0; at < place.length;) {
    const wanted = Math.min(CHUNK, place.length - at)
    const { bytesRead } = await readAt(fd, buffer, 0, wanted, place.offset + at)
    if (bytesRead === 0) throw new Error(`the drive ends at ${place.offset + at}`)
    yield { at: place.offset + at, bytes: buffer.subarray(0, bytesRead) }
    at += bytesRead
  }
}

export interface Before {
  readonly plan: Asked
  readonly hashes: readonly {
    readonly place: Place
    readonly sha256: string
    readonly data: boolean
  }[]
}
export interface Asked {
  readonly seed: string
  readonly bytes: number
  readonly percent: number
}

/** So many places are read before: enough to see that nothing was written, in seconds. */
const placesBefore = 256
const bytesBefore = 64 * 1024

/** The beginning of places all over the drive, as they are before anything is written. */
export async function readBefore(path: string, plan: Asked): Promise<Before> {
  const places = planSamples(plan)
  const step = Math.max(1, Math.ceil(places.length / placesBefore))
  const drive = await open(path)
  try {
    const hashes = []
    for (const { offset, length } of places.filter((_, n) => n % step === 0)) {
      const place = { offset, length: Math.min(length, bytesBefore) }
      const hash = createHash('sha256')
      let data = false
      for await (const { bytes } of chunksOf(drive, place)) {
        hash.update(bytes)
        data ||= checkBytes(bytes, 'changed').uniform === null
      }
      hashes.push({ place, data, sha256: hash.digest('hex') })
    }
    return { plan, hashes }
  } finally {
    closeSync(drive.fd)
  }
}

/**
 * Every place of the plan, byte for byte. Ends at the first place that is left over, since one is
 * enough and a drive that kept everything would take hours.
 */
export async function readBack(
  path: string,
  before: Before | null,
  plan: Asked,
  expect: Expectation,
  moved: (bytes: number) => void = () => {},
): Promise<ReadBack> {
  const places = planSamples(plan)
  const drive = await open(path)
  const all = createHash('sha256')
  const found = { readBytes: 0, leftovers: 0, firstLeftoverAt: null as number | null }
  let fill: number | null = null
  try {
    for (const place of places) {
      for await (const { at, bytes } of chunksOf(drive, place)) {
        const { leftover, uniform } = checkBytes(bytes, expect, fill)
        all.update(bytes)
        found.readBytes += bytes.length
        moved(found.readBytes)
        if (leftover !== -1) {
          found.leftovers++
          found.firstLeftoverAt ??= at + leftover
          break
        }
        fill ??= uniform
      }
      if (found.leftovers > 0) break
    }
    const unchanged = before ? await countUnchanged(drive, before) : 0
    return {
      ...plan,
      ...found,
      rule: samplingRule,
      places: places.length,
      coveredBytes: coveredBytes(places),
      expect,
      mode: drive.mode,
      before: before && {
        places: before.hashes.length,
        withData: before.hashes.filter(({ data }) => data).length,
        sha256: createHash('sha256')
          .update(before.hashes.map(({ sha256 }) => sha256).join('\n'))
          .digest('hex'),
      },
      unchanged,
      sha256: all.digest('hex'),
    }
  } finally {
    closeSync(drive.fd)
  }
}

/** Places that held data and hold the very same: the drive was told to write, and did not. */
async function countUnchanged(drive: OpenDrive, before: Before): Promise<number> {
  let count = 0
  for (const { place, sha256, data } of before.hashes) {
    if (!data) continue
    const hash = createHash('sha256')
    for await (const { bytes } of chunksOf(drive, place)) hash.update(bytes)
    if (hash.digest('hex') === sha256) count++
  }
  return count
}
