// A head of a log held against the last one that this witness signed, and then signed by it: what it
// has signed is one history that only grows, whatever the log shows to others.
import { sign } from 'node:crypto'
import { parseCheckpoint, type Checkpoint } from '../../checker/checkpoint.ts'
import { checkConsistency } from '../../checker/consistency.ts'
import { nodeEngine } from '../../checker/node-engine.ts'
import { sentenceOf } from '../../features/proofs/texts/findings.ts'
import { Refused } from '../talk.ts'
import { keepSeen, readSeen, type WitnessKey } from './keeper.ts'

export interface Cosigned {
  readonly origin: string
  readonly size: number
  /** The size of the last head that was signed before; null for a log that was not known. */
  readonly from: number | null
}

export async function cosign(of: {
  readonly folder: string
  readonly key: WitnessKey
  /** `https://omlopp.example/api/v1/logs/…` */
  readonly log: string
  readonly vkeys: readonly string[]
  readonly now: Date
}): Promise<Cosigned> {
  const log = of.log.replace(/\/+$/, '')
  const text = await textFrom(`${log}/checkpoint`)
  const head = parseCheckpoint(text)
  if (!head) throw new Refused(`${log}/checkpoint is no checkpoint.`)
  const seen = await readSeen(of.folder, head.origin)
  const vkeys = of.vkeys.length > 0 ? of.vkeys : (seen?.vkeys ?? [])
  // A key that comes from the log itself would be whoever answers there saying who that is.
  if (vkeys.length === 0)
    throw new Refused('Say by --key VKEY which key signs this log, as its organisation told you.')
  await holdAgainst(log, seen ? known(seen.checkpoint) : head, head, vkeys)
  const note = head.text + lineOf(head, of.key, of.now)
  // First kept, then told: a kill in between costs a signature and never the memory of one.
  await keepSeen(of.folder, { origin: head.origin, vkeys, checkpoint: head.text })
  await send(log, note, of.key)
  return {
    origin: head.origin,
    size: head.size,
    from: seen ? known(seen.checkpoint).size : null,
  }
}

function known(checkpoint: string): Checkpoint {
  const head = parseCheckpoint(checkpoint)
  if (!head)
    throw new Refused('What this witness kept of the log cannot be read. Nothing was signed.')
  return head
}

async function holdAgainst(
  log: string,
  earlier: Checkpoint,
  later: Checkpoint,
  vkeys: readonly string[],
): Promise<void> {
  if (earlier.size > later.size)
    throw new Refused(
      `The log has become shorter: ${later.size} entries, and ${earlier.size} when it was last signed. Nothing was signed.`,
    )
  const same = earlier.size === later.size
  const proof = same ? [] : await pathBetween(log, earlier.size, later.size)
  const { valid, failures } = checkConsistency({
    ...{ earlier: earlier.text, later: later.text, proof, vkeys },
    engine: nodeEngine,
  })
  if (valid) return
  const why = failures.map((failure) => sentenceOf(failure, 'en'))
  throw new Refused(`${why.join('\n')}\nNothing was signed.`)
}

async function pathBetween(log: string, from: number, to: number): Promise<string[]> {
  const answer = await textFrom(`${log}/consistency?from=${from}&to=${to}`)
  const { path } = JSON.parse(answer) as { path?: unknown }
  return Array.isArray(path) ? path.map(String) : []
}

/** Eight bytes of seconds, then Ed25519 over them and the text. */
function lineOf({ note }: Checkpoint, { name, id, privateKey }: WitnessKey, now: Date): string {
  const seconds = BigInt(Math.floor(now.getTime() / 1000))
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(seconds)
  const message = Buffer.from(`cosignature/v1\ntime ${seconds}\n${note.text}`)
  const signature = sign(null, message, privateKey)
  return `\u2014 ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`
}

/** Long enough for a log of many entries on a slow machine. */
const PATIENCE_MS = 30_000

async function textFrom(address: string): Promise<string> {
  const answer = await fetched(address)
  if (!answer.ok) throw new Refused(`${address} answered ${answer.status}.`)
  return answer.text()
}

async function send(log: string, note: string, key: WitnessKey): Promise<void> {
  const answer = await fetched(`${log}/cosignatures`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ note }),
  })
  if (answer.ok) return
  const { code = '', title = '' } = (await answer.json().catch(() => ({}))) as {
    code?: string
    title?: string
  }
  if (code === 'cosignature-unknown')
    throw new Refused(
      `The organisation does not know this witness yet. Its administrator adds it on the log's page:\n${key.vkey}`,
    )
  throw new Refused(`The log did not take the signature: ${title || answer.status}`)
}

async function fetched(address: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (error) {
    throw new Refused(`${address} does not answer: ${(error as Error).message}`)
  }
}
