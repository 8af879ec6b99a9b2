// A refresh round: many devices are replaced at once, named by their codes in one pasted list.
import type { DeviceId, PersonId, UnitId } from '../../../core/ids.ts'

/** As many as one order takes. */
export const MOST_REPLACED = 1000

/**
 * The rows in which each code stands, counted as the spreadsheet that it is pasted from counts them:
 * an empty row is a row. Spaces inside a code stay, since people write `EX-103 390`.
 */
export function rowsOf(pasted: string): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>()
  for (const [at, line] of pasted.split(/\r\n|\r|\n/).entries())
    for (const code of line
      .split(/[\t,;]+/)
      .map((cell) => cell.trim())
      .filter(Boolean))
      rows.set(code, [...(rows.get(code) ?? []), at + 1])
  return rows
}

/** Each code once. */
export const codesOf = (pasted: string): readonly string[] => [...rowsOf(pasted).keys()]

interface Found {
  readonly code: string
  readonly devices: readonly {
    readonly id: DeviceId
    readonly holder: { readonly id: PersonId } | null
    readonly unit: { readonly id: UnitId } | null
  }[]
}

export interface Replaced {
  readonly replacesId: DeviceId
  readonly holderId: PersonId | null
  readonly unitId: UnitId | null
}

export interface Round {
  /** Each device once, also where two codes name it. */
  readonly replaced: readonly Replaced[]
  /** Codes that no device has, that several have, and whose device nobody holds. */
  readonly unknown: readonly string[]
  readonly several: readonly string[]
  readonly unheld: readonly string[]
}

/** Who holds the old one needs the new one. */
export function roundOf(found: readonly Found[]): Round {
  const replaced = new Map<DeviceId, Replaced>()
  const unheld: string[] = []
  for (const { code, devices } of found) {
    const [device, ...more] = devices
    if (!device || more.length > 0) continue
    const { holder, unit } = device
    if (holder || unit)
      replaced.set(device.id, {
        replacesId: device.id,
        holderId: holder?.id ?? null,
        unitId: unit?.id ?? null,
      })
    else unheld.push(code)
  }
  const codesWith = (wanted: (count: number) => boolean) =>
    found.filter(({ devices }) => wanted(devices.length)).map(({ code }) => code)
  return {
    replaced: [...replaced.values()],
    unknown: codesWith((count) => count === 0),
    several: codesWith((count) => count > 1),
    unheld,
  }
}

export const isClean = ({ unknown, several, unheld }: Round): boolean =>
  unknown.length + several.length + unheld.length === 0

/** The unit of all of them, or none: then nothing is proposed for it. */
export function commonUnit({ replaced }: Round): UnitId | null {
  const [first, ...others] = replaced
  return first?.unitId && others.every(({ unitId }) => unitId === first.unitId)
    ? first.unitId
    : null
}
