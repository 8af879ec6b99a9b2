import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from './main.ts'

afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
})

async function run(args: string[]) {
  let printed = ''
  let said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said += String(text)), true))
  await main(args)
  return { code: process.exitCode ?? 0, printed, said }
}

describe('a command that could not', () => {
  it.each([
    ['file-unreadable', ['import', '/nowhere/list.csv', '--json']],
    ['file-unreadable', ['import', '.', '--json']],
    ['refused', ['evidence', '/nowhere/nwipe.log', '--json']],
    ['mistyped', ['import', 'list.csv', '--dry', '--json']],
    ['input-unreadable', ['impact', '--input', '/nowhere/input.json', '--json']],
  ])('says %s as JSON alone, and the same in words beside it', async (code, args) => {
    const { printed, said, code: exit } = await run(args)
    expect(JSON.parse(printed)).toMatchObject({ code })
    expect(said).not.toBe('')
    expect(exit).toBe(1)
  })

  it('says nothing where a token is awaited', async () => {
    const { printed, said, code } = await run(['token', '--organisation', 'Exempelby'])
    expect(printed).toBe('')
    expect(said).toMatch(/^Say which role/)
    expect(code).toBe(1)
  })
})
