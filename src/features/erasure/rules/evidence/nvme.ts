// nvme-cli: the status page of Sanitize, the answer of Format, and who the controller is.
import { withCertificate } from '../certificate.ts'
import { isObject, numberOf, textOf, type JsonObject } from './json.ts'
import { linesOf, wholeNumber } from './lines.ts'
import { serialFrom } from './serial-state.ts'
import {
  nothingSaid,
  plainSession,
  type ErasureResult,
  type Evidence,
  type EvidenceFacts,
  type NvmeController,
  type SanitizeStatus,
} from './shape.ts'

const tool = 'nvme-cli'

/** Sanitize action in bits 0–2 of command dword 10 (NVMe base specification, Sanitize). */
const actions: Record<number, readonly [string, EvidenceFacts['technique']]> = {
  2: ['block erase', 'block-erase'],
  3: ['overwrite', 'firmware'],
  4: ['crypto erase', 'crypto-erase'],
}

const results: Record<number, ErasureResult> = {
  0: 'not_started',
  1: 'sanitized',
  2: 'in_progress',
  3: 'failed',
  4: 'sanitized',
}

/**
 * The page names no version. Its layout does: with the state of the sanitize machine at the end it
 * is the one that has been read and tried.
 */
const layoutTried = '2.13'

function sanitizeEvidence(
  form: SanitizeStatus['form'],
  layout: string | null,
  device: string | null,
  status: number | null,
  sprog: number | null,
  globalErased: number | null,
  dword10: number | null,
): Evidence {
  const [action, technique] = actions[(dword10 ?? 0) & 7] ?? [null, null]
  const sanitize: SanitizeStatus = {
    status,
    sprog,
    progress: sprog === null ? null : Math.round((sprog / 65536) * 1000) / 1000,
    globalErased,
    action,
    actionCode: dword10 === null ? null : dword10 & 7,
    form,
    layout,
  }
  const result = results[status ?? -1] ?? 'incomplete'
  const done = result === 'sanitized' && action !== null
  const facts: EvidenceFacts = {
    ...nothingSaid,
    device: device === null ? null : `/dev/${device}`,
    bus: 'NVME',
    method: action,
    technique,
    hiddenArea: 'not_applicable',
    // The page also says whether anything was written since: only then is the drive as it left.
    verifiedByTool: done && globalErased === 1,
    result: result === 'sanitized' && action === null ? 'incomplete' : result,
    maxLevel: done && globalErased === 1 ? 'purge' : null,
    doubts: ['READBACK_MISSING'],
  }
  const sessions = [plainSession(tool, null, [withCertificate(facts)])]
  return { format: 'nvme-sanitize-log', tool, toolVersion: null, sessions, sanitize }
}

/** `nvme sanitize-log -o json`; keys vary between versions, and status may be text or number. */
export function readSanitizeJson(json: JsonObject): Evidence | null {
  for (const [device, page] of Object.entries(json)) {
    if (!isObject(page) || !('sprog' in page)) continue
    const sstat = page['sstat']
    const fields = isObject(sstat) ? sstat : null
    const word = numberOf(sstat)
    const status = fields
      ? (wholeNumber(/^\((\d)\)/.exec(textOf(fields['status']) ?? '')?.[1]) ??
        numberOf(fields['status']))
      : word === null
        ? null
        : word & 7
    const global = fields
      ? numberOf(fields['global_erased'])
      : word === null
        ? null
        : (word >> 8) & 1
    const dword10 = numberOf(page['cdw10_info'])
    const layout = 'sanitize_state_information' in page ? layoutTried : null
    return sanitizeEvidence(
      'json',
      layout,
      device,
      status,
      numberOf(page['sprog']),
      global,
      dword10,
    )
  }
  return null
}

export function readSanitizeText(text: string): Evidence | null {
  if (!text.includes('(SSTAT)')) return null
  const values = new Map<string, number>()
  for (const line of linesOf(text)) {
    const match = /\((SPROG|SSTAT|SCDW10)\)\s*:\s*(0x[\da-f]{1,8}|\d{1,10})/i.exec(line)
    if (match) values.set(match[1] ?? '', Number(match[2]))
  }
  const sstat = values.get('SSTAT') ?? null
  return sanitizeEvidence(
    'text',
    text.includes('(SSI)') ? layoutTried : null,
    null,
    sstat === null ? null : sstat & 7,
    values.get('SPROG') ?? null,
    sstat === null ? null : (sstat >> 8) & 1,
    values.get('SCDW10') ?? null,
  )
}

/**
 * `nvme format` answers with one line, for one namespace, also for `-s 2` on a controller that
 * cannot erase its key. So it is a command taken, and clear at most.
 */
export function readNvmeFormat(text: string): Evidence | null {
  const taken = /^Success formatting namespace:\s*([\da-f]{1,8})\s*$/im.exec(text)
  if (!taken && !/^NVMe status:.*\n?.*format|^nvme format/im.test(text.slice(0, 4000))) return null
  const failed = !taken || /^rc=[1-9]/m.test(text) || /^NVMe status: (?!SUCCESS)/im.test(text)
  const facts: EvidenceFacts = {
    ...nothingSaid,
    bus: 'NVME',
    method: 'nvme format',
    technique: 'format',
    hiddenArea: 'not_applicable',
    result: failed ? 'failed' : 'command_accepted',
    maxLevel: failed ? null : 'clear',
    doubts: ['READBACK_MISSING'],
  }
  const sessions = [plainSession(tool, null, [withCertificate(facts)])]
  return { format: 'nvme-format', tool, toolVersion: null, sessions }
}

/** `nvme id-ctrl -o json`; names are padded with spaces to their width. */
export function readIdController(json: JsonObject): Evidence | null {
  const serial = textOf(json['sn'])
  const model = textOf(json['mn'])
  const fna = numberOf(json['fna'])
  if (serial === null || model === null || fna === null) return null
  const controller: NvmeController = {
    serial: serial.trim(),
    model: model.trim(),
    firmware: (textOf(json['fr']) ?? '').trim(),
    fna,
    sanicap: numberOf(json['sanicap']) ?? 0,
    // FNA bit 2; without it a "crypto erase" by format must not be claimed.
    cryptoEraseSupported: (fna & 4) !== 0,
  }
  return { format: 'nvme-id-ctrl', tool, toolVersion: null, sessions: [], controller }
}

/** The status page names no drive: the controller read in the same capture does. */
export function bindController(evidence: Evidence, controller: NvmeController): Evidence {
  if (evidence.format !== 'nvme-sanitize-log' && evidence.format !== 'nvme-format') return evidence
  const sessions = evidence.sessions.map((session) => ({
    ...session,
    devices: session.devices.map((device) =>
      withCertificate({ ...device, model: controller.model, ...serialFrom(controller.serial) }),
    ),
  }))
  return { ...evidence, sessions }
}
