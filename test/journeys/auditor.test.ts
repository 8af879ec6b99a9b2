// The auditor's journey, without an account: from the QR code to a proof checked without us.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync, zipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listeners } from '../../src/features/proofs/jobs.ts'
import { chooseFile, findings, openBrowser, press, serveWorld, tabTo } from '../support/browser.ts'
import { build, omlopp } from '../support/command.ts'
import { newFullWorld, type FullWorld } from '../support/full-world.ts'
import { hearAll } from '../support/heard.ts'

const run = promisify(execFile)
let full: FullWorld
let browser: Browser
let served: Awaited<ReturnType<typeof serveWorld>>
let folder: string
let good: string

beforeAll(async () => {
  ;[full, browser, folder] = await Promise.all([
    newFullWorld(),
    openBrowser(),
    mkdtemp(join(tmpdir(), 'omlopp-auditor-')),
  ])
  await hearAll(full.world.database, listeners)
  served = await serveWorld(full.world)
  await build()
  good = join(folder, 'bevis.omlopp.zip')
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
  await full?.world.close()
  await rm(folder, { recursive: true, force: true })
})

async function stranger(language: 'sv' | 'en', path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(30_000)
  await context.addInitScript((chosen) => localStorage.setItem('omlopp-language', chosen), language)
  const page = await context.newPage()
  await page.goto(`${served.address}${path}`)
  return page
}
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

/** One entry says another hour; the list is made anew, so that only the log can tell. */
async function tampered(): Promise<string> {
  const files = unzipSync(new Uint8Array(await readFile(good)))
  const manifest = JSON.parse(Buffer.from(files['bundle.json']!).toString()) as {
    entries: { file: string }[]
    files: { name: string; sha256: string }[]
  }
  const { file } = manifest.entries.at(-1)!
  const text = Buffer.from(files[file]!)
    .toString()
    .replace(/T\d\d:/, 'T03:')
  files[file] = Buffer.from(text)
  const { createHash } = await import('node:crypto')
  manifest.files.find(({ name }) => name === file)!.sha256 = createHash('sha256')
    .update(text)
    .digest('hex')
  files['bundle.json'] = Buffer.from(JSON.stringify(manifest))
  const path = join(folder, 'andrat.zip')
  await writeFile(path, zipSync(files))
  return path
}

describe('an auditor without an account', { timeout: 240_000 }, () => {
  it('scans the QR code, reads what was proven and what was not, and takes the proof home', async () => {
    const page = await stranger('sv', `/c/${full.ids['publicId']}`)
    await heading(page, 'Lagringsmediet är raderat, och det går att bevisa')
    await page.getByText('WORLD-DISK-1').first().waitFor()
    const size = async (name: string) =>
      page
        .getByRole('heading', { name, exact: true })
        .evaluate((one) => getComputedStyle(one).fontSize)
    expect(await size('Inte kontrollerat')).toBe(await size('Kontrollerat'))
    await page.getByText('Intyget är, byte för byte, det som journalen nämnde').waitFor()
    await page.getByText('Om data går att återskapa med laboratorieutrustning.').waitFor()
    expect(await findings(page)).toEqual([])
    const downloading = page.waitForEvent('download')
    await press(page, 'Ladda ner beviset')
    await (await downloading).saveAs(good)
    await page.context().close()
  })

  it('checks it offline, with the command and with Python', async (ctx) => {
    const checked = omlopp(['verify', good, '--json'])
    expect(await checked.ended, checked.said()).toBe(0)
    const verdict = JSON.parse(checked.printed()) as { valid: boolean; notChecked: unknown[] }
    expect(verdict.valid).toBe(true)
    expect(verdict.notChecked.length).toBeGreaterThan(3)
    const bad = omlopp(['verify', await tampered(), '--json'])
    expect(await bad.ended).toBe(1)
    expect(JSON.parse(bad.printed())).toMatchObject({ valid: false })
    const python = await run('python3', ['docs/verify/verify.py', good]).catch(
      (error: NodeJS.ErrnoException) => error,
    )
    if ('code' in python && python.code === 'ENOENT') {
      console.log('left out: there is no python3 on this machine, so verify.py was not run')
      return ctx.skip('no python3')
    }
    expect(python).toMatchObject({ stdout: expect.stringContaining('The proof holds') as string })
  })

  it('drops it on the page for any file, in English; a tampered copy goes red and says where', async () => {
    const page = await stranger('en', '/verify')
    await heading(page, 'Check a proof')
    await chooseFile(page, 'Choose a file', good)
    await heading(page, 'The storage medium was erased, and it can be proven')
    const manifest = JSON.parse(
      Buffer.from(unzipSync(new Uint8Array(await readFile(good)))['bundle.json']!).toString(),
    ) as { logs: { vkeys: string[] }[]; entries: { file: string }[] }
    await tabTo(page, /^Key that you got from elsewhere/)
    await page.keyboard.insertText(manifest.logs[0]!.vkeys[0]!)
    await page.getByText(/is signed by your key/).waitFor()
    await chooseFile(page, 'Choose a file', await tampered())
    await heading(page, 'The proof does not hold')
    const wrong = page.getByRole('region', { name: 'This is not right' })
    await wrong.getByText('The entry does not stand in the signed log.').waitFor()
    await wrong.getByText(manifest.entries.at(-1)!.file).first().waitFor()
    expect(await findings(page)).toEqual([])
    const colour = await page.locator('h1').evaluate((one) => getComputedStyle(one).color)
    expect(colour).toBe('rgb(163, 35, 27)')
    await page.context().close()
  })

  it('finds nothing at an address that is no certificate’s, and a way on', async () => {
    const page = await stranger('sv', '/c/AAAAAAAAAAAAAAAAAAAAAA')
    await heading(page, 'Här finns inget intyg')
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })
})
