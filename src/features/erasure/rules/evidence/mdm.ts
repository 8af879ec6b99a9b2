// Device management: Microsoft Graph's managedDevice and Apple's answer to EraseDevice.
// Both speak of the whole device and of a command, so a person always has the last word.
import { withCertificate } from '../certificate.ts'
import { isObject, largestDocument, textOf, type JsonObject } from './json.ts'
import {
  nothingSaid,
  plainSession,
  type ErasureResult,
  type Evidence,
  type EvidenceFacts,
  type EvidenceSession,
} from './shape.ts'

const wiped = (result: ErasureResult, method: string): EvidenceFacts => ({
  ...nothingSaid,
  method,
  // Throwing away the key of an encrypted store is the most that a reset can be.
  technique: 'crypto-erase',
  hiddenArea: 'not_applicable',
  result,
  maxLevel: result === 'command_accepted' ? 'clear' : null,
})

/** Graph's actionState; `done` is the service's word for it, not a reading of the store. */
const intuneStates: Record<string, ErasureResult> = {
  done: 'command_accepted',
  pending: 'in_progress',
  active: 'in_progress',
  failed: 'failed',
  notSupported: 'failed',
  canceled: 'aborted',
  none: 'not_started',
}

function lastWipe(device: JsonObject): JsonObject | null {
  const actions = device['deviceActionResults']
  if (!Array.isArray(actions)) return null
  const wipes = actions.filter(
    (action): action is JsonObject =>
      isObject(action) && /^(?:wipe|factoryReset)$/i.test(textOf(action['actionName']) ?? ''),
  )
  const changed = (action: JsonObject): string => textOf(action['lastUpdatedDateTime']) ?? ''
  return wipes.reduce<JsonObject | null>(
    (latest, action) => (latest === null || changed(action) >= changed(latest) ? action : latest),
    null,
  )
}

function intuneSession(device: JsonObject): EvidenceSession {
  const wipe = lastWipe(device)
  const state = textOf(wipe?.['actionState'])
  const result = wipe === null ? 'not_started' : (intuneStates[state ?? ''] ?? 'failed')
  const facts: EvidenceFacts = {
    ...wiped(result, 'wipe'),
    model: textOf(device['model']),
    statusRow: state,
    startAt: textOf(wipe?.['startDateTime']),
    endAt: textOf(wipe?.['lastUpdatedDateTime']),
  }
  const hostSerial = textOf(device['serialNumber'])?.trim() || null
  return { ...plainSession('Microsoft Intune', null, [withCertificate(facts)]), hostSerial }
}

export function readIntune(json: JsonObject): Evidence | null {
  const list = Array.isArray(json['value']) ? json['value'] : [json]
  const devices = list.filter(
    (item): item is JsonObject => isObject(item) && 'deviceActionResults' in item,
  )
  const sessions = devices.map(intuneSession)
  const first = sessions[0]
  if (!first) return null
  const actionState = first.devices[0]?.statusRow ?? null
  return { format: 'intune', tool: 'Microsoft Intune', toolVersion: null, sessions, actionState }
}

const appleStates: Record<string, ErasureResult> = {
  Acknowledged: 'command_accepted',
  NotNow: 'not_started',
  Idle: 'not_started',
}

export function readApple(text: string): Evidence | null {
  if (text.length > largestDocument || !text.includes('<plist')) return null
  if (!text.includes('EraseDevice')) return null
  const valueOf = (key: string): string | null =>
    new RegExp(`<key>${key}</key>\\s{0,80}<string>([^<]{0,200})</string>`).exec(text)?.[1] ?? null
  const status = valueOf('Status')
  const result = appleStates[status ?? ''] ?? (status === null ? 'incomplete' : 'failed')
  const facts = { ...wiped(result, 'EraseDevice'), statusRow: status }
  return {
    format: 'apple-erase',
    tool: 'Apple MDM',
    toolVersion: null,
    sessions: [plainSession('Apple MDM', null, [withCertificate(facts)])],
    status,
    udid: valueOf('UDID'),
  }
}
