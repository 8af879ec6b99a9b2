// What there is in a play when somebody tries something, and who may.
import type { Result } from '../../../src/core/result.ts'
import { features } from '../../../src/server/features.ts'
import { type DeviceKind } from '../../../src/features/devices/rules/kinds.ts'
import { type DiscrepancyKind } from '../../../src/features/returns/rules/discrepancy.ts'
import { type Actor, type World } from '../world.ts'

/** One thing that somebody tries; the numbers choose among what there is when it is tried. */
export interface Try {
  /** The name of a move. */
  readonly what: string
  readonly who: number
  readonly which: number
  readonly how: number
  /** Whether it is chosen so that it may succeed; otherwise anybody tries it on anything. */
  readonly sensible: boolean
}

export interface Player extends Actor {
  readonly holderId: string
  readonly unitId: string
  readonly placeId: string
}

export interface Play {
  readonly world: World
  /** Two owners, then their partner. */
  readonly players: readonly Player[]
  readonly devices: string[]
  readonly collections: string[]
  readonly serials: string[]
  readonly logs: string[]
  readonly scans: { id: string; code: string }[]
  /** Words of people, which the journal must never hold. */
  readonly private: string[]
  /** What has been done, by name of the endpoint, and what was refused, by code. */
  readonly done: Map<string, number>
  readonly refused: Map<string, number>
}

export interface DeviceNow {
  readonly id: string
  readonly serial: string | null
  readonly kind: DeviceKind
  readonly status: string
  readonly dataState: string
  readonly grade: string | null
  readonly owner: string
  readonly account: string
  readonly custodian: string | null
  readonly holder: string | null
  /** Media that are known of it. */
  readonly media: number
}

export interface CollectionNow {
  readonly id: string
  readonly state: string
  readonly sender: string
  readonly receiver: string
  readonly packed: number
}

export interface DiscrepancyNow {
  readonly id: string
  readonly collection: string
  readonly kind: DiscrepancyKind
  readonly open: boolean
  readonly sender: string
  readonly receiver: string
}

export interface Move {
  readonly name: string
  readonly by: Player
  readonly input: object
  readonly after?: (answer: unknown) => void | Promise<void>
}

export const at = <T>(list: readonly T[], n: number): T | undefined =>
  list[n % Math.max(1, list.length)]

export const count = (of: Map<string, number>, name: string) =>
  of.set(name, (of.get(name) ?? 0) + 1)

export const devicesNow = async (play: Play): Promise<DeviceNow[]> => {
  const { rows } = await play.world.database.pool.query<DeviceNow>(
    `SELECT d.id, d.serial_number AS serial, d.kind, d.status, d.data_state AS "dataState", d.grade,
       d.owner_id AS owner, c.account_kind AS account, c.organisation_id AS custodian,
       CASE WHEN c.account_kind = 'person' THEN c.account_id END AS holder,
       (SELECT count(*) FROM erasure.medium m WHERE m.device_id = d.id) AS media
     FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, n)
     JOIN devices.device d ON d.id = w.id JOIN custody.present c ON c.device_id = d.id
     ORDER BY w.n`,
    [play.devices],
  )
  return rows
}

export const collectionsNow = async (play: Play): Promise<CollectionNow[]> => {
  const { rows } = await play.world.database.pool.query<CollectionNow>(
    `SELECT c.id, c.state, c.sender_id AS sender, c.receiver_id AS receiver,
       (SELECT count(*) FROM returns.line l WHERE l.collection_id = c.id AND l.state = 'packed')
         AS packed
     FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, n)
     JOIN returns.collection c ON c.id = w.id ORDER BY w.n`,
    [play.collections],
  )
  return rows
}

export const discrepanciesNow = async (play: Play): Promise<DiscrepancyNow[]> => {
  const { rows } = await play.world.database.pool.query<DiscrepancyNow>(
    `SELECT d.id, d.collection_id AS collection, d.kind, d.closed_at IS NULL AS open,
       c.sender_id AS sender, c.receiver_id AS receiver
     FROM returns.discrepancy d JOIN returns.collection c ON c.id = d.collection_id
     WHERE d.collection_id = ANY ($1) ORDER BY d.opened_at, d.kind, d.code_key`,
    [play.collections],
  )
  return rows
}

/** A device that the move may fit, and somebody who may make it; or any of each. */
export async function pick(
  play: Play,
  { who, which, sensible }: Try,
  fits: (device: DeviceNow) => boolean,
  by: (device: DeviceNow) => string | null = (device) => device.custodian,
): Promise<{ device: DeviceNow; by: Player } | null> {
  const all = await devicesNow(play)
  const device = at(sensible ? all.filter(fits) : all, which)
  if (!device) return null
  const right = play.players.find((player) => player.organisationId === by(device))
  const player = sensible ? right : at(play.players, who)
  return player ? { device, by: player } : null
}

export const inDepot = (device: DeviceNow, ...statuses: string[]) =>
  device.account === 'depot' && statuses.includes(device.status)

export interface MoveKind {
  /** How often it is tried: what needs much before it comes up, more often. */
  readonly weight: number
  readonly make: (play: Play, one: Try) => Promise<Move | null>
}

const handlers = new Map(features.flat().map((bound) => [bound.name, bound.handler]))

export function act(
  world: World,
  who: Actor,
  name: string,
  input: object,
): Promise<Result<unknown>> {
  const handler = handlers.get(name)
  if (!handler) throw new Error(`There is no action ${name}`)
  return world.act(who, (ctx) => handler(ctx, input as never))
}
