import { parseCrontab } from 'graphile-worker'
import { describe, expect, it } from 'vitest'
import { crontab, jobs } from './work.ts'

describe('what is done at a time of day', () => {
  it('is taken by the worker, since a line that is not stops the server from starting', () => {
    const items = parseCrontab(crontab)
    expect(items).toHaveLength(crontab.split('\n').length)
    for (const { task } of items) expect(Object.keys(jobs)).toContain(task)
  })
})
