import { Client, type ClientConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFromTemplate, createTemplate, startTestServer, type TestServer } from './database.ts'

async function ask(config: ClientConfig, sql: string): Promise<unknown[]> {
  const client = new Client(config)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the test server', () => {
  let server: TestServer
  let template: string
  beforeAll(async () => {
    server = await startTestServer()
    template = await createTemplate(server.connection, async (config) => {
      await ask(
        config,
        `CREATE TABLE word (word text); INSERT INTO word VALUES ('ö'), ('å'), ('z')`,
      )
    })
  })
  afterAll(() => server.stop())

  it('gives every worker a copy of its own, in Swedish order', async () => {
    const began = performance.now()
    const copies = await Promise.all(
      [1, 2].map(() => createFromTemplate(server.connection, template)),
    )
    console.log(`two copies in ${Math.round(performance.now() - began)} ms`)
    const [first, second] = copies
    await ask(first!.config, `DELETE FROM word WHERE word = 'z'`)
    const words = 'SELECT word FROM word ORDER BY word'
    expect(await ask(first!.config, words)).toEqual([{ word: 'å' }, { word: 'ö' }])
    expect(await ask(second!.config, words)).toHaveLength(3)
    const open = new Client(first!.config)
    open.on('error', () => {})
    await open.connect()
    await first!.drop()
    await expect(ask(first!.config, words)).rejects.toMatchObject({ code: '3D000' })
    await open.end().catch(() => {})
  })

  it('as a server by its address, drops what its run made and nothing else', async () => {
    const { host, port, user, database } = server.connection
    const url =
      process.env['DATABASE_URL'] ??
      `postgres://${user}@${encodeURIComponent(host)}:${port}/${database}`
    const other = await startTestServer(url)
    const made = await createTemplate(other.connection, async () => {})
    const copy = await createFromTemplate(other.connection, made)
    expect(await ask(copy.config, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await other.stop()
    await expect(ask(copy.config, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' })
    const mine = await createFromTemplate(server.connection, template)
    await mine.drop()
  })
})
