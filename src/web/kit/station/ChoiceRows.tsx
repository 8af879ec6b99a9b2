// Many things, each answered with one of a few: rows of large choices, by hand or by number keys.
import { useEffect, useRef } from 'react'
import { createWedge, pauseMs } from './wedge.ts'
import './choice-rows.css'

export interface Choice<Id extends string> {
  readonly id: Id
  readonly text: string
}
export interface ChoiceRowsProps<Row extends string, Id extends string> {
  /** Says what is answered: `Funktionstest`. */
  readonly label: string
  readonly rows: readonly { readonly id: Row; readonly text: string }[]
  /** The first answers to 1, the second to 2, and so on. */
  readonly choices: readonly Choice<Id>[]
  readonly values: Readonly<Partial<Record<Row, Id>>>
  readonly onChange: (row: Row, choice: Id) => void
  /** A scan that came while a row had the focus. */
  readonly onScan: (code: string) => void
  /** Another value takes the focus to the first row that has no answer. */
  readonly focusOn: string | number
  /** Marks the choice that needs somebody. */
  readonly alarming?: Id
}

export function ChoiceRows<Row extends string, Id extends string>(props: ChoiceRowsProps<Row, Id>) {
  const { rows, choices, values, onChange, focusOn } = props
  const box = useRef<HTMLDivElement>(null)
  const focusRow = (row: Row | undefined) =>
    box.current
      ?.querySelector<HTMLElement>(
        `[data-row="${row}"] :checked, [data-row="${row}"]:not(:has(:checked)) input`,
      )
      ?.focus()
  useEffect(() => {
    const open = rows.find(({ id }) => values[id] === undefined) ?? rows[0]
    focusRow(open?.id)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when asked: answering by hand must not move the focus
  }, [focusOn])
  const keys = useKeys({
    onScan: props.onScan,
    onKey: (row, key) => {
      const choice = choices[Number(key) - 1]
      const at = rows.findIndex(({ id }) => id === row)
      if (!choice || at < 0) return
      onChange(rows[at]!.id, choice.id)
      focusRow(rows[Math.min(at + 1, rows.length - 1)]!.id)
    },
  })
  return (
    <div
      className="choice-rows"
      role="group"
      aria-label={props.label}
      ref={box}
      onKeyDownCapture={keys}
    >
      {rows.map((row) => (
        <div
          key={row.id}
          className="choice-row"
          role="radiogroup"
          aria-label={row.text}
          data-row={row.id}
        >
          <span className="choice-name" aria-hidden>
            {row.text}
          </span>
          <span className="choices">
            {choices.map(({ id, text }) => (
              <label key={id} className={id === props.alarming ? 'choice alarming' : 'choice'}>
                <input
                  type="radio"
                  name={`choice-${row.id}`}
                  checked={values[row.id] === id}
                  onChange={() => onChange(row.id, id)}
                />
                <span>{text}</span>
              </label>
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}

/**
 * A hand scanner types digits too. One key alone answers; keys that come as fast as a scanner's are
 * a code, and answer nothing.
 */
function useKeys(acts: {
  readonly onKey: (row: string, key: string) => void
  readonly onScan: (code: string) => void
}) {
  const latest = useRef(acts)
  const state = useRef({ wedge: createWedge(), typed: '', whole: false })
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => () => clearTimeout(pause.current), [])
  return (event: React.KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (!target.matches('input[type=radio]') || event.ctrlKey || event.metaKey || event.altKey)
      return
    const now = state.current
    const end = () => {
      clearTimeout(pause.current)
      const code = now.wedge.end()
      const row = target.closest<HTMLElement>('[data-row]')?.dataset['row']
      const { typed, whole } = now
      now.typed = ''
      now.whole = false
      if (whole) latest.current.onScan(code)
      else if (typed.length === 1 && row) latest.current.onKey(row, typed)
    }
    if (event.key === 'Enter' && now.typed !== '') {
      event.preventDefault()
      return end()
    }
    if (event.key.length !== 1 || event.key === ' ') return
    clearTimeout(pause.current)
    now.typed += event.key
    now.whole = now.wedge.typed(now.typed, event.timeStamp)
    pause.current = setTimeout(end, pauseMs)
  }
}
