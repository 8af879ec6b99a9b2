import { expect, it } from 'vitest'
import { outageOf } from './outages.ts'
import { problemOf } from './problems.ts'
import { refuse } from '../core/result.ts'

const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more })

it.each([
  ['a table that cannot grow', coded('53100'), 'disk-full'],
  ['a file that cannot be written', coded('ENOSPC', { syscall: 'write' }), 'disk-full'],
  ['a database that is starting', coded('57P03'), 'database-away'],
  ['a database that nobody listens for', coded('ECONNREFUSED'), 'database-away'],
  ['a socket that is gone', coded('ENOENT', { syscall: 'connect' }), 'database-away'],
  ['a connection that broke', new Error('Connection terminated unexpectedly'), 'database-away'],
  ['a file that is not there', coded('ENOENT', { syscall: 'open' }), null],
  ['a mistake of ours', new TypeError('x is not a function'), null],
  ['a row that is there already', coded('23505'), null],
])('%s', (_, error, code) => expect(outageOf(error)).toBe(code))

it('are answered with the status that says whose turn it is', () => {
  expect(problemOf(refuse('disk-full'), 'sv')).toMatchObject({ status: 507, code: 'disk-full' })
  expect(problemOf(refuse('database-away'), 'en')).toMatchObject({ status: 503 })
})
