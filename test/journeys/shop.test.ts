// Forty phones bought reused, by keyboard: put up, ordered, sent, received, and one of them replaced
// under its warranty.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inspectDevices } from '../../src/features/grading/actions.ts'
import { testsOf } from '../../src/features/grading/rules/tests.ts'
import { listeners as ordering } from '../../src/features/ordering/jobs.ts'
import { findings, openBrowser, press, serveWorld, signedIn, tabTo } from '../support/browser.ts'
import { gradedDevices } from '../support/circle.ts'
import { hearAll } from '../support/heard.ts'
import {
  newOrganisation,
  newPartnership,
  newPerson,
  newUnit,
  newWorld,
  value,
  type Actor,
  type World,
} from '../support/world.ts'

const password = 'korrekt-häst-batteri'
let world: World
let institute: Actor
let browser: Browser
let served: Awaited<ReturnType<typeof serveWorld>>

beforeAll(async () => {
  ;[world, browser] = await Promise.all([newWorld(), openBrowser()])
  institute = await newOrganisation(world, 'user', 'Havsinstitutet')
  const partner = await newOrganisation(world, 'reusePartner', 'Omtag AB')
  await newPartnership(world, institute, partner)
  type Joining = 'itManager' | 'approver' | 'sales'
  const join = (organisationId: string, email: string, role: Joining, name: string) =>
    newPerson(world, organisationId, [role], { email, password, name })
  await join(institute.organisationId, 'ines@shop.test', 'itManager', 'Ines Berg')
  await join(institute.organisationId, 'anna@shop.test', 'approver', 'Anna Rydell')
  await newUnit(world, institute.organisationId, 'Laboratoriet')
  await join(partner.organisationId, 'stina@shop.test', 'sales', 'Stina Ask')
  // Used, erased and graded; their calculation is by the rule, from tests that all passed.
  const facts = { maker: 'Apple', model: 'iPhone 13', osName: 'iOS 18', storageGb: 128 }
  const phones = await gradedDevices(world, partner, 42, { kind: 'smartphone', facts })
  const { key, secondary } = testsOf('smartphone')
  const tests = [...key, ...secondary].map((test) => ({ test, result: 'pass' as const }))
  const found = { tests, defects: [], inspected: true, softwareLoaded: true, batteryPercent: 92 }
  const items = phones.map((deviceId) => ({ deviceId, ...found }))
  value(await world.act(partner, (ctx) => inspectDevices(ctx, { body: { items } })))
  served = await serveWorld(world)
}, 360_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
  await world?.close()
})

const enter = (name: string) =>
  signedIn(browser, served.address, { email: `${name}@shop.test`, password })
const heading = (page: Page, text: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: text }).waitFor()

