// A station gets its key and its place: the key is made here and stays here.
import { parseArgs } from 'node:util'
import { refuse } from '../../core/result.ts'
import type { Input, Output } from '../../core/endpoint.ts'
import { printJson, Refused, say } from '../../cli/talk.ts'
import type { stationApi } from '../../features/erasure/api/stations.ts'
import {
  ensureKey,
  fingerprintOf,
  folderAt,
  publicKeyOf,
  readIdentity,
  writeIdentity,
} from '../folder.ts'
import { write } from '../journal.ts'
import { common, end, languageFrom, software } from '../options.ts'
import { ask, clockOf, meet, SaidNo, Unreachable } from '../send.ts'
import { texts } from '../texts.ts'

type Enrol = (typeof stationApi)['enrolStation']

export async function enrol(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      ...common,
      server: { type: 'string' },
      token: { type: 'string' },
      name: { type: 'string' },
      place: { type: 'string' },
      zone: { type: 'string' },
    },
  })
  const language = languageFrom(values.language)
  const { server, token = process.env['OMLOPP_TOKEN'], name } = values
  if (!server || !token || !name)
    throw new Refused('omlopp station enrol --server URL --token TOKEN --name NAME [--place PLACE]')
  const folder = folderAt(values.folder)
  if (readIdentity(folder))
    end(refuse('already-enrolled', { folder: folder.path }), language, values.json)
  ensureKey(folder)
  const timeZone = values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const began = Date.now()
  const body: Input<Enrol>['body'] = {
    ...{ name, timeZone, software, publicKey: publicKeyOf(folder), place: values.place ?? null },
    sentAt: new Date(began).toISOString(),
  }
  const to = { url: server, token, language }
  const made = await ask<Output<Enrol>>(to, 'POST', '/erasure-stations', body).catch(
    (error: unknown) => {
      if (error instanceof SaidNo)
        end(refuse(error.code, { server: error.title }), language, values.json)
      if (error instanceof Unreachable)
        end(refuse('server-unreachable', { server: error.message }), language, values.json)
      throw error
    },
  )
  const identity = {
    ...{ id: made.id, name: made.name, server, token: made.token, timeZone: made.timeZone },
    ...clockOf(made.serverTime, began, Date.now()),
    operators: made.operators,
  }
  writeIdentity(folder, identity)
  write(folder, { kind: 'met', offsetMs: identity.offsetMs })
  await meet(folder, identity, software, language).catch((error: unknown) => {
    if (!(error instanceof Unreachable)) throw error
  })
  const fingerprint = fingerprintOf(folder)
  if (values.json) return printJson({ id: made.id, name: made.name, fingerprint })
  say(texts.enrolled[language](made.name, fingerprint))
}
