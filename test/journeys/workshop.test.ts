// The partner's workshop: a log in, a review, the bench, an outcome, and what it meant for the climate.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeNwipeLog, type SampleDrive } from '../../src/features/erasure/rules/sample-log.ts'
import { listeners } from '../../src/features/climate/jobs.ts'
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
import { moveToPartner, step } from '../support/circle.ts'
import {
  newDevices,
  newOrganisation,
  newPartnership,
  newPerson,
  newWorld,
  type World,
} from '../support/world.ts'
import { hearAll } from '../support/heard.ts'

const password = 'korrekt-häst-batteri'
const bytes = 256_060_514_304
let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof serveWorld>>
let ids: readonly string[]

const account = (who: string) => ({ email: `${who}@verkstad.test`, password })
const enter = (who: string): Promise<Page> => signedIn(browser, served.address, account(who))
const open = (page: Page, path: string) => page.goto(`${served.address}${path}`)
const serialOf = (number: number) => `WRK${String(number).padStart(4, '0')}Q`
const driveOf = (number: number) => `S4EW-${serialOf(number)}`
const said = (page: Page, text: string | RegExp) =>
  page
    .getByText(text, typeof text === 'string' ? { exact: true } : {})
    .first()
    .waitFor()

beforeAll(async () => {
  ;[world, browser] = await Promise.all([newWorld(), openBrowser()])
  const owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  const partner = await newOrganisation(world, 'reusePartner', 'Omtag AB')
  await newPartnership(world, owner, partner)
  const people = [
    ['maja', owner, 'coordinator', 'Maja Öberg'],
    ['ester', partner, 'erasing', 'Ester Vik'],
    ['pontus', partner, 'partnerManager', 'Pontus Lager'],
    ['gustav', partner, 'grading', 'Gustav Norell'],
    ['stina', partner, 'sales', 'Stina Alm'],
  ] as const
  for (const [who, at, role, name] of people)
    await newPerson(world, at.organisationId, [role], { ...account(who), name })
  const made: string[] = []
  for (const number of [1, 2])
    made.push(
      ...(await newDevices(world, owner, 1, {
        kind: 'desktop',
        serialNumber: serialOf(number),
        unused: false,
      })),
    )
  ids = made
  await moveToPartner(world, owner, partner, ids)
  await step(world, partner, ids, {
    entry: { kind: 'returns.unpacked', content: {} },
    set: { status: 'received' },
  })
  world.now = new Date('2026-03-16T12:00:00Z')
  served = await serveWorld(world)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
  await world?.close()
})

const drive = (number: number, size: number): SampleDrive => ({
  device: `/dev/sd${'ab'[number - 1]}`,
  bus: 'ATA',
  model: 'SAMSUNG MZVLB256HBHQ',
  serial: driveOf(number),
  bytes: size,
  status: 'erased',
})

