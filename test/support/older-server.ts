// A PostgreSQL 15 of the machine, when it has one: the oldest server we promise.

import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chooseAccount } from '../../src/database/embedded/account.ts'
import { ensureCluster, superuser } from '../../src/database/embedded/cluster.ts'
import { placesInMemory, privateFolder } from '../../src/database/embedded/places.ts'
import { halt, launch, readPostmaster, settings } from '../../src/database/embedded/postmaster.ts'
import { enter, leave } from '../../src/database/embedded/users.ts'
import type { TestServer } from './database.ts'

const programs = process.env['OMLOPP_POSTGRES_15'] ?? '/usr/lib/postgresql/15/bin'

export const hasOlderServer = existsSync(join(programs, 'postgres'))

export async function startOlderServer(): Promise<TestServer> {
  const places = await placesInMemory()
  const account = chooseAccount(places.cluster)
  account.give(places.home)
  await privateFolder(places.run, account)
  enter(places.run)
  const binaries = {
    postgres: join(programs, 'postgres'),
    initdb: join(programs, 'initdb'),
    major: '15',
  }
  await ensureCluster(places.cluster, binaries, account, false)
  const args = settings(places.run, true)
  const { child, said, close } = launch(binaries.postgres, account, places, args)
  while (!readPostmaster(places.cluster)?.ready) {
    if (child.exitCode !== null) throw new Error(said())
    await pause(5)
  }
  close()
  return {
    connection: {
      host: places.run,
      port: 5432,
      user: superuser,
      database: 'postgres',
      prefix: 'omlopp_test_',
    },
    stop: async () => {
      leave(places.run)
      await halt(places.cluster)
      await rm(places.home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
