import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readByProfile } from '../../features/erasure/reading/report-rows.ts'
import { textOf } from '../../features/erasure/reading/text.ts'
import { driveOfPdf } from '../../features/erasure/rules/evidence/nwipe/beside.ts'
import type { NwipePdf } from '../../features/erasure/rules/evidence/nwipe/pdf.ts'
import { parseEvidence } from '../../features/erasure/rules/evidence/parse.ts'
import { profileFault, type ReportProfile } from '../../features/erasure/rules/evidence/profile.ts'
import { evidenceReport, type PdfBeside } from '../../features/erasure/rules/evidence/report.ts'
import type { Evidence } from '../../features/erasure/rules/evidence/shape.ts'
import { isBeside, readCaptures } from '../captures.ts'
import type { Command } from '../main.ts'
import { parseJson, printJson, Refused } from '../talk.ts'

export const evidence: Command = {
  usage: 'evidence FILE… --json [--zone ZONE] [--profile FILE]',
  about: 'Reads logs of wiping tools and says of each drive whether a certificate may be issued.',
  run: async (args) => {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        zone: { type: 'string' },
        profile: { type: 'string' },
      },
    })
    if (positionals.length === 0) throw new Refused('Say which files: omlopp evidence FILE… --json')
    const profiles = values.profile ? [await readProfile(values.profile)] : []
    printJson(await readEvidenceFiles(positionals, values.zone ?? null, profiles))
  },
}

async function readProfile(path: string): Promise<ReportProfile> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new Refused(`${path} cannot be read: ${error.message}`)
  })
  const profile = parseJson(text) as ReportProfile
  const fault = profileFault(profile)
  if (fault) throw new Refused(`The profile cannot be used: ${fault} is missing or wrong.`)
  return profile
}

interface ReadFile {
  readonly name: string
  readonly path: string
  readonly evidence: Evidence
}

/** What each file says, by its name. A PDF stands with the log of its run when that is read too. */
export async function readEvidenceFiles(
  paths: readonly string[],
  zone: string | null = null,
  profiles: readonly ReportProfile[] = [],
): Promise<Record<string, object>> {
  const files = (await readCaptures(paths)).map(({ name, path, bytes }): ReadFile => ({
    name,
    path,
    evidence: read(textOf(bytes), profiles),
  }))
  const logs = files.filter(({ evidence: { format } }) => format === 'nwipe')
  const pdfsOf = new Map<ReadFile, PdfBeside[]>(logs.map((log) => [log, []]))
  const alone: ReadFile[] = []
  for (const file of files) {
    if (file.evidence.format !== 'nwipe-pdf') continue
    const { pdf } = file.evidence
    const log = logOf(file.name, pdf, logs)
    if (log) pdfsOf.get(log)!.push({ name: file.name, pdf })
    else alone.push(file)
  }
  const printed: Record<string, object> = {}
  for (const file of files) {
    const pdfs = pdfsOf.get(file)
    if (pdfs && pdfs.length === 0) pdfs.push(...(await lyingBeside(file)))
    if (pdfs || alone.includes(file) || file.evidence.format !== 'nwipe-pdf')
      printed[file.name] = evidenceReport(file.evidence, zone, pdfs)
  }
  return printed
}

/**
 * The log of a PDF: of those that tell of its drive, the one that bears its name, else the one whose
 * run began last before it; where none does, the one that bears its name, to say how they differ.
 */
function logOf(name: string, pdf: NwipePdf, logs: readonly ReadFile[]): ReadFile | undefined {
  const named = logs.filter((log) => isBeside(name, log.name))
  const telling = logs.flatMap((log) => {
    const drive = driveOfPdf(pdf, log.evidence.sessions)
    return drive ? [{ log, began: drive.startLocal ?? '' }] : []
  })
  const latest = telling.toSorted((a, b) => b.began.localeCompare(a.began))[0]?.log
  return named.find((log) => telling.some((one) => one.log === log)) ?? latest ?? named[0]
}

function read(text: string, profiles: readonly ReportProfile[]): Evidence {
  const known = parseEvidence(text)
  return known.format === 'unknown' ? (readByProfile(text, profiles) ?? known) : known
}

/** PDFs in the folder of a log that bear its name. */
async function lyingBeside(log: ReadFile): Promise<PdfBeside[]> {
  const folder = dirname(log.path)
  const names = (await readdir(folder)).filter(
    (name) => name.toLowerCase().endsWith('.pdf') && isBeside(name, log.name),
  )
  const read = await Promise.all(
    names.sort().map(async (name) => {
      const found = parseEvidence(textOf(await readFile(join(folder, name))))
      return found.format === 'nwipe-pdf' ? [{ name, pdf: found.pdf }] : []
    }),
  )
  return read.flat()
}
