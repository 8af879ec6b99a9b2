// Device management: Microsoft Graph's managedDevice, Jamf's commands, Apple's answer to EraseDevice
// and what Apple's register of an organisation says.
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

const jamfStates: Record<string, ErasureResult> = {
  ACKNOWLEDGED: 'command_accepted',
  PENDING: 'in_progress',
  QUEUED: 'in_progress',
  NOT_NOW: 'in_progress',
  ERROR: 'failed',
  EXPIRED: 'aborted',
  CANCELED: 'aborted',
}

/** Jamf Pro's list of commands (`GET /v2/mdm/commands`), or one command just given. */
export function readJamf(json: JsonObject): Evidence | null {
  const body = json['body']
  const given = isObject(body) && isObject(body['commandData']) ? body['commandData'] : null
  const listed = Array.isArray(json['results']) ? json['results'] : [json]
  const commands: readonly JsonObject[] = given
    ? [{ ...given, commandState: 'PENDING' }]
    : listed.filter((one): one is JsonObject => isObject(one) && 'commandState' in one)
  const erases = commands.filter((one) => textOf(one['commandType']) === 'ERASE_DEVICE')
  if (erases.length === 0) return null
  const sessions = erases.map((one): EvidenceSession => {
    const state = textOf(one['commandState'])
    const facts: EvidenceFacts = {
      ...wiped(jamfStates[state ?? ''] ?? 'failed', 'ERASE_DEVICE'),
      statusRow: state,
      startAt: instantIn(one['dateSent']),
      endAt: instantIn(one['dateCompleted']),
    }
    return plainSession('Jamf Pro', null, [withCertificate(facts)])
  })
  const actionState = sessions[0]?.devices[0]?.statusRow ?? null
  return { format: 'jamf', tool: 'Jamf Pro', toolVersion: null, sessions, actionState }
}

/** An instant in UTC, or null when the text is none. */
function instantIn(value: unknown): string | null {
  const text = textOf(value) ?? ''
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text) ? text : null
}

const businessStates: Record<string, ErasureResult> = {
  ERASED: 'command_accepted',
  NOT_ERASED: 'not_started',
}

/** Apple Business: devices of an organisation with `deviceEraseStatus` among their attributes. */
export function readAppleBusiness(json: JsonObject): Evidence | null {
  const list = Array.isArray(json['data']) ? json['data'] : [json['data']]
  const devices = list.flatMap((one) => {
    const attributes = isObject(one) ? one['attributes'] : null
    return isObject(attributes) && textOf(attributes['deviceEraseStatus']) !== null
      ? [attributes]
      : []
  })
  if (devices.length === 0) return null
  const sessions = devices.map((device): EvidenceSession => {
    const state = textOf(device['deviceEraseStatus'])
    const facts: EvidenceFacts = {
      ...wiped(businessStates[state ?? ''] ?? 'failed', 'EraseDevice'),
      model: textOf(device['deviceModel']),
      statusRow: state,
    }
    const hostSerial = textOf(device['serialNumber'])?.trim() || null
    return { ...plainSession('Apple Business', null, [withCertificate(facts)]), hostSerial }
  })
  const actionState = sessions[0]?.devices[0]?.statusRow ?? null
  return {
    format: 'apple-business',
    tool: 'Apple Business',
    toolVersion: null,
    sessions,
    actionState,
  }
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
