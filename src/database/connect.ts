// The pool, and the three ways into a transaction: for an organisation, for the system, and bare.
import pg from 'pg'
import type { OrganisationId } from '../core/ids.ts'
import type { Result } from '../core/result.ts'
import { enterSql, txOf, type Tx } from './tx.ts'

// bigint and numeric come as text from the driver; ours are öre, counts and places in the
// journal, all below 2^53. A plain date stays text: a Date would move it across midnight.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
  [pg.types.builtins.DATE, (text: string) => text],
])
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

export interface Database {
  readonly pool: pg.Pool
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

export function connect(config: ConnectionConfig): Database {
  const pool = new pg.Pool({ max: 10, application_name: 'omlopp', ...config, types })
  // Without a listener, a server that goes away while a client is idle ends the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    pool,
    forOrganisation: (organisationId, work) =>
      transaction(pool, `BEGIN; ${enterSql(organisationId)}`, work),
    asSystem: async (work) => {
      const result = await transaction(pool, 'BEGIN', async (tx) => ({
        ok: true as const,
        value: await work(tx),
      }))
      if (!result.ok) throw new Error('A system transaction is never refused')
      return result.value
    },
    close: () => pool.end(),
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

async function transaction<T>(
  pool: pg.Pool,
  begin: string,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const result = await work(txOf(client))
    if (!result.ok) throw new RolledBack(result)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((cause: Error) => {
      broken = cause
    })
    if (error instanceof RolledBack) return error.refusal
    throw error
  } finally {
    client.release(broken)
  }
}
