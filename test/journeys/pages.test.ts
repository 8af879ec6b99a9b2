// Every declared page, as owner and as partner: it fits, it is named, and it can be used by everybody.
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pages } from '../../src/web/pages.ts'
import type { PageDeclaration } from '../../src/web/kit/page.ts'
import { listeners as logs } from '../../src/features/proofs/jobs.ts'
import { epcisFaults, officialFaults } from '../support/epcis.ts'
import {
  chooseFile,
  findings,
  openBrowser,
  press,
  serveWorld,
  signedIn,
} from '../support/browser.ts'
import { newFullWorld, password, type FullWorld } from '../support/full-world.ts'
import { newPerson } from '../support/world.ts'
import { hearAll } from '../support/heard.ts'

type Language = 'sv' | 'en'
interface Visit {
  readonly page: Pick<PageDeclaration, 'path' | 'title'>
  readonly path: string
}

/** What the shell itself declares beside the features. */
const ofTheShell: readonly PageDeclaration['path'][] = ['/tillganglighet', '/kit', '/nowhere']
/** As many tabs as work at once, by reader. */
const LANES = 2

let full: FullWorld
let browser: Browser
let served: Awaited<ReturnType<typeof serveWorld>>
const paul = { email: 'paul@partner.test', password }

beforeAll(async () => {
  ;[full, browser] = await Promise.all([newFullWorld(), openBrowser()])
  const { world, partner } = full
  const facts = { ...paul, name: 'Paul Partner' }
  await newPerson(world, partner.organisationId, ['partnerManager'], facts)
  // The public page has its proof in the log.
  await hearAll(world.database, logs)
  served = await serveWorld(world)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
  await full?.world.close()
})

/** The path with the ids of the world in it: `{code}` is what a label says. */
function visitsWith(ids: Readonly<Record<string, string>>): Visit[] {
  const declared = pages.map((page) => ({
    page,
    path: page.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const id = ids[name]
      if (!id) throw new Error(`the full world has no ${name} for ${page.path}`)
      return id
    }),
  }))
  const shell = ofTheShell.map((path) => ({ path, page: { path, title: { sv: '', en: '' } } }))
  return [...declared, ...shell]
}

/** What is wrong with a page as it stands. */
async function faultsOf(tab: Page, visit: Visit, language: Language): Promise<string[]> {
  const other = visit.page.title[language === 'sv' ? 'en' : 'sv']
  const faults: string[] = []
  const fits = async (width: number, height: number) => {
    await tab.setViewportSize({ width, height })
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (over > 0) faults.push(`is ${over} px too wide at ${width}`)
  }
  await fits(1440, 900)
  faults.push(...(await findings(tab)))
  if (language === 'sv') {
    await tab.emulateMedia({ colorScheme: 'dark' })
    // Only the colours are others in the dark, where the other reader sits from the start.
    faults.push(...(await findings(tab, ['color-contrast'])).map((one) => `dark: ${one}`))
  }
  await fits(320, 640)
  const said = await tab.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    title: document.title,
    language: document.documentElement.lang,
  }))
  if (said.headings !== 1) faults.push(`has ${said.headings} h1`)
  if (said.language !== language) faults.push(`says that it is in ${said.language}`)
  if (!/^\S.* – Omlopp$/.test(said.title)) faults.push(`is titled “${said.title}”`)
  const both = visit.page.title.sv === visit.page.title.en
  if (typeof other === 'string' && !both && said.title === `${other} – Omlopp`)
    faults.push(`is titled in the other language: ${said.title}`)
  return faults
}

/** One where nothing moves: what is on its way is judged by nobody, only waited for. */
async function stillPage(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage()
  await tab.emulateMedia({ reducedMotion: 'reduce' })
  return tab
}

