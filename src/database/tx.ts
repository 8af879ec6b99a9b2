// One transaction as actions see it: SQL with parameters, rows out. Nothing else reaches the database.
import type { PoolClient, QueryResultRow } from 'pg'
import type { CompiledQuery } from 'kysely'
import type { Writable } from 'node:stream'
import { from as copyFrom } from 'pg-copy-streams'
import { checkedUuid, type OrganisationId } from '../core/ids.ts'
import { invariant } from '../core/result.ts'

export interface Tx {
  /** Rows of constant SQL text; prepared once per connection and kept. */
  rows<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>
  /** The row, or null when there is none. */
  maybe<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row | null>
  /** The only row; anything else is a fault. */
  one<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row>
  /** Runs a change and says how many rows it touched. */
  run(sql: string, values?: readonly unknown[]): Promise<number>
  /** A built query (kysely); not prepared, since its text varies. */
  built<Row extends QueryResultRow>(query: CompiledQuery<Row>): Promise<Row[]>
  /** A stream that takes `COPY … FROM STDIN` text. */
  copyIn(sql: string): Writable
  /** After the commit, and not at all after a rollback, notifies those who listen on the channel. */
  wake(channel: string): void
  /** Binds the rest to one organisation; only the journal's delivery, and a sale that both sides write, change it within a transaction. */
  enter(organisationId: OrganisationId): Promise<void>
  leave(): Promise<void>
}

// Statement names by text. Only constant texts come here, so the table stays small.
const names = new Map<string, string>()
function nameOf(sql: string): string | undefined {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= 1000) return undefined
  const name = `omlopp_${names.size}`
  names.set(sql, name)
  return name
}

/**
 * An array as PostgreSQL writes it, at a fifth of the driver's price: JSON escapes quotes and
 * backslashes as it does, and ids need neither. What JSON says otherwise (control characters, dates,
 * bytes, arrays of arrays) is left to the driver.
 */
export function asParameter(value: unknown): unknown {
  if (!Array.isArray(value) || value.length < FEW || !value.every(isPlain)) return value
  const joined = value.join(',')
  if (joined.length === value.length * 37 - 1 && IDS.test(joined)) return `{${joined}}`
  const json = JSON.stringify(value)
  return OTHERWISE.test(json) ? value : `{${json.slice(1, -1)}}`
}
const FEW = 4
/** As many commas as lie between the elements, so that no element has one. */
const IDS = /^[0-9a-f-]{36}(?:,[0-9a-f-]{36})*$/
/** Also finds a letter after a backslash that was itself escaped; then the driver does it. */
const OTHERWISE = /\\[bfnrtu]/

const isPlain = (one: unknown): boolean =>
  one === null ||
  typeof one === 'string' ||
  typeof one === 'boolean' ||
  (typeof one === 'number' && Number.isFinite(one))

/**
 * Constant texts are planned once per connection: left to itself PostgreSQL plans a change of one
 * row anew each time, since it takes the arrays of a general plan to hold ten. What that saves has
 * not been measured by itself. Built queries are planned for their values.
 *
 * SET LOCAL rather than set_config(): the latter is not passed on to the workers of a
 * distributed database. It takes no parameters, hence the checked id.
 */
export const enterSql = (id: OrganisationId): string =>
  `SET LOCAL ROLE omlopp_app; SET LOCAL omlopp.organisation = '${checkedUuid(id)}';
   SET LOCAL plan_cache_mode = force_generic_plan`

/**
 * Statements of which none waits for the answer of another go out one after the other without
 * waiting for those answers, and are carried out in that order. @returns the transaction, and what
 * ends it: from then on it takes no statement, since its connection serves somebody else.
 */
export function txOf(client: PoolClient, woken: Set<string>): { tx: Tx; end: () => void } {
  let plansAnew = false
  let ended = false
  let underWay = 0
  const send = async <Answer>(statement: () => Promise<Answer>): Promise<Answer> => {
    invariant(!ended, 'a transaction that has ended takes no statement')
    underWay++
    try {
      return await statement()
    } finally {
      underWay--
    }
  }
  const plain = (sql: string) => send(() => client.query(sql))
  const query = <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) =>
    send(() => client.query<Row>({ text: sql, values: values.map(asParameter), name: nameOf(sql) }))
  const tx: Tx = {
    rows: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await query<Row>(sql, values)).rows,
    maybe: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
      const { rows } = await query<Row>(sql, values)
      invariant(rows.length <= 1, 'at most one row')
      return rows[0] ?? null
    },
    one: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) => {
      const { rows } = await query<Row>(sql, values)
      invariant(rows.length === 1, 'exactly one row')
      return rows[0] as Row
    },
    run: async (sql, values = []) => (await query(sql, values)).rowCount ?? 0,
    built: async <Row extends QueryResultRow>(compiled: CompiledQuery<Row>) => {
      const text = { text: compiled.sql, values: [...compiled.parameters] }
      const answer = () => send(() => client.query<Row>(text))
      if (plansAnew) return (await answer()).rows
      plansAnew = true
      const [, { rows }] = await Promise.all([plain('SET LOCAL plan_cache_mode = auto'), answer()])
      return rows
    },
    wake: (channel) => void woken.add(channel),
    copyIn: (sql) => {
      invariant(!ended && underWay === 0, 'what is copied in has the connection to itself')
      pipelining(client, false)
      const stream = client.query(copyFrom(sql))
      return stream.once('close', () => {
        if (!ended) pipelining(client, true)
      })
    },
    enter: async (organisationId) => {
      plansAnew = false
      await plain(enterSql(organisationId))
    },
    leave: async () => {
      await plain(
        "RESET ROLE; SET LOCAL omlopp.organisation = ''; SET LOCAL plan_cache_mode = auto",
      )
    },
  }
  return { tx, end: () => (ended = true) }
}

/** Whether statements are sent before those ahead of them are answered; COPY cannot share its connection so. */
export function pipelining(client: { pipeline: boolean }, on: boolean) {
  client.pipeline = on
}
