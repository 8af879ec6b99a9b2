import { describe, expect, it } from 'vitest'
import { readWork, workOf, type ScanWork } from './work.ts'

const pack: ScanWork = {
  organisationId: 'o1',
  act: 'pack',
  collectionId: 'c1',
  at: null,
  deviceId: null,
}

describe('what a kept scan was made for', () => {
  it.each<ScanWork>([
    pack,
    { ...pack, at: 'p1' },
    { ...pack, act: 'receive', at: 'place', deviceId: 'd1' },
  ])('reads as it was written: %j', (work) => {
    expect(readWork(workOf(work))).toEqual(work)
  })

  it.each([
    '',
    'erasing/o1/pack/c1/-/-',
    'returns/o1/lend/c1/-/-',
    'returns//pack/c1',
    'receipt:P-1',
  ])('leaves the work of others alone: %s', (text) => {
    expect(readWork(text)).toBeNull()
  })
})
