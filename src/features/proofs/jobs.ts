// Hears of every entry and writes it into its log, so that a commit is in a signed head moments later.
import type { Listener } from '../../journal/deliver.ts'
import { integrate } from './actions/log-integrate.ts'

export const logListener: Listener = {
  name: 'proofs.log',
  kinds: 'all',
  hear: async (ctx, entries) => {
    await integrate(ctx, entries)
  },
}

export const listeners: readonly Listener[] = [logListener]