it('forty phones are put up, bought with a year’s warranty, and one is replaced', async () => {
  const [stina, ines] = [await enter('stina'), await enter('ines')]

  await stina.goto(`${served.address}/shop-stock`)
  await stina.getByRole('link', { name: /^PF/ }).first().waitFor()
  await tabTo(stina, /^Välj alla/)
  await stina.keyboard.press('Space')
  await press(stina, 'Lägg ut 42')
  await stina.getByRole('dialog').waitFor()
  await tabTo(stina, /^Pris för var och en/)
  await stina.keyboard.type('2500')
  expect(await findings(stina)).toEqual([])
  await press(stina, 'Lägg ut')
  await stina.getByText('42 av 42 ligger i butiken.').waitFor()

  await ines.goto(`${served.address}/shop`)
  await ines.getByRole('link', { name: 'Apple iPhone 13' }).waitFor()
  expect(await findings(ines)).toEqual([])
  await press(ines, 'Apple iPhone 13')
  await heading(ines, 'Apple iPhone 13')
  await ines.getByText('12 månader').waitFor()
  await tabTo(ines, 'Antal')
  await ines.keyboard.type('40')
  await press(ines, 'Lägg i varukorgen')
  await ines.getByText('40 st ligger i varukorgen.').waitFor()
  await press(ines, 'Till varukorgen')
  await ines.getByText('100 000,00 kr').first().waitFor()
  expect(await findings(ines)).toEqual([])
  await press(ines, 'Beställ')
  await heading(ines, /^40 enheter hålls till 2026-03-13/)
  await press(ines, 'Bekräfta köpet')
  await heading(ines, '40 enheter väntar på att skickas')

  await stina.goto(ines.url())
  await heading(stina, '40 enheter väntar på att skickas')
  await press(stina, 'Skicka')
  await heading(stina, '40 enheter är på väg')
  const note = stina.getByRole('link', { name: 'Följesedel' })
  const paper = await stina.request.get(`${served.address}${await note.getAttribute('href')}`)
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')

  await ines.reload()
  await heading(ines, '40 enheter är på väg')
  await press(ines, 'Ta emot allt')
  await heading(ines, '40 enheter mottagna')
  await ines.getByText('2027-03-12').first().waitFor()
  expect(await findings(ines)).toEqual([])

  await press(ines, /^Apple iPhone 13/)
  await ines.getByRole('heading', { name: 'Garanti' }).waitFor()
  await press(ines, 'Anmäl fel på garantin')
  await ines.getByRole('dialog').waitFor()
  await tabTo(ines, /^Vad är fel/)
  await ines.keyboard.type('Stänger av sig vid 40 procent.')
  await press(ines, 'Skicka till säljaren')
  await heading(ines, 'Väntar på säljarens svar')

  await stina.goto(ines.url())
  await heading(stina, 'Väntar på säljarens svar')
  await press(stina, 'Svara')
  await stina.getByRole('dialog').waitFor()
  await tabTo(stina, /^Vi reparerar den/)
  await stina.keyboard.press('ArrowDown')
  await tabTo(stina, /Ersätts av/)
  await stina.keyboard.press('Enter')
  await stina.getByRole('option').first().waitFor()
  await stina.keyboard.press('Enter')
  await stina.getByRole('option').first().waitFor({ state: 'detached' })
  await press(stina, 'Svara')
  await heading(stina, 'Ersätts, den gamla ska tillbaka')
  expect(await findings(stina)).toEqual([])

  await ines.reload()
  await heading(ines, 'Ersätts, den gamla ska tillbaka')
  await ines.getByText('Den gamla tillbaka senast').waitFor()
  await ines.getByText('2026-04-11').waitFor()
}, 360_000)

it('a need is met by the last phone in the shop: held, approved, bought, received, handed out', async () => {
  const [stina, ines, anna] = [await enter('stina'), await enter('ines'), await enter('anna')]

  await ines.goto(`${served.address}/orders/new?kind=smartphone&step=reuse`)
  await ines.getByRole('radio', { name: /^Återbrukad: Apple iPhone 13, 2 500,00 kr/ }).waitFor()
  expect(await findings(ines)).toEqual([])
  await tabTo(ines, /^Ur poolen, vid nästa/)
  await ines.keyboard.press('ArrowDown')
  await press(ines, 'Gå vidare')
  await ines.getByText('Det som köps hålls i butiken i tre dygn').waitFor()
  await tabTo(ines, /^Ansvar/)
  await ines.keyboard.type('4711')
  await ines.keyboard.press('ArrowDown')
  await ines.keyboard.press('Enter')
  await tabTo(ines, 'Konto')
  await ines.keyboard.type('6460')
  await press(ines, 'Skicka för attest')
  await heading(ines, '1 behov väntar på attest')
  await ines.getByText('Hålls i butiken').waitFor()

  await anna.goto(ines.url())
  await anna.getByText('2 500,00 kr en gång.').waitFor()
  await anna.getByText('1 köps återbrukad av partner med 12 månaders garanti.').waitFor()
  expect(await findings(anna)).toEqual([])
  await press(anna, 'Attestera')
  await heading(anna, '1 köpt återbrukad ska komma')
  await press(anna, /^Ines Berg$/)
  await anna.getByRole('dialog').getByText('12 månaders garanti').waitFor()
  expect(await findings(anna)).toEqual([])
  const link = anna.getByRole('dialog').getByRole('link', { name: /^K-2026-/ })
  const purchase = `${served.address}${await link.getAttribute('href')}`

  await stina.goto(purchase)
  await heading(stina, '1 enhet väntar på att skickas')
  await press(stina, 'Skicka')
  await heading(stina, '1 enhet är på väg')
  await ines.goto(purchase)
  await ines.getByRole('link', { name: 'Till beställningen' }).waitFor()
  await press(ines, 'Ta emot allt')
  await heading(ines, '1 enhet mottagen')
  await hearAll(world.database, ordering)
  await press(ines, 'Till beställningen')
  await heading(ines, '1 enhet är klar att lämna ut')
  await tabTo(ines, 'Välj Ines Berg')
  await ines.keyboard.press('Space')
  await press(ines, /^Lämna ut/)
  await heading(ines, 'Utlämnad')
}, 360_000)

