// Fills the demo, and says meanwhile how far it has come.
import type { ConnectionConfig } from '../../database/connect.ts'
import { say, tellMeanwhile } from '../talk.ts'
import { fillDemo, type DemoOptions } from './fill.ts'

export async function fillWatched(
  config: ConnectionConfig,
  options: Omit<DemoOptions, 'log' | 'progress'>,
): Promise<void> {
  const { tell, clear } = tellMeanwhile()
  const log = (line: string) => {
    clear()
    say(line)
  }
  try {
    await fillDemo(config, { ...options, log, progress: tell })
  } finally {
    clear()
  }
}
