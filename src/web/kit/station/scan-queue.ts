// Scans on their way to the server. A scan is written down before it is shown as taken, keeps its
// place in the order, and is sent with the same key however often it has to be sent again.

/** A scan as it lies in the store. */
export interface QueuedScan {
  /** Idempotency key: the server takes a key once. */
  readonly key: string
  /** What was being done: "receipt:P-0312". */
  readonly work: string
  readonly code: string
  /** When it was scanned, by this machine's clock, in UTC. */
  readonly at: string
  /** Its place in the order, given by the store. */
  readonly order: number
}
export type NewScan = Omit<QueuedScan, 'order'>

/** Where scans lie until they are sent. Each promise is kept only when the write will survive. */
export interface ScanStore {
  add(scan: NewScan): Promise<QueuedScan>
  /** Oldest first. */
  all(): Promise<readonly QueuedScan[]>
  remove(key: string): Promise<void>
}

/**
 * What became of a sent scan: `taken` or `refused` by the server, both final; `later` when nobody
 * can know, as without a network. A rejected promise counts as `later`.
 */
export type Sent<Answer> =
  | { readonly is: 'taken'; readonly answer: Answer }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'later' }

export interface QueueState {
  readonly waiting: number
  /** Since when sending has not worked; null while it does. */
  readonly offlineSince: string | null
}
export interface ScanQueueOptions<Answer> {
  readonly store: ScanStore
  readonly send: (scan: QueuedScan) => Promise<Sent<Answer>>
  readonly now: () => Date
  readonly newKey: () => string
  /** Called for each scan the server has answered, in order. */
  readonly onSent?: ((scan: QueuedScan, sent: Sent<Answer>) => void) | undefined
  /** Of what lies in the store, what this page can send: others leave their scans there too. */
  readonly mine?: ((scan: QueuedScan) => boolean) | undefined
  /** Lets one tab send at a time; without it, this page is the only one. */
  readonly alone?: (<T>(work: () => Promise<T>) => Promise<T>) | undefined
}
export interface ScanQueue {
  /** Kept when the scan is safe; then, and not before, it may be shown as taken. */
  take(work: string, code: string): Promise<QueuedScan>
  /** Sends what waits, oldest first, and stops at the first that has to wait. */
  flush(): Promise<QueueState>
  /** Those that wait, also from before the browser was closed. */
  waiting(): Promise<readonly QueuedScan[]>
  state(): QueueState
  /** Called on each change; returns how to stop. */
  subscribe(listener: () => void): () => void
}

export function createScanQueue<Answer>(options: ScanQueueOptions<Answer>): ScanQueue {
  const { store, send, now, newKey, onSent, mine = () => true } = options
  const { alone = (work) => work() } = options
  const listeners = new Set<() => void>()
  let state: QueueState = { waiting: 0, offlineSince: null }
  let flushing: Promise<QueueState> | null = null
  // Two scans in the same moment must get their places in the order they were made.
  let writing: Promise<unknown> = Promise.resolve()

  const change = (next: Partial<QueueState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const waiting = async () => (await store.all()).filter(mine)
  const count = async (): Promise<void> => change({ waiting: (await waiting()).length })

  async function sendOne(scan: QueuedScan): Promise<boolean> {
    const sent = await send(scan).catch((): Sent<Answer> => ({ is: 'later' }))
    if (sent.is === 'later') {
      change({ offlineSince: state.offlineSince ?? now().toISOString() })
      return false
    }
    // Told before it is forgotten: if the page dies in between, the same key is simply sent again.
    onSent?.(scan, sent)
    await store.remove(scan.key)
    change({ waiting: Math.max(0, state.waiting - 1), offlineSince: null })
    return true
  }

  async function sendAll(): Promise<QueueState> {
    for (;;) {
      const [oldest] = await waiting()
      if (!oldest || !(await sendOne(oldest))) break
    }
    await count()
    return state
  }

  return {
    take(work, code) {
      const scan = { key: newKey(), work, code, at: now().toISOString() }
      const taken = writing.then(async () => {
        const kept = await store.add(scan)
        change({ waiting: state.waiting + 1 })
        return kept
      })
      writing = taken.catch(() => undefined)
      return taken
    },
    async flush() {
      flushing ??= alone(sendAll).finally(() => {
        flushing = null
      })
      return flushing
    },
    async waiting() {
      const all = await waiting()
      change({ waiting: all.length })
      return all
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
