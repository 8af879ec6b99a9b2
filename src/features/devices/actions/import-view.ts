import type { Language } from '../../../core/text.ts'
import type { ImportRun } from '../store/import.ts'
import { fileRefusalTexts, importRefusals } from '../texts/import.ts'

/** A run as people see it, with what is left in seconds. */
export function runView(run: ImportRun, now: Date, language: Language) {
  const { rows, created, updated, unchanged, refused, notApplied } = run
  return {
    id: run.id,
    fileName: run.fileName,
    fileSize: run.fileSize,
    format: run.format,
    preset: run.preset,
    key: run.key,
    state: run.state,
    work: run.work,
    rowsTotal: run.rowsTotal,
    counts: { rows, created, updated, unchanged, refused, notApplied },
    checked: run.checked,
    secondsLeft: secondsLeft(run, now),
    refusal: run.refusal
      ? { code: run.refusal.code, message: fileRefusalMessage(run.refusal, language) }
      : null,
    uploadedAt: run.uploadedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    version: run.version,
  }
}

/** At the pace since the work was last taken up; null until a first batch is done. */
function secondsLeft(run: ImportRun, now: Date): number | null {
  if (run.state !== 'running' && run.state !== 'checking') return null
  const done = run.rows - run.resumedRows
  if (run.rowsTotal === null || !run.resumedAt || done <= 0) return null
  const seconds = (now.getTime() - run.resumedAt.getTime()) / 1000
  return Math.max(0, Math.ceil(((run.rowsTotal - run.rows) * seconds) / done))
}

/** Why the file as a whole is refused. */
export function fileRefusalMessage(
  {
    code,
    details,
  }: { readonly code: string; readonly details: { readonly [name: string]: unknown } },
  language: Language,
): string {
  const value = details['limitMegabytes'] ?? details['row']
  const number = typeof value === 'number' ? value : undefined
  const words = (fileRefusalTexts as Record<string, Record<Language, (n?: number) => string>>)[code]
  const plain = (importRefusals as Record<string, Record<Language, string>>)[code]
  return words?.[language](number) ?? plain?.[language] ?? code
}
