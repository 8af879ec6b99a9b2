// Counts that add up to the rows of the file.
import { DefinitionList } from '../../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import type { Run } from './shapes.ts'

const shown = ['created', 'updated', 'unchanged', 'refused'] as const
type Word = { readonly sv: string; readonly en: string }

export function Counts(props: {
  readonly counts: Run['counts']
  readonly words: Readonly<Record<(typeof shown)[number], Word>>
  /** Before the end: what has been dealt with so far. */
  readonly soFar?: boolean
}) {
  const t = useText()
  const { num } = useFormat()
  return (
    <div className="counts">
      <DefinitionList
        sum
        facts={[
          ...shown.map((id) => ({ name: t(props.words[id]), value: num(props.counts[id]) })),
          {
            name: t(props.soFar ? texts.rowsDone : texts.allRows),
            value: num(props.counts.rows),
          },
        ]}
      />
    </div>
  )
}
