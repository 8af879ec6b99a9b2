import { backup, restore } from '../../database/backup.ts'
import { placesAfterRestore } from '../../journal/after-restore.ts'
import type { Command } from '../main.ts'
import { withDatabase } from '../database.ts'
import { Refused, say } from '../talk.ts'
import { productVersion } from '../version.ts'

const migrations = { schema: 'database', name: 'migration', column: 'name' }

export const backupCommand: Command = {
  usage: 'backup FILE',
  about: 'Writes everything to one file, independent of the PostgreSQL version.',
  run: ([file]) =>
    withDatabase(async ({ config }) => {
      if (!file) throw new Refused('Say where to: omlopp backup FILE')
      const result = await backup(config, file, { productVersion, migrations })
      if (!result.ok) throw new Refused(`The backup was not made: ${result.code}.`)
      say(`${result.value.rows} rows of ${result.value.tables} tables are in ${file}.`)
    }),
}

export const restoreCommand: Command = {
  usage: 'restore FILE',
  about: 'Fills an empty database from a backup: another machine, or from embedded to server.',
  run: ([file]) =>
    withDatabase(async ({ config, database }) => {
      if (!file) throw new Refused('Say from where: omlopp restore FILE')
      const result = await restore(config, file, { migrations })
      if (!result.ok) throw new Refused(`Nothing was restored: ${result.code}.`)
      await database.asSystem(placesAfterRestore)
      say(`${result.value.rows} rows of ${result.value.tables} tables are restored.`)
    }),
}
