// Reports of tools whose format nobody has published (WhiteCanyon, KillDisk and their like): a
// profile says which column or element means what. Such a report is somebody's word through a table
// of somebody's making, so that a person always has the last word.
import { withCertificate } from '../certificate.ts'
import { wholeNumber } from './lines.ts'
import { serialFrom } from './serial-state.ts'
import { nothingSaid, plainSession, type Evidence, type EvidenceFacts } from './shape.ts'

export const profileFields = [
  'serial',
  'result',
  'model',
  'method',
  'device',
  'bytes',
  'start',
  'end',
] as const
export type ProfileField = (typeof profileFields)[number]

export interface ReportProfile {
  readonly name: string
  readonly tool: string
  readonly format: 'csv' | 'xml'
  /** The element that stands for one drive; CSV has a line for each. */
  readonly row?: string
  /** The column or element of each field; attributes as `@name`, deeper ones as `disk/serial`. */
  readonly fields: Readonly<Partial<Record<ProfileField, string>>>
  /** The words of the result that mean done; any other means failed. */
  readonly success: readonly string[]
}

/** What is wrong with a profile that somebody wrote, or null. */
export function profileFault(value: unknown): string | null {
  const profile = value as Partial<ReportProfile> | null
  const isText = (text: unknown) => typeof text === 'string' && text !== '' && text.length <= 200
  if (typeof profile !== 'object' || profile === null) return 'profile'
  if (!isText(profile.name)) return 'name'
  if (!isText(profile.tool)) return 'tool'
  if (profile.format !== 'csv' && profile.format !== 'xml') return 'format'
  if (profile.format === 'xml' && !isText(profile.row)) return 'row'
  const fields = Object.entries(profile.fields ?? {})
  const unknown = fields.find(
    ([name, place]) => !(profileFields as readonly string[]).includes(name) || !isText(place),
  )
  if (unknown) return `fields/${unknown[0]}`
  if (!profile.fields?.serial) return 'fields/serial'
  if (!profile.fields.result) return 'fields/result'
  const { success } = profile
  return Array.isArray(success) && success.length > 0 && success.every(isText) ? null : 'success'
}

export type ReportRow = (place: string) => string | null

/** An instant when the zone is told, otherwise the local time as the other readers write it. */
function timesOf(text: string | null): { at: string | null; local: string | null } {
  const match =
    /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/.exec(
      text ?? '',
    )
  if (!match) return { at: null, local: null }
  const [, year, month, day, time, zone] = match
  if (zone === undefined) return { at: null, local: `${year}/${month}/${day} ${time}` }
  const at = new Date(`${year}-${month}-${day}T${time}${zone}`)
  const told = Number.isNaN(at.getTime()) ? null : at.toISOString().replace('.000Z', 'Z')
  return { at: told, local: null }
}

function factsOf(row: ReportRow, profile: ReportProfile): EvidenceFacts {
  const of = (field: ProfileField): string | null => {
    const place = profile.fields[field]
    return place === undefined ? null : row(place)?.trim() || null
  }
  const said = of('result')
  const done = said !== null && profile.success.includes(said)
  const start = timesOf(of('start'))
  const end = timesOf(of('end'))
  return {
    ...nothingSaid,
    ...serialFrom(of('serial')),
    device: of('device'),
    model: of('model'),
    method: of('method'),
    technique: 'overwrite',
    bytesErased: wholeNumber(of('bytes') ?? undefined),
    statusRow: said,
    startAt: start.at,
    endAt: end.at,
    startLocal: start.local,
    endLocal: end.local,
    verifiedByTool: done,
    result: said === null ? 'incomplete' : done ? 'erased' : 'failed',
    maxLevel: done ? 'clear' : null,
    doubts: ['MAPPED_REPORT'],
  }
}

/** @returns null when there is no row of it: then it is another tool's file */
export function mappedEvidence(
  rows: readonly ReportRow[],
  profile: ReportProfile,
): Evidence | null {
  if (rows.length === 0) return null
  const devices = rows.map((row) => withCertificate(factsOf(row, profile)))
  const { tool } = profile
  return {
    format: 'mapped',
    tool,
    toolVersion: null,
    sessions: [plainSession(tool, null, devices)],
  }
}
