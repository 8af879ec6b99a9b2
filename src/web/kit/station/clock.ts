// The time of day at a station, on its own clock.
import type { Language } from '../../../core/text.ts'

/** 10.42 in Swedish, 10:42 in English; with seconds where scans come close. */
export function clock(at: string, language: Language, seconds = false): string {
  const time = new Date(at)
  const parts = [time.getHours(), time.getMinutes(), ...(seconds ? [time.getSeconds()] : [])]
  return parts.map((part) => String(part).padStart(2, '0')).join(language === 'sv' ? '.' : ':')
}
