// What is said about an order: by whom, who reads it, who is told, and that it can be taken away.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openMailbox } from '../../../test/support/letters.ts'
import { coding } from '../../../test/support/order-desk.ts'
import {
  newDevices,
  newOrganisation,
  newPartnership,
  newPerson,
  newUnit,
  newWorld,
  signedIn,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { forgetAnswers } from '../../server/idempotency.ts'
import type { Role } from '../organisations/rules.ts'
import { jobs } from './jobs.ts'

interface Comment {
  readonly id: string
  readonly words: string | null
  readonly by: { readonly id: string; readonly name: string | null }
  readonly madeAt: string
  readonly removedAt: string | null
}

let world: World
let owner: Actor
let app: Awaited<ReturnType<World['app']>>
let mailbox: Awaited<ReturnType<typeof openMailbox>>
const start = new Date('2026-03-12T09:00:00Z')
beforeAll(async () => {
  world = await newWorld()
  app = await world.app()
  mailbox = await openMailbox()
})
afterAll(async () => {
  await world.close()
  await mailbox.close()
})

interface Who {
  readonly personId: string
  readonly token: string
}
/** Of the owner unless said otherwise. */
async function somebody(name: string, role: Role, of: Actor = owner): Promise<Who> {
  const email = `${name.toLowerCase()}-${crypto.randomUUID().slice(0, 8)}@exempelby.test`
  return signedIn(world, of.organisationId, [role], { name, email })
}

let [olle, anna, tove]: Who[] = []
beforeEach(async () => {
  world.now = start
  mailbox.letters.length = 0
  owner = await newOrganisation(world)
  await newUnit(world, owner.organisationId)
  ;[olle, anna, tove] = [
    await somebody('Olle', 'orderer'),
    await somebody('Anna', 'approver'),
    await somebody('Tove', 'technician'),
  ]
})

const call = (
  who: Who,
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  payload?: object,
  headers: Record<string, string> = {},
) =>
  app.inject({
    ...{ method, url: `/api/v1${url}` },
    headers: { authorization: `Bearer ${who.token}`, ...headers },
    ...(payload && { payload }),
  })
async function good(...args: Parameters<typeof call>) {
  const answer = await call(...args)
  expect(answer.statusCode, `${args[2]}: ${answer.body}`).toBeLessThan(300)
  return answer.json()
}
const codeOf = async (...args: Parameters<typeof call>) => {
  const answer = await call(...args)
  return `${answer.statusCode} ${answer.json().code}`
}

async function ordered(more: object = {}, { submit = true } = {}): Promise<string> {
  const holderId = await newPerson(world, owner.organisationId)
  const need = {
    ...{ kind: 'laptop', leastMemoryGb: null, leastStorageGb: null, leastScreenInches: null },
    ...{ osFamily: null, leastGrade: null, holderId, unitId: null, placeId: null },
    ...{ neededFromOn: '2026-04-01', untilOn: null, specialNeed: null, way: 'pool' },
    ...{ serviceId: null, newReason: null, newWords: null, deviceId: null, replacesId: null },
    ...more,
  }
  return (await good(olle!, 'POST', '/orders', { unitId: null, coding, needs: [need], submit })).id
}
const say = (who: Who, orderId: string, words: string) =>
  good(who, 'POST', `/orders/${orderId}/comments`, { words })
const commentsOf = async (who: Who, orderId: string): Promise<Comment[]> =>
  (await good(who, 'GET', `/orders/${orderId}`)).comments

describe('a comment', () => {
  it('is read in order with author and time by orderer, approver and who hands out, and by nobody else', async () => {
    const id = await ordered()
    await say(olle!, id, '  Programmet börjar om tre veckor.\nDet brådskar. ')
    world.now = new Date('2026-03-12T10:30:00Z')
    await say(anna!, id, 'Räcker två?')
    world.now = new Date('2026-03-13T07:00:00Z')
    await say(tove!, id, 'Två står färdiga i källaren.')
    for (const who of [olle!, anna!, tove!])
      expect(await commentsOf(who, id)).toMatchObject([
        {
          words: 'Programmet börjar om tre veckor.\nDet brådskar.',
          by: { id: olle!.personId, name: 'Olle' },
          madeAt: '2026-03-12T09:00:00.000Z',
          removedAt: null,
        },
        { words: 'Räcker två?', by: { name: 'Anna' }, madeAt: '2026-03-12T10:30:00.000Z' },
        { words: 'Två står färdiga i källaren.', by: { id: tove!.personId } },
      ])
    // Another orderer, whoever the need is for, and who only looks.
    const [nils, hugo, rut] = [
      await somebody('Nils', 'orderer'),
      await somebody('Hugo', 'holder'),
      await somebody('Rut', 'auditor'),
    ]
    for (const who of [nils, hugo]) {
      expect(await codeOf(who, 'GET', `/orders/${id}`)).toBe('404 order-not-found')
      const write = await codeOf(who, 'POST', `/orders/${id}/comments`, { words: 'Hej' })
      expect(write).toBe('404 order-not-found')
    }
    expect(await codeOf(rut, 'POST', `/orders/${id}/comments`, { words: 'Hej' })).toBe(
      '403 not-permitted',
    )
    expect(await commentsOf(olle!, id)).toHaveLength(3)
  })

  it('is not read by a partner, and not written by a stranger', async () => {
    const id = await ordered()
    await say(olle!, id, 'Mellan oss.')
    const partner = await newOrganisation(world, 'reusePartner')
    await newPartnership(world, owner, partner)
    const elsewhere = await newOrganisation(world)
    for (const of of [partner, elsewhere]) {
      const who = await somebody('Vera', 'administrator', of)
      const refused = '404 order-not-found'
      expect(await codeOf(who, 'GET', `/orders/${id}`)).toBe(refused)
      expect(await codeOf(who, 'POST', `/orders/${id}/comments`, { words: 'Hej' })).toBe(refused)
      const [{ id: commentId }] = (await commentsOf(olle!, id)) as [Comment]
      expect(await codeOf(who, 'DELETE', `/orders/${id}/comments/${commentId}`)).toBe(refused)
    }
    expect(await commentsOf(olle!, id)).toMatchObject([{ words: 'Mellan oss.' }])
  })

  it('says something, and no more than two thousand characters', async () => {
    const id = await ordered()
    const long = 'å'.repeat(2000)
    for (const words of ['', '   ', '\n\t', `${long}å`]) {
      const answer = await call(olle!, 'POST', `/orders/${id}/comments`, { words })
      expect(answer.statusCode, words.slice(0, 9)).toBe(400)
      expect(answer.json()).toMatchObject({
        code: 'invalid-input',
        problems: [{ field: 'body/words' }],
      })
    }
    for (const body of [{}, { words: null }, { words: 'Hej', by: anna!.personId }])
      expect(await codeOf(olle!, 'POST', `/orders/${id}/comments`, body)).toBe('400 invalid-input')
    await say(olle!, id, long)
    expect((await commentsOf(olle!, id)).map(({ words }) => words)).toEqual([long])
  })

  it('is written in every state, also when the order is closed, and moves nothing else', async () => {
    const [fresh] = await newDevices(world, owner, 1)
    const draft = await ordered({}, { submit: false })
    const declined = await ordered()
    await good(anna!, 'POST', `/orders/${declined}/refusal`, { words: 'Inte i år.' })
    const withdrawn = await ordered()
    await good(olle!, 'POST', `/orders/${withdrawn}/withdrawal`, { words: null })
    const delivered = await ordered({ deviceId: fresh })
    await good(anna!, 'POST', `/orders/${delivered}/approval`)
    const [{ id: needId }] = (await good(tove!, 'GET', `/orders/${delivered}`)).needsList
    await good(tove!, 'POST', `/orders/${delivered}/deliveries`, { needIds: [needId] })
    const states = []
    for (const id of [draft, declined, withdrawn, delivered]) {
      const before = await good(olle!, 'GET', `/orders/${id}`)
      const after = await say(olle!, id, 'En fråga till.')
      expect({ ...after, comments: [] }).toEqual({ ...before, comments: [] })
      expect(after.comments).toMatchObject([{ words: 'En fråga till.' }])
      states.push(after.state)
    }
    expect(states).toEqual(['draft', 'declined', 'withdrawn', 'delivered'])
  })

  it('is written once however often it is sent', async () => {
    const id = await ordered()
    const key = { 'idempotency-key': crypto.randomUUID() }
    const send = () => good(olle!, 'POST', `/orders/${id}/comments`, { words: 'En gång' }, key)
    expect(await send()).toEqual(await send())
    expect(await commentsOf(olle!, id)).toHaveLength(1)
  })
})

/** Every text that the database keeps of the organisation, wherever it stands. */
async function everywhere(words: string): Promise<string[]> {
  const { rows } = await world.database.pool.query<{ place: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS place FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
     ORDER BY 1`,
  )
  const found: string[] = []
  for (const { place } of rows) {
    const { rowCount } = await world.database.pool.query(
      `SELECT 1 FROM ${place} t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`,
      [words],
    )
    if (rowCount) found.push(place)
  }
  return found
}

describe('the words of a comment', () => {
  const secret = 'Kim är sjukskriven till maj'

  it('stand in the comment alone, and are taken away for good by who wrote them', async () => {
    const id = await ordered()
    await say(olle!, id, secret)
    const { rows } = await world.database.pool.query<{ kind: string; body: string }>(
      `SELECT kind, body FROM journal.entry WHERE subject_id = $1`,
      [id],
    )
    const [{ id: commentId }] = (await commentsOf(olle!, id)) as [Comment]
    const [told] = rows.filter(({ kind }) => kind === 'ordering.commented')
    expect(JSON.parse(told!.body).content).toEqual({ commentId })
    expect(rows.filter(({ body }) => body.includes(secret))).toEqual([])
    expect(await everywhere(secret)).toEqual(['ordering.comment'])

    world.now = new Date('2026-03-14T08:00:00Z')
    const { comments } = await good(olle!, 'DELETE', `/orders/${id}/comments/${commentId}`)
    expect(comments).toMatchObject([
      {
        ...{ id: commentId, words: null, by: { name: 'Olle' } },
        ...{ madeAt: '2026-03-12T09:00:00.000Z', removedAt: '2026-03-14T08:00:00.000Z' },
      },
    ])
    expect(await everywhere(secret)).toEqual([])
    expect(await codeOf(olle!, 'DELETE', `/orders/${id}/comments/${commentId}`)).toBe(
      '404 comment-not-found',
    )
  })

  it('are forgotten by the answers that are kept for posts that are sent again', async () => {
    const id = await ordered()
    const words = `${secret} ${crypto.randomUUID()}`
    const key = { 'idempotency-key': crypto.randomUUID() }
    await good(olle!, 'POST', `/orders/${id}/comments`, { words }, key)
    expect(await everywhere(words)).toEqual(['ordering.comment', 'server.answer'])
    await forgetAnswers(world.database, new Date('2026-03-14T08:00:00Z'))
    expect(await everywhere(words)).toEqual(['ordering.comment', 'server.answer'])
    await forgetAnswers(world.database, new Date('2026-03-14T10:00:00Z'))
    expect(await everywhere(words)).toEqual(['ordering.comment'])
  })

  it('are taken away by an approver, and by nobody else who reads them', async () => {
    const id = await ordered()
    const other = await ordered()
    await say(olle!, id, secret)
    await say(tove!, id, 'Två står färdiga.')
    const [first, second] = (await commentsOf(olle!, id)) as [Comment, Comment]
    const path = (order: string, { id: commentId }: Comment) =>
      `/orders/${order}/comments/${commentId}`
    expect(await codeOf(tove!, 'DELETE', path(id, first))).toBe('409 comment-of-another')
    expect(await codeOf(olle!, 'DELETE', path(id, second))).toBe('409 comment-of-another')
    expect(await codeOf(olle!, 'DELETE', path(other, first))).toBe('404 comment-not-found')
    await good(anna!, 'DELETE', path(id, first))
    expect(await commentsOf(tove!, id)).toMatchObject([
      { words: null },
      { words: 'Två står färdiga.' },
    ])
  })
})

describe('the other side', () => {
  beforeEach(async () => {
    process.env['OMLOPP_SMTP'] = mailbox.address
    await takeJobs()
  })
  afterEach(() => void delete process.env['OMLOPP_SMTP'])

  const takeJobs = async () =>
    (
      await world.database.pool.query<{ payload: object }>(
        `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
         WHERE t.id = j.task_id AND t.identifier = 'ordering.tellComment' RETURNING j.payload`,
      )
    ).rows.map(({ payload }) => payload)
  /** To whom a letter went, by name. */
  async function told(): Promise<string[]> {
    mailbox.letters.length = 0
    for (const payload of await takeJobs())
      await jobs['ordering.tellComment'](world.database, payload)
    return mailbox.letters.map(({ to }) => to.split('-')[0]!).sort()
  }

  it('is told by letter that something was said, and not what', async () => {
    const id = await ordered()
    await say(olle!, id, 'Programmet börjar om tre veckor.')
    // It awaits its approval: those who can approve are told, each by a letter of their own.
    await somebody('Stina', 'itManager')
    const root = await told()
    expect(root).toContain('anna')
    expect(root).toContain('stina')
    expect(root).not.toContain('olle')
    expect(root).not.toContain('tove')
    for (const { text, to } of mailbox.letters) {
      expect(to).not.toContain(',')
      expect(text).toContain('B-2026-0001')
      expect(text).toContain(`/orders/${id}`)
      expect(text).not.toContain('Programmet')
    }
    await say(anna!, id, 'Räcker två?')
    expect(await told()).toEqual(['olle'])
    await say(tove!, id, 'Två står färdiga.')
    expect(await told()).toEqual(['anna', 'olle'])
    await say(olle!, id, 'Då tar vi två.')
    expect(await told()).toEqual(['anna', 'tove'])
  })

  it('is whoever decided, once that is done; and nobody of a draft', async () => {
    const draft = await ordered({}, { submit: false })
    await say(olle!, draft, 'Att tänka på.')
    expect(await told()).toEqual([])
    const id = await ordered()
    await good(anna!, 'POST', `/orders/${id}/approval`)
    await say(olle!, id, 'Tack!')
    expect(await told()).toEqual(['anna'])
  })

  it('is not told of what was taken away meanwhile, nor after it has left or may not see it', async () => {
    const id = await ordered()
    await say(anna!, id, 'Räcker två?')
    const [{ id: commentId }] = (await commentsOf(anna!, id)) as [Comment]
    await good(anna!, 'DELETE', `/orders/${id}/comments/${commentId}`)
    expect(await told()).toEqual([])
    await say(tove!, id, 'Två står färdiga.')
    await told()
    await world.database.asSystem(async (tx) => {
      await tx.run(`UPDATE organisations.person SET leaves_on = '2026-03-01' WHERE id = $1`, [
        anna!.personId,
      ])
      await tx.run('DELETE FROM organisations.role_grant WHERE person_id = $1', [tove!.personId])
    })
    await say(olle!, id, 'Då tar vi två.')
    expect(await told()).toEqual([])
  })
})
