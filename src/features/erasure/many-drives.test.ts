import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  disk,
  drive,
  large,
  log,
  newBench,
  newSerial,
  outcome,
  zone,
  type Json,
} from '../../../test/support/bench.ts'
import { newDevices, newWorld, value, type World } from '../../../test/support/world.ts'
import { recordEvidence } from './actions/evidence.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.now = new Date('2026-03-16T12:00:00Z')
})

it('sixty drives are certified in one go, with numbers of one series', async () => {
  const bench = await newBench(world)
  const serials = Array.from({ length: 120 }, () => newSerial('OMLHDD0001'))
  world.now = new Date('2026-03-12T09:00:00Z')
  const deviceIds = await newDevices(world, bench.owner, 120, { unused: false })
  const put = await bench.operator.send('POST', '/media', {
    items: deviceIds.map((deviceId, i) => ({ deviceId, media: [disk(serials[i]!, large)] })),
  })
  expect(put.json['done'], JSON.stringify(put.json)).toBe(120)
  world.now = new Date('2026-03-16T12:00:00Z')
  const logs = [serials.slice(0, 60), serials.slice(60)].map((some) =>
    log(
      ...some.map((serial, n) => ({
        ...drive(serial),
        device: `/dev/sd${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${n < 26 ? '' : 'abc'[Math.floor(n / 26)]}`,
      })),
    ),
  )
  for (const text of logs) {
    const sent = await bench.operator.upload('/erasure-evidence', 'sixty.log', text, zone)
    expect(new Set(sent.json['results'].map(outcome))).toEqual(new Set(['issued']))
    expect(sent.json['results']).toHaveLength(60)
  }
  const counts = await bench.operator.get('/erasure-counts')
  expect(counts.json).toMatchObject({ toErase: 0, results: { issued: 120 } })
  const page = await bench.operator.get('/certificates?limit=100')
  expect(page.json['items']).toHaveLength(100)
  const rest = await bench.operator.get(`/certificates?limit=100&cursor=${page.json['next']}`)
  const numbers = [...page.json['items'], ...rest.json['items']].map((one: Json) => one['number'])
  expect(new Set(numbers).size).toBe(120)
  expect(numbers).toContain('R-2026-00120')
})

it('a file of sixty drives takes no more statements than a file of two', async () => {
  const bench = await newBench(world)
  const counted: number[] = []
  for (const count of [2, 60]) {
    const serials = Array.from({ length: count }, () => newSerial('OMLHDD0001'))
    world.now = new Date('2026-03-12T09:00:00Z')
    const deviceIds = await newDevices(world, bench.owner, count, { unused: false })
    const items = deviceIds.map((deviceId, i) => ({ deviceId, media: [disk(serials[i]!, large)] }))
    await bench.operator.send('POST', '/media', { items })
    world.now = new Date('2026-03-16T12:00:00Z')
    const text = log(
      ...serials.map((serial, n) => ({ ...drive(serial), device: `/dev/nvme${n}n1` })),
    )
    let statements = 0
    const sent = value(
      await world.act(bench.owner, (ctx) => {
        const tx = new Proxy(ctx.tx, {
          get(target, name: keyof typeof ctx.tx) {
            statements++
            return target[name]
          },
        })
        return recordEvidence(
          { ...ctx, tx },
          { fileName: 'a.log', bytes: Buffer.from(text), stationTimeZone: 'UTC' },
        )
      }),
    )
    expect(sent.results.filter((one) => one.state === 'issued')).toHaveLength(count)
    counted.push(statements)
  }
  expect(counted[1]).toBe(counted[0])
  expect(counted[1]).toBeLessThan(25)
})
