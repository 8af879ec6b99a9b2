// The institute, by keyboard: a leaver's laptop goes on to a degree student, erased in between; a new
// one with its reason; and a school's refresh round of 600 pasted rows matched, pinned and accepted.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lockDevices, takeSteps } from '../../src/features/custody/actions/steps.ts'
import { handOut } from '../../src/features/custody/actions/hand-out.ts'
import { decideOutcomes } from '../../src/features/disposition/actions.ts'
import { saveNeedProfile } from '../../src/features/ordering/actions/comings.ts'
import { listeners, runMatch } from '../../src/features/ordering/jobs.ts'
import { changePerson, createPerson } from '../../src/features/organisations/actions.ts'
import { findings, openBrowser, press, serveWorld, signedIn, tabTo } from '../support/browser.ts'
import {
  newDevices,
  newOrganisation,
  newPerson,
  newUnit,
  newWorld,
  value,
  type Actor,
  type World,
} from '../support/world.ts'
import { hearAll } from '../support/heard.ts'

const password = 'korrekt-häst-batteri'
const NEEDS = 600
const POOL = 590
let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof serveWorld>>
let owner: Actor
let laptop: string
let unitId: string

beforeAll(async () => {
  ;[world, browser] = await Promise.all([newWorld(), openBrowser()])
  // The pages say what is today by the clock of the reader.
  world.now = new Date()
  owner = await newOrganisation(world, 'user', 'Exempelby institut')
  const join = (email: string, role: 'technician' | 'approver', name: string) =>
    newPerson(world, owner.organisationId, [role], { email, password, name })
  await join('tove@institute.test', 'technician', 'Tove Lindqvist')
  await join('anna@institute.test', 'approver', 'Anna Rydell')
  unitId = await newUnit(world, owner.organisationId, 'Gruppen för batterier')
  await comeAndGo()
  served = await serveWorld(world)
}, 360_000)

/** Lena leaves in ten days and holds a laptop; Elsa begins in twenty, and her profile asks for one. */
async function comeAndGo() {
  const lena = await newPerson(world, owner.organisationId, ['holder'], { name: 'Lena Holm' })
  const [device] = await newDevices(world, owner, 1, { assetTag: 'EX-1001' })
  laptop = device!
  const day = (days: number) =>
    new Date(world.now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const line = {
    ...{ kind: 'laptop' as const, leastMemoryGb: null, leastStorageGb: null },
    ...{ leastScreenInches: null, osFamily: null, leastGrade: null },
  }
  const items = [{ deviceId: laptop, holderId: lena, endsOn: day(700) }]
  value(await world.act(owner, (ctx) => handOut(ctx, { body: { items } })))
  const profile = { name: 'Examensarbetare', lines: [line] }
  value(await world.act(owner, (ctx) => saveNeedProfile(ctx, { body: profile })))
  const elsa = { name: 'Elsa Student', unitId, profile: 'Examensarbetare', startsOn: day(20) }
  value(await world.act(owner, (ctx) => createPerson(ctx, { body: elsa })))
  value(
    await world.act(owner, (ctx) =>
      changePerson(ctx, { params: { personId: lena }, body: { unitId, leavesOn: day(10) } }),
    ),
  )
  await hearAll(world.database, listeners)
}

afterAll(async () => {
  await browser?.close()
  await served?.close()
  await world?.close()
})

const enter = (name: string) =>
  signedIn(browser, served.address, { email: `${name}@institute.test`, password })
const heading = (page: Page, text: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: text }).waitFor({ timeout: 60_000 })
const question = (page: Page, text: string) =>
  page.getByRole('heading', { level: 2, name: text }).waitFor({ timeout: 60_000 })

