// Values as people read them: figures, money, days, climate.
import './page.css'
import type { Day as PlainDay } from '../../core/dates.ts'
import type { Money as Amount } from '../../core/money.ts'
import { texts } from '../texts.ts'
import { useFormat, useText } from './language.tsx'

export const Num = ({
  value,
  decimals,
}: {
  readonly value: number
  readonly decimals?: number
}) => <span className="nw">{useFormat().num(value, decimals)}</span>

/** With its currency; `bare` in columns whose heading names it. */
export function Money({ money, bare }: { readonly money: Amount; readonly bare?: boolean }) {
  const formats = useFormat()
  return <span className="nw">{bare ? formats.ore(money.amountOre) : formats.money(money)}</span>
}

export const Day = ({ day }: { readonly day: PlainDay }) => (
  <time className="nw" dateTime={day}>
    {day}
  </time>
)

/** An instant, on the reader's clock. */
export const Instant = ({ at, only }: { readonly at: string; readonly only?: 'day' | 'time' }) => {
  const formats = useFormat()
  const said = { day: formats.dayOf, time: formats.time, both: formats.instant }[only ?? 'both'](at)
  return (
    <time className="nw" dateTime={at}>
      {said}
    </time>
  )
}

/** The font has no ₂, so it is set; a reader of the screen hears the words. */
export function Co2e() {
  const t = useText()
  return (
    <>
      <span aria-hidden>
        CO<sub>2</sub>e
      </span>
      <span className="vh">{t(texts.carbon)}</span>
    </>
  )
}

/** A figure with its unit, as the front page and reports set it. */
export const Figure = (props: { readonly value: string; readonly unit?: React.ReactNode }) => (
  <p className="bigfigure">
    {props.value}
    {props.unit && <span className="unit"> {props.unit}</span>}
  </p>
)

export const Kbd = ({ children }: { readonly children: string }) => (
  <kbd className="kbd">{children}</kbd>
)
export const Serial = ({ children }: { readonly children: string }) => (
  <span className="sn">{children}</span>
)
