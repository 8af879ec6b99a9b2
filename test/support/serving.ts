// The command serving an empty installation, and what is asked of it over HTTP.
import { setTimeout as pause } from 'node:timers/promises'
import { listening, omlopp, type Run } from './command.ts'

export interface Json {
  readonly id: string
  readonly [name: string]: unknown
}

export interface Serving {
  readonly run: Run
  /** Status and body of an answer; throws only when there is none. */
  send(method: string, path: string, body?: object): Promise<{ status: number; json: Json }>
  /** The body; throws when it is a refusal. */
  ask(method: string, path: string, body?: object): Promise<Json>
}

export interface Where {
  readonly data: string
  readonly port: number
}

/** @param token of an earlier start; without one, whoever is named at the first start signs in */
export async function serve(where: Where, token?: string): Promise<Serving & { token: string }> {
  const run = omlopp(['serve', '--empty'], where)
  const address = await listening(run, where.port)
  const secret = token ?? (await firstToken(run, address))
  return { run, token: secret, ...asker(address, secret) }
}

/** Whoever holds the token, asking a server that runs already. */
export function asker(address: string, secret: string): Pick<Serving, 'send' | 'ask'> {
  const send: Serving['send'] = async (method, path, body) => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: response.status, json: (await response.json()) as Json }
  }
  const ask: Serving['ask'] = async (method, path, body) => {
    const { status, json } = await send(method, path, body)
    if (status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(json)}`)
    return json
  }
  return { send, ask }
}

async function firstToken(run: Run, address: string): Promise<string> {
  const [, email, password] = /sign in as (\S+) with (\S+)/.exec(run.said())!
  const csrf = { 'content-type': 'application/json', 'x-omlopp-csrf': '1' }
  const signedIn = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: csrf,
    body: JSON.stringify({ email, password }),
  })
  if (signedIn.status !== 201) throw new Error(`sign-in: ${await signedIn.text()}`)
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
  const scopes = ['devices.see', 'devices.register', 'custody.handOut', 'people.manage']
  const made = await fetch(`${address}/api/v1/api-tokens`, {
    method: 'POST',
    headers: { ...csrf, cookie },
    body: JSON.stringify({ name: 'last', scopes }),
  })
  if (made.status !== 201) throw new Error(`token: ${await made.text()}`)
  return ((await made.json()) as { secret: string }).secret
}

export interface CheckedLog {
  readonly valid: boolean
  readonly entries: number
  readonly failures: readonly unknown[]
  readonly notChecked: readonly { readonly code: string }[]
}

/** The log by the command, beside the server, once it has taken every entry in. */
export async function checkedLog(where: Where): Promise<CheckedLog> {
  for (let tries = 0; ; tries += 1) {
    const verify = omlopp(['verify', '--log', '--json'], where)
    await verify.ended
    const checked = JSON.parse(verify.printed()) as CheckedLog
    const behind = checked.notChecked.some(({ code }) => code === 'entries-after-checkpoint')
    if (!behind) return checked
    if (tries > 60) throw new Error('the log never took every entry in')
    await pause(500)
  }
}
