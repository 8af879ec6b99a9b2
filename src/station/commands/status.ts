// Who this station is, and what it has done and not yet reported.
import { parseArgs } from 'node:util'
import { refuse } from '../../core/result.ts'
import { formatsOf } from '../../core/format.ts'
import { printJson, say } from '../../cli/talk.ts'
import { fingerprintOf, folderAt, readIdentity, readWorkList } from '../folder.ts'
import { readJournal, standings, type Standing } from '../journal.ts'
import { common, end, languageFrom } from '../options.ts'
import { outcomeTexts, texts } from '../texts.ts'

/** Runs that are shown; the journal has them all. */
const SHOWN = 20

export async function status(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: common })
  const language = languageFrom(values.language)
  const folder = folderAt(values.folder)
  const identity = readIdentity(folder)
  if (!identity) end(refuse('not-enrolled', { folder: folder.path }), language, values.json)
  const runs = standings(readJournal(folder))
  const work = readWorkList(folder)
  const waiting = runs.filter(({ sent, notTaken }) => !sent && !notTaken)
  const notTaken = runs.filter(({ sent, notTaken: no }) => !sent && no)
  const { token: _token, ...shown } = identity
  if (values.json)
    return printJson({
      ...{ folder: folder.path, station: shown, fingerprint: fingerprintOf(folder) },
      work: work && { at: work.at, devices: work.items.length },
      ...{ runs: runs.map(asJson), waiting: waiting.length, notTaken: notTaken.length },
    })
  const { instant } = formatsOf(language, identity.timeZone)
  say(`${identity.name}  ${identity.id}`)
  say(`${texts.server[language]}: ${identity.server}, ${instant(identity.offsetAt)}`)
  say(`${texts.key[language]}: ${fingerprintOf(folder)}`)
  say(
    `${texts.list[language]}: ${work ? `${texts.devices[language](work.items.length)}, ${instant(work.at)}` : texts.never[language]}`,
  )
  say(
    `${texts.operators[language]}: ${identity.operators.map(({ name }) => name).join(', ') || '–'}`,
  )
  if (Math.abs(identity.offsetMs) > 60_000)
    say(texts.clock[language]((identity.offsetMs / 1000).toFixed(0)))
  say(`\n${texts.status[language](runs.length, waiting.length, notTaken.length)}`)
  for (const { beginning, signed, sent, notTaken: no } of runs.slice(-SHOWN))
    say(
      `  ${instant(beginning.run.startedAt)}  ${beginning.drive.serial ?? beginning.drive.path}  ${beginning.run.tag ?? '–'}  ${signed ? outcomeTexts[signed.outcome][language] : '…'}${no ? `  ${no.code}` : sent?.state ? `  ${sent.state}` : ''}`,
    )
}

const asJson = ({ run, beginning, signed, sent, notTaken }: Standing) => ({
  run,
  ...{ startedAt: beginning.run.startedAt, tag: beginning.run.tag, drive: beginning.drive },
  ...{ method: beginning.choice.method, outcome: signed?.outcome ?? null },
  sent: sent && { state: sent.state, reasons: sent.reasons },
  notTaken: notTaken?.code ?? null,
})
