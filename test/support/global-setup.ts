// One server per run, one migrated template; each test file copies it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepare } from '../../src/database/prepare.ts'
import { createTemplate, startTestServer, type TestConnection } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: TestConnection
    template: string
    /** Where the first journey of the run builds the web. */
    webFolder: string
  }
}

export default async function setup(project: TestProject) {
  const server = await startTestServer()
  project.provide('server', server.connection)
  project.provide(
    'template',
    await createTemplate(server.connection, async (config) => void (await prepare(config))),
  )
  const webFolder = await mkdtemp(join(tmpdir(), 'omlopp-web-'))
  project.provide('webFolder', webFolder)
  return async () => {
    await rm(webFolder, { recursive: true, force: true })
    await server.stop()
  }
}
