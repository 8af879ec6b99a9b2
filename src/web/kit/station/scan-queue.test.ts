import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryStore } from './memory-store.ts'
import { createScanQueue } from './scan-queue.ts'
import type { QueuedScan, Sent } from './scan-queue.ts'

/** A server that takes each key once, and a network that can be cut anywhere. */
function bench(kept: QueuedScan[] = [], network: () => 'up' | 'down' | 'lost-answer' = () => 'up') {
  const taken: QueuedScan[] = []
  const heard: string[] = []
  let keys = kept.length
  const queue = createScanQueue<string>({
    store: memoryStore(kept),
    now: () => new Date('2026-03-12T09:52:07Z'),
    newKey: () => `key-${(keys += 1)}`,
    onSent: ({ code }) => heard.push(code),
    send: async (scan): Promise<Sent<string>> => {
      const state = network()
      if (state === 'down') throw new TypeError('Failed to fetch')
      if (scan.code === 'BAD') return { is: 'refused', code: 'unknown-device' }
      if (!taken.some(({ key }) => key === scan.key)) taken.push(scan)
      return state === 'lost-answer' ? { is: 'later' } : { is: 'taken', answer: 'right' }
    },
  })
  return { queue, taken, heard, kept }
}
const codes = (scans: readonly QueuedScan[]): string[] => scans.map(({ code }) => code)

describe('the scan queue', () => {
  it('has the scan in the store when it says the scan is taken', async () => {
    const { queue, kept } = bench([], () => 'down')
    const scan = await queue.take('receipt:P-0312', 'PF2Z8S44')
    expect(kept).toEqual([scan])
    expect(scan).toEqual({
      key: 'key-1',
      work: 'receipt:P-0312',
      code: 'PF2Z8S44',
      at: '2026-03-12T09:52:07.000Z',
      order: 1,
    })
  })

  it('leaves the scans of others where they lie, and does not wait behind them', async () => {
    const other = { key: 'o', work: 'theirs', code: 'A1', at: '2026-03-12T09:00:00Z', order: 1 }
    const kept: QueuedScan[] = [other]
    const sent: string[] = []
    const queue = createScanQueue<string>({
      store: memoryStore(kept),
      now: () => new Date('2026-03-12T09:52:07Z'),
      newKey: () => 'mine-1',
      mine: ({ work }) => work === 'mine',
      send: async ({ code }) => {
        sent.push(code)
        return { is: 'taken', answer: 'right' }
      },
    })
    await queue.take('mine', 'B2')
    expect(await queue.flush()).toEqual({ waiting: 0, offlineSince: null })
    expect(sent).toEqual(['B2'])
    expect(kept).toEqual([other])
  })

  it('does not say so when the store cannot keep it', async () => {
    const broken = { ...memoryStore(), add: () => Promise.reject(new Error('disk full')) }
    const queue = createScanQueue({
      store: broken,
      now: () => new Date(0),
      newKey: () => 'key',
      send: async () => ({ is: 'later' }),
    })
    await expect(queue.take('w', 'A')).rejects.toThrow('disk full')
    expect(queue.state().waiting).toBe(0)
  })

  it('keeps the order when many are scanned at once', async () => {
    const { queue, taken } = bench()
    await Promise.all(['A', 'B', 'C', 'D'].map((code) => queue.take('w', code)))
    await queue.flush()
    expect(codes(taken)).toEqual(['A', 'B', 'C', 'D'])
  })

  it('waits without a network, says since when, and sends all when it is back', async () => {
    let up = false
    const { queue, taken } = bench([], () => (up ? 'up' : 'down'))
    await queue.take('w', 'A')
    await queue.take('w', 'B')
    expect(await queue.flush()).toEqual({ waiting: 2, offlineSince: '2026-03-12T09:52:07.000Z' })
    up = true
    expect(await queue.flush()).toEqual({ waiting: 0, offlineSince: null })
    expect(codes(taken)).toEqual(['A', 'B'])
  })

  it('sends what a killed browser left behind, with the same keys', async () => {
    const before = bench([], () => 'down')
    await before.queue.take('w', 'A')
    await before.queue.take('w', 'B')
    const after = bench(before.kept)
    expect(codes(await after.queue.waiting())).toEqual(['A', 'B'])
    await after.queue.flush()
    expect(after.taken.map(({ key }) => key)).toEqual(['key-1', 'key-2'])
  })

  it('does not count a device twice when the answer was lost on the way', async () => {
    let state: 'up' | 'lost-answer' = 'lost-answer'
    const { queue, taken } = bench([], () => state)
    await queue.take('w', 'A')
    await queue.flush()
    expect(queue.state().waiting).toBe(1)
    state = 'up'
    await queue.flush()
    expect(codes(taken)).toEqual(['A'])
    expect(queue.state().waiting).toBe(0)
  })

  it('lets a refused scan go with its reason, so that those behind it get through', async () => {
    const { queue, taken, heard } = bench()
    for (const code of ['A', 'BAD', 'C']) await queue.take('w', code)
    await queue.flush()
    expect(codes(taken)).toEqual(['A', 'C'])
    expect(heard).toEqual(['A', 'BAD', 'C'])
  })

  it('sends once when asked many times at once', async () => {
    const { queue, heard } = bench()
    await queue.take('w', 'A')
    await Promise.all([queue.flush(), queue.flush(), queue.flush()])
    expect(heard).toEqual(['A'])
  })

  it('loses none, doubles none and keeps the order, however the network behaves', async () => {
    const weather = fc.array(fc.constantFrom('up', 'down', 'lost-answer'), { maxLength: 40 })
    const steps = fc.array(fc.constantFrom('scan', 'flush', 'kill'), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(weather, steps, async (network, doing) => {
        const kept: QueuedScan[] = []
        const server = new Map<string, string>()
        let moment = 0
        let made = 0
        const start = () =>
          createScanQueue<null>({
            store: memoryStore(kept),
            now: () => new Date(0),
            newKey: () => `key-${made}`,
            send: async ({ key, code }) => {
              const state = network[(moment += 1)] ?? 'up'
              if (state !== 'down' && !server.has(key)) server.set(key, code)
              return state === 'up' ? { is: 'taken', answer: null } : { is: 'later' }
            },
          })
        let queue = start()
        for (const step of doing) {
          if (step === 'scan') await queue.take('w', String((made += 1)))
          if (step === 'flush') await queue.flush()
          if (step === 'kill') queue = start()
        }
        moment = network.length
        await queue.flush()
        expect([...server.values()]).toEqual(Array.from({ length: made }, (_, n) => String(n + 1)))
        expect(kept).toEqual([])
      }),
    )
  })
})
