// Takes a picture of a page: node scripts/look.mjs <url> <file.png> [width] [light|dark] [sv|en]
import chromium from '@sparticuz/chromium'
import { chromium as pw } from 'playwright-core'

const [url, file, width = '1440', theme = 'light', language = 'sv'] = process.argv.slice(2)
const browser = await pw.launch({
  executablePath: process.env.OMLOPP_CHROMIUM ?? (await chromium.executablePath()),
  args: chromium.args,
  headless: true,
})
const page = await browser.newPage({
  viewport: { width: Number(width), height: 900 },
  colorScheme: theme,
  locale: language,
})
page.on('console', (message) => message.type() === 'error' && console.error(message.text()))
page.on('pageerror', (error) => console.error(error.message))
await page.addInitScript((chosen) => localStorage.setItem('omlopp-language', chosen), language)
await page.goto(url, { waitUntil: 'networkidle' })
await page.screenshot({ path: file, fullPage: true })
const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
if (wide > 0) console.error(`scrolls sideways by ${wide} px`)
await browser.close()
