// What is selected, what it sums to, and what can be done with it. Afterwards: how each went.
import './table.css'
import { X } from 'lucide-react'
import { texts } from '../../texts.ts'
import { IconButton } from '../Button.tsx'
import { useFormat, useText } from '../language.tsx'
import type { Selection } from './selection.ts'

export interface BulkOutcome {
  /** `4 av 6 föreslagna. 2 gick inte:` */
  readonly text: string
  readonly refused: readonly { readonly name: string; readonly why: string }[]
}

export function SelectionBar(props: {
  readonly selection: Selection
  readonly total: number
  /** `väntat restvärde 6 300,00 kr` */
  readonly sum?: string | undefined
  readonly outcome?: BulkOutcome | null
  /** Buttons, the most likely first and `primary`. */
  readonly children: React.ReactNode
}) {
  const { selection, total, sum, outcome } = props
  const t = useText()
  const { num } = useFormat()
  const count = selection.count(total)
  if (count === 0 && !outcome) return null
  return (
    <div className="bulk" role="region" aria-label={t(texts.selection)}>
      <div className="bulkline">
        <b role="status">{count === 1 ? t(texts.selectedOne) : t(texts.selected, num(count))}</b>
        {sum && <span className="sum">{sum}</span>}
        <div className="acts">{props.children}</div>
        <IconButton icon={X} label={t(texts.clearSelection)} onPress={selection.clear} />
      </div>
      {outcome && (
        <div className="outcome" role="status">
          <p>{outcome.text}</p>
          {outcome.refused.length > 0 && (
            <ul>
              {outcome.refused.map(({ name, why }) => (
                <li key={name}>
                  <b>{name}</b> {why}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
