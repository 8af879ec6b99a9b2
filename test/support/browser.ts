// A real browser for journeys: the built web, served by the app over a world, used by keyboard.
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import type Axe from 'axe-core'
import { chromium as playwright, type Browser, type FileChooser, type Page } from 'playwright-core'
import { build } from 'vite'
import { inject } from 'vitest'
import { buildApp } from '../../src/server/app.ts'
import type { World } from './world.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `OMLOPP_CHROMIUM` is a browser to use instead; without any, the journey fails and says why. */
export async function openBrowser(): Promise<Browser> {
  // Nothing here draws in three dimensions; a graphics card played by the processor costs a third.
  chromium.setGraphicsMode = false
  const executablePath = process.env['OMLOPP_CHROMIUM'] ?? (await chromium.executablePath())
  // One process for all would end with the first closed page.
  const args = chromium.args.filter((arg) => !/single-process|no-zygote/.test(arg))
  return playwright
    .launch({ executablePath, args: [...args, '--no-sandbox'] })
    .catch((cause: unknown) => {
      throw new Error(`no browser at ${executablePath}: set OMLOPP_CHROMIUM`, { cause })
    })
}

/** Built by the first journey of a run; the others wait for it. */
async function builtWeb(): Promise<string> {
  const folder = inject('webFolder')
  const ready = join(folder, 'web')
  const first = await mkdir(join(folder, 'begun')).then(
    () => true,
    () => false,
  )
  if (first) {
    const outDir = join(folder, 'building')
    const output = { outDir, emptyOutDir: true }
    await build({ configFile: `${root}vite.config.ts`, logLevel: 'error', build: output })
    await rename(outDir, ready)
  }
  for (let tries = 0; !existsSync(ready); tries += 1) {
    if (tries > 600) throw new Error('the web was not built within a minute')
    await pause(100)
  }
  return ready
}

/** The world over HTTP, with the pages. @returns its address, without a slash at the end */
export async function serveWorld(
  world: World,
): Promise<{ address: string; close(): Promise<void> }> {
  const webFolder = await builtWeb()
  const { database } = world
  const app = await buildApp({ database, now: () => world.now, checkAnswers: true, webFolder })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, close: () => app.close() }
}

/** A page of a person who has signed in. */
export async function signedIn(
  browser: Browser,
  address: string,
  account: { email: string; password: string },
  language: 'sv' | 'en' = 'sv',
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(60_000)
  await context.addInitScript((chosen) => {
    localStorage.setItem('omlopp-language', chosen)
    // The scanner of this workplace has been used before, and is known to end with Enter: where two
    // cores are shared our keys may halt in the middle of a code, which a scanner never does.
    localStorage.setItem('omlopp-scanner-ends-with-key', 'yes')
  }, language)
  const answer = await context.request.post(`${address}/api/v1/session`, {
    headers: { 'x-omlopp-csrf': '1', origin: address },
    data: account,
  })
  if (!answer.ok()) throw new Error(`not signed in: ${await answer.text()}`)
  return context.newPage()
}

/** What the focused thing is called, as somebody who listens hears it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return ''
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((one) => one.textContent)
    const said = element.getAttribute('aria-label') || labelled.trim() || labels.join(' ')
    return (said || element.textContent || '').trim()
  })

/**
 * Tab, until the focus stands on what is called so. A page that is still being drawn is gone
 * through again, for as long as a person would wait.
 */
export async function tabTo(page: Page, name: string | RegExp, most = 80): Promise<void> {
  const heard = new Set<string>()
  const patience = Date.now() + 60_000
  for (let presses = 0; presses < most || Date.now() < patience; presses += 1) {
    const said = await focused(page)
    if (typeof name === 'string' ? said === name || said.startsWith(`${name},`) : name.test(said))
      return
    heard.add(said)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(name)}; it came to: ${[...heard].join(' | ')}`)
}

/** Finds by Tab, and presses Enter. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/**
 * Enter on the button opens the chooser of files. A press that meets a page just being drawn anew
 * goes nowhere; a person who sees no chooser presses again.
 */
export async function chooseFile(
  page: Page,
  button: string,
  file: Parameters<FileChooser['setFiles']>[0],
): Promise<void> {
  let chooser: FileChooser | null = null
  for (let tries = 1; !chooser && tries <= 4; tries += 1) {
    const opened = page.waitForEvent('filechooser', { timeout: 5000 }).catch(() => null)
    await press(page, button)
    chooser = await opened
  }
  if (!chooser) throw new Error(`no chooser of files came by ${button}`)
  await chooser.setFiles(file)
}

/** As a hand scanner types: a key every few milliseconds, then Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  // A dialog that has just closed gives the focus back in the frame after; a hand is not that quick.
  if ((await page.locator('.scan-field input').count()) > 0)
    await page
      .locator('.scan-field input:focus')
      .waitFor({ timeout: 3000 })
      .catch(() => {})
  await page.keyboard.type(code, { delay: 4 })
  await page.keyboard.press('Enter')
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds on the page as it stands, of all rules unless told: rule and first place. */
export async function findings(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // Colours on their way are judged as they were in between. What turns until something has come
  // never finishes, and what leaves the page on its way is cut short.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
        .map((one) => one.finished),
    ).then(() => null),
  )
  if (!(await page.evaluate(() => 'axe' in window)))
    await page.evaluate(await readFile(axe, 'utf8'))
  return page.evaluate(async (values) => {
    const { axe: checker } = window as unknown as { axe: typeof Axe }
    // React Aria tells of a busy button by naming it there; some seconds later the button is done
    // and the name leads nowhere.
    const options: Axe.RunOptions = {
      ...(values.length > 0 && { runOnly: { type: 'rule', values: [...values] } }),
      resultTypes: ['violations'],
    }
    const { violations, passes } = await checker.run(
      { exclude: [['[data-live-announcer]']] },
      options,
    )
    if (passes.length < (values.length || 10)) return ['the page is empty']
    return violations.map(({ id, nodes }) => `${location.pathname} ${id}: ${nodes[0]?.html}`)
  }, rules)
}
