// What a check answers: three lists of stable codes, each with where. Words for them live in texts.

export interface Finding {
  readonly code: string
  /** The file, log or subject that it is about. */
  readonly at: string
  /** Values that the words of the code show: numbers of entries, indexes, names of tools. */
  readonly details?: Readonly<Record<string, string | number>>
}

export interface Verdict {
  /** Nothing failed. What was not checked is said beside, and is never empty for a bundle. */
  readonly valid: boolean
  readonly checked: readonly Finding[]
  readonly notChecked: readonly Finding[]
  readonly failures: readonly Finding[]
}

type Details = Finding['details']

/** Gathers findings while a check goes on. */
export class Findings {
  readonly checked: Finding[] = []
  readonly notChecked: Finding[] = []
  readonly failures: Finding[] = []

  pass = (code: string, at: string, details?: Details) => add(this.checked, code, at, details)
  omit = (code: string, at: string, details?: Details) => add(this.notChecked, code, at, details)
  fail = (code: string, at: string, details?: Details) => add(this.failures, code, at, details)

  verdict(): Verdict {
    const { checked, notChecked, failures } = this
    return { valid: failures.length === 0, checked, notChecked, failures }
  }
}

function add(list: Finding[], code: string, at: string, details?: Details): void {
  list.push({ code, at, ...(details && { details }) })
}
