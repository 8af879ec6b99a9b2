import type { Command } from '../main.ts'
import { withDatabase } from '../database.ts'
import { say } from '../talk.ts'

export const migrateCommand: Command = {
  usage: 'migrate',
  about: 'Brings the database to this version.',
  run: () =>
    withDatabase(async ({ applied }) => {
      say(applied.length === 0 ? 'Nothing to apply.' : `Applied ${applied.join(', ')}.`)
    }),
}
