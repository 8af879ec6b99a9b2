// Counts kept by the steps themselves: sums, and beside them what has not been folded in yet.
import type { Tx } from '../../../database/tx.ts'
import type { DeviceStatus } from '../rules/status.ts'
import type { TallyQuestion } from '../rules/tally.ts'

export const countTallied = (tx: Tx, question: TallyQuestion) =>
  tx.rows<{ status: DeviceStatus; count: number }>(
    `SELECT status, sum(count)::int AS count FROM devices.tallied
     WHERE organisation_id = organisations.current_id() AND facet = $1
       AND ($2::text[] IS NULL OR status = ANY ($2)) AND ($3::text[] IS NULL OR kind = ANY ($3))
       AND ($4::text[] IS NULL OR data_state = ANY ($4))
       AND ($5::text[] IS NULL OR grade = ANY ($5))
       AND ($6::boolean IS NULL OR own = $6) AND ($7::boolean IS NULL OR kept = $7)
       AND ($8::date IS NULL OR day <= $8)
     GROUP BY status HAVING sum(count) > 0`,
    [
      question.facet,
      question.status,
      question.kind,
      question.dataState,
      question.grade,
      question.own,
      question.kept,
      question.until,
    ],
  )

export const foldTally = (tx: Tx) => tx.run('SELECT devices.fold_tally()')

/** @returns how many sums were wrong; as the owner of the tables */
export const recountTally = async (tx: Tx): Promise<number> =>
  (await tx.one<{ wrong: number }>('SELECT devices.recount_tally() AS wrong')).wrong
