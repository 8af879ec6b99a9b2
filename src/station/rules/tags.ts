// What was scanned, against what waits for erasure: whose policy holds, and whether the drive is
// known to sit elsewhere.
import { done, refuse, type Result } from '../../core/result.ts'
import { normaliseSerial } from '../../features/devices/rules/serial.ts'
import type { MediumKind, RequiredLevel } from '../../features/erasure/rules/gate.ts'

export interface WorkItem {
  readonly deviceId: string
  readonly assetTag: string | null
  readonly serialNumber: string | null
  readonly maker: string
  readonly model: string
  readonly requiredLevel: Readonly<Record<MediumKind, RequiredLevel>>
  readonly media: readonly string[]
}

export type TagRefusal =
  | 'tag-missing'
  /** What was scanned is the serial of this very drive, or of another one: not a device's tag. */
  | 'tag-of-a-drive'
  /** The drive is known, and sits in another device. */
  | 'drive-of-another'

export interface TagFound {
  readonly tag: string
  /** Null: not in the list; a list made days ago does not hold what came since. */
  readonly item: WorkItem | null
}

export function decideTag(
  scanned: string,
  serial: string | null,
  work: readonly WorkItem[],
): Result<TagFound, TagRefusal> {
  const tag = scanned.trim()
  if (tag === '') return refuse('tag-missing')
  const key = normaliseSerial(tag)
  const isDrive = (one: string) => normaliseSerial(one) === key
  if (serial !== null && isDrive(serial)) return refuse('tag-of-a-drive', { tag })
  const item =
    work.find((one) => one.assetTag?.trim().toLowerCase() === tag.toLowerCase()) ??
    work.find((one) => one.serialNumber !== null && normaliseSerial(one.serialNumber) === key)
  if (!item && work.some(({ media }) => media.some(isDrive)))
    return refuse('tag-of-a-drive', { tag })
  const holder = serial === null ? undefined : work.find(({ media }) => media.includes(serial))
  if (holder && holder.deviceId !== item?.deviceId)
    return refuse('drive-of-another', { tag: holder.assetTag ?? holder.serialNumber ?? '–' })
  return done({ tag, item: item ?? null })
}

const rank: Record<RequiredLevel, number> = { clear: 0, purge: 1, destroy: 2 }

/** The higher of what the owner asks for and what was asked for at the bench. */
export const levelFor = (
  item: WorkItem | null,
  kind: MediumKind,
  atBench: RequiredLevel,
): RequiredLevel => {
  const owners = item?.requiredLevel[kind] ?? 'clear'
  return rank[owners] > rank[atBench] ? owners : atBench
}
