import type { JobCall } from './context.ts'
import type { Tx } from './tx.ts'

/** Sends a job in this transaction: it runs after the commit, and not at all after a rollback. */
export async function sendJob(tx: Tx, job: JobCall): Promise<void> {
  await tx.run('SELECT database.send_job($1, $2::json, $3)', [
    job.name,
    JSON.stringify(job.payload),
    job.key ?? null,
  ])
}
