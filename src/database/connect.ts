// The pool, and the three ways into a transaction: for an organisation, for the system, and bare.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { OrganisationId } from '../core/ids.ts'
import type { Result } from '../core/result.ts'
import type { Keys } from '../keys/keys.ts'
import { enterSql, pipelining, txOf, type Tx } from './tx.ts'

const UUID_ARRAY = 2951

// bigint and numeric come as text from the driver; ours are öre, counts and places in the
// journal, all below 2^53. A plain date stays text: a Date would move it across midnight.
/** Every row of a device and every entry has some; ids are never quoted in an array. */
function idsOf(text: string): (string | null)[] {
  if (text === '{}') return []
  const ids = text.slice(1, -1).split(',')
  return text.includes('NULL') ? ids.map((id) => (id === 'NULL' ? null : id)) : ids
}

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
  [pg.types.builtins.DATE, (text: string) => text],
  [UUID_ARRAY, idsOf],
])
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

export interface Database {
  readonly pool: pg.Pool
  /** What actions on this database sign with; absent where nothing is signed. */
  readonly keys?: Keys | undefined
  /** A transaction bound to one organisation by row-level security; a refusal rolls it back. */
  forOrganisation<T>(
    organisationId: OrganisationId,
    work: (tx: Tx) => Promise<Result<T>>,
  ): Promise<Result<T>>
  /** A transaction as the owner of the tables: sign-in, migration, delivery. Never for a request's own work. */
  asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export type ConnectionConfig = pg.PoolConfig

export function connect(config: ConnectionConfig, keys?: Keys): Database {
  const pool = new pg.Pool({ max: 10, application_name: 'omlopp', ...config, types })
  // Without a listener, a server that goes away while a client is idle ends the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const waker = wakerOf(pool)
  return {
    pool,
    keys,
    forOrganisation: (organisationId, work) =>
      transaction(pool, waker, `BEGIN; ${enterSql(organisationId)}`, work),
    asSystem: async (work) => {
      const result = await transaction(pool, waker, 'BEGIN', async (tx) => ({
        ok: true as const,
        value: await work(tx),
      }))
      if (!result.ok) throw new Error('A system transaction is never refused')
      return result.value
    },
    close: async () => {
      await waker.settled()
      await pool.end()
    },
  }
}

/** Thrown to roll back after a refusal, and caught right outside the transaction. */
class RolledBack extends Error {
  readonly refusal: Result<never>
  constructor(refusal: Result<never>) {
    super('refused')
    this.refusal = refusal
  }
}

interface Waker {
  wake(channels: ReadonlySet<string>): void
  settled(): Promise<void>
}

/** Notifications of many commits go as one. */
const WAKE_MS = 20

/**
 * Notifies after the commit and not in it: a transaction that notifies takes one lock for the whole
 * server while it commits, so that no two of them could be written to disk together. One that is
 * lost with its process costs a listener its next look, which comes by itself.
 */
function wakerOf(pool: pg.Pool): Waker {
  const waiting = new Set<string>()
  let sending: Promise<void> | undefined
  const send = async () => {
    await pause(WAKE_MS)
    const channels = [...waiting]
    waiting.clear()
    sending = undefined
    await pool
      .query("SELECT pg_notify(channel, '') FROM unnest($1::text[]) AS channel", [channels])
      .catch(() => {})
  }
  return {
    wake: (channels) => {
      for (const channel of channels) waiting.add(channel)
      if (channels.size > 0) sending ??= send()
    },
    settled: async () => {
      await sending
    },
  }
}

async function transaction<T>(
  pool: pg.Pool,
  waker: Waker,
  begin: string,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  const client = await pool.connect()
  let broken: Error | undefined
  const woken = new Set<string>()
  const { tx, end } = txOf(client, woken)
  pipelining(client, true)
  // The first statements follow without waiting, in the same write to the socket where the work asks
  // for them at once: once this failed, those behind it fail as well.
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
  const begun = client.query(begin).then(
    () => undefined,
    (fault: Error) => fault,
  )
  try {
    const result = await work(tx)
    if (!result.ok) throw new RolledBack(result)
    end()
    const fault = await begun
    if (fault) throw fault
    await client.query('COMMIT')
    waker.wake(woken)
    return result
  } catch (error) {
    end()
    await client.query('ROLLBACK').catch((cause: Error) => {
      broken = cause
    })
    if (error instanceof RolledBack) return error.refusal
    throw (await begun) ?? error
  } finally {
    pipelining(client, false)
    client.release(broken)
  }
}
