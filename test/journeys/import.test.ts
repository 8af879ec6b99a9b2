// A list from somewhere else becomes the register, by keyboard alone: what will happen is shown
// before it does, the counts add up, and the same file a second time changes nothing.
import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, Logger, type Runner } from 'graphile-worker'
import iconv from 'iconv-lite'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobs } from '../../src/server/work.ts'
import {
  chooseFile,
  findings,
  openBrowser,
  press,
  serveWorld,
  signedIn,
  tabTo,
} from '../support/browser.ts'
import { newOrganisation, newPerson, newWorld, type World } from '../support/world.ts'

const account = { email: 'sara@example.test', password: 'korrekt-häst-batteri' }
let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof serveWorld>>
let runner: Runner
let folder: string
let page: Page

beforeAll(async () => {
  ;[world, browser] = await Promise.all([newWorld(), openBrowser()])
  const exempelby = await newOrganisation(world, 'user', 'Exempelby kommun')
  await newPerson(world, exempelby.organisationId, ['itManager', 'administrator'], {
    ...account,
    name: 'Sara Holm',
  })
  served = await serveWorld(world)
  // The worker of the server, without the journal's listeners, which no page here waits for.
  runner = await run({
    pgPool: world.database.pool,
    concurrency: 1,
    pollInterval: 200,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: Object.fromEntries(
      Object.entries(jobs).map(([name, job]) => [
        name,
        (payload: unknown) => job(world.database, payload),
      ]),
    ),
  })
  folder = await mkdtemp(join(tmpdir(), 'omlopp-journey-'))
  page = await signedIn(browser, served.address, account)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await runner?.stop()
  await served?.close()
  await world?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const heading = 'Inventarienummer;Serienummer;Tillverkare;Modell;Slag;Förvaltning;Inköpsdatum;Pris'
const rows = [
  'EX-1;PF0ÅÄ001;Lenovo;ThinkPad T14;Bärbar dator;Kulturförvaltningen;2023-04-03;8 990,50',
  'EX-2;PF000002;Lenovo;ThinkPad T14;Bärbar dator;Kulturförvaltningen;2023-04-03;8 990,50',
  // The same number once more, a maker's filler, a day that is none, a word that nobody knows.
  'EX-3;PF000002;Lenovo;ThinkPad T14;Bärbar dator;Kulturförvaltningen;2023-04-03;8 990,50',
  'EX-4;To be filled by O.E.M.;Dell;OptiPlex 7090;Stationär dator;Omsorgen;2023-04-03;6 100',
  'EX-5;PF000005;Dell;OptiPlex 7090;Stationär dator;Omsorgen;31/31/2023;6 100',
  'EX-6;PF000006;Dell;OptiPlex 7090;Elevpaket;Omsorgen;2024-01-15;6 100',
]

async function fileOf(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, iconv.encode(`${lines.join('\r\n')}\r\n`, 'windows-1252'))
  return path
}

/** Opens step 1 and chooses a file, as the keyboard does it. */
async function choose(path: string): Promise<void> {
  await page.goto(`${served.address}/devices/import`)
  await page.getByRole('heading', { name: 'Läs in en lista' }).waitFor()
  await chooseFile(page, 'Välj fil', path)
  await page.getByRole('button', { name: /^Ta bort / }).waitFor()
}

const shown = (text: string) => page.getByText(text, { exact: true }).first().waitFor()

/** The counts as they stand on the page. */
const counts = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    await page
      .locator('.counts dl > div')
      .evaluateAll((lines) =>
        lines.map((line) => [
          line.querySelector('dt')?.textContent,
          Number(line.querySelector('dd')?.textContent?.replace(/\D/g, '')),
        ]),
      ),
  ) as Record<string, number>

const axe = () => findings(page)