it('an employee buys what the workplace no longer needs, and it is theirs when it is fetched', async () => {
  // Graded last of all, so that it stands first in a list longer than the window.
  world.now = new Date(world.now.getTime() + 3_600_000)
  const [deviceId] = await gradedDevices(world, institute, 1, { facts: { serialNumber: 'EGEN1' } })
  const { key, secondary } = testsOf('laptop')
  const tests = [...key, ...secondary].map((test) => ({ test, result: 'pass' as const }))
  const found = { tests, defects: [], inspected: true, softwareLoaded: true, batteryPercent: 92 }
  const items = [{ deviceId: deviceId!, ...found }]
  value(await world.act(institute, (ctx) => inspectDevices(ctx, { body: { items } })))
  const [ines, anna] = [await enter('ines'), await enter('anna')]
  await ines.goto(`${served.address}/employee-sale`)
  await press(ines, 'Villkor')
  await ines.getByRole('dialog').waitFor()
  await tabTo(ines, /^Personalköp är öppet/)
  await ines.keyboard.press('Space')
  await tabTo(ines, /^Faktura/)
  await ines.keyboard.press('Space')
  expect(await findings(ines)).toEqual([])
  await press(ines, 'Spara villkoren')
  await ines.getByRole('dialog').waitFor({ state: 'detached' })
  await press(ines, /^Att lägga ut/)
  await ines.getByRole('link', { name: /^EGEN/ }).waitFor()
  await tabTo(ines, /^Välj EGEN1/)
  await ines.keyboard.press('Space')
  await press(ines, 'Lägg ut 1')
  await ines.getByRole('dialog').waitFor()
  await tabTo(ines, /^Pris för var och en/)
  await ines.keyboard.type('900')
  expect(await findings(ines)).toEqual([])
  await press(ines, 'Lägg ut')
  await ines.getByText('1 av 1 ligger ute.').waitFor()

  await anna.goto(`${served.address}/employee-shop`)
  await press(anna, 'Lenovo ThinkPad T14 G2')
  await anna.getByRole('dialog').getByText('varav moms 180,00 kr').waitFor()
  await tabTo(anna, /^Avdrag på lönen/)
  await anna.keyboard.press('ArrowDown')
  expect(await findings(anna)).toEqual([])
  await press(anna, 'Köp')
  await anna.getByRole('dialog').waitFor({ state: 'detached' })
  await anna.getByRole('link', { name: 'P-2026-0001' }).waitFor()
  await anna.getByText('Du har köpt så många som en person får i år.').waitFor()

  await ines.goto(`${served.address}/employee-sale`)
  await press(ines, 'P-2026-0001')
  await ines.getByRole('dialog').getByText('Anna Rydell').waitFor()
  expect(await findings(ines)).toEqual([])
  await press(ines, 'Lämna över')
  await ines.getByRole('dialog').waitFor({ state: 'detached' })
  await ines.getByText('Hämtad').first().waitFor()
  await anna.reload()
  await press(anna, 'P-2026-0001')
  await anna.getByRole('dialog').getByText('Faktura').waitFor()
  await anna.getByRole('dialog').getByText('EGEN1').waitFor()
}, 360_000)
