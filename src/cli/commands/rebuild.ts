import { rebuild } from '../../journal/rebuild.ts'
import { listeners } from '../../server/work.ts'
import type { Command } from '../main.ts'
import { withDatabase } from '../database.ts'
import { say } from '../talk.ts'

export const rebuildCommand: Command = {
  usage: 'rebuild',
  about: 'Counts the circle, the figures and the climate anew from the whole journal.',
  run: () =>
    withDatabase(async ({ database }) => {
      for (const listener of listeners) {
        const began = Date.now()
        const heard = await rebuild(database, listener)
        if (heard !== null)
          say(
            `${listener.name}: ${heard} entries in ${((Date.now() - began) / 1000).toFixed(1)} s.`,
          )
      }
    }),
}
