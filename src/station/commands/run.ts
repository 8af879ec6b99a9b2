// The bench at work: each drive is shown with its serial, its device's tag is scanned, it is wiped by
// the method that fits, read back, and reported; many at once.
import { parseArgs } from 'node:util'
import { done, refuse, type Refusal, type Result } from '../../core/result.ts'
import type { Language } from '../../core/text.ts'
import { findDrives } from '../find.ts'
import { folderAt, readIdentity, readWorkList, type Folder, type Identity } from '../folder.ts'
import { alone } from '../alone.ts'
import { missingTools, readDrive, type ReadDrive } from '../hardware.ts'
import { readJournal, standings, write } from '../journal.ts'
import { common, end, exclusionText, languageFrom, refusalText, software } from '../options.ts'
import { reportCutOff } from '../resume.ts'
import { chooseMethod } from '../rules/choose.ts'
import type { ExcludedDrive, ListedDrive } from '../rules/exclude.ts'
import { nothingYet } from '../rules/progress.ts'
import { sizeText } from '../rules/screen.ts'
import { decideTag, levelFor } from '../rules/tags.ts'
import { toolSays, type RunDone } from '../run-document.ts'
import { runDrive } from '../run-drive.ts'
import { meet, SaidNo, sendWaiting, Unreachable } from '../send.ts'
import { openBench, type Bench } from '../terminal.ts'
import { outcomeTexts, texts } from '../texts.ts'
import { presentTools } from '../tools.ts'
import { levelFrom } from './list.ts'

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...common,
      all: { type: 'boolean' },
      tag: { type: 'string' },
      level: { type: 'string' },
      operator: { type: 'string' },
      loop: { type: 'boolean' },
      random: { type: 'boolean' },
      sample: { type: 'string' },
      offline: { type: 'boolean' },
    },
  })
  const language = languageFrom(values.language)
  const stop = (refusal: Refusal) => end(refusal, language, values.json)
  const folder = folderAt(values.folder)
  const identity = readIdentity(folder)
  if (!identity) return stop(refuse('not-enrolled', { folder: folder.path }))
  if (process.getuid?.() !== 0) return stop(refuse('not-root'))
  const level = levelFrom(values.level)
  if (!level.ok) return stop(level)
  const percent = values.sample === undefined ? 10 : Number(values.sample)
  if (!(percent >= 0 && percent <= 100)) return stop(refuse('level-unknown', { sample: percent }))
  const operator = operatorFrom(identity, values.operator)
  if (!operator.ok) return stop(operator)
  const found = await findDrives({ loop: values.loop ?? false })
  const wanted = targetsOf(found, positionals, values.tag, values.all ?? process.stdin.isTTY)
  if (!wanted.ok) {
    const { reasons } = wanted.details as { reasons?: string }
    const named = found.excluded.find(({ path }) => path === wanted.details['path'])
    return stop(
      named && reasons
        ? refuse(wanted.code, { path: named.path, reasons: exclusionText(named.reasons, language) })
        : wanted,
    )
  }
  const ran = await alone(folder, 'run', () =>
    work({
      ...{ folder, identity, language, operatorId: operator.value, json: values.json ?? false },
      ...{ level: level.value, random: values.random ?? false, percent },
      ...{ targets: wanted.value, offline: values.offline ?? false },
    }),
  )
  if (typeof ran !== 'boolean') return stop(ran)
  // Proven means proven: whatever else happened to any drive is for somebody to look at.
  if (!ran) process.exitCode = 1
}

function operatorFrom(
  { operators }: Identity,
  asked: string | undefined,
): Result<string | null, 'operator-unknown'> {
  if (asked === undefined) return done(null)
  const key = asked.trim().toLowerCase()
  const found = operators.find(({ id, name }) => id === key || name.toLowerCase() === key)
  return found ? done(found.id) : refuse('operator-unknown', { operator: asked })
}

interface Target {
  readonly drive: ListedDrive
  readonly tag: string | null
}

