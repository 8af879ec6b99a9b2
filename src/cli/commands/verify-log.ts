// `omlopp verify --log`: the whole log of the database that the command is given.
import { parseArgs } from 'node:util'
import { vkeysOf } from '../../features/proofs/actions/log.ts'
import type { Command } from '../main.ts'
import { withDatabase } from '../database.ts'
import { printJson, say } from '../talk.ts'
import { checkLogs, type Ask } from '../log/check-logs.ts'

export const verifyLogCommand: Command = {
  usage: 'verify --log [--key VKEY]… [--json]',
  about: 'Checks every entry, head and chain in the database.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        log: { type: 'boolean' },
        key: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    })
    await verifyLog(values.key ?? [], values.json ?? false)
  },
}

/** Pins the keys that lie in the data folder, or those that are given. */
async function verifyLog(given: readonly string[], json: boolean): Promise<void> {
  await withDatabase(async ({ database }) => {
    const ask: Ask = async (sql, values) => (await database.pool.query(sql, [...values])).rows
    const keys = database.keys
    const began = performance.now()
    const verdict = await checkLogs({
      ask,
      vkeysOf: (origin) => (given.length > 0 ? given : keys ? vkeysOf(keys, origin) : []),
    })
    const seconds = (performance.now() - began) / 1000
    const { valid, checked, notChecked, failures, logs, entries } = verdict
    if (json) printJson({ valid, checked, notChecked, failures, logs, entries })
    else {
      say(valid ? 'The log holds.' : 'The log does NOT hold.')
      say(`${entries} entries of ${logs} logs in ${seconds.toFixed(1)} s.`)
      for (const { code, at } of failures) say(`  ${code}  ${at}`)
      for (const { code, at } of notChecked) say(`  not checked: ${code}  ${at}`)
    }
    if (!valid) process.exitCode = 1
  })
}
