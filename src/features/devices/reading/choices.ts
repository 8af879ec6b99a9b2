// What the user has chosen of how a file is read, as the table takes it.
import type { ImportChoices } from '../rules/import/run.ts'
import { encodings, type Encoding } from './decode.ts'
import { delimiters, type Delimiter } from './delimited.ts'
import type { TableOptions } from './table.ts'

export const tableOptions = (choices: ImportChoices): TableOptions => ({
  ...(isOneOf<Encoding>(encodings, choices.encoding) ? { encoding: choices.encoding } : {}),
  ...(isOneOf<Delimiter>(delimiters, choices.delimiter) ? { delimiter: choices.delimiter } : {}),
  ...(choices.sheet === undefined ? {} : { sheet: choices.sheet }),
  ...(choices.headingRow === undefined ? {} : { headingRow: choices.headingRow }),
})

const isOneOf = <T extends string>(all: readonly T[], text: string | undefined): text is T =>
  (all as readonly string[]).includes(text ?? '')
