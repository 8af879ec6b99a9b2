// Names of kinds and drivers, and the unit that figures are drawn in.
import type { Output } from '../../../core/endpoint.ts'
import type { Language } from '../../../core/text.ts'
import type { Formats } from '../../../core/format.ts'
import type { Translate } from '../../../web/kit/language.tsx'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import { kindTexts } from '../../devices/texts.ts'
import type { api } from '../api.ts'
import { factors202611, isDeviceCategory } from '../rules/factors/2026-11.ts'
import { defaultParameters, type Displacement } from '../rules/parameters.ts'
import { categoryTexts, displacementTexts, driverTexts } from '../texts.ts'
import { reportTexts as texts } from '../texts/pages.ts'

export type Summary = Output<typeof api.climateSummary>
export type Own = NonNullable<Summary['profiles']['own']>

export const kindName = (kind: DeviceKind, t: Translate): string =>
  isDeviceCategory(kind) ? t(categoryTexts[kind]) : t(kindTexts[kind]).toLowerCase()
export const kindHeading = (kind: DeviceKind, t: Translate): string => {
  const name = kindName(kind, t)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** One unit for a whole picture: that of its largest figure. */
export interface Unit {
  readonly word: string
  readonly of: (kg: number) => number
}
export const unitOf = ({ claim }: Pick<Own, 'claim'>, language: Language): Unit =>
  claim.unit === 'tonne'
    ? { word: language === 'sv' ? 'ton' : 't', of: (kg) => kg / 1000 }
    : { word: 'kg', of: (kg) => kg }

const producedKind = (driver: string): DeviceKind | null =>
  driver.startsWith('P:') ? (driver.slice(2) as DeviceKind) : null
type Shared = 'd' | 'lambda' | 'b_proc' | 'ef'

/** Within a sentence. */
export function driverWords(driver: string, t: Translate): string {
  const kind = producedKind(driver)
  return kind ? t(driverTexts.P, kindName(kind, t)) : t(driverTexts[driver as Shared])
}

export function driverName(driver: string, t: Translate): string {
  const kind = producedKind(driver)
  return kind ? t(texts.driver.P, kindName(kind, t)) : t(texts.driver[driver as Shared])
}

/** Over which range the assumption was tried, from the very parameters the figure was made with. */
export function driverTried(
  driver: string,
  classes: readonly Displacement[],
  t: Translate,
  { num, percent }: Formats,
): string {
  const kind = producedKind(driver)
  if (kind) {
    if (!isDeviceCategory(kind)) return ''
    const { lowKg, highKg } = factors202611.devices[kind]
    return t(texts.tried.kg, num(lowKg), num(highKg))
  }
  const { gridFactor, refurbishKg, displacement } = defaultParameters
  if (driver === 'ef')
    return t(texts.tried.grams, num(gridFactor.low * 1000), num(gridFactor.high * 1000))
  if (driver === 'b_proc') return t(texts.tried.kg, num(refurbishKg.low, 1), num(refurbishKg.high))
  if (driver === 'lambda') return t(texts.tried.life)
  return classes
    .map((one) => {
      const { low, high, central } = displacement[one]
      const said = t(texts.tried.share, num(low * 100), percent(high), percent(central))
      return classes.length === 1 ? said : `${t(displacementTexts[one])}: ${said}`
    })
    .join('. ')
}
