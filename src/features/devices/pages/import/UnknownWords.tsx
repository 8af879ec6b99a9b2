// Words for kind and status that nobody knows: answered once, they hold for all rows.
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { importStatuses } from '../../rules/import/fields.ts'
import { deviceKinds } from '../../rules/kinds.ts'
import { importStatusTexts } from '../../texts/import-statuses.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { kindTexts } from '../../texts.ts'
import type { Preview } from './shapes.ts'

export interface UnknownWord {
  readonly field: 'kind' | 'status'
  readonly word: string
  /** How many rows have it; null when only the first rows have been seen. */
  readonly rows: number | null
}
/** By field and word, with a tab between. */
export type Answers = Readonly<Record<string, string>>
const idOf = ({ field, word }: UnknownWord) => `${field}\t${word}`

export function UnknownWords(props: {
  readonly words: readonly UnknownWord[]
  readonly answers: Answers
  readonly onAnswer: (answers: Answers) => void
}) {
  const { words, answers, onAnswer } = props
  const t = useText()
  const { num } = useFormat()
  const kinds = deviceKinds.map((id) => ({ id: id as string, text: t(kindTexts[id]) }))
  const statuses = importStatuses.map((id) => ({
    id: id as string,
    text: t(importStatusTexts[id]),
  }))
  return (
    <div className="words-to-answer">
      {words.map((one) => (
        <SelectField
          key={idOf(one)}
          label={t(one.field === 'kind' ? texts.wordKind : texts.wordStatus, one.word)}
          hint={one.rows === null ? undefined : t(texts.wordRows, one.rows, num(one.rows))}
          options={one.field === 'kind' ? kinds : statuses}
          value={answers[idOf(one)] ?? null}
          onChange={(answer) => onAnswer({ ...answers, [idOf(one)]: answer })}
        />
      ))}
    </div>
  )
}

/** What the words mean once the answers are added. */
export function wordsAfter(before: Preview['words'], answers: Answers): Preview['words'] {
  const kind: Record<string, string> = { ...before.kind }
  const status: Record<string, string> = { ...before.status }
  for (const [id, answer] of Object.entries(answers)) {
    const [field, word = ''] = id.split('\t')
    const words = field === 'kind' ? kind : status
    words[word] = answer
  }
  return { kind, status } as Preview['words']
}
