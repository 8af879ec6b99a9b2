// A device goes round, owner and partner, in Swedish: from a list in a file to its second life and
// what that avoided. By keyboard and scanner alone; an address is typed where a person would.
import { run, Logger, type Runner } from 'graphile-worker'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listeners } from '../../src/features/climate/jobs.ts'
import { writeNwipeLog } from '../../src/features/erasure/rules/sample-log.ts'
import { jobs } from '../../src/server/work.ts'
import {
  chooseFile,
  findings,
  openBrowser,
  press,
  scan,
  serveWorld,
  signedIn,
  tabTo,
} from '../support/browser.ts'
import {
  newOrganisation,
  newPartnership,
  newPerson,
  newWorld,
  type World,
} from '../support/world.ts'
import { hearAll } from '../support/heard.ts'

const password = 'korrekt-häst-batteri'
const serial = 'PF4ROUND'
const tag = 'EX-7001'
const drive = 'S4EW-NX0R712233'
const hour = 3_600_000
let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof serveWorld>>
let runner: Runner

const enter = (who: string): Promise<Page> =>
  signedIn(browser, served.address, { email: `${who}@varvet.test`, password })
const open = (page: Page, path: string) => page.goto(`${served.address}${path}`)
const later = (hours: number) => (world.now = new Date(world.now.getTime() + hours * hour))
const said = (page: Page, text: string | RegExp) =>
  page
    .getByText(text, typeof text === 'string' ? { exact: true } : {})
    .first()
    .waitFor()
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).first().waitFor({ timeout: 30_000 })

const textFile = (name: string, text: string) => ({
  ...{ name, mimeType: 'text/plain' },
  buffer: Buffer.from(text),
})

beforeAll(async () => {
  ;[world, browser] = await Promise.all([newWorld(), openBrowser()])
  // An import goes by the clock on the wall, and everything here comes after it.
  world.now = new Date()
  const owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  const partner = await newOrganisation(world, 'reusePartner', 'Omtag AB')
  await newPartnership(world, owner, partner)
  const people = [
    ['sara', owner, ['itManager', 'technician'], 'Sara Holm'],
    ['hugo', owner, ['holder'], 'Hugo Ek'],
    ['rami', partner, ['receiving', 'erasing', 'grading', 'sales'], 'Rami Saleh'],
  ] as const
  for (const [who, at, roles, name] of people)
    await newPerson(world, at.organisationId, roles, {
      ...{ email: `${who}@varvet.test`, password, name },
    })
  served = await serveWorld(world)
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
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await runner?.stop()
  await served?.close()
  await world?.close()
})

