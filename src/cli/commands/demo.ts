import { parseArgs } from 'node:util'
import type { Command } from '../main.ts'
import { withDatabase } from '../database.ts'
import { fillWatched } from '../demo/watched.ts'
import { Refused, say } from '../talk.ts'

export const demo: Command = {
  usage: 'demo [--scale N]',
  about: 'Fills an empty database with the demo, N times as large; the same every time for a day.',
  run: async (args) => {
    const { values } = parseArgs({ args, options: { scale: { type: 'string', default: '1' } } })
    const scale = Number(values.scale)
    if (!Number.isInteger(scale) || scale < 1 || scale > 1000)
      throw new Refused('--scale takes a whole number from 1 to 1000.')
    await withDatabase(async ({ config, database }) => {
      const { rows } = await database.pool.query('SELECT FROM organisations.organisation LIMIT 1')
      if (rows.length > 0)
        throw new Refused('The database is not empty. Choose another data folder.')
      const began = Date.now()
      await fillWatched(config, { now: new Date(), keys: database.keys, scale })
      const { rows: counted } = await database.pool.query<{ count: number }>(
        'SELECT count(*) AS count FROM devices.device',
      )
      say(`${counted[0]!.count} devices in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
    })
  },
}