/** `DEVICE`, `DEVICE=TAG`, or all that may be wiped. */
function targetsOf(
  found: { readonly drives: readonly ListedDrive[]; readonly excluded: readonly ExcludedDrive[] },
  named: readonly string[],
  tag: string | undefined,
  all: boolean,
): Result<Target[], 'drive-not-found' | 'drive-excluded'> {
  if (named.length === 0)
    return all && found.drives.length > 0
      ? done(found.drives.map((drive) => ({ drive, tag: null })))
      : refuse('drive-not-found')
  const targets: Target[] = []
  for (const one of named) {
    const [path = '', ...rest] = one.split('=')
    const drive = found.drives.find((candidate) => candidate.path === path)
    const excluded = found.excluded.find((candidate) => candidate.path === path)
    if (excluded) return refuse('drive-excluded', { path, reasons: excluded.reasons.join(', ') })
    if (!drive) return refuse('drive-not-found', { path })
    const given = rest.length > 0 ? rest.join('=') : named.length === 1 ? (tag ?? null) : null
    targets.push({ drive, tag: given })
  }
  return done(targets)
}

interface Work {
  readonly folder: Folder
  readonly identity: Identity
  readonly language: Language
  readonly json: boolean
  readonly operatorId: string | null
  readonly level: 'clear' | 'purge'
  readonly random: boolean
  readonly percent: number
  readonly targets: readonly Target[]
  readonly offline: boolean
}

/** @returns whether every drive was proven erased */
async function work(asked: Work): Promise<boolean> {
  const { folder, language, targets, json } = asked
  const cut = await reportCutOff(folder)
  const identity = asked.offline ? asked.identity : await meetIfThere(asked)
  const unsent = () =>
    standings(readJournal(folder)).filter(({ sent, notTaken }) => !sent && !notTaken)
  let waiting = unsent().length
  const bench = openBench({
    ...{ language, json, name: identity.name, timeZone: identity.timeZone },
    waiting: () => waiting,
  })
  for (const { runId } of cut) bench.event({ event: 'cutOff', run: runId })
  if (cut.length > 0) bench.tell(texts.cutOff[language](cut.length))
  const stopping = { now: false }
  bench.onStop(() => (stopping.now = true))
  let sending: Promise<unknown> = Promise.resolve()
  const sendSoon = () => {
    if (asked.offline) return
    // One after another: two at once would find the same documents waiting.
    sending = sending
      .then(() => sendWaiting(folder, language))
      .then(() => (waiting = unsent().length))
  }
  if (cut.length > 0) sendSoon()
  try {
    for (const { drive, tag } of targets)
      bench.rows.set(drive.path, {
        ...{ path: drive.path, model: drive.model, serial: drive.serial, bytes: drive.bytes, tag },
        ...{ method: null, phase: 'tag', progress: nothingYet, outcome: null, note: null },
      })
    const read = await Promise.all(
      targets.map(async ({ drive, tag }) => ({ drive: await readDrive(drive), tag })),
    )
    const runs: Promise<boolean>[] = []
    for (const { drive, tag } of read) {
      bench.set(drive.path, { model: drive.model, serial: drive.serial })
      const scanned =
        tag ?? (stopping.now ? null : await bench.ask(drive.path, askFor(drive, language)))
      runs.push(
        oneDrive({ ...asked, identity }, bench, drive, scanned ?? '', stopping).finally(() => {
          waiting = unsent().length
          sendSoon()
        }),
      )
    }
    const proven = await Promise.all(runs)
    await sending
    return proven.every(Boolean)
  } finally {
    bench.close()
  }
}

const askFor = (drive: ReadDrive, language: Language): string =>
  texts.scan[language](
    [drive.path, drive.model, drive.serial, sizeText(drive.bytes, language)]
      .filter(Boolean)
      .join(' '),
  )

/** The list and the clock, when the server is there; a bench without a network works all the same. */
async function meetIfThere({ folder, identity, language }: Work): Promise<Identity> {
  try {
    return await meet(folder, identity, software, language)
  } catch (error) {
    if (error instanceof Unreachable || error instanceof SaidNo) return identity
    throw error
  }
}

