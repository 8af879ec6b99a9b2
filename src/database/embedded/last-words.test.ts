import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lastWords } from './last-words.ts'

const handedOver = `${at(0)} [7] LOG:  redirecting log output to logging collector process`

let cluster: string

beforeEach(() => {
  cluster = mkdtempSync(join(tmpdir(), 'omlopp-words-'))
  mkdirSync(join(cluster, 'log'))
})

afterEach(() => rmSync(cluster, { recursive: true, force: true }))

it('waits for the log, which is written by a process of its own after the server has ended', async () => {
  const words = lastWords(cluster, handedOver, new Date(Date.now() - 1000))
  setTimeout(() => write(`${at(0)} [7] FATAL:  lock file "x.lock" is empty`), 300)
  expect(await words).toMatch(/FATAL:\s+lock file "x.lock" is empty$/)
})

it('does not wait for a log that the server never came to', async () => {
  const said = 'postgres: could not access the server configuration file'
  expect(await lastWords(cluster, said, new Date())).toBe(said)
})

it('leaves out what an earlier start said in the same log', async () => {
  write(`${at(60_000)} [5] FATAL:  an older fault`)
  write(`${at(0)} [7] FATAL:  this one`)
  const words = await lastWords(cluster, handedOver, new Date(Date.now() - 1000))
  expect(words).toContain('this one')
  expect(words).not.toContain('older')
})

function at(agoMs: number): string {
  return new Date(Date.now() - agoMs).toISOString().replace('T', ' ').replace('Z', ' UTC')
}

function write(line: string): void {
  appendFileSync(join(cluster, 'log', 'postgresql-1.log'), `${line}\n`)
}
