// Step 2: what each column means, with examples out of the file and the ground of the proposal.
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { importFields, type ImportField } from '../../rules/import/fields.ts'
import { cellReader, isValueRefusal } from '../../rules/import/values.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { hrefOfImport } from './address.ts'
import { ColumnChoice, type Chosen } from './ColumnChoice.tsx'
import { Found, ReadAnotherWay } from './Found.tsx'
import { bodyOf, type MappingBody, type Preview, type Run } from './shapes.ts'
import { UnknownWords, wordsAfter, type Answers, type UnknownWord } from './UnknownWords.tsx'
import { useMapping } from './use-mapping.ts'
import { importWords } from './words.ts'

export function ColumnsStep({ run, preview }: { readonly run: Run; readonly preview: Preview }) {
  const t = useText()
  const router = useRouter()
  const { map, busy, problem } = useMapping(run.id)
  const [chosen, setChosen] = useState<ReadonlyMap<number, Chosen>>(
    () => new Map(preview.columns.map(({ column, field, unit }) => [column, { field, unit }])),
  )
  const [answers, setAnswers] = useState<Answers>({})
  const taken = useMemo(() => takenTwice(chosen, preview.headings), [chosen, preview.headings])
  const unknown = useMemo(() => unknownIn(preview, chosen), [preview, chosen])
  const choose = (column: number, next: Chosen | null) =>
    setChosen((before) => {
      const after = new Map(before)
      if (next) after.set(column, next)
      else after.delete(column)
      return after
    })
  const goOn = async () => {
    const columns = [...chosen].map(([column, one]) => ({ column, ...one }))
    const words = wordsAfter(preview.words, answers)
    if (await map(bodyOf(preview, { columns, words })))
      router.history.push(hrefOfImport(run.id, 'rules'))
  }
  // The two lists go by the proposal, so that a row does not move from under the hand.
  const proposed = new Set(preview.columns.map(({ column }) => column))
  const all = preview.headings.map((heading, column) => ({ heading, column }))
  const list = (columns: typeof all) => (
    <ul className="columns-to-map">
      {columns.map(({ heading, column }) => (
        <ColumnChoice
          key={column}
          heading={heading}
          examples={examplesOf(preview, column)}
          chosen={chosen.get(column) ?? null}
          mapped={preview.columns.find((one) => one.column === column)}
          takenBy={taken.get(column)}
          onChoose={(next) => choose(column, next)}
        />
      ))}
    </ul>
  )
  return (
    <div className="wizardstep">
      <div>
        <h2>{t(texts.columnsHead)}</h2>
        <p className="muted prose">{t(texts.columnsLead)}</p>
      </div>
      <Refusal problem={problem} words={importWords} />
      <Found run={run} preview={preview} />
      <ReadAnotherWay preview={preview} busy={busy} onRead={(body) => void map(body)} />
      {preview.saved && <Notice title={t(texts.savedUsed, preview.saved)} />}
      <SelectField
        label={t(texts.source)}
        hint={t(texts.sourceHint)}
        optional
        options={preview.presets.map(({ id, name }) => ({ id, text: name }))}
        value={preview.preset}
        onChange={(preset) => void map({ ...(preview.chosen as MappingBody), preset })}
      />
      <Section title={t(texts.columnsRead)}>
        {list(all.filter(({ column }) => proposed.has(column)))}
      </Section>
      {proposed.size < all.length && (
        <Section title={t(texts.columnsUnread)} lead={t(texts.columnsUnreadLead)}>
          {list(all.filter(({ column }) => !proposed.has(column)))}
        </Section>
      )}
      {unknown.length > 0 && (
        <Section title={t(texts.words)} lead={t(texts.wordsLead)}>
          <UnknownWords words={unknown} answers={answers} onAnswer={setAnswers} />
        </Section>
      )}
      <Button
        kind="primary"
        busy={busy}
        cannot={taken.size > 0 ? t(texts.twice) : null}
        onPress={() => void goOn()}
      >
        {t(texts.goOn)}
      </Button>
    </div>
  )
}

/** Three values that differ say more than three rows. */
const examplesOf = ({ sampleRows }: Preview, column: number): readonly string[] =>
  [...new Set(sampleRows.map((cells) => cells[column]?.trim() ?? ''))].filter(Boolean).slice(0, 3)

/** Columns whose field an earlier column fills, with that column's heading; lists may be many. */
function takenTwice(chosen: ReadonlyMap<number, Chosen>, headings: readonly string[]) {
  const first = new Map<ImportField, number>()
  const taken = new Map<number, string>()
  for (const [column, { field }] of [...chosen].toSorted(([a], [b]) => a - b)) {
    const before = first.get(field)
    if (before === undefined) first.set(field, column)
    else if (importFields[field].type !== 'list') taken.set(column, headings[before] ?? '')
  }
  return taken
}

/** Words of the first rows that the import would not know. */
function unknownIn(preview: Preview, chosen: ReadonlyMap<number, Chosen>): readonly UnknownWord[] {
  return [...chosen].flatMap(([column, { field }]) => {
    if (field !== 'kind' && field !== 'status') return []
    const read = cellReader({ column, field }, { words: preview.words })
    const words = preview.sampleRows.flatMap((cells) => {
      const value = read(cells[column] ?? '')
      return isValueRefusal(value) && value.code.endsWith('-unknown') ? [value.value] : []
    })
    return [...new Set(words)].map((word) => ({ field, word, rows: null }))
  })
}