describe('a list from somewhere else', () => {
  let address: string

  it('is what the empty front page asks for first', async () => {
    await page.goto(served.address)
    await page.getByRole('heading', { name: 'Så börjar omloppet' }).waitFor()
    await press(page, 'Läs in en lista')
    await page.getByRole('heading', { name: 'Läs in en lista' }).waitFor()
  })

  it('is read as it is written: semicolons, Windows-1252, and what the columns mean', async () => {
    await choose(await fileOf('lista.csv', [heading, ...rows]))
    expect(await axe()).toEqual([])
    await press(page, 'Läs filen')
    await page.getByRole('heading', { name: 'Vad betyder kolumnerna?' }).waitFor()
    await shown('Windows-1252')
    await shown('semikolon')
    const serial = page.getByRole('button', { name: /Serienummer$/ })
    expect(await serial.textContent()).toContain('Serienummer')
    expect(await page.getByText('PF0ÅÄ001').count()).toBe(1)
    expect(await axe()).toEqual([])
  })

  it('asks once for the word that nobody knows', async () => {
    await tabTo(page, /^Välj Vilket slag är ”Elevpaket”/)
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Stationär dator' }).waitFor()
    // At the pace of a hand: faster keys are a scanner's.
    await page.keyboard.type('Stationär', { delay: 120 })
    await page.keyboard.press('Enter')
    await page.getByRole('option').first().waitFor({ state: 'detached' })
    await press(page, 'Fortsätt')
    await page.getByRole('heading', { name: 'Hur känns en enhet igen?' }).waitFor()
    expect(await axe()).toEqual([])
  })

  it('shows what will happen, in counts that add up, before anything has', async () => {
    await press(page, 'Granska filen')
    await page.getByText('Rader i filen', { exact: true }).waitFor({ timeout: 30_000 })
    const found = await counts()
    expect(found).toEqual({
      Skapas: 3,
      Ändras: 0,
      Oförändrade: 0,
      Avvisas: 3,
      'Rader i filen': 6,
    })
    address = page.url()
    const { total } = await read<{ total: number }>('/device-counts')
    expect(total).toBe(0)
    expect(await axe()).toEqual([])
  })

  it('names each refused row with its reason, on the page and in the file', async () => {
    await page.goto(`${address}&part=refused`)
    await shown('PF000002 står redan på rad 3 i filen.')
    await page.getByText(/To be filled by O\.E\.M\. är inget serienummer/).waitFor()
    await shown('”31/31/2023” i Inköpsdatum är inget datum. Skriv 2026-03-12.')
    const link = await page
      .getByRole('link', { name: 'Ladda ner avvisade (CSV)' })
      .getAttribute('href')
    const csv = await (await page.request.get(served.address + link)).text()
    expect(csv.trim().split('\r\n')).toHaveLength(4)
    expect(await axe()).toEqual([])
  })

  it('is imported, and a device is found by half its serial number', async () => {
    await press(page, 'Läs in 3 rader')
    await page.getByRole('heading', { name: '3 rader är inlästa' }).waitFor({ timeout: 30_000 })
    expect(await counts()).toEqual({
      Skapade: 3,
      Ändrade: 0,
      Oförändrade: 0,
      Avvisade: 3,
      'Rader i filen': 6,
    })
    expect(await axe()).toEqual([])
    const found = await read<{ items: { serialNumber: string }[] }>('/devices?q=0%C3%85%C3%84')
    expect(found.items.map(({ serialNumber }) => serialNumber)).toEqual(['PF0ÅÄ001'])
    await page.goto(`${served.address}/devices?q=00006`)
    await page.getByText('PF000006').first().waitFor()
  })

  it('changes nothing the second time', async () => {
    await choose(await fileOf('lista.csv', [heading, ...rows.slice(0, 2)]))
    await press(page, 'Läs filen')
    await page.getByRole('heading', { name: 'Vad betyder kolumnerna?' }).waitFor()
    await press(page, 'Fortsätt')
    await page.getByRole('heading', { name: 'Hur känns en enhet igen?' }).waitFor()
    await press(page, 'Granska filen')
    await page.getByText('Rader i filen', { exact: true }).waitFor({ timeout: 30_000 })
    expect(await counts()).toMatchObject({ Skapas: 0, Ändras: 0, Oförändrade: 2, Avvisas: 0 })
    await shown('Inga rader skulle ändra något.')
  })

  it('shows a change field by field', async () => {
    const changed = rows[1]!.replace('8 990,50', '7 500')
    await choose(await fileOf('ny-lista.csv', [heading, changed]))
    await press(page, 'Läs filen')
    await page.getByRole('heading', { name: 'Vad betyder kolumnerna?' }).waitFor()
    await press(page, 'Fortsätt')
    await page.getByRole('heading', { name: 'Hur känns en enhet igen?' }).waitFor()
    await press(page, 'Granska filen')
    await page.getByText('Rader i filen', { exact: true }).waitFor({ timeout: 30_000 })
    const change = page.locator('.differences dl')
    expect((await change.textContent())?.replace(/\s/g, ' ')).toBe(
      'Inköpspris8 990,50 kr blir 7 500,00 kr',
    )
    expect(await axe()).toEqual([])
  })

  it('answers a broken file kindly where it was chosen', async () => {
    await choose(await fileOf('trasig.csv', [heading, '"EX-9;PF000009;Dell;Latitude']))
    await press(page, 'Läs filen')
    const refusal = page.getByRole('alert')
    await refusal.getByText(/citattecken/).waitFor()
    await refusal.getByText(/Filen sparades inte/).waitFor()
    expect(await axe()).toEqual([])
  })

  it('stands in the history, and opens again by its address', async () => {
    await page.goto(`${served.address}/devices/import`)
    await page.getByRole('link', { name: 'lista.csv' }).first().waitFor()
    await page.goto(address)
    await page.getByRole('heading', { name: '3 rader är inlästa' }).waitFor()
  })
})

