// A choice between offers, by keyboard: what stops one is said, and the decision keeps its reason.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addOffer, createComparison } from '../../src/features/catalogue/actions/comparisons.ts'
import { findings, openBrowser, press, serveWorld, signedIn, tabTo } from '../support/browser.ts'
import { newOrganisation, newPerson, newWorld, value, type World } from '../support/world.ts'

const account = { email: 'erik@anbud.test', password: 'korrekt-häst-batteri' }
let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof serveWorld>>
let comparisonId = ''

beforeAll(async () => {
  ;[world, browser] = await Promise.all([newWorld(), openBrowser()])
  const owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  const facts = { ...account, name: 'Erik Norling' }
  await newPerson(world, owner.organisationId, ['economist'], facts)
  const need = { title: 'Datorer till skolorna', kind: 'laptop', deviceCount: 600 } as const
  const requirements = [
    { key: 'memoryGb', least: 16, compulsory: true, weight: 0 },
    { key: 'takeBack', least: 'free', compulsory: false, weight: 20 },
  ] as const
  const made = value(
    await world.act(owner, (ctx) =>
      createComparison(ctx, {
        body: { ...need, serviceId: null, requirements: [...requirements] },
      }),
    ),
  )
  comparisonId = made.id
  const offers = [
    ['Tysta AB', []],
    ['Omtag AB', [{ key: 'memoryGb', value: 16 } as const]],
  ] as const
  for (const [supplier, stated] of offers)
    value(
      await world.act(owner, (ctx) =>
        addOffer(ctx, {
          params: { comparisonId },
          body: {
            ...{ supplier, product: 'Latitude', modelId: null, monthPriceOre: 34_900 },
            ...{ document: null, stated: [...stated] },
          },
        }),
      ),
    )
  served = await serveWorld(world)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await served?.close()
  await world?.close()
})

it('an economist chooses by keyboard, and is told what stops the other', async () => {
  const page = await signedIn(browser, served.address, account)
  await page.goto(`${served.address}/offer-comparisons/${comparisonId}`)
  const stopped = page.getByRole('button', { name: 'Välj Tysta AB' })
  await stopped.waitFor()
  await tabTo(page, 'Välj Tysta AB')
  expect(await stopped.getAttribute('aria-disabled')).toBe('true')
  await page.getByText('Kan inte väljas: arbetsminne (okänt)').waitFor()
  await press(page, 'Välj Omtag AB')
  const reason = page.getByRole('textbox', { name: 'Skäl' })
  await reason.waitFor()
  await page.keyboard.type('Billigast av dem som uppfyller kraven.')
  await press(page, 'Välj Omtag AB')
  await page.getByText('Billigast av dem som uppfyller kraven.').waitFor()
  await page.getByText(/Omtag AB valdes av Erik Norling/).waitFor()
  expect(await page.getByRole('button', { name: 'Välj Omtag AB' }).count()).toBe(0)
  expect(await findings(page)).toEqual([])
}, 240_000)

it('on a phone one offer is read at a time', async () => {
  const page = await signedIn(browser, served.address, account)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`${served.address}/offer-comparisons/${comparisonId}`)
  const shown = (name: string) => page.getByRole('columnheader', { name }).isVisible()
  await page.getByRole('columnheader', { name: 'Omtag AB' }).waitFor()
  expect(await shown('Tysta AB')).toBe(false)
  await press(page, 'Tysta AB')
  await page.getByRole('columnheader', { name: 'Tysta AB' }).waitFor()
  expect(await shown('Omtag AB')).toBe(false)
}, 240_000)
