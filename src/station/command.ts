// `omlopp station`: the agent at the erasure bench.
import { Refused } from '../cli/talk.ts'
import { enrol } from './commands/enrol.ts'
import { list } from './commands/list.ts'
import { run } from './commands/run.ts'
import { send } from './commands/send.ts'
import { status } from './commands/status.ts'

const commands: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  list,
  run,
  enrol,
  send,
  status,
}

const usage = `station list [--loop]
omlopp station enrol --server URL --token TOKEN --name NAME [--place PLACE] [--zone ZONE]
omlopp station run [DEVICE[=TAG] …] [--all] [--tag TAG] [--level clear|purge] [--operator NAME]
                   [--random] [--sample PERCENT] [--loop] [--offline]
omlopp station send [--again] · status      each with --json --language sv|en --folder FOLDER`

export const station = {
  usage,
  about: 'Wipes drives at the bench with the real tools, reads them back, and reports it signed.',
  run: async ([name, ...args]: string[]): Promise<void> => {
    const command = name === undefined ? undefined : commands[name]
    if (!command) throw new Refused(`omlopp ${usage}`)
    try {
      await command(args)
    } catch (error) {
      // node:util says in English what option it does not know; no stack is needed.
      if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
        throw new Refused((error as Error).message)
      throw error
    }
  },
}
