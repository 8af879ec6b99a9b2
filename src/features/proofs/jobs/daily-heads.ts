// After each day its last head is kept, and told to the organisation's registrar: what has been filed
// there can be held against the log for as long as archives keep their papers.
import { addDays, dayOf } from '../../../core/dates.ts'
import type { OrganisationId } from '../../../core/ids.ts'
import { done } from '../../../core/result.ts'
import type { Database } from '../../../database/connect.ts'
import type { Tx } from '../../../database/tx.ts'
import { post } from '../../organisations/actions/mail.ts'
import * as store from '../store/log-witness.ts'
import { headMail } from '../texts/log-mail.ts'

/** A mail that did not go through is tried again each night for as long. */
const TRIED_DAYS = 7

/** Keeps the heads of the days before today, and mails those that have not been. */
export async function tellDailyHeads(database: Database, now: Date): Promise<void> {
  const today = dayOf(now)
  await database.asSystem((tx) => store.keepDailyHeads(tx, today))
  const unmailed = await database.asSystem((tx) =>
    store.unmailedHeads(tx, addDays(today, -TRIED_DAYS)),
  )
  for (const { logId, day } of unmailed) await mailHead(database, logId, day, now)
}

async function mailHead(database: Database, logId: OrganisationId, day: string, now: Date) {
  const asOwner = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const result = await database.forOrganisation(logId, async (tx) => done(await work(tx)))
    if (!result.ok) throw new Error(result.code)
    return result.value
  }
  const [email, [head]] = await asOwner(async (tx) => [
    await store.registrarOf(tx, logId),
    await store.dailyHeads(tx, logId, day, 1),
  ])
  if (!head) return
  const mark = (mail: { at: Date } | { unsent: string }) =>
    asOwner((tx) => store.markMailed(tx, logId, day, mail))
  if (!email) return void (await mark({ unsent: 'no-address' }))
  const installation = database.keys?.installation ?? 'omlopp.local'
  const posted = await post(
    {
      id: `head-${logId}-${day}`,
      to: [email],
      ...headMail({ day, size: head.size, note: head.note, logId, installation }),
      attachments: [{ filename: `checkpoint-${day}.txt`, content: head.note }],
    },
    installation,
  )
  await mark(posted === 'sent' ? { at: now } : { unsent: posted })
}