// Every page is searched by axe: slow where two cores are shared.
describe('the workshop', { timeout: 240_000 }, () => {
  it('writes down the drives of a device from their labels', async () => {
    const page = await enter('ester')
    for (const number of [1, 2]) {
      await open(page, `/erasure/devices/${ids[number - 1]}`)
      await said(page, 'Inga lagringsmedier är kända, så raderingen går inte att bevisa.')
      await press(page, 'Lägg till medium')
      await page.getByRole('dialog').waitFor()
      await tabTo(page, 'Diskens serienummer')
      await page.keyboard.type(driveOf(number))
      // Enter in a field is not the act; the button is.
      await press(page, 'Lägg till')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await said(page, driveOf(number))
    }
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })

  it('reads in a log: one drive gets its certificate, one waits for somebody else', async () => {
    const page = await enter('ester')
    // The size is on the label of the first drive only: of the second the gate asks a person.
    const put = await page.request.post(`${served.address}/api/v1/media`, {
      headers: { 'x-omlopp-csrf': '1', origin: served.address },
      data: {
        items: [
          {
            deviceId: ids[0],
            media: [{ serial: driveOf(1), kind: 'flash', capacityBytes: bytes }],
          },
          {
            deviceId: ids[1],
            media: [{ serial: driveOf(2), kind: 'flash', capacityBytes: 250_059_350_016 }],
          },
        ],
      },
    })
    expect(await put.json()).toMatchObject({ done: 2, refused: 0 })
    await open(page, '/erasure')
    await said(page, serialOf(1))
    expect(await findings(page)).toEqual([])
    const log = writeNwipeLog({
      version: '0.42',
      startedAt: '2026/03/13 09:00:00',
      method: 'PRNG Stream',
      devices: [drive(1, bytes), drive(2, bytes)],
    })
    await chooseFile(page, 'Välj fil', {
      name: 'nwipe-bänk-3.log',
      mimeType: 'text/plain',
      buffer: Buffer.from(log),
    })
    await press(page, 'Läs in 1 fil')
    await said(page, '2 diskar: 1 med intyg, 1 väntar på någon, 0 underkända.')
    await said(page, /Storleken i underlaget stämmer inte med registret/)
    expect(await findings(page)).toEqual([])
    // Who read it in may not review it, and is told so before trying.
    await press(page, driveOf(2))
    await said(page, 'Din roll får inte granska. Be den som är ansvarig hos er.')
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })

  it('lets a second person approve with a reason, which stands on the certificate', async () => {
    const page = await enter('pontus')
    await open(page, '/erasure?view=awaitingReview')
    await said(page, driveOf(2))
    await press(page, driveOf(2))
    await press(page, 'Granska')
    await page.getByRole('dialog').waitFor()
    await said(page, 'Skriv minst tio tecken om vad du kontrollerade.')
    await tabTo(page, 'Skäl')
    await page.keyboard.type('Läste etiketten: 256 GB, registret hade fel storlek.')
    expect(await findings(page)).toEqual([])
    await press(page, 'Godkänn, utfärda intyg')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await said(page, 'Intyg utfärdat')
    await open(page, '/certificates')
    await said(page, /R-2026-00002/)
    expect(await findings(page)).toEqual([])
    await press(page, 'R-2026-00002')
    await said(page, 'Läste etiketten: 256 GB, registret hade fel storlek.')
    await said(page, 'Om tekniken uppfyller IEEE 2883.')
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })

  it('grades at the bench by scanner and number keys, with the calculation in sight', async () => {
    const page = await enter('gustav')
    await open(page, '/grading')
    await said(page, serialOf(1))
    expect(await findings(page)).toEqual([])
    await press(page, 'Öppna bänken')
    await said(page, 'Redo')
    await scan(page, serialOf(1))
    await said(page, 'På bänken')
    const first = page.getByRole('radiogroup', { name: 'Startar' })
    await first.getByRole('radio', { name: 'Fungerar' }).waitFor()
    await page.keyboard.press('2')
    await said(page, 'En grundfunktion fungerar inte: startar')
    // A scan of the other device while a test has the focus answers no test.
    await scan(page, serialOf(2))
    await page.locator('.answer-code', { hasText: serialOf(2) }).waitFor()
    expect(await page.locator('.choice-row :checked').count()).toBe(0)
    await scan(page, serialOf(1))
    await page.locator('.answer-code', { hasText: serialOf(1) }).waitFor()
    expect(await page.locator('.choice-row :checked').count()).toBe(1)
    await first.getByRole('radio', { name: 'Fungerar' }).check()
    await press(page, 'Resten fungerar')
    await tabTo(page, /^Utsidan är besiktigad/)
    await page.keyboard.press('Space')
    await tabTo(page, 'Operativsystem installerat')
    await page.keyboard.press('Space')
    await page.getByRole('status', { name: 'Grad A' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await said(page, 'Sparad. Skanna nästa.')
    await open(page, `/grading/devices/${ids[0]}`)
    await said(page, /^Grad A, /)
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })

  it('sells it, with the reason for less than the proposal', async () => {
    const page = await enter('stina')
    await open(page, '/outcomes')
    await said(page, 'Internt återbruk')
    expect(await findings(page)).toEqual([])
    await press(page, serialOf(1))
    await page.getByRole('dialog').waitFor()
    await said(page, 'Välj varför.')
    await tabTo(page, /Varför ett lägre steg/)
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Ingen behöver den hos oss' }).waitFor()
    await page.keyboard.press('Enter')
    expect(await findings(page)).toEqual([])
    await press(page, 'Bestäm 1 enhet')
    await said(page, '1 bestämd.')
    await open(page, '/outcomes?view=decided')
    await said(page, 'Försäljning')
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })

  it('shows the owner what it avoided, with the range, and never more', async () => {
    await hearAll(world.database, listeners)
    const page = await enter('maja')
    await open(page, `/climate/devices/${ids[0]}`)
    await said(page, /^Undvek omkring [\d\s]+ kg CO₂e, spann /)
    expect(await findings(page)).toEqual([])
    await open(page, '/climate')
    await page.getByRole('heading', { level: 1, name: /Återbruket undvek omkring/ }).waitFor()
    await said(page, 'Undvikna utsläpp står bredvid de egna utsläppen och dras aldrig från dem.')
    await said(page, 'Contains information from Boavizta environmental-footprint-data, ODbL 1.0')
    expect(await findings(page)).toEqual([])
    // The other device was erased too, but nobody has it yet.
    await open(page, `/climate/devices/${ids[1]}`)
    await said(page, /^Räknas när utrustningen har fått en ny användare/)
    await page.context().close()
  })
})
