// Sees to it that the server ends with the process that uses it, whichever way that ends.

export interface Ending {
  /** In order, with time to wait. */
  readonly stop: () => Promise<void>
  /** At the very end of the process, when nothing can be waited for. */
  readonly stopNow: () => void
}

const open = new Set<Ending>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export function stopAtEnd(ending: Ending): () => void {
  if (open.size === 0) {
    process.on('exit', atExit)
    for (const signal of signals) process.on(signal, atSignal)
  }
  open.add(ending)
  return () => {
    if (!open.delete(ending) || open.size > 0) return
    process.off('exit', atExit)
    for (const signal of signals) process.off(signal, atSignal)
  }
}

function atExit(): void {
  for (const ending of open) ending.stopNow()
}

/** Whoever else listens decides when to stop; alone, we stop and then end as the signal asked. */
function atSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return
  void Promise.allSettled([...open].map((ending) => ending.stop())).then(() => {
    for (const other of signals) process.off(other, atSignal)
    process.kill(process.pid, signal)
  })
}
