import { randomFillSync } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { idMaker, type OrganisationId, type PersonId, type Uuid } from '../../core/ids.ts'
import type { Refusal, Result } from '../../core/result.ts'
import type { Database } from '../../database/connect.ts'
import type { ActionContext } from '../../database/context.ts'
import { receive } from '../../features/devices/actions/import.ts'
import { fileRefusalMessage } from '../../features/devices/actions/import-view.ts'
import { runImport } from '../../features/devices/jobs/run.ts'
import { importKeys, type ImportKey } from '../../features/devices/rules/import/plan.ts'
import { keyIsMapped } from '../../features/devices/rules/import/run.ts'
import * as store from '../../features/devices/store/import.ts'
import { rowRefusalMessage } from '../../features/devices/texts/import.ts'
import { refuse } from '../../core/result.ts'
import type { Command } from '../main.ts'
import { withDatabase } from '../database.ts'
import { organisationNamed, serviceperson } from '../organisation.ts'
import { fail, printJson, Refused, say } from '../talk.ts'

export const importCommand: Command = {
  usage:
    'import FILE [--preset NAME] [--key FIELD] [--organisation NAME] [--dry-run] [--empty-clears] --json',
  about: 'Imports a list of devices (CSV, XLSX, JSON); prints counts and refused rows as JSON.',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        preset: { type: 'string' },
        key: { type: 'string' },
        organisation: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'empty-clears': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
    const [path, ...more] = positionals
    if (!path || more.length > 0)
      throw new Refused('Say which file: omlopp import FILE [--preset NAME] [--key FIELD] --json')
    const key = values.key as ImportKey | undefined
    if (key !== undefined && !importKeys.includes(key))
      throw new Refused(`There is no key "${key}". There are: ${importKeys.join(', ')}.`)
    const unreadable = (message: string) =>
      new Refused(message, { code: 'file-unreadable', message })
    const found = await stat(path).catch((error: Error) => {
      throw unreadable(`The file cannot be read: ${error.message}`)
    })
    if (!found.isFile()) throw unreadable(`${path} is not a file.`)
    await withDatabase(async ({ database }) => {
      const organisation = await organisationNamed(database, values.organisation)
      const result = await importFile(database, organisation.id, path, {
        dryRun: values['dry-run'] ?? false,
        emptyClears: values['empty-clears'] ?? false,
        ...(values.preset === undefined ? {} : { preset: values.preset }),
        ...(key === undefined ? {} : { key }),
      })
      if (result.ok) return printJson(result.value)
      const message = fileRefusalMessage(result, 'en')
      printJson({ code: result.code, message })
      fail(message)
    })
  },
}

interface Wishes {
  readonly dryRun: boolean
  readonly emptyClears: boolean
  readonly preset?: string
  readonly key?: ImportKey
}

const newIdAt = idMaker((bytes) => randomFillSync(bytes))

async function importFile(
  database: Database,
  organisationId: OrganisationId,
  path: string,
  wishes: Wishes,
): Promise<Result<object>> {
  const began = new Date()
  const { id: actorId } = await database.asSystem((tx) =>
    serviceperson(tx, organisationId, 'itManager', began),
  )
  const runId = await take(database, organisationId, actorId, path, wishes)
  if (!runId.ok) return runId
  await database.asSystem((tx) =>
    store.beginWork(tx, runId.value, wishes.dryRun ? 'check' : 'import', began),
  )
  let told = Date.now()
  const run = await runImport(database, runId.value, {
    onProgress: ({ rows, total }) => {
      if (Date.now() - told < 1000) return
      told = Date.now()
      say(`${rows} of ${total} rows`)
    },
  })
  if (!run || run.refusal || (run.state !== 'done' && run.state !== 'checked')) {
    const { code, details } = run?.refusal ?? { code: 'import-interrupted', details: {} }
    return refuse(code, details)
  }
  const { rows, created, updated, unchanged, refused } = run
  say(
    `${rows} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused, in ${((Date.now() - began.getTime()) / 1000).toFixed(1)} s.`,
  )
  if (run.notApplied > 0)
    say(
      `${run.notApplied} rows differ in holder, unit, place or status, which an import leaves as it is.`,
    )
  const refusals = await refusalsOf(database, run)
  return { ok: true, value: { rows, created, updated, unchanged, refused, refusals } }
}

/** The same first step as over HTTP; what the file is wanted as stands on the command line. */
async function take(
  database: Database,
  organisationId: OrganisationId,
  actorId: PersonId,
  path: string,
  { emptyClears, preset, key }: Wishes,
): Promise<Result<Uuid>> {
  return database.forOrganisation(organisationId, async (tx) => {
    const now = new Date()
    const ctx: ActionContext = {
      tx,
      organisationId,
      actorId,
      permissions: new Set(['devices.import']),
      now,
      newId: () => newIdAt(now),
      language: 'en',
      keys: database.keys,
      // The work is done here, not by a job.
      send: async () => {},
    }
    const file = { fileName: basename(path), stream: createReadStream(path) }
    const received = await receive(ctx, file, {
      ...(emptyClears ? { emptyClears } : {}),
      ...(preset === undefined ? {} : { preset }),
      ...(key === undefined ? {} : { key }),
    })
    if (!received.ok) return received satisfies Refusal
    const { reading } = received.value.preview
    if (!keyIsMapped(reading.key, reading.mapping)) return refuse('import-key-missing')
    say(`Read as ${reading.preset ?? reading.format}, with ${reading.key} as key.`)
    return { ok: true, value: received.value.id }
  })
}

async function refusalsOf(database: Database, run: store.ImportRun) {
  const refusals: { row: number; code: string; message: string }[] = []
  for (let after = 0; ;) {
    const page = await database.forOrganisation(run.organisationId, async (tx) => ({
      ok: true as const,
      value: await store.outcomes(tx, run, { outcome: 'refused', after, limit: 5_000 }),
    }))
    if (!page.ok || page.value.length === 0) return refusals
    for (const row of page.value) {
      const code = row.code ?? ''
      refusals.push({ row: row.row, code, message: rowRefusalMessage({ ...row, code }, 'en') })
    }
    after = page.value.at(-1)!.row
  }
}
