// Refusals as problem+json (RFC 9457), worded in the language asked for.
import type { Refusal } from '../core/result.ts'
import type { Language } from '../core/text.ts'
import { refusalTexts } from './refusal-texts.ts'

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly details?: Readonly<Record<string, unknown>>
  readonly problems?: readonly { readonly field: string; readonly message: string }[]
}

const statuses: Readonly<Record<string, number>> = {
  'not-signed-in': 401,
  'sign-in-wrong': 401,
  'sign-in-locked': 429,
  'too-many-requests': 429,
  'not-permitted': 403,
  'origin-refused': 403,
  'invalid-input': 400,
  'version-changed': 412,
  'idempotency-key-reused': 422,
  'file-too-large': 413,
  'disk-full': 507,
  'database-away': 503,
}

const statusOf = (code: string): number =>
  statuses[code] ?? (code.endsWith('-not-found') ? 404 : 409)

export function problemOf(refusal: Refusal, language: Language): Problem {
  const text = refusalTexts[refusal.code]
  const { field, ...details } = refusal.details
  return {
    type: `urn:omlopp:problem:${refusal.code}`,
    title: text ? text[language] : refusal.code,
    status: statusOf(refusal.code),
    code: refusal.code,
    ...(Object.keys(refusal.details).length > 0 ? { details: { field, ...details } } : {}),
  }
}
