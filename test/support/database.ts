// Databases for tests: one server per run, one migrated template, a copy of it for each worker.
//
// In vitest's `globalSetup`:
//
//   export default async function (project: TestProject) {
//     const server = await startTestServer()
//     project.provide('server', server.connection)
//     project.provide('template', await createTemplate(server.connection, migrate))
//     return server.stop
//   }
//
// and in a test: `const database = await createFromTemplate(inject('server'), inject('template'))`.

import { randomBytes } from 'node:crypto'
import { Client, type ClientConfig, escapeIdentifier, escapeLiteral } from 'pg'
import { startEmbedded } from '../../src/database/embedded.ts'

/** Plain values, so that it can be handed from the run to its workers. */
export interface TestConnection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password?: string
  readonly ssl?: boolean
  /** Where databases are created from; never used for tests. */
  readonly database: string
  /** Begins the name of every database of this run. */
  readonly prefix: string
}

export interface TestServer {
  readonly connection: TestConnection
  /** Drops the databases of this run, and stops the server when it was started here. */
  readonly stop: () => Promise<void>
}

export interface TestDatabase {
  readonly name: string
  /** For `new pg.Client(config)` and `new pg.Pool(config)`. */
  readonly config: ClientConfig
  /** Also ends connections that are still open. */
  readonly drop: () => Promise<void>
}

/** An embedded server in memory; with DATABASE_URL set, that server instead. */
export async function startTestServer(
  url: string | undefined = process.env['DATABASE_URL'],
): Promise<TestServer> {
  const prefix = `omlopp_test_${randomBytes(4).toString('hex')}_`
  if (url) {
    const connection = connectionFrom(url, prefix)
    return { connection, stop: () => dropAll(connection) }
  }
  const embedded = await startEmbedded({ dataFolder: '', memory: true })
  const { host, port, user, database } = embedded
  return { connection: { host, port, user, database, prefix }, stop: embedded.stop }
}

/** The client reads the address as the product does; its parts then travel as plain values. */
function connectionFrom(url: string, prefix: string): TestConnection {
  const { host, port, user, password, database, ssl } = new Client({ connectionString: url })
  return {
    host,
    port,
    prefix,
    ssl: Boolean(ssl),
    user: user ?? '',
    database: database ?? 'postgres',
    ...(password ? { password } : {}),
  }
}

/** A database with the Swedish order of the product, after `migrate`. Answers its name. */
export async function createTemplate(
  connection: TestConnection,
  migrate: (config: ClientConfig) => Promise<void>,
): Promise<string> {
  const name = newName(connection)
  const create = `CREATE DATABASE ${escapeIdentifier(name)}
    TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'sv'`
  // The trigrams of å, ä and ö need UTF-8 character classes; not every server knows this name.
  const utf8 = "LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
  await command(connection, `${create} ${utf8}`).catch(() => command(connection, create))
  await migrate(configOf(connection, name))
  return name
}

export async function createFromTemplate(
  connection: TestConnection,
  template: string,
): Promise<TestDatabase> {
  const name = newName(connection)
  // As files: block by block through the log, which is the default, takes over ten times as long.
  await command(
    connection,
    `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}
     STRATEGY FILE_COPY`,
  )
  return { name, config: configOf(connection, name), drop: () => dropDatabase(connection, name) }
}

const newName = ({ prefix }: TestConnection): string => prefix + randomBytes(5).toString('hex')

function configOf(connection: TestConnection, database: string): ClientConfig {
  const { prefix: _, ...config } = connection
  return { ...config, database }
}

const dropDatabase = (connection: TestConnection, name: string): Promise<void> =>
  command(connection, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`).then(
    () => {},
  )

async function dropAll(connection: TestConnection): Promise<void> {
  const names = await command<{ datname: string }>(
    connection,
    `SELECT datname FROM pg_database WHERE starts_with(datname, ${escapeLiteral(connection.prefix)})`,
  )
  for (const { datname } of names) await dropDatabase(connection, datname)
}

async function command<Row>(connection: TestConnection, sql: string): Promise<Row[]> {
  const client = new Client(configOf(connection, connection.database))
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end()
  }
}