describe('a device goes round', { timeout: 240_000 }, () => {
  it('comes in with a list, and goes out over the desk', async () => {
    const page = await enter('sara')
    await open(page, '/devices/import')
    const columns = 'Inventarienummer;Serienummer;Tillverkare;Modell;Slag;Status;Inköpsdatum;Pris'
    const row = `${tag};${serial};Lenovo;ThinkPad T14;Bärbar dator;Levererad;2023-04-03;8 990,50`
    await heading(page, 'Läs in en lista')
    await chooseFile(page, 'Välj fil', textFile('lista.csv', `${columns}\r\n${row}\r\n`))
    await press(page, 'Läs filen')
    await heading(page, 'Vad betyder kolumnerna?')
    await press(page, 'Fortsätt')
    await heading(page, 'Hur känns en enhet igen?')
    await press(page, 'Granska filen')
    await page.getByText('Rader i filen', { exact: true }).waitFor({ timeout: 30_000 })
    await press(page, 'Läs in 1 rad')
    await heading(page, '1 rad är inläst')

    later(1)
    await open(page, '/hand-outs/new')
    await said(page, 'Redo')
    await scan(page, serial)
    await said(page, 'Kan lämnas ut')
    await tabTo(page, /^Vem får utrustningen/)
    await page.keyboard.type('Hugo')
    await page.getByRole('option', { name: /Hugo Ek/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await press(page, 'Lämna ut 1 enhet')
    await said(page, /av 1\s*utlämnad/)
    await page.context().close()
  })

  it('is confirmed by its holder, on their own page', async () => {
    later(1)
    const page = await enter('hugo')
    await open(page, '/mine')
    await said(page, /Lenovo ThinkPad T14/)
    await press(page, `Jag har fått den, ${tag}`)
    await page.getByRole('button', { name: /^Jag har fått den/ }).waitFor({ state: 'detached' })
    await said(page, 'I bruk')
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })

  it('comes back with its condition, is packed and sent', async () => {
    later(24)
    const page = await enter('sara')
    await open(page, '/hand-ins/new')
    await said(page, 'Redo')
    await scan(page, serial)
    await said(page, /Innehavare: Hugo Ek/)
    await tabTo(page, /^Bra /)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await press(page, 'Ta in 1 enhet')
    await said(page, /av 1\s*intagn/)
    later(1)
    await open(page, '/collections')
    await press(page, 'Ny sändning')
    await page.getByRole('dialog').waitFor()
    await said(page, 'Omtag AB')
    await press(page, 'Skapa sändningen')
    await page.waitForURL(/collections\/[0-9a-f-]{36}$/)
    await press(page, 'Packa')
    await said(page, 'Redo')
    await scan(page, serial)
    await said(page, 'Packad')
    await press(page, 'Klar med packningen')
    await said(page, /1 enhet packad/)
    await press(page, 'Skicka')
    await press(page, 'Skicka 1 enhet')
    await said(page, /1 enhet på väg/)
    await page.context().close()
  })

  it('is received by the partner, who writes down its drive', async () => {
    later(2)
    const page = await enter('rami')
    await open(page, '/receiving')
    await press(page, /^S-\d{4}-\d{4}$/)
    await said(page, 'Redo')
    await scan(page, serial)
    await page.locator('.answer.right .answer-code', { hasText: serial }).waitFor()
    await press(page, 'Stäng mottagningen')
    await press(page, 'Stäng med 1 enhet mottagna')
    await said(page, /1 skickad.*1 mottag/)

    later(1)
    await open(page, '/erasure')
    await press(page, new RegExp(`^(${serial}|${tag})$`))
    await said(page, 'Inga lagringsmedier är kända, så raderingen går inte att bevisa.')
    await press(page, 'Lägg till medium')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Diskens serienummer')
    await page.keyboard.type(drive)
    await tabTo(page, /^Storlek/)
    await page.keyboard.type('256')
    await press(page, 'Lägg till')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await said(page, drive)
    await page.context().close()
  })

  it('is erased, and certified by the log of the tool', async () => {
    // The tool begins after two days, whatever the zone of the station, and is read in after four.
    later(48)
    const startedAt = world.now.toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')
    later(48)
    const erased = { device: '/dev/nvme0n1', bus: 'NVME', model: 'SAMSUNG MZVLB256HBHQ' }
    const log = writeNwipeLog({
      ...{ version: '0.42', startedAt, method: 'PRNG Stream' },
      devices: [{ ...erased, serial: drive, bytes: 256_000_000_000, status: 'erased' }],
    })
    const page = await enter('rami')
    await open(page, '/erasure')
    await chooseFile(page, 'Välj fil', textFile('nwipe-bänk-3.log', log))
    await press(page, 'Läs in 1 fil')
    await said(page, '1 disk: 1 med intyg, 0 väntar på någon, 0 underkända.')
    await open(page, '/certificates')
    await press(page, /^R-\d{4}-00001$/)
    await said(page, new RegExp(drive))
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })

  it('is graded at the bench, and gets its outcome', async () => {
    later(24)
    const page = await enter('rami')
    await open(page, '/grading')
    await press(page, 'Öppna bänken')
    await said(page, 'Redo')
    await scan(page, serial)
    await said(page, 'På bänken')
    await press(page, 'Resten fungerar')
    await tabTo(page, /^Utsidan är besiktigad/)
    await page.keyboard.press('Space')
    await tabTo(page, 'Operativsystem installerat')
    await page.keyboard.press('Space')
    await page.getByRole('status', { name: /^Grad [A-E]$/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await said(page, 'Sparad. Skanna nästa.')
    await open(page, '/outcomes')
    await press(page, new RegExp(`^(${serial}|${tag})$`))
    await page.getByRole('dialog').waitFor()
    await tabTo(page, /Varför ett lägre steg/)
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Ingen behöver den hos oss' }).waitFor()
    await page.keyboard.press('Enter')
    await press(page, 'Bestäm 1 enhet')
    await said(page, '1 bestämd.')
    await page.context().close()
  })

  it('shows its owner the whole way round, and what its second life avoided', async () => {
    later(1)
    await hearAll(world.database, listeners)
    const page = await enter('sara')
    await open(page, `/devices?q=${serial}`)
    await press(page, 'Sök också bland det som har lämnat omloppet')
    await press(page, tag)
    await heading(page, new RegExp(tag))
    await page
      .locator('.avoided')
      .getByText(/undvikna/)
      .waitFor()
    for (const step of [/Inlagd i registret/, /Kvitterad av innehavaren/, 'Inlämnad', /^Såld/])
      await said(page, step)
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })
})