/** Opens each page in turn; faults by path, and how many were tried. */
async function tryAll(context: BrowserContext, visits: readonly Visit[], language: Language) {
  const left = [...visits]
  const faults: string[] = []
  let tried = 0
  const lane = async () => {
    const tab = await stillPage(context)
    for (let visit = left.shift(); visit; visit = left.shift()) {
      const { path } = visit
      const heard: string[] = []
      const hear = (text: string) => {
        // The browser says itself that an answer was no: the page says it in words.
        if (!/^Failed to load resource: .* 40[34] /.test(text)) heard.push(text)
      }
      tab.removeAllListeners()
      tab.on('console', (message) => message.type() === 'error' && hear(message.text()))
      tab.on('pageerror', (error) => hear(error.message))
      await tab.setViewportSize({ width: 1440, height: 900 })
      await tab.emulateMedia({ colorScheme: language === 'sv' ? 'light' : 'dark' })
      await tab.goto(`${served.address}${path}`, { waitUntil: 'networkidle' })
      // A label leads on to the page of its device.
      if (visit.page.path.startsWith('/d/')) await tab.waitForURL('**/devices/*')
      await tab.locator('h1').first().waitFor()
      for (const fault of [...(await faultsOf(tab, visit, language)), ...heard])
        faults.push(`${path}: ${fault}`)
      tried += 1
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return { faults, tried }
}

it('every page is sound, as its owner in Swedish and as a partner in English', async () => {
  const { ids } = full
  const vera = { email: 'vera@owner.test', password }
  const [owner, partner] = await Promise.all([
    signedIn(browser, served.address, vera, 'sv'),
    signedIn(browser, served.address, paul, 'en'),
  ])
  const answer = await partner.request.get(`${served.address}/api/v1/devices?limit=1`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  const visits = visitsWith({ ...ids, code: 'PFWORLD01' })
  const shared = visitsWith({ ...ids, code: 'PFWORLD02', deviceId: items[0]!.id })
  const [asOwner, asPartner] = await Promise.all([
    tryAll(owner.context(), visits, 'sv'),
    tryAll(partner.context(), shared, 'en'),
  ])
  expect([...asOwner.faults, ...asPartner.faults]).toEqual([])
  expect(asOwner.tried).toBe(pages.length + ofTheShell.length)
  expect(asPartner.tried).toBe(asOwner.tried)
  expect(pages.length).toBeGreaterThan(25)
}, 1_500_000)

/** What opens over a page: by the name of the button, on the path where it stands. */
const opened = (ids: Readonly<Record<string, string>>) =>
  [
    [`/devices/${ids['deviceId']}`, 'Ta emot inlämning'],
    ['/devices', 'Filter'],
    ['/devices', 'Kolumner'],
    ['/collections', 'Ny sändning'],
    ['/organisation', 'Lägg till enhet'],
    ['/organisation?part=places', 'Lägg till plats'],
    ['/organisation?part=coding', 'Lägg till koddel'],
    ['/people', 'Lägg till person'],
    ['/joiners-and-leavers', 'Lägg till profil'],
    [`/certificates/${ids['certificateId']}`, 'Återkalla'],
    [`/erasure/stations/${ids['stationId']}`, 'Återkalla'],
    ['/erasure/rules', 'Beskriv en rapport'],
    ['/erasure/rules', 'Ändra profilen: Partnerns lista'],
    ['/erasure/rules', 'Ta bort: Partnerns lista'],
    ['/services', 'Lägg till tjänst'],
    [`/services/${ids['serviceId']}`, 'Nytt pris'],
    [`/services/${ids['serviceId']}`, 'Ändra tjänsten'],
    [`/services/${ids['serviceId']}`, 'Kopiera tjänsten'],
    ['/models', 'Lägg till modell'],
    [`/models/${ids['modelId']}`, 'Kontrollera krav'],
    [`/models/${ids['modelId']}`, 'Slå ihop dubbletter'],
    ['/offer-comparisons', 'Ny jämförelse'],
    [`/offer-comparisons/${ids['comparisonId']}`, 'Lägg till anbud'],
    [`/offer-comparisons/${ids['comparisonId']}`, 'Ändra'],
    ['/', 'Inloggad: Vera Ägare'],
  ] as const

it('what opens over a page is sound, and Escape gives the focus back, to be seen', async () => {
  const { ids } = full
  const account = { email: 'vera@owner.test', password }
  const context = (await signedIn(browser, served.address, account, 'sv')).context()
  const faults: string[] = []
  let tried = 0
  const left = [...opened(ids)]
  const lane = async () => {
    const tab = await stillPage(context)
    for (let next = left.shift(); next; next = left.shift()) {
      const [path, name] = next
      await tab.goto(`${served.address}${path}`, { waitUntil: 'networkidle' })
      const button = tab.locator('#main, header').getByRole('button', { name, exact: true }).first()
      await button.focus()
      await tab.keyboard.press('Enter')
      const over = tab.getByRole('dialog').or(tab.getByRole('alertdialog')).first()
      await over.waitFor()
      faults.push(...(await findings(tab)).map((one) => `${name}: ${one}`))
      await tab.keyboard.press('Escape')
      await over.waitFor({ state: 'detached' })
      // The focus goes back in the frame after.
      await tab
        .waitForFunction((one) => one === document.activeElement, await button.elementHandle())
        .catch(() => faults.push(`${path}: ${name} has not its focus back`))
      const outline = await button.evaluate((one) => getComputedStyle(one).outlineStyle)
      if (outline !== 'solid') faults.push(`${path}: ${name} shows no focus: ${outline}`)
      tried += 1
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  expect(faults).toEqual([])
  expect(tried).toBe(opened(ids).length)
}, 600_000)

/** What the button gives, as a file that other systems read. */
async function fetched(tab: Page, act: () => Promise<void>): Promise<unknown> {
  const [file] = await Promise.all([tab.waitForEvent('download', { timeout: 90_000 }), act()])
  return JSON.parse(readFileSync(await file.path(), 'utf8'))
}

/**
 * Types, goes down to the first that is found, and takes it. A list that is drawn anew meanwhile
 * lets go of what was pointed at; a person who sees that nothing was taken does it again.
 */
async function chosen(tab: Page, name: string, typed: string, then: string): Promise<void> {
  const field = tab.getByRole('combobox', { name })
  const link = tab.getByRole('link', { name: then })
  for (let tries = 1; tries <= 4 && (await link.count()) === 0; tries += 1) {
    await field.fill('')
    await field.pressSequentially(typed)
    await tab.getByRole('option').first().waitFor()
    await tab.keyboard.press('ArrowDown')
    await tab.keyboard.press('Enter')
    await link.waitFor({ timeout: 5000 }).catch(() => {})
  }
  await link.waitFor()
}

it('events of a period, a device and a shipment are fetched by keyboard, and are EPCIS', async () => {
  const account = { email: 'vera@owner.test', password }
  const tab = await signedIn(browser, served.address, account, 'sv')
  await tab.goto(`${served.address}/epcis`)
  // The year comes first in a day: one down, so that all that has happened here is within. A press
  // that meets a field just being drawn goes nowhere.
  const year = tab.getByRole('spinbutton').first()
  const now = Number(await year.textContent())
  for (let tries = 1; tries <= 4 && Number(await year.textContent()) >= now; tries += 1) {
    await year.press('ArrowDown')
    const before = year.filter({ hasText: String(now - 1) })
    await before.waitFor({ timeout: 5000 }).catch(() => {})
  }
  const [period, device, shipment] = [
    /^Ladda ner EPCIS$/,
    'Ladda ner EPCIS, En enhet',
    'Ladda ner EPCIS, En sändning',
  ] as const
  const documents = [await fetched(tab, () => press(tab, period))]
  await chosen(tab, 'Enhet', 'PFWORLD01', device)
  documents.push(await fetched(tab, () => press(tab, device)))
  await chosen(tab, 'Sändning', '2026', shipment)
  documents.push(await fetched(tab, () => press(tab, shipment)))
  for (const document of documents) {
    expect(epcisFaults(document)).toEqual([])
    expect(officialFaults?.(document) ?? []).toEqual([])
  }
}, 600_000)

it('a report of another tool is described beside an example file, and the sample is set', async () => {
  const account = { email: 'vera@owner.test', password }
  const tab = await signedIn(browser, served.address, account, 'sv')
  await tab.goto(`${served.address}/erasure/rules`)
  const share = tab.getByRole('textbox', { name: 'Andel som lottas ut' })
  await share.fill('10')
  await press(tab, 'Spara regler')
  await tab.getByText('Reglerna är sparade.').waitFor()
  await press(tab, 'Beskriv en rapport')
  await tab.getByRole('textbox', { name: 'Profilens namn' }).fill('Omtags lista')
  await tab.getByRole('textbox', { name: 'Verktyg' }).fill('WipeDrive')
  const csv = 'Disk SN;Outcome\nS1;Wiped\nS2;Failed\n'
  await chooseFile(tab, 'Välj fil', {
    ...{ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
  })
  for (const [field, column] of [
    ['Serienummer', 'Disk SN'],
    ['Resultat', 'Outcome'],
  ] as const) {
    await tab.getByRole('button', { name: new RegExp(`${field}$`) }).press('Enter')
    await tab.getByRole('option', { name: column }).press('Enter')
  }
  await tab.getByRole('textbox', { name: 'Ord som betyder raderad' }).fill('Wiped')
  await tab.getByText('2 diskar, 1 raderad.').waitFor()
  await press(tab, 'Spara profilen')
  await tab.getByRole('dialog').waitFor({ state: 'detached' })
  await tab.getByText('Omtags lista').waitFor()
}, 600_000)
