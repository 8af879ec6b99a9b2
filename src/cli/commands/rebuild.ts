import { relist } from '../../features/devices/store/relist.ts'
import { rebuild } from '../../journal/rebuild.ts'
import { listeners } from '../../server/work.ts'
import type { Command } from '../main.ts'
import { withDatabase } from '../database.ts'
import { say } from '../talk.ts'

export const rebuildCommand: Command = {
  usage: 'rebuild',
  about:
    'Writes the lists anew, and counts the circle, the figures and the climate from the whole journal.',
  run: () =>
    withDatabase(async ({ database }) => {
      say(`devices.listing: ${await relist(database)} rows were wrong.`)
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
