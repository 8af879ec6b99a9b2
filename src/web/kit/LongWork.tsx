// Work that takes a while: what is done, of how much, how long it takes, and a way to stop it.
import './page.css'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { texts } from '../texts.ts'
import { Button } from './Button.tsx'
import { useFormat, useText } from './language.tsx'

export interface LongWorkProps {
  readonly name: string
  readonly done: number
  readonly total: number | null
  readonly secondsLeft?: number | null
  readonly onStop?: () => void
  readonly stopping?: boolean
  /** Instead of the count of rows: `Räknar rader`. */
  readonly said?: string
}

export function LongWork(props: LongWorkProps) {
  const { name, done, total, secondsLeft, onStop, stopping = false, said } = props
  const t = useText()
  const { num } = useFormat()
  const rows = said ?? (total === null ? num(done) : t(texts.rowsOf, num(done), num(total)))
  const left = secondsLeft != null ? `, ${t(texts.minutesLeft, Math.round(secondsLeft / 60))}` : ''
  const part = total ? (100 * done) / total : 0
  return (
    <div className="work">
      <ProgressBar
        aria-label={name}
        value={part}
        isIndeterminate={total === null}
        valueLabel={rows + left}
      >
        <div className="line">
          <b>{name}</b>
          <span className="muted">
            {rows}
            {left}
          </span>
        </div>
        <div className="bar">
          <div style={{ width: `${part}%` }} />
        </div>
      </ProgressBar>
      {onStop && (
        <Button small onPress={onStop} busy={stopping}>
          {t(texts.stop)}
        </Button>
      )}
      <p className="note">{t(texts.goesOn)}</p>
    </div>
  )
}
