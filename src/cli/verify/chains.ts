// Steps of chains from one organisation's log into another's: within one log the checker follows them
// by itself.
import type { ChainStep } from '../../checker/log.ts'
import type { Findings } from '../../checker/verdict.ts'
import type { Source } from './check-logs.ts'

export class Chains {
  readonly #source: Source
  readonly #found: Findings
  #steps: ChainStep[] = []
  /** Entries of the journal that logs have led to. */
  entries = 0
  whole = true

  constructor(source: Source, found: Findings) {
    this.#source = source
    this.#found = found
  }

  step = (step: ChainStep): void => void this.#steps.push(step)

  /** Holds the steps against the entries that they should come from. */
  async follow(entries: number): Promise<void> {
    this.entries += entries
    const steps = this.#steps.filter(({ seq }) => seq > 1)
    this.#steps = []
    if (steps.length === 0) return
    const broken = await this.#source.ask<{ subject: string; seq: number }>(
      `SELECT s.subject, s.seq
       FROM unnest($1::uuid[], $2::bigint[], $3::text[]) AS s (subject, seq, previous)
       LEFT JOIN journal.entry p ON p.subject_id = s.subject AND p.seq = s.seq - 1
       WHERE p.seq IS NULL OR encode(p.hash, 'hex') <> s.previous
       ORDER BY 1, 2 LIMIT 100`,
      [
        steps.map(({ subject }) => subject),
        steps.map(({ seq }) => seq),
        steps.map(({ previous }) => previous),
      ],
    )
    for (const { subject, seq } of broken) this.#found.fail('chain-broken', `${subject}:${seq}`)
    if (broken.length > 0) this.whole = false
  }
}
