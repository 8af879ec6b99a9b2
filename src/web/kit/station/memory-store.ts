import type { QueuedScan, ScanStore } from './scan-queue.ts'

/** Keeps scans as long as the page lives: for tests, and where a browser refuses IndexedDB. */
export function memoryStore(kept: QueuedScan[] = []): ScanStore {
  let order = kept.at(-1)?.order ?? 0
  return {
    add: async (scan) => {
      const known = kept.find(({ key }) => key === scan.key)
      if (known) return known
      order += 1
      const queued = { ...scan, order }
      kept.push(queued)
      return queued
    },
    all: async () => [...kept].sort((a, b) => a.order - b.order),
    remove: async (key) => {
      const index = kept.findIndex((scan) => scan.key === key)
      if (index >= 0) kept.splice(index, 1)
    },
  }
}
