// The gallery in a real browser: every component, both themes, both languages, wide and narrow.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import type Axe from 'axe-core'
import { chromium as playwright, type Browser } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const config = new URL('../../../../vite.config.ts', import.meta.url).pathname
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
let folder: string
let server: PreviewServer
let browser: Browser
let script: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omlopp-gallery-'))
  const output = { outDir: folder, emptyOutDir: true }
  await build({ configFile: config, logLevel: 'error', build: output })
  server = await preview({
    configFile: config,
    logLevel: 'error',
    build: output,
    preview: { port: 0, host: '127.0.0.1' },
  })
  script = await readFile(axe, 'utf8')
  browser = await playwright.launch({
    executablePath: process.env['OMLOPP_CHROMIUM'] ?? (await chromium.executablePath()),
    // One process for all would end with the first closed page.
    args: [...chromium.args.filter((arg) => !/single-process|no-zygote/.test(arg)), '--no-sandbox'],
  })
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

const looks = [
  { width: 1440, colorScheme: 'light', language: 'sv' },
  { width: 1440, colorScheme: 'dark', language: 'en' },
  { width: 320, colorScheme: 'light', language: 'en' },
  { width: 320, colorScheme: 'dark', language: 'sv' },
] as const

describe('the kit', () => {
  it.each(looks)(
    'has nothing for axe to find, and does not scroll sideways: $width $colorScheme $language',
    async ({ width, colorScheme, language }) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme,
        hasTouch: width === 320,
      })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await page.addInitScript(
        (chosen) => localStorage.setItem('omlopp-language', chosen),
        language,
      )
      const address = server.resolvedUrls?.local[0]
      await page.goto(`${address}kit`, { waitUntil: 'networkidle' })
      await page.getByRole('grid').last().waitFor()
      await page.evaluate(script)
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof Axe }
        const { violations, passes } = await axe.run()
        return {
          violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          passes: passes.length,
        }
      })
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      await context.close()
      expect(found.violations).toEqual([])
      // A page that did not come would also be without findings.
      expect(found.passes).toBeGreaterThan(40)
      expect([wider, errors]).toEqual([0, []])
    },
    60_000,
  )
})