/** Nothing decides the account by itself here. */
async function code(page: Page) {
  await tabTo(page, /^Ansvar/)
  await page.keyboard.type('4711')
  await page.getByRole('option', { name: /4711/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Konto')
  await page.keyboard.type('6460')
}

/** What the school has now, as many at a time as one hand-out takes. @returns their serial numbers */
async function heldByUnit(count: number) {
  const ids = await newDevices(world, owner, count)
  for (let from = 0; from < count; from += 500) {
    const items = ids.slice(from, from + 500).map((deviceId) => ({ deviceId, unitId }))
    value(await world.act(owner, (ctx) => handOut(ctx, { body: { items } })))
  }
  const { rows } = await world.database.pool.query<{ serial: string }>(
    'SELECT serial_number AS serial FROM devices.device WHERE id = ANY ($1)',
    [ids],
  )
  return rows.map(({ serial }) => serial)
}

it('a leaver’s laptop is promised to a degree student in two presses, and erased before it goes', async () => {
  const tove = await enter('tove')
  await tove.goto(`${served.address}/joiners-and-leavers`)
  await tove.getByText('Elsa Student').first().waitFor({ timeout: 60_000 })
  await tove.getByText('Lena Holm').first().waitFor()
  expect(await findings(tove)).toEqual([])
  await press(tove, /^Lena Holm$/)
  await heading(tove, 'Fortsatt bruk av EX-1001')
  await tove.getByText('Raderas innan den lämnas ut').waitFor()
  // Nothing decides the account by itself here, so it is asked for.
  await tabTo(tove, 'Konto')
  await tove.keyboard.type('6460')
  expect(await findings(tove)).toEqual([])
  await press(tove, 'Lämna vidare')
  await heading(tove, '1 behov väntar på attest')
  const orderUrl = tove.url()
  const anna = await enter('anna')
  await anna.goto(orderUrl)
  await anna.getByText('Inget köps nytt.').waitFor({ timeout: 60_000 })
  await press(anna, 'Attestera')
  await heading(anna, '1 reserverad är på väg till poolen')
  expect(await findings(anna)).toEqual([])
  // At the bench, which has journeys of its own: erased, graded, and decided for the own pool.
  value(
    await world.act(owner, async (ctx) => {
      const devices = await lockDevices(ctx, [laptop])
      const set = { status: 'graded', grade: 'B', dataState: 'erased' } as const
      const entry = { kind: 'erasure.erased', content: {} }
      await takeSteps(
        ctx,
        [...devices.values()].map((device) => ({ device, entry, set })),
      )
      return decideOutcomes(ctx, {
        body: { items: [{ deviceId: laptop, step: 'internalReuse' }] },
      })
    }),
  )
  await tove.goto(orderUrl)
  await heading(tove, '1 enhet är klar att lämna ut')
  await tabTo(tove, 'Välj Elsa Student')
  await tove.keyboard.press('Space')
  await press(tove, /^Lämna ut/)
  await heading(tove, 'Utlämnad')
  await tove.goto(`${served.address}/devices/${laptop}`)
  await tove.getByText('Elsa Student').first().waitFor({ timeout: 60_000 })
}, 240_000)

it('a new one is ordered with its reason', async () => {
  const tove = await enter('tove')
  const asked = 'step=have&kind=laptop&memory=64&screen=17.3'
  await tove.goto(`${served.address}/orders/new?${asked}`)
  await question(tove, 'Finns det?')
  await tove.getByText(/Ingen i poolen passar, och ingen tjänst/).waitFor({ timeout: 60_000 })
  expect(await findings(tove)).toEqual([])
  await press(tove, 'Gå vidare')
  await question(tove, 'Kan det återbrukas?')
  await tabTo(tove, /^Ur poolen, vid nästa/)
  await tove.keyboard.press('ArrowDown')
  await press(tove, 'Gå vidare')
  await question(tove, 'Annars nytt, varför?')
  await tabTo(tove, /^Ingen i poolen passar/)
  await tove.keyboard.press('Space')
  await press(tove, 'Gå vidare')
  await question(tove, 'Kontera och skicka')
  await code(tove)
  await press(tove, 'Skicka för attest')
  await heading(tove, '1 behov väntar på attest')
  await tove.getByText('1 köps nya: ingen i poolen passar.').waitFor()
}, 360_000)

it('a school’s refresh round of 600 pasted rows is matched, one pinned, and accepted', async () => {
  const serials = await heldByUnit(NEEDS)
  await newDevices(world, owner, POOL)
  const page = await enter('tove')
  await page.goto(`${served.address}/orders/new?whose=replace`)
  await question(page, 'Behövs det?')
  await tabTo(page, /^Det som ska bytas/)
  await page.keyboard.insertText(`${serials.join('\r\n')}\r\nFINNS-EJ`)
  await page.getByText('Ingen enhet heter FINNS-EJ (rad 601).').waitFor({ timeout: 60_000 })
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(serials.join('\r\n'))
  await page.getByText(`${NEEDS} av ${NEEDS} hittade`).waitFor({ timeout: 60_000 })
  expect(await findings(page)).toEqual([])
  await press(page, 'Gå vidare')
  await question(page, 'Finns det?')
  await page.getByText(/i poolen passar/).waitFor({ timeout: 60_000 })
  await press(page, 'Gå vidare')
  await question(page, 'Kan det återbrukas?')
  await tabTo(page, /^Ur poolen, vid nästa/)
  await page.keyboard.press('Space')
  await press(page, 'Gå vidare')
  await question(page, 'Kontera och skicka')
  await code(page)
  await press(page, 'Skicka för attest')
  await heading(page, `${NEEDS} behov väntar på attest`)
  const orderUrl = page.url()
  const anna = await enter('anna')
  await anna.goto(orderUrl)
  await heading(anna, `${NEEDS} behov väntar på attest`)
  await press(anna, 'Attestera')
  await heading(anna, `${NEEDS} av ${NEEDS} behov väntar på en enhet`)
  await page.reload()
  await heading(page, `${NEEDS} av ${NEEDS} behov väntar på en enhet`)
  await press(page, 'Matcha med poolen')
  await heading(page, `Söker det bästa för ${NEEDS} behov`)
  const matchId = new URL(page.url()).pathname.split('/').at(-1)!
  const search = () => runMatch(world.database, owner.organisationId, matchId)
  await search()
  await heading(page, `${POOL} av ${NEEDS} behov kan mötas ur poolen`)
  expect(await findings(page)).toEqual([])
  await press(page, /^Gruppen för batterier, 1$/)
  await page.getByRole('dialog').waitFor()
  await page.getByText('Alla som passar').waitFor({ timeout: 60_000 })
  expect(await findings(page)).toEqual([])
  await press(page, 'Fäst vid behovet')
  await heading(page, `Söker det bästa för ${NEEDS} behov`)
  await search()
  await heading(page, `${POOL} av ${NEEDS} behov kan mötas ur poolen`)
  await page.getByText('(fäst)').first().waitFor({ timeout: 60_000 })
  await press(page, `Reservera ${POOL}`)
  await page.getByText(`${POOL} av ${POOL} reserverade.`).waitFor({ timeout: 60_000 })
  await heading(page, `${POOL} av ${NEEDS} reserverade ur poolen`)
}, 300_000)