async function oneDrive(
  asked: Work,
  bench: Bench,
  drive: ReadDrive,
  scanned: string,
  stopping: { readonly now: boolean },
): Promise<boolean> {
  const { folder, identity, language } = asked
  const { path } = drive
  const no = (refusal: Refusal): false => {
    write(folder, { kind: 'refused', path, code: refusal.code })
    bench.set(path, { phase: 'done', note: refusalText(refusal, language) })
    bench.event({ event: 'refused', path, code: refusal.code, ...refusal.details })
    bench.tell(`${path}: ${refusalText(refusal, language)}`)
    return false
  }
  const list = readWorkList(folder)
  const tag = decideTag(scanned, drive.serial, list?.items ?? [])
  if (!tag.ok) return no(tag)
  if (!tag.value.item)
    bench.tell(texts.unknownTag[language](tag.value.tag, list?.at.slice(0, 10) ?? null))
  const level = levelFor(tag.value.item, drive.kind, asked.level)
  const present = presentTools()
  const choice = chooseMethod(drive, level, present, asked.random)
  if (!choice.ok) return no(choice)
  bench.set(path, { tag: tag.value.tag, method: choice.value.method, phase: 'before' })
  bench.event({ event: 'tag', path, tag: tag.value.tag, serial: drive.serial, ...choice.value })
  let kill: (() => void) | null = null
  bench.onStop(() => kill?.())
  let phase = ''
  const lines = readJournal(folder)
  const ran = await runDrive({
    ...{ folder, identity, drive, software, tag: tag.value.tag, operatorId: asked.operatorId },
    ...{ choice: choice.value, asked: level === 'purge' ? 'purge' : 'clear' },
    ...{ samplePercent: asked.percent, missingTools: missingTools(present) },
    lastWritten: lines.at(-1)?.at ?? null,
    stopped: () => stopping.now,
    onTool: (end) => {
      kill = end
      if (stopping.now) end?.()
    },
    watch: (state) => {
      bench.set(path, state)
      if (state.phase !== phase) bench.event({ event: 'phase', path, phase: state.phase })
      else if (state.progress.part !== null)
        bench.event({ event: 'progress', path, ...state.progress })
      phase = state.phase
    },
  })
  if ('ok' in ran) return no(ran)
  const note = noteOf(ran, language)
  bench.set(path, { note })
  bench.event({ event: 'outcome', path, run: ran.runId, ...factsOf(ran) })
  bench.tell(`${path} ${drive.serial ?? ''}: ${note}`)
  return ran.document.outcome === 'proven'
}

/** What came of it, what the proof is, and where the tool says otherwise. */
function noteOf({ document }: RunDone, language: Language): string {
  const { outcome, readBack } = document
  const parts: string[] = [outcomeTexts[outcome][language]]
  if (readBack)
    parts.push(
      texts.proof[language](
        String(readBack.places),
        ((readBack.coveredBytes / Math.max(1, readBack.bytes)) * 100).toFixed(0),
        texts.readMode[readBack.mode][language],
      ),
    )
  if (readBack && readBack.firstLeftoverAt !== null)
    parts.push(texts.firstLeft[language](String(readBack.firstLeftoverAt)))
  const said = toolSays(document)
  if (outcome !== 'proven' && said) parts.push(texts.toolSaid[language](said))
  return parts.join('; ')
}

const factsOf = ({ document, sha256 }: RunDone) => ({
  ...{ outcome: document.outcome, serial: document.drive.serial, tag: document.run.tag },
  ...{ method: document.choice.method, seconds: document.run.seconds, document: sha256 },
  toolSaid: toolSays(document),
  readBack: document.readBack && {
    ...{ mode: document.readBack.mode, seed: document.readBack.seed },
    ...{ places: document.readBack.places, coveredBytes: document.readBack.coveredBytes },
    ...{ leftovers: document.readBack.leftovers, unchanged: document.readBack.unchanged },
    firstLeftoverAt: document.readBack.firstLeftoverAt,
    before: document.readBack.before,
  },
})
