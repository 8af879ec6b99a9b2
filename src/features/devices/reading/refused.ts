// A file that cannot be read any further. Thrown, since a row iterator has no other way out, and
// turned into the refusal it carries by whoever reads the rows.
import { refuse, type Refusal, type RefusalDetails } from '../../../core/result.ts'
import type { FileRefusalCode } from '../rules/import/refusals.ts'

class FileRefused extends Error {
  readonly refusal: Refusal<FileRefusalCode>
  constructor(refusal: Refusal<FileRefusalCode>) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export const fileRefused = (code: FileRefusalCode, details: RefusalDetails = {}): Error =>
  new FileRefused(refuse(code, details))

/** The refusal behind an error thrown while rows were read; null when the error is another. */
export const refusalOf = (error: unknown): Refusal<FileRefusalCode> | null =>
  error instanceof FileRefused ? error.refusal : null
