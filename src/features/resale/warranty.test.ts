// What the seller answers for after the sale, over HTTP.
import { afterAll, describe, expect, it } from 'vitest'
import { moveToPartner } from '../../../test/support/circle.ts'
import { hearAll } from '../../../test/support/heard.ts'
import { openShop } from '../../../test/support/shop.ts'
import { newDevices } from '../../../test/support/world.ts'
import { listeners } from './jobs.ts'

const { world, owner, partner, buyer, call, get, post, code, published, sold } = await openShop()
afterAll(() => world.close())

describe('the warranty', () => {
  it('is refused after its end, with the day, and without a purchase', async () => {
    const { deviceId } = await sold()
    const path = `/devices/${deviceId}/warranty-cases`
    const began = world.now
    world.now = new Date('2027-03-13T08:00:00Z')
    const late = await call('POST', path, 'buyer', { fault: 'Batteriet sväller' })
    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({
      ...{ code: 'warranty-ended', details: { endedOn: '2027-03-12' } },
    })
    world.now = new Date('2027-03-12T20:00:00Z')
    expect(await post(path, 'buyer', { fault: 'Batteriet sväller' })).toMatchObject({
      ...{ state: 'open', side: 'buyer', warrantyUntilOn: '2027-03-12' },
    })
    expect(await code(path, 'buyer', { fault: 'Igen' })).toBe('warranty-case-open')
    world.now = began
    const [own] = await newDevices(world, buyer, 1)
    const fault = { fault: 'Trasig' }
    expect(await code(`/devices/${own}/warranty-cases`, 'buyer', fault)).toBe('warranty-none')
    expect(await code(`/devices/${deviceId}/warranty-cases`, 'other', fault)).toBe(
      'device-not-found',
    )
    expect(await code(path, 'buyer', { fault: '   ' })).toBe('fault-missing')
  })

  it('is answered with a repair or a refusal in words, by the seller', async () => {
    const { deviceId } = await sold()
    const opened = await post(`/devices/${deviceId}/warranty-cases`, 'buyer', { fault: 'Svart' })
    const path = `/warranty-cases/${opened.id}`
    expect((await call('GET', path, 'other')).statusCode).toBe(404)
    expect(await get(path, 'partner')).toMatchObject({ side: 'seller', deviceId: null })
    const repair = { answer: 'repair', words: null }
    expect(await code(`${path}/answer`, 'buyer', repair)).toBe('case-not-yours')
    expect(await code(`${path}/answer`, 'partner', { answer: 'refusal', words: ' ' })).toBe(
      'answer-words-missing',
    )
    expect(await code(`${path}/closing`, 'partner')).toBe('case-state-forbids')
    expect(await post(`${path}/answer`, 'partner', repair)).toMatchObject({ state: 'repairing' })
    expect(await post(`${path}/closing`, 'partner')).toMatchObject({ state: 'closed' })
    const again = await post(`/devices/${deviceId}/warranty-cases`, 'buyer', { fault: 'Blöt' })
    const no = { answer: 'refusal', words: 'Vätskeskada' }
    expect(await post(`/warranty-cases/${again.id}/answer`, 'partner', no)).toMatchObject({
      ...{ state: 'refused', answerWords: 'Vätskeskada' },
    })
    expect(await code(`/warranty-cases/${again.id}/answer`, 'partner', no)).toBe(
      'case-state-forbids',
    )
    const list = await get('/warranty-cases', 'buyer')
    expect(list.items.map((one: { id: string }) => one.id)).toEqual(
      expect.arrayContaining([opened.id, again.id]),
    )
  })

  it('gives another device with the rest of the warranty, and opens the return of the old', async () => {
    const { deviceId } = await sold(1, 'smartphone')
    const [better, computer] = [await published(1, 300_000, 'smartphone'), await published(1)]
    const began = world.now
    world.now = new Date('2026-09-01T08:00:00Z')
    const opened = await post(`/devices/${deviceId}/warranty-cases`, 'buyer', { fault: 'Död' })
    const path = `/warranty-cases/${opened.id}/answer`
    const answer = (listingId?: string) => ({ answer: 'replacement', words: null, listingId })
    expect(await code(path, 'partner', answer())).toBe('replacement-missing')
    expect(await code(path, 'partner', answer(owner.organisationId))).toBe('listing-not-found')
    expect(await code(path, 'partner', answer(computer.listings[0]))).toBe(
      'replacement-of-other-kind',
    )
    const answered = await post(path, 'partner', answer(better.listings[0]))
    expect(answered).toMatchObject({ state: 'replacing', returnByOn: '2026-10-01' })
    // Law 3: due from the same moment.
    expect(await get(`/devices/${deviceId}`, 'buyer')).toMatchObject({ endsOn: '2026-09-01' })
    const id = answered.replacement.id as string
    expect(await get(`/purchases/${id}`, 'buyer')).toMatchObject({
      ...{ state: 'confirmed', caseId: opened.id, sum: { totalOre: 0 } },
    })
    await post(`/purchases/${id}/sending`, 'partner')
    const received = await post(`/purchases/${id}/receipt`, 'buyer', {})
    expect(received.lines[0]).toMatchObject({ warrantyUntilOn: '2027-03-12', priceOre: 0 })
    // The case hears that the old one has been received, and nobody has to close it.
    await moveToPartner(world, buyer, partner, [deviceId])
    await hearAll(world.database, listeners)
    expect(await get(`/warranty-cases/${opened.id}`, 'partner')).toMatchObject({
      ...{ state: 'closed', returnedAt: world.now.toISOString() },
    })
    expect(await code(`/warranty-cases/${opened.id}/closing`, 'partner')).toBe('case-state-forbids')
    world.now = began
  })
})
