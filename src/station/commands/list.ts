// What may be wiped here, and what may not and why.
import { parseArgs } from 'node:util'
import { done, refuse, type Result } from '../../core/result.ts'
import { printJson, say } from '../../cli/talk.ts'
import { findDrives } from '../find.ts'
import { missingTools, readComputer, readDrive, type ReadDrive } from '../hardware.ts'
import { common, end, exclusionText, languageFrom, refusalText } from '../options.ts'
import { chooseMethod, type Choice } from '../rules/choose.ts'
import { wrapped } from '../rules/room.ts'
import { sizeText } from '../rules/screen.ts'
import { missingTexts, choiceTexts, methodTexts, texts } from '../texts.ts'
import { presentTools, toolPackages } from '../tools.ts'

const INDENT = 6

export async function list(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { ...common, loop: { type: 'boolean' }, level: { type: 'string' } },
  })
  const language = languageFrom(values.language)
  const present = presentTools()
  if (!present.has('lsblk')) end(refuse('tools-missing'), language, values.json)
  const level = levelFrom(values.level)
  if (!level.ok) end(level, language, values.json)
  const { drives, excluded } = await findDrives({ loop: values.loop ?? false })
  const [computer, read] = await Promise.all([readComputer(), Promise.all(drives.map(readDrive))])
  const chosen = read.map((drive) => ({ drive, choice: chooseMethod(drive, level.value, present) }))
  const missing = missingTools(present)
  if (values.json) return printJson(asJson({ computer, chosen, excluded, missing }))
  const named = [computer?.manufacturer, computer?.model, computer?.serial].filter(Boolean)
  if (named.length > 0) say(`${texts.computer[language]}: ${named.join(' ')}`)
  say(`\n${(chosen.length > 0 ? texts.drives : texts.noDrives)[language]}`)
  // Words are not broken where a terminal ends; in a file a line is as long as it is.
  const width = process.stderr.isTTY ? Math.max(40, process.stderr.columns) : Infinity
  for (const { drive, choice } of chosen) {
    say(`  ${drive.path}  ${nameOf(drive)}  ${sizeText(drive.bytes, language)}`)
    const said = choice.ok
      ? `${methodTexts[choice.value.method][language]}: ${choiceTexts[choice.value.reason][language]}`
      : refusalText(choice, language)
    for (const line of wrapped(said, width - INDENT)) say(' '.repeat(INDENT) + line)
  }
  if (excluded.length > 0) say(`\n${texts.excluded[language]}`)
  for (const drive of excluded)
    say(
      `  ${drive.path}  ${nameOf(drive)}  ${exclusionText(drive.reasons, language)}${drive.seen.length > 0 ? ` (${drive.seen.join(', ')})` : ''}`,
    )
  if (missing.length > 0) say(`\n${texts.missing[language]}`)
  for (const tool of missing)
    say(`  ${tool}: ${missingTexts[tool][language]}. apt install ${toolPackages[tool]}`)
}

export function levelFrom(text: string | undefined): Result<'clear' | 'purge', 'level-unknown'> {
  const level = text ?? 'clear'
  return level === 'clear' || level === 'purge' ? done(level) : refuse('level-unknown', { level })
}

const nameOf = (drive: { readonly model: string | null; readonly serial: string | null }): string =>
  [drive.model ?? '–', drive.serial ?? '–'].join('  ')

interface Found {
  readonly computer: Awaited<ReturnType<typeof readComputer>>
  readonly chosen: readonly {
    readonly drive: ReadDrive
    readonly choice: Result<Choice>
  }[]
  readonly excluded: Awaited<ReturnType<typeof findDrives>>['excluded']
  readonly missing: readonly string[]
}

const asJson = ({ computer, chosen, excluded, missing }: Found) => ({
  computer,
  drives: chosen.map(({ drive: { captures, ...drive }, choice }) => ({
    ...drive,
    captures: captures.map(({ name, role, text }) => ({ name, role, length: text.length })),
    choice: choice.ok ? choice.value : null,
    refusal: choice.ok ? null : choice.code,
  })),
  excluded,
  missingTools: missing,
})
