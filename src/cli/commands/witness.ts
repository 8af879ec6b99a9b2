// A witness of somebody's log: it signs each head that continues what it signed before, and no other.
import { parseArgs } from 'node:util'
import type { Command } from '../main.ts'
import { printJson, Refused, say } from '../talk.ts'
import { cosign } from '../witness/cosign.ts'
import { newKey, readKey } from '../witness/keeper.ts'

export const witness: Command = {
  usage: 'witness new NAME | witness LOG [--key VKEY]… [--folder DIR] [--json]',
  about:
    'Signs the newest head of a log (https://…/api/v1/logs/ID) if it continues what was signed before.',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true, default: [] },
        folder: { type: 'string', default: 'omlopp-witness' },
        json: { type: 'boolean', default: false },
      },
    })
    const { folder, key: vkeys, json } = values
    const [what, name] = positionals
    if (what === 'new' && name && positionals.length === 2) {
      const { vkey } = await newKey(folder, name)
      if (json) return printJson({ name, vkey })
      say('Give this key to those whose logs you witness; it is added on the page of the log.')
      return say(vkey)
    }
    if (!what || !/^https?:\/\//.test(what) || positionals.length > 1)
      throw new Refused('Say: omlopp witness new NAME, or omlopp witness https://…/api/v1/logs/ID')
    const now = new Date()
    const done = await cosign({ folder, key: await readKey(folder), log: what, vkeys, now })
    if (json) return printJson({ ...done, at: now.toISOString() })
    const before = done.from === null ? 'seen for the first time' : `continues ${done.from}`
    say(`Signed: ${done.size} entries of ${done.origin}, ${before}.`)
  },
}
