import { openKeys } from '../../keys/keys.ts'
import { rotateLogKey } from '../../keys/log-keys.ts'
import { keysFolder } from '../database.ts'
import type { Command } from '../main.ts'
import { Refused, say } from '../talk.ts'

export const keysCommand: Command = {
  usage: 'keys [rotate]',
  about: 'Shows the public log keys; `rotate` makes a new one, told of by the old.',
  run: async ([what]) => {
    if (what !== undefined && what !== 'rotate') throw new Refused('Say: omlopp keys [rotate]')
    const keys = await openKeys(keysFolder())
    if (what === 'rotate') {
      const now = new Date()
      const { from } = keys.logKeys().at(-1)!
      if (now.toISOString() <= from)
        throw new Refused(
          `The clock says ${now.toISOString()}, and the key in use is from ${from}: set the clock first.`,
        )
      const next = await rotateLogKey(keysFolder(), keys.installation, now)
      say(
        `The log is signed with a new key from ${next.from}. Running servers take it up by themselves.`,
      )
    }
    say(keys.installation)
    for (const { publicKey, from, until } of keys.logKeys())
      say(`  ${publicKey}  ${from} – ${until ?? ''}`)
  },
}
