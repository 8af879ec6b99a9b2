// One server per run, one migrated template; each test file copies it.
import type { TestProject } from 'vitest/node'
import { prepare } from '../../src/database/prepare.ts'
import { createTemplate, startTestServer, type TestConnection } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: TestConnection
    template: string
  }
}

export default async function setup(project: TestProject) {
  const server = await startTestServer()
  project.provide('server', server.connection)
  project.provide(
    'template',
    await createTemplate(server.connection, async (config) => void (await prepare(config))),
  )
  return server.stop
}
