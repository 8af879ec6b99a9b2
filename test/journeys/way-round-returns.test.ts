// From the desk to the partner's bench and back to the paper: by keyboard and scanner alone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  findings,
  openBrowser,
  press,
  scan,
  serveWorld,
  signedIn,
  tabTo,
} from '../support/browser.ts'
import {
  newDevices,
  newOrganisation,
  newPartnership,
  newPerson,
  newWorld,
  type Actor,
  type World,
} from '../support/world.ts'

const password = 'korrekt-häst-batteri'
let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof serveWorld>>
let exempelby: Actor
let omtag: Actor

const account = (who: string) => ({ email: `${who}@example.test`, password })
const enter = (who: string): Promise<Page> => signedIn(browser, served.address, account(who))
const open = (page: Page, path: string) => page.goto(`${served.address}${path}`)
const serialOf = (number: number) => `JRN${String(number).padStart(4, '0')}Q`
const said = (page: Page, text: string | RegExp) =>
  page
    .getByText(text, typeof text === 'string' ? { exact: true } : {})
    .first()
    .waitFor()

beforeAll(async () => {
  ;[world, browser] = await Promise.all([newWorld(), openBrowser()])
  exempelby = await newOrganisation(world, 'user', 'Exempelby kommun')
  omtag = await newOrganisation(world, 'reusePartner', 'Omtag AB')
  await newPartnership(world, exempelby, omtag)
  const people = [
    ['tove', exempelby, 'technician', 'Tove Lindqvist'],
    ['sara', exempelby, 'itManager', 'Sara Holm'],
    ['hugo', exempelby, 'holder', 'Hugo Ek'],
    ['pontus', omtag, 'partnerManager', 'Pontus Lager'],
  ] as const
  for (const [who, at, role, name] of people)
    await newPerson(world, at.organisationId, [role], { ...account(who), name })
  for (let number = 1; number <= 5; number += 1)
    await newDevices(world, exempelby, 1, { serialNumber: serialOf(number) })
  served = await serveWorld(world)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
  await world?.close()
})

async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`${served.address}/api/v1${path}`)
  return (await answer.json()) as T
}
interface Listed {
  readonly items: readonly { readonly id: string; readonly serialNumber: string | null }[]
}
const idOfCollection = (page: Page) => new URL(page.url()).pathname.split('/')[2]!
const linesOf = async (page: Page, id: string) =>
  (await read<Listed>(page, `/collections/${id}/lines`)).items
    .map((line) => line.serialNumber ?? '')
    .toSorted((a, b) => a.localeCompare(b))

