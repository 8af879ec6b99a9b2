// Reused before new, by keyboard: a new one with its reason, and a school's needs matched with the pool.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approveOrder, createOrder } from '../../src/features/ordering/actions/orders.ts'
import { runMatch } from '../../src/features/ordering/jobs.ts'
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

const password = 'korrekt-häst-batteri'
let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof serveWorld>>
let owner: Actor
let approver: Actor
let unitId: string

beforeAll(async () => {
  ;[world, browser] = await Promise.all([newWorld(), openBrowser()])
  owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  const join = (email: string, role: 'technician' | 'approver', name: string) =>
    newPerson(world, owner.organisationId, [role], { email, password, name })
  await join('tove@order.test', 'technician', 'Tove Lindqvist')
  approver = { ...owner, personId: await join('anna@order.test', 'approver', 'Anna Rydell') }
  unitId = await newUnit(world, owner.organisationId, 'Åbrinks skola')
  await newDevices(world, owner, 4)
  served = await serveWorld(world)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
  await world?.close()
})

const enter = (name: string) =>
  signedIn(browser, served.address, { email: `${name}@order.test`, password })
const heading = (page: Page, text: string) =>
  page.getByRole('heading', { level: 1, name: text }).waitFor()
const question = (page: Page, text: string) =>
  page.getByRole('heading', { level: 2, name: text }).waitFor()

/** The radio group holds the focus on its first; arrows choose from there. */
async function choose(page: Page, first: RegExp, downs: number) {
  await tabTo(page, first)
  for (let n = 0; n < downs; n++) await page.keyboard.press('ArrowDown')
}

it('a new one needs a reason, is approved by another, and is handed out', async () => {
  const tove = await enter('tove')
  await tove.goto(`${served.address}/orders`)
  await press(tove, 'Beställ')
  await question(tove, 'Behövs det?')
  await press(tove, 'Gå vidare')
  await question(tove, 'Finns det?')
  await tove.getByText('4 i poolen passar.').waitFor()
  await press(tove, 'Gå vidare')
  await question(tove, 'Kan det återbrukas?')
  await choose(tove, /^Ur poolen, vid nästa/, 1)
  expect(await findings(tove)).toEqual([])
  await press(tove, 'Gå vidare')
  await question(tove, 'Annars nytt, varför?')
  await choose(tove, /^Ingen i poolen passar/, 2)
  await press(tove, 'Gå vidare')
  await tove.getByText('Beskriv det särskilda behovet.').waitFor()
  // The focus stands in what is wrong.
  await tove.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
  await tabTo(tove, 'Med egna ord')
  await tove.keyboard.type('Ritar i tre dimensioner.')
  await press(tove, 'Gå vidare')
  await question(tove, 'Kontera och skicka')
  await tove.goBack()
  await question(tove, 'Annars nytt, varför?')
  await press(tove, 'Gå vidare')
  await tabTo(tove, /^Ansvar/)
  await tove.keyboard.type('4711')
  await tove.keyboard.press('ArrowDown')
  await tove.keyboard.press('Enter')
  await tabTo(tove, 'Konto')
  await tove.keyboard.type('6460')
  await press(tove, 'Skicka för attest')
  await heading(tove, '1 behov väntar på attest')
  const anna = await enter('anna')
  await anna.goto(tove.url())
  await anna.getByText('1 köps nya: särskilt behov.').waitFor()
  await press(anna, 'Attestera')
  await heading(anna, '1 köps nya')
  await tabTo(anna, /^Kommentar/)
  await anna.keyboard.type('Räcker en till hela laget?')
  await press(anna, 'Skriv')
  await anna.getByText('Kommentaren är sparad.').waitFor()
  expect(await findings(anna)).toEqual([])
  // It has come and stands in the pool.
  await tove.reload()
  await tove.getByText('Räcker en till hela laget?').waitFor()
  await press(anna, 'Ta bort kommentaren av Anna Rydell')
  await anna.getByRole('alertdialog').waitFor()
  await press(anna, 'Ta bort')
  await anna.getByText('Texten är borttagen.').waitFor()
  await press(tove, /^Tove Lindqvist$/)
  await choose(tove, /^PF|^EX|Lenovo/, 0)
  await tove.keyboard.press('Space')
  await press(tove, 'Reservera')
  await heading(tove, '1 enhet är klar att lämna ut')
  await tabTo(tove, 'Välj Tove Lindqvist')
  await tove.keyboard.press('Space')
  await press(tove, /^Lämna ut/)
  await heading(tove, 'Utlämnad')
}, 240_000)

it('a school is matched with the pool, one pinned, and all that can be is reserved', async () => {
  const need = {
    ...{ kind: 'laptop' as const, leastMemoryGb: null, leastStorageGb: null },
    ...{ leastScreenInches: null, osFamily: null, leastGrade: null, holderId: null, unitId },
    ...{ placeId: null, neededFromOn: '2026-12-24', untilOn: null, specialNeed: null },
    ...{ way: 'pool' as const, serviceId: null, newReason: null, newWords: null },
    ...{ deviceId: null, replacesId: null },
  }
  const coding = { ansvar: '4711', konto: '6460' }
  const body = { unitId, coding, needs: Array.from({ length: 5 }, () => need), submit: true }
  const { id } = value(await world.act(owner, (ctx) => createOrder(ctx, { body })))
  value(await world.act(approver, (ctx) => approveOrder(ctx, { params: { orderId: id } })))
  const page = await enter('tove')
  await page.goto(`${served.address}/matches`)
  await page.getByText('5 behov väntar på en enhet').waitFor()
  await press(page, 'Matcha behoven')
  await heading(page, 'Söker det bästa för 5 behov')
  const matchId = new URL(page.url()).pathname.split('/').at(-1)!
  const search = () => runMatch(world.database, owner.organisationId, matchId, world.now)
  await search()
  await heading(page, '3 av 5 behov kan mötas ur poolen')
  expect(await findings(page)).toEqual([])
  await press(page, /^Åbrinks skola, 1$/)
  await press(page, 'Fäst vid behovet')
  await heading(page, 'Söker det bästa för 5 behov')
  await search()
  await heading(page, '3 av 5 behov kan mötas ur poolen')
  await page.getByText('(fäst)').first().waitFor()
  await press(page, 'Reservera 3')
  await page.getByText('3 av 3 reserverade.').waitFor()
  await heading(page, '3 av 5 reserverade ur poolen')
}, 240_000)
