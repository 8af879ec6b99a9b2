// How an operating system is named in a register, by the family it belongs to.
import type { OsFamily } from '../../catalogue/rules/requirements.ts'

/** As `devices.os_family_of()`. */
const families: readonly (readonly [RegExp, OsFamily])[] = [
  [/^windows/i, 'windows'],
  [/^mac/i, 'macos'],
  [/^chrome/i, 'chromeos'],
  [/^ipados/i, 'ipados'],
  [/^ios/i, 'ios'],
  [/^android/i, 'android'],
  [/linux|^ubuntu/i, 'linux'],
]
export const osFamilyOf = (osName: string | null): OsFamily | null =>
  osName === null ? null : (families.find(([names]) => names.test(osName))?.[1] ?? null)