// Every page is searched by axe: slow where two cores are shared.
describe('the way round for returns', { timeout: 240_000 }, () => {
  let collectionId: string

  it('hands out at the desk, and the holder signs', async () => {
    const page = await enter('tove')
    await open(page, '/hand-outs/new')
    await said(page, 'Redo')
    for (const number of [1, 2, 3, 4]) {
      await scan(page, serialOf(number))
      await said(page, 'Kan lämnas ut')
      await page.locator('.answer-code', { hasText: serialOf(number) }).waitFor()
    }
    await scan(page, 'FINNSINTE99')
    await said(page, 'Okänd')
    await tabTo(page, /^Vem får utrustningen/)
    await page.keyboard.type('Hugo')
    await page.getByRole('option', { name: /Hugo Ek/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await findings(page)).toEqual([])
    await press(page, 'Lämna ut 4 enheter')
    await said(page, /av 4\s*utlämnade/)
    // One is signed for on the spot; the holder signs for another from their own page.
    await press(page, `Kvittera nu: ${serialOf(2)}`)
    await page.locator('.discrepancies li', { hasText: `${serialOf(2)} kvitterad` }).waitFor()
    expect(await findings(page)).toEqual([])

    const holder = await enter('hugo')
    const mine = await read<Listed>(holder, '/me/devices')
    const first = mine.items.find(({ serialNumber }) => serialNumber === serialOf(1))!
    const receipt = await holder.request.post(
      `${served.address}/api/v1/devices/${first.id}/receipt`,
      { headers: { 'x-omlopp-csrf': '1', origin: served.address } },
    )
    expect(receipt.status()).toBe(200)

    // What is already with somebody is told of at the scan, and not after it.
    await press(page, 'Nästa utlämning')
    await scan(page, serialOf(1))
    await said(page, 'Kan inte lämnas ut')
    await said(page, /Den är hos Hugo Ek/)
    await holder.context().close()
    await page.context().close()
  })

  it('takes in with the condition that is stated', async () => {
    const page = await enter('tove')
    await open(page, '/hand-ins/new')
    await said(page, 'Redo')
    await scan(page, serialOf(1))
    await said(page, /Innehavare: Hugo Ek/)
    await tabTo(page, /^Bra /)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    for (const number of [2, 3, 4]) {
      await scan(page, serialOf(number))
      await page.locator('.answer-code', { hasText: serialOf(number) }).waitFor()
    }
    expect(await findings(page)).toEqual([])
    await press(page, 'Ta in 4 enheter')
    await said(page, /av 4\s*intagna/)
    const back = await read<{ total: number }>(page, '/device-counts?status=handedIn')
    expect(back.total).toBe(4)
    await page.context().close()
  })

  it('packs without network, with a killed browser and an expired session: all is there, once', async () => {
    let page = await enter('tove')
    await open(page, '/collections')
    await said(page, /Här står varje sändning/)
    expect(await findings(page)).toEqual([])
    await press(page, 'Ny sändning')
    await page.getByRole('dialog').waitFor()
    await said(page, 'Omtag AB')
    expect(await findings(page)).toEqual([])
    await press(page, 'Skapa sändningen')
    await page.waitForURL(/collections\/[0-9a-f-]{36}$/)
    collectionId = idOfCollection(page)
    await press(page, 'Packa')
    await said(page, 'Redo')
    await press(page, 'Nytt kolli')
    await tabTo(page, /^Plomberingens nummer/)
    await page.keyboard.type('PL-88131')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await scan(page, serialOf(1))
    await said(page, 'Packad')

    await page.context().setOffline(true)
    await scan(page, serialOf(2))
    await said(page, 'Sparad')
    await scan(page, serialOf(3))
    await said(page, /2 skanningar ligger kvar här/)
    expect(await findings(page)).toEqual([])
    // The browser dies with two scans in it, and comes back with the network.
    const context = page.context()
    await page.close()
    await context.setOffline(false)
    page = await context.newPage()
    await open(page, `/collections/${collectionId}/packing`)
    await page.locator('.tally-count b', { hasText: /^3$/ }).waitFor()
    // Scanned once more it is told of, and not packed twice.
    await scan(page, serialOf(2))
    await said(page, 'Redan packad')

    await world.database.asSystem((tx) => tx.run('DELETE FROM organisations.session', []))
    await scan(page, serialOf(4))
    await said(page, 'Du har blivit utloggad')
    // Who it was is known: only the password is asked for.
    const email = page.getByRole('textbox', { name: 'E-post' })
    expect(await email.inputValue()).toBe(account('tove').email)
    await tabTo(page, 'Lösenord')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.locator('.tally-count b', { hasText: /^4$/ }).waitFor()
    expect(await linesOf(page, collectionId)).toEqual([1, 2, 3, 4].map(serialOf))

    await press(page, 'Ångra senaste')
    await said(page, 'Borttagen')
    await page.locator('.tally-count b', { hasText: /^3$/ }).waitFor()
    await scan(page, serialOf(4))
    await page.locator('.tally-count b', { hasText: /^4$/ }).waitFor()

    await press(page, 'Klar med packningen')
    await said(page, /4 enheter packade/)
    await page.getByRole('rowheader').nth(3).waitFor()
    expect(await findings(page)).toEqual([])
    await press(page, 'Skicka')
    await press(page, 'Skicka 4 enheter')
    await said(page, /4 enheter på väg/)
    await page.context().close()
  })

  it('is received by scan: one does not come, and one comes that nobody listed', async () => {
    const page = await enter('pontus')
    await open(page, '/receiving')
    await page.getByRole('rowheader').first().waitFor()
    expect(await findings(page)).toEqual([])
    await press(page, /^S-\d{4}-\d{4}$/)
    await said(page, 'Redo')
    for (const number of [1, 2, 3]) {
      await scan(page, serialOf(number))
      await page.locator('.answer.right .answer-code', { hasText: serialOf(number) }).waitFor()
    }
    await scan(page, serialOf(1))
    await said(page, 'Redan räknad')
    await scan(page, serialOf(5))
    await page.locator('.answer-say', { hasText: 'Utöver listan' }).waitFor()
    await said(page, '1 enhet är varken skannad eller märkt som saknad.')
    expect(await findings(page)).toEqual([])
    await press(page, 'Märk som saknad')
    await press(page, 'Märk 1 enhet som saknade')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await press(page, 'Stäng mottagningen')
    await press(page, 'Stäng med 3 enheter mottagna')
    await said(page, /4 skickade, 3 mottagna, 1 saknas/)
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })

  it('settles what differs, each side only what it can take upon itself', async () => {
    const [sender, receiver] = [await enter('sara'), await enter('pontus')]
    await open(receiver, `/collections/${collectionId}`)
    await receiver.getByRole('button', { name: 'Avgör' }).first().waitFor()
    await press(receiver, `Avgör ${serialOf(5)}`)
    await tabTo(receiver, /Vi skickar tillbaka den/)

    await open(sender, `/collections/${collectionId}`)
    await sender.getByRole('button', { name: 'Avgör' }).first().waitFor()
    await press(sender, `Avgör ${serialOf(5)}`)
    await tabTo(sender, /^Vi skickade den/)
    await sender.keyboard.press('Space')
    expect(await findings(sender)).toEqual([])
    await press(sender, 'Avgör')
    await sender.getByRole('dialog').waitFor({ state: 'detached' })
    await press(sender, `Avgör ${serialOf(4)}`)
    await tabTo(sender, /^Den (skickades aldrig|försvann på vägen)/)
    await sender.keyboard.press('Space')
    await press(sender, 'Avgör')
    await sender.getByRole('dialog').waitFor({ state: 'detached' })

    // Who comes second is told who was first.
    await press(receiver, 'Avgör')
    await said(receiver, /hann före/)
    const after = await read<{ done: boolean; counts: { openDiscrepancies: number } }>(
      sender,
      `/collections/${collectionId}`,
    )
    expect(after.counts.openDiscrepancies).toBe(0)
    expect(after.done).toBe(true)
    await Promise.all([sender.context().close(), receiver.context().close()])
  })
})
