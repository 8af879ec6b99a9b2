// A play: organisations whose people do things at random through the real actions, often wrongly.
import { erasingMoves } from './play/erasing.ts'
import { keepingMoves } from './play/keeping.ts'
import { returningMoves } from './play/returning.ts'
import {
  act,
  at,
  count,
  type Move,
  type MoveKind,
  type Play,
  type Player,
  type Try,
} from './play/state.ts'
import {
  newIdAt,
  newOrganisation,
  newPartnership,
  newPerson,
  value,
  type Actor,
  type World,
} from './world.ts'

export async function newPlay(world: World): Promise<Play> {
  const secret = `hemlis${newIdAt(world.now).slice(-6)}`
  const play: Play = {
    world,
    players: [],
    devices: [],
    collections: [],
    serials: [],
    logs: [],
    scans: [],
    private: [secret],
    done: new Map(),
    refused: new Map(),
  }
  const [first, second, partner] = [
    await newOrganisation(world),
    await newOrganisation(world),
    await newOrganisation(world, 'reusePartner'),
  ]
  for (const owner of [first, second]) await newPartnership(world, owner, partner)
  for (const actor of [first, second, partner])
    (play.players as Player[]).push(await newPlayer(world, actor, secret))
  return play
}

async function newPlayer(world: World, actor: Actor, secret: string): Promise<Player> {
  const words = { name: `Ylva ${secret}`, email: `${newIdAt(world.now)}.${secret}@people.test` }
  const holderId = await newPerson(world, actor.organisationId, ['holder'], words)
  const made = async (name: string, body: object) =>
    (value(await act(world, actor, name, { body })) as { id: string }).id
  const placeId = await made('organisations.createPlace', {
    kind: 'depot',
    name: 'Depån',
    address: `Gatan ${secret}`,
  })
  const unitId = await made('organisations.createUnit', { kind: 'unit', name: 'Enheten' })
  return { ...actor, holderId, placeId, unitId }
}

/** By name; the order is that of the numbers that choose among them. */
export const moves = { ...keepingMoves, ...returningMoves, ...erasingMoves }

/** Does one try. @returns whether it was refused, so that nothing may have changed */
export async function attempt(
  play: Play,
  one: Try,
): Promise<{ refused: boolean; name: string } | null> {
  const move = await chosenMove(play, one)
  if (!move) return null
  play.world.now = new Date(play.world.now.getTime() + 3_600_000 + one.how * 1000)
  const result = await act(play.world, move.by, move.name, move.input)
  const answer = result.ok
    ? (result.value as { done?: unknown; refused?: unknown; items?: unknown[] })
    : null
  const nothing = answer?.done === 0 && typeof answer.refused === 'number' && answer.refused > 0
  if (result.ok && !nothing) {
    count(play.done, move.name)
    await move.after?.(result.value)
  } else count(play.refused, result.ok ? firstCode(answer!) : result.code)
  return { refused: !result.ok || nothing, name: move.name }
}

/** What is meant; where there is nothing to do it with, what there is something to do with. */
async function chosenMove(play: Play, one: Try): Promise<Move | null> {
  const { make }: MoveKind = moves[one.what as keyof typeof moves]
  const meant = await make(play, one)
  if (meant || !one.sensible) return meant
  for (let n = 0; n < onwards.length; n++) {
    const other: MoveKind = moves[at(onwards, one.how + n)!]
    const move = await other.make(play, one)
    if (move) return move
  }
  return null
}
const onwards: readonly (keyof typeof moves)[] = [
  'wipe',
  'send',
  'review',
  'scan',
  'inventory',
  'handIn',
  'outcome',
  'settle',
  'pack',
  'match',
]

const firstCode = ({ items }: { items?: unknown[] }): string =>
  (items?.[0] as { code?: string } | undefined)?.code ?? 'none'
