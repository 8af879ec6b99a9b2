// When a run was, by a station clock that writes local time without its zone.
import { hoursOf } from './certificate.ts'
import type { EvidenceFacts } from './evidence/shape.ts'
import type { ReasonCode } from './reasons.ts'

const minute = 60_000
/** Stations keep time by the network or badly; this much is forgiven against the server. */
const serverTolerance = 10 * minute
/** A run is believed when start, end and the tool's own duration agree this well. */
const durationTolerance = 2 * minute
const longestRun = 60 * 24 * 60 * minute
/** No tool that is read here is older; a station with an empty battery says 2003. */
const earliest = Date.UTC(2012, 0, 1)

/** The local clock of a zone at an instant, as if it were UTC. */
function wallClock(format: Intl.DateTimeFormat, at: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute: min = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour % 24, min, second)
}

/**
 * The instants that `YYYY/MM/DD HH:MM:SS` may mean in a zone: one, two in the hour that autumn
 * repeats, none in the hour that spring skips.
 */
function instantsOf(format: Intl.DateTimeFormat, local: string): readonly number[] {
  const known = instants.get(format)?.get(local)
  if (known) return known
  const found = findInstants(format, local)
  const ofFormat = instants.get(format)
  if (!ofFormat || ofFormat.size >= MOST_KNOWN) instants.set(format, new Map([[local, found]]))
  else ofFormat.set(local, found)
  return found
}

/** The drives of a bench began together: a file asks the same for each of them. */
const instants = new WeakMap<Intl.DateTimeFormat, Map<string, readonly number[]>>()
const MOST_KNOWN = 1000

function findInstants(format: Intl.DateTimeFormat, local: string): number[] {
  const match = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(local)
  if (!match) return []
  const [year, month, day, hour, min, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const wall = Date.UTC(year, month - 1, day, hour, min, second)
  const around = [wall - 86_400_000, wall, wall + 86_400_000]
  const offsets = new Set(around.map((at) => wallClock(format, at) - at))
  return [...offsets].map((offset) => wall - offset).filter((at) => wallClock(format, at) === wall)
}

// Making one takes longer than all that is asked of it, and a file asks it for every drive.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string | null): Intl.DateTimeFormat | null {
  if (timeZone === null) return null
  const known = formats.get(timeZone) ?? newFormat(timeZone)
  if (known) formats.set(timeZone, known)
  return known
}

function newFormat(timeZone: string): Intl.DateTimeFormat | null {
  const two = '2-digit'
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    })
  } catch {
    return null
  }
}

export interface RunTime {
  readonly startAt: Date
  readonly endAt: Date
}

/** The pair that fits the tool's own duration best; in autumn an end may read before its start. */
function bestPair(
  starts: readonly number[],
  ends: readonly number[],
  expected: number | null,
): RunTime | null {
  let best: { start: number; end: number; miss: number } | null = null
  for (const start of starts)
    for (const end of ends) {
      const miss = expected === null ? Math.abs(end - start) : Math.abs(end - start - expected)
      if (best === null || miss < best.miss) best = { start, end, miss }
    }
  return best && { startAt: new Date(best.start), endAt: new Date(best.end) }
}

const instant = (text: string | null): number[] => {
  const at = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? [] : [at]
}

/** When the run was, in UTC, or the reason why that cannot be said. */
export function runTime(
  facts: EvidenceFacts,
  stationTimeZone: string | null,
): RunTime | ReasonCode {
  const hours = hoursOf(facts.duration)
  const expected = hours === null ? null : hours * 60 * minute
  if (facts.startAt !== null && facts.endAt !== null)
    return bestPair(instant(facts.startAt), instant(facts.endAt), expected) ?? 'CLOCK_UNKNOWN'
  if (facts.startLocal === null || facts.endLocal === null) return 'CLOCK_UNKNOWN'
  const format = formatFor(stationTimeZone)
  if (format === null) return 'CLOCK_ZONE_UNKNOWN'
  const starts = instantsOf(format, facts.startLocal)
  const ends = instantsOf(format, facts.endLocal)
  return bestPair(starts, ends, expected) ?? 'CLOCK_IMPLAUSIBLE'
}

export interface ClockBounds {
  readonly receivedByServerAt: Date
  readonly receivedAt: Date | null
  readonly outcomeAt: Date | null
}

export function* clockReasons(
  facts: EvidenceFacts,
  stationTimeZone: string | null,
  bounds: ClockBounds,
): Generator<ReasonCode> {
  const run = runTime(facts, stationTimeZone)
  if (typeof run === 'string') return yield run
  const start = run.startAt.getTime()
  const end = run.endAt.getTime()
  if (end < start) yield 'CLOCK_BACKWARDS'
  const hours = hoursOf(facts.duration)
  const said = hours === null ? end - start : hours * 60 * minute
  const slack = Math.max(durationTolerance, said * 0.05)
  if (start < earliest || said > longestRun || Math.abs(end - start - said) > slack)
    yield 'CLOCK_IMPLAUSIBLE'
  if (end > bounds.receivedByServerAt.getTime() + serverTolerance) yield 'CLOCK_FUTURE'
  if (bounds.receivedAt && start < bounds.receivedAt.getTime()) yield 'CLOCK_BEFORE_RECEIPT'
  if (bounds.outcomeAt && end > bounds.outcomeAt.getTime()) yield 'CLOCK_AFTER_OUTCOME'
}
