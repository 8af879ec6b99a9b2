import type { Command } from '../main.ts'
import { Refused } from '../talk.ts'

export const importCommand: Command = {
  usage: 'import FILE',
  about: 'Reads devices out of a file.',
  run: async () => {
    throw new Refused('Import is not part of this build.')
  },
}
