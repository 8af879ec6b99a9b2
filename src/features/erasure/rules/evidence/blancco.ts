// Blancco Drive Eraser reports, as XML or as its JSON export: named entries inside named entries.
import { XMLParser } from 'fast-xml-parser'
import { withCertificate } from '../certificate.ts'
import type { ReasonCode } from '../reasons.ts'
import { nodeOfExport } from './blancco-json.ts'
import { isObject, largestDocument, textOf, type JsonObject } from './json.ts'
import { wholeNumber } from './lines.ts'
import { serialFrom } from './serial-state.ts'
import {
  nothingSaid,
  type ErasureResult,
  type Evidence,
  type EvidenceFacts,
  type EvidenceSession,
} from './shape.ts'

// Numbers stay text (a serial may be 0123), and no entity is expanded.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  isArray: (name) => ['report', 'entries', 'entry', 'log_entry'].includes(name),
})

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? '')

const listOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : []

/** The texts of the entries directly under a node, by name. */
function entriesOf(node: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (!isObject(node)) return found
  for (const entry of listOf(node['entry'])) {
    const name = textOf(entry['@name'])
    if (name !== null) found.set(name, unescape(textOf(entry['#text']) ?? ''))
  }
  return found
}

/** Every group of that name, however deep, as versions nest them differently. */
function groupsOf(node: unknown, name: string, depth = 0): JsonObject[] {
  if (!isObject(node) || depth > 8) return []
  return listOf(node['entries']).flatMap((group) =>
    group['@name'] === name ? [group] : groupsOf(group, name, depth + 1),
  )
}

function instantOf(text: string | undefined): string | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/.exec(
    text ?? '',
  )
  if (!match) return null
  const at = new Date(`${match[1]}${(match[2] ?? '').replace(/^(...)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString().replace('.000Z', 'Z')
}

function resultOf(entries: ReadonlyMap<string, string>): ErasureResult {
  const state = entries.get('state')
  if (state === undefined) return 'incomplete'
  if (/^(?:cancel|abort|interrupt)/i.test(state)) return 'aborted'
  // `Successful` exactly: "Successful with exceptions" is a failure, and so is any unknown word.
  if (state !== 'Successful') return 'failed'
  const exception = [...entries].some(
    ([name, text]) => /exception/i.test(name) && !/^(?:0|false|none|no)?$/i.test(text),
  )
  const failedSectors = entries.get('failed_sectors')
  if (exception || (failedSectors !== undefined && failedSectors !== '0')) return 'failed'
  return failedSectors === undefined ? 'incomplete' : 'erased'
}

function factsOf(
  erasure: JsonObject,
  disks: readonly JsonObject[],
  doubts: ReasonCode[],
): EvidenceFacts {
  const entries = entriesOf(erasure)
  const target = entriesOf(groupsOf(erasure, 'target')[0])
  const serial = target.get('serial') ?? null
  const disk = disks.map(entriesOf).find((entry) => !!serial && entry.get('serial') === serial)
  const bus = disk?.get('interface_type') ?? null
  const firmware = wholeNumber(entries.get('firmware_rounds'))
  const method = entries.get('erasure_standard_name') ?? null
  const result = resultOf(entries)
  const purge = (firmware ?? 0) > 0 && /purge/i.test(method ?? '')
  const rounds = wholeNumber(entries.get('total_erasure_rounds'))
  const verifyOnly = rounds === 0
  return {
    ...nothingSaid,
    bus,
    model: target.get('model') ?? null,
    ...serialFrom(serial),
    method,
    technique: (firmware ?? 0) > 0 ? 'firmware' : 'overwrite',
    roundsRequested: rounds,
    roundsCompleted: result === 'erased' ? rounds : null,
    firmwareRounds: firmware,
    overwriteRounds: wholeNumber(entries.get('overwriting_rounds')),
    bytesTotal: wholeNumber(target.get('capacity')),
    verifyErrors: wholeNumber(entries.get('failed_sectors')),
    statusRow: entries.get('state') ?? null,
    duration: entries.get('elapsed_time') ?? null,
    hiddenArea: /nvme/i.test(bus ?? '') ? 'not_applicable' : 'unknown',
    startAt: instantOf(entries.get('start_time')),
    endAt: instantOf(entries.get('end_time')),
    // Successful is said after the tool's own verification.
    verifiedByTool: result === 'erased',
    result: result === 'erased' && verifyOnly ? 'verify_only' : result,
    maxLevel: result !== 'erased' || verifyOnly ? null : purge ? 'purge' : 'clear',
    doubts,
  }
}

function versionOf(description: unknown): string | null {
  if (!isObject(description) || !isObject(description['document_log'])) return null
  const authors = listOf(description['document_log']['log_entry']).map((entry) => entry['author'])
  for (const author of authors)
    if (isObject(author) && textOf(author['product_version']) !== null)
      return textOf(author['product_version'])
  return null
}

function sessionOf(report: JsonObject): EvidenceSession | null {
  const blancco = report['blancco_data']
  if (!isObject(blancco)) return null
  const description = isObject(blancco['description']) ? blancco['description'] : {}
  const version = versionOf(description)
  const doubts: ReasonCode[] = /^[5-7]\./.test(version ?? '') ? [] : ['UNKNOWN_VERSION']
  const verified = entriesOf(description['description_entries']).get('verified')
  if (verified !== undefined && verified !== 'true') doubts.push('REPORT_UNVERIFIED')
  const hardware = blancco['blancco_hardware_report']
  const disks = groupsOf(hardware, 'disk')
  const fields = entriesOf(groupsOf(report['user_data'], 'fields')[0])
  const erasures = groupsOf(blancco['blancco_erasure_report'], 'erasure')
  return {
    tool: 'Blancco Drive Eraser',
    toolVersionInLog: version,
    summaryPresent: erasures.length > 0,
    optionsSummary: null,
    finalLine: null,
    hostSerial: entriesOf(groupsOf(hardware, 'system')[0]).get('serial') ?? null,
    assetTag: fields.get('Asset ID') ?? null,
    devices: erasures.map((erasure) => withCertificate(factsOf(erasure, disks, doubts))),
  }
}

export function readBlancco(text: string): Evidence | null {
  if (text.length > largestDocument || !text.includes('<blancco_data')) return null
  let root: unknown
  try {
    root = parser.parse(text, true)
  } catch {
    return null
  }
  return evidenceOf('blancco-xml', root)
}

/** The JSON export says the same in arrays of objects with one key each. */
export function readBlanccoJson(text: string): Evidence | null {
  if (text.length > largestDocument || !text.includes('"blancco_data"')) return null
  try {
    return evidenceOf('blancco-json', nodeOfExport(JSON.parse(text.replace(/^\ufeff/, ''))))
  } catch {
    return null
  }
}

function evidenceOf(format: 'blancco-xml' | 'blancco-json', root: unknown): Evidence | null {
  const document = isObject(root) && isObject(root['root']) ? root['root'] : root
  if (!isObject(document)) return null
  const sessions = listOf(document['report'])
    .map(sessionOf)
    .filter((session) => session !== null)
  if (sessions.length === 0) return null
  const toolVersion = sessions[0]?.toolVersionInLog ?? null
  return { format, tool: 'Blancco Drive Eraser', toolVersion, sessions }
}