describe('the settings of the organisation', () => {
  it.each(['', '?part=places', '?part=partners', '?part=tokens'])(
    'have no findings at /organisation%s',
    async (query) => {
      await page.goto(`${served.address}/organisation${query}`)
      await page.getByRole('heading', { name: 'Exempelby kommun' }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await axe()).toEqual([])
    },
  )

  it('take a unit by keyboard, and a person who belongs to it', async () => {
    await page.goto(`${served.address}/organisation`)
    await press(page, 'Lägg till enhet')
    await tabTo(page, 'Namn')
    await page.keyboard.type('Biblioteken')
    await page.getByRole('radio', { name: /^Förvaltning/ }).check({ force: true })
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Biblioteken' }).waitFor()
    await page.goto(`${served.address}/people`)
    await press(page, 'Lägg till person')
    await tabTo(page, 'Namn')
    await page.keyboard.type('Åsa Öberg')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Åsa Öberg' }).waitFor()
    expect(await axe()).toEqual([])
  })

  it('show the secret of an API token once', async () => {
    await page.goto(`${served.address}/organisation?part=tokens`)
    await press(page, 'Skapa nyckel')
    await tabTo(page, /Vad ska den användas till/)
    await page.keyboard.type('Ekonomisystemet')
    await page.getByRole('checkbox', { name: /^se utrustning/ }).check({ force: true })
    await press(page, 'Skapa nyckel')
    const secret = (await page.locator('.secret code').textContent()) ?? ''
    expect(secret).toMatch(/^omlopp_/)
    const asked = await fetch(`${served.address}/api/v1/devices`, {
      headers: { authorization: `Bearer ${secret}` },
    })
    expect(asked.status).toBe(200)
    await press(page, 'Jag har sparat den')
    await page.getByRole('button', { name: 'Återkalla Ekonomisystemet' }).waitFor()
    expect(await page.getByText(secret).count()).toBe(0)
  })

  it('let anybody read the accessibility statement', async () => {
    const stranger = await browser.newPage()
    await stranger.goto(`${served.address}/tillganglighet`)
    await stranger.getByRole('heading', { name: 'Tillgänglighetsredogörelse' }).waitFor()
    expect(await findings(stranger)).toEqual([])
    await stranger.close()
  })
})

async function read<T>(path: string): Promise<T> {
  const answer = await page.request.get(`${served.address}/api/v1${path}`)
  return (await answer.json()) as T
}
