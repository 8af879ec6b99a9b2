// What has been signed goes to the server, once. Without a network it waits; days later it is the
// same bytes with the same signature.
import type { Input, Output } from '../core/endpoint.ts'
import type { stationApi } from '../features/erasure/api/stations.ts'
import {
  readDocument,
  readIdentity,
  writeIdentity,
  writeWorkList,
  type Folder,
  type Identity,
} from './folder.ts'
import { readJournal, standings, write } from './journal.ts'
import { alone } from './alone.ts'

type Api = typeof stationApi

/** The server cannot be reached, or is not well: try again later. */
export class Unreachable extends Error {}
/** The server has understood, and says no. */
export class SaidNo extends Error {
  readonly code: string
  readonly title: string
  constructor(code: string, title: string) {
    super(`${code}: ${title}`)
    this.code = code
    this.title = title
  }
}

export interface Server {
  readonly url: string
  readonly token: string
  readonly language: string
}

export async function ask<T>(
  { url, token, language }: Server,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<T> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'accept-language': language,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  }).catch((error: Error) => {
    const { cause } = error as { cause?: { code?: string; message?: string } }
    throw new Unreachable(cause?.code ?? cause?.message ?? error.message)
  })
  if (response.ok) return (await response.json()) as T
  const problem = (await response.json().catch(() => null)) as {
    code?: string
    title?: string
  } | null
  // Nothing of ours answered: a gateway, a sign-in page of the network.
  if (!problem?.code || response.status >= 500 || response.status === 429)
    throw new Unreachable(`HTTP ${response.status}`)
  throw new SaidNo(problem.code, problem.title ?? problem.code)
}

const serverOf = (identity: Identity, language: string): Server => ({
  ...{ url: identity.server, token: identity.token, language },
})

/** Clock, operators and the list of what waits for erasure. */
export async function meet(
  folder: Folder,
  identity: Identity,
  software: string,
  language: string,
): Promise<Identity> {
  const server = serverOf(identity, language)
  const path = `/erasure-stations/${identity.id}`
  const began = Date.now()
  const body: Input<Api['contactStation']>['body'] = {
    sentAt: new Date(began).toISOString(),
    ...{ timeZone: identity.timeZone, software },
  }
  const met = await ask<Output<Api['contactStation']>>(server, 'POST', `${path}/contact`, body)
  const ended = Date.now()
  const next = { ...identity, ...clockOf(met.serverTime, began, ended), operators: met.operators }
  writeIdentity(folder, next)
  write(folder, { kind: 'met', offsetMs: next.offsetMs })
  type Page = Output<Api['listStationWork']>
  const items: Page['items'] = []
  for (let cursor: string | null = ''; cursor !== null && items.length < MOST_WORK;) {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const page: Page = await ask<Page>(server, 'GET', `${path}/work?limit=500${query}`)
    items.push(...page.items)
    cursor = page.next
  }
  writeWorkList(folder, { at: met.serverTime, items })
  return next
}

/** More than stands at any bench; the list is a help, and the server knows all of it. */
const MOST_WORK = 50_000

/** The server's answer was made half way between question and answer. */
export const clockOf = (serverTime: string, began: number, ended: number) => ({
  offsetMs: Math.round(Date.parse(serverTime) - (began + ended) / 2),
  offsetAt: new Date(ended).toISOString(),
})

export interface Sending {
  readonly sent: number
  /** Reported before, to a server that answered and was not heard. */
  readonly known: number
  readonly notTaken: readonly {
    readonly run: string
    readonly code: string
    readonly title: string
  }[]
  readonly waiting: number
  /** Why no more was sent now. */
  readonly stopped: string | null
}

/** Sends all that waits, the oldest first. */
export function sendWaiting(folder: Folder, language: string, again = false) {
  return alone(folder, 'send', async (): Promise<Sending> => {
    const identity = readIdentity(folder)
    const waiting = standings(readJournal(folder)).filter(
      ({ signed, sent, notTaken }) => signed && !sent && (again || !notTaken),
    )
    const result = { sent: 0, known: 0, notTaken: [] as Sending['notTaken'][number][] }
    let done = 0
    let stopped: string | null = null
    for (const { run } of identity ? waiting : []) {
      try {
        const known = await sendOne(folder, identity!, language, run)
        result[known ? 'known' : 'sent']++
      } catch (error) {
        if (error instanceof SaidNo && isAboutDocument(error.code)) {
          write(folder, { kind: 'notTaken', run, code: error.code })
          result.notTaken.push({ run, code: error.code, title: error.title })
        } else if (error instanceof SaidNo || error instanceof Unreachable) {
          stopped = error instanceof SaidNo ? error.code : 'server-unreachable'
          break
        } else throw error
      }
      done++
    }
    return { ...result, waiting: waiting.length - done, stopped }
  })
}

/** Of this document, so that the next may still be taken. */
const isAboutDocument = (code: string): boolean =>
  /^station-(?:document|run|signature)-|^evidence-duplicate$|^time-zone-unknown$|^invalid-input$/.test(
    code,
  )

async function sendOne(
  folder: Folder,
  identity: Identity,
  language: string,
  run: string,
): Promise<boolean> {
  const signed = readDocument(folder, run)
  if (!signed) throw new SaidNo('station-document-unreadable', `documents/${run}.json`)
  const answer = await ask<Output<Api['sendStationResult']>>(
    serverOf(identity, language),
    'POST',
    `/erasure-stations/${identity.id}/results`,
    signed,
  )
  write(folder, {
    ...{ kind: 'sent', run, known: answer.known, state: answer.result?.state ?? null },
    reasons: answer.result?.reasons.map(({ code }) => code) ?? [],
  })
  return answer.known
}
