// What every subcommand takes, and how it refuses.
import type { Refusal } from '../core/result.ts'
import type { Language } from '../core/text.ts'
import { Refused } from '../cli/talk.ts'
import { productVersion } from '../cli/version.ts'
import { refusalTexts, type StationRefusal } from './refusal-texts.ts'
import { exclusionTexts } from './texts.ts'
import type { Exclusion } from './rules/exclude.ts'

export const common = {
  folder: { type: 'string' },
  json: { type: 'boolean' },
  language: { type: 'string' },
} as const

/** `--language`, else the language of the bench; Swedish where that is neither. */
export function languageFrom(asked: string | undefined): Language {
  if (asked !== undefined && asked !== 'sv' && asked !== 'en') throw new Refused('--language sv|en')
  const environment = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG']
  return asked ?? (/^en/i.test(environment ?? '') ? 'en' : 'sv')
}

export const software = `omlopp ${productVersion}`

/** In words, with what it concerns. */
export function refusalText(refusal: Refusal, language: Language): string {
  const text = refusalTexts[refusal.code as StationRefusal]?.[language] ?? refusal.code
  const details = Object.values(refusal.details).filter((value) => value !== undefined)
  return details.length > 0 ? `${text} (${details.join(', ')})` : text
}

/** Ends the command: in words on stderr, and for programs with its code on stdout. */
export function end(refusal: Refusal, language: Language, json: boolean | undefined): never {
  if (json)
    process.stdout.write(
      `${JSON.stringify({ event: 'refused', code: refusal.code, ...refusal.details })}\n`,
    )
  throw new Refused(refusalText(refusal, language))
}

export const exclusionText = (reasons: readonly Exclusion[], language: Language): string =>
  reasons.map((reason) => exclusionTexts[reason][language]).join(', ')
