// How the files of a tool are known, and what their columns mean.
import type { KnownWords } from '../values.ts'
import type { DateOrder, ImportField, ImportValues, Unit } from '../fields.ts'

type Target = ImportField | readonly [ImportField, Unit]

export interface Preset {
  readonly id: string
  /** The tool's own name, the same in every language. */
  readonly name: string
  /** Heading as printed → field; the first heading wins where two name one field. */
  readonly columns: Readonly<Record<string, Target>>
  /** Headings that hardly any other tool has; without one the tool is not recognised. */
  readonly signs: readonly string[]
  /** What every device of such a file is. */
  readonly constants?: Pick<ImportValues, 'maker' | 'osName'>
  readonly dateOrder: DateOrder
  /** What the tool's own codes mean. */
  readonly words?: KnownWords
  /** A device's further values stand on rows of their own whose key is empty. */
  readonly continues?: boolean
  /** The titles in order, for a file whose titles follow the language of the administrator. */
  readonly positions?: readonly string[]
}
