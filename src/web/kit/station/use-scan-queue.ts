// The scan queue of this browser in a page: sends when there is a network, and after a restart.

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { browserStore } from './browser-store.ts'
import { createScanQueue } from './scan-queue.ts'
import type { QueuedScan, QueueState, ScanQueue, Sent } from './scan-queue.ts'

export interface UseScanQueue {
  readonly queue: ScanQueue
  readonly state: QueueState
  /** Writes the scan down, then tries to send it. Kept when it is safe. */
  readonly take: (work: string, code: string) => Promise<QueuedScan>
}

/** How often a station without network tries again. */
const retryMs = 15_000

export function useScanQueue<Answer>(
  send: (scan: QueuedScan) => Promise<Sent<Answer>>,
  onSent?: (scan: QueuedScan, sent: Sent<Answer>) => void,
  /** What this page can send; somebody else's scans wait for them. */
  mine?: (scan: QueuedScan) => boolean,
): UseScanQueue {
  const latest = useRef({ send, onSent, mine })
  useEffect(() => {
    latest.current = { send, onSent, mine }
  })
  const [queue] = useState(() =>
    createScanQueue<Answer>({
      store: browserStore(),
      send: (scan) => latest.current.send(scan),
      onSent: (scan, sent) => latest.current.onSent?.(scan, sent),
      mine: (scan) => latest.current.mine?.(scan) ?? true,
      now: () => new Date(),
      newKey: () => crypto.randomUUID(),
      alone: oneTab,
    }),
  )
  const state = useSyncExternalStore(queue.subscribe, queue.state)
  useEffect(() => {
    const flush = (): void => void queue.flush().catch(() => undefined)
    // Without this the browser may clear what waits when the disk runs full.
    void navigator.storage?.persist?.()
    flush()
    const timer = setInterval(flush, retryMs)
    window.addEventListener('online', flush)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', flush)
    }
  }, [queue])
  return {
    queue,
    state,
    take: async (work, code) => {
      const scan = await queue.take(work, code)
      void queue.flush().catch(() => undefined)
      return scan
    },
  }
}

/** Two tabs share one store; with a lock only one of them sends at a time, so the order holds. */
const oneTab = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request('omlopp-scans', work) : work()
