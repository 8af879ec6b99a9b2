// What the file turned out to be, and another way of reading it.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Facts } from '../../../../web/kit/Facts.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import type { MappingBody, Preview, Run } from './shapes.ts'

const delimiters = [
  [',', texts.comma],
  [';', texts.semicolon],
  ['\t', texts.tab],
  ['|', texts.pipe],
] as const
type Delimiter = (typeof delimiters)[number][0]

/** As people call them; the reader's own names are for machines. */
const encodings = [
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
  ['windows-1252', 'Windows-1252'],
  ['cp850', 'CP850 (DOS)'],
  ['cp437', 'CP437 (DOS)'],
  ['macintosh', 'Mac Roman'],
] as const
const encodingName = (id: string) => encodings.find(([one]) => one === id)?.[1] ?? 'ASCII'

export function Found(props: { readonly run: Run; readonly preview: Preview }) {
  const { run, preview } = props
  const t = useText()
  const { num, bytes } = useFormat()
  const delimiter = delimiters.find(([sign]) => sign === preview.delimiter)
  const { encoding, sheet } = preview
  return (
    <Facts
      facts={[
        { name: t(texts.format), value: preview.format.toUpperCase() },
        ...(encoding ? [{ name: t(texts.encoding), value: encodingName(encoding) }] : []),
        ...(delimiter ? [{ name: t(texts.delimiter), value: t(delimiter[1]) }] : []),
        ...(sheet ? [{ name: t(texts.sheet), value: sheet }] : []),
        { name: t(texts.headingOn), value: num(preview.headingRow) },
        {
          name: t(texts.rows),
          value:
            run.rowsTotal !== null
              ? num(run.rowsTotal)
              : preview.more
                ? t(texts.rowsAtLeast, num(preview.rowsSeen))
                : num(preview.rowsSeen),
        },
        { name: t(texts.size), value: bytes(run.fileSize) },
      ]}
    />
  )
}

export function ReadAnotherWay(props: {
  readonly preview: Preview
  readonly busy: boolean
  readonly onRead: (body: MappingBody) => void
}) {
  const { preview, busy, onRead } = props
  const t = useText()
  const [encoding, setEncoding] = useState<string | null>(preview.encoding)
  const [delimiter, setDelimiter] = useState(preview.delimiter as Delimiter | null)
  const [sheet, setSheet] = useState(preview.sheet)
  const [headingRow, setHeadingRow] = useState<number | null>(preview.headingRow)
  const changed = {
    ...(encoding && encoding !== preview.encoding && { encoding }),
    ...(delimiter && delimiter !== preview.delimiter && { delimiter }),
    ...(sheet && sheet !== preview.sheet && { sheet }),
    ...(headingRow && headingRow !== preview.headingRow && { headingRow }),
  }
  // Columns and preset are proposed anew: they belonged to other headings.
  const read = () => onRead({ ...(preview.chosen as MappingBody), ...changed })
  return (
    <details className="another-way">
      <summary>{t(texts.wrongReading)}</summary>
      <div className="fieldrow">
        {preview.encoding !== null && (
          <SelectField
            label={t(texts.encoding)}
            options={encodings.map(([id, text]) => ({ id, text }))}
            value={encoding}
            onChange={setEncoding}
          />
        )}
        {preview.delimiter !== null && (
          <SelectField
            label={t(texts.delimiter)}
            options={delimiters.map(([id, text]) => ({ id, text: t(text) }))}
            value={delimiter}
            onChange={setDelimiter}
          />
        )}
        {preview.sheets.length > 1 && (
          <SelectField
            label={t(texts.sheet)}
            options={preview.sheets.map((id) => ({ id, text: id }))}
            value={sheet}
            onChange={setSheet}
          />
        )}
        {preview.format !== 'json' && (
          <NumberField
            label={t(texts.headingOn)}
            min={1}
            max={1000}
            value={headingRow}
            onChange={setHeadingRow}
          />
        )}
      </div>
      <Button busy={busy} onPress={read}>
        {t(texts.readSo)}
      </Button>
    </details>
  )
}
