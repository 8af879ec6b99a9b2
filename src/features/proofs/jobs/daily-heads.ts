// After each day its last head is kept, and told to the organisation's registrar: what has been filed
// there can be held against the log for as long as archives keep their papers.
import { createTransport } from 'nodemailer'
import { addDays, dayOf } from '../../../core/dates.ts'
import type { OrganisationId } from '../../../core/ids.ts'
import { done } from '../../../core/result.ts'
import type { Database } from '../../../database/connect.ts'
import type { Tx } from '../../../database/tx.ts'
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
  const server = process.env['OMLOPP_SMTP']
  if (!email) return void (await mark({ unsent: 'no-address' }))
  if (!server) return void (await mark({ unsent: 'no-server' }))
  const installation = database.keys?.installation ?? 'omlopp.local'
  const transport = createTransport(server)
  try {
    await transport.sendMail({
      from: process.env['OMLOPP_MAIL_FROM'] ?? `omlopp@${installation}`,
      to: email,
      // The same head twice, after a crash between mail and mark, is the same letter to its reader.
      messageId: `<head-${logId}-${day}@${installation}>`,
      ...headMail({ day, size: head.size, note: head.note, logId, installation }),
      attachments: [{ filename: `checkpoint-${day}.txt`, content: head.note }],
    })
    await mark({ at: now })
  } catch (error) {
    // The address of the server may carry a password; only what it answered is told.
    const { responseCode, code } = error as { responseCode?: number; code?: string }
    process.stderr.write(
      `The head of ${day} was not mailed: ${responseCode ?? code ?? 'no answer'}\n`,
    )
    await mark({ unsent: 'failed' })
  } finally {
    transport.close()
  }
}
