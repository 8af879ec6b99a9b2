import { parseArgs } from 'node:util'
import { backup, restore } from '../../database/backup.ts'
import { placesAfterRestore } from '../../journal/after-restore.ts'
import type { Command } from '../main.ts'
import { readKeys, restoreKeys, saveKeys } from '../../keys/carry.ts'
import { keysFolder, withDatabase } from '../database.ts'
import { Refused, say } from '../talk.ts'
import { productVersion } from '../version.ts'

const migrations = { schema: 'database', name: 'migration', column: 'name' }

/** Beside the backup and never in it, so that handing on the one is not handing on the other. */
const keysFileOf = (file: string): string => `${file}.keys`

function asked(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'with-keys': { type: 'boolean' } },
  })
  return { file: positionals[0], withKeys: values['with-keys'] ?? false }
}

export const backupCommand: Command = {
  usage: 'backup FILE [--with-keys]',
  about: 'Writes everything to one file, independent of the PostgreSQL version.',
  run: (args) =>
    withDatabase(async ({ config }) => {
      const { file, withKeys } = asked(args)
      if (!file) throw new Refused('Say where to: omlopp backup FILE')
      const result = await backup(config, file, { productVersion, migrations })
      if (!result.ok) throw new Refused(`The backup was not made: ${result.code}.`)
      say(`${result.value.rows} rows of ${result.value.tables} tables are in ${file}.`)
      if (!withKeys) return say('The keys are not in it: keep the folder keys of the data folder.')
      await saveKeys(keysFolder(), keysFileOf(file))
      say(
        `The keys are in ${keysFileOf(file)}. Whoever has that file can sign as this installation.`,
      )
    }),
}

export const restoreCommand: Command = {
  usage: 'restore FILE [--with-keys]',
  about: 'Fills an empty database from a backup: another machine, or from embedded to server.',
  run: (args) =>
    withDatabase(async ({ config, database }) => {
      const { file, withKeys } = asked(args)
      if (!file) throw new Refused('Say from where: omlopp restore FILE')
      // Before anything else: a database without the keys of its log goes on under a new name.
      const keys = withKeys ? await readKeys(keysFileOf(file), keysFolder()) : null
      if (keys && !keys.ok)
        throw new Refused(`Nothing was restored: ${keys.code} (${keysFileOf(file)}).`)
      const result = await restore(config, file, { migrations })
      if (!result.ok) throw new Refused(`Nothing was restored: ${result.code}.`)
      await database.asSystem(placesAfterRestore)
      say(`${result.value.rows} rows of ${result.value.tables} tables are restored.`)
      if (!keys) return
      const aside = await restoreKeys(keys.value, keysFolder())
      say(`The keys are restored.${aside ? ` Those that were here lie in ${aside}.` : ''}`)
    }),
}
