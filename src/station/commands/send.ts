// Sends what waits, and fetches the clock and the list of what is to be erased.
import { parseArgs } from 'node:util'
import { refuse } from '../../core/result.ts'
import { printJson, say } from '../../cli/talk.ts'
import { folderAt, readIdentity } from '../folder.ts'
import { common, end, languageFrom, software } from '../options.ts'
import { meet, SaidNo, sendWaiting, Unreachable } from '../send.ts'
import { refusalTexts } from '../refusal-texts.ts'
import { texts } from '../texts.ts'

export async function send(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { ...common, again: { type: 'boolean' } } })
  const language = languageFrom(values.language)
  const folder = folderAt(values.folder)
  const identity = readIdentity(folder)
  if (!identity) end(refuse('not-enrolled', { folder: folder.path }), language, values.json)
  const met = await meet(folder, identity, software, language).catch((error: unknown) => {
    if (error instanceof SaidNo || error instanceof Unreachable) return null
    throw error
  })
  const sending = await sendWaiting(folder, language, values.again)
  if ('ok' in sending) end(sending, language, values.json)
  if (values.json) printJson({ ...sending, met: met !== null })
  else {
    for (const { run, title } of sending.notTaken) say(texts.notTaken[language](run, title))
    say(texts.sentNow[language](sending.sent + sending.known, sending.waiting))
    if (sending.stopped)
      say(
        sending.stopped === 'server-unreachable'
          ? refusalTexts['server-unreachable'][language]
          : `${texts.notSignedIn[language]} (${sending.stopped})`,
      )
  }
  if (sending.waiting > 0 || sending.notTaken.length > 0) process.exitCode = 1
}
