import { randomFillSync } from 'node:crypto'
import { parseArgs } from 'node:util'
import { idMaker, type OrganisationId } from '../../core/ids.ts'
import type { Result } from '../../core/result.ts'
import type { Database } from '../../database/connect.ts'
import type { ActionContext } from '../../database/context.ts'
import { collectionEpcis, deviceEpcis, periodEpcis } from '../../features/proofs/actions/epcis.ts'
import { documentOf } from '../../features/proofs/rules/epcis/document.ts'
import type { Command } from '../main.ts'
import { withDatabase } from '../database.ts'
import { organisationNamed } from '../organisation.ts'
import { Refused } from '../talk.ts'

export const epcis: Command = {
  usage: 'epcis --device D | --shipment S | --from DAY --to DAY [--organisation NAME]',
  about: 'Prints an EPCIS 2.0 document of a device, a shipment or a period.',
  run: async (args) => {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args,
      options: { device: text, shipment: text, from: text, to: text, organisation: text },
    })
    const { device, shipment, from, to, organisation } = values
    await withDatabase(({ database }) => {
      if (device) return printDevice(database, device, organisation)
      if (shipment) return printShipment(database, shipment, organisation)
      if (from && to) return printPeriod(database, { from, to }, organisation)
      throw new Refused('Say what: --device D, --shipment S, or --from DAY --to DAY')
    })
  },
}

const write = (text: string | Uint8Array): void => void process.stdout.write(text)

interface Found {
  readonly id: string
  readonly organisationId: OrganisationId
}

/** Whose view it is: the named organisation's, otherwise that of the owner or sender. */
async function found(
  database: Database,
  sql: string,
  code: string,
  name: string | undefined,
): Promise<Found> {
  const { rows } = await database.pool.query<Found>(sql, [code])
  const own = name === undefined ? undefined : (await organisationNamed(database, name)).id
  if (rows.length === 0) throw new Refused(`Nothing is called "${code}".`)
  if (rows.length > 1 && own === undefined)
    throw new Refused(`"${code}" is the name of ${rows.length}; say which by its id.`)
  return { ...rows[0]!, ...(own === undefined ? {} : { organisationId: own }) }
}

async function printDevice(database: Database, code: string, name?: string) {
  const sql = `SELECT id, owner_id AS "organisationId" FROM devices.device
    WHERE id::text = $1 OR upper(serial_number) = upper($1) OR upper(asset_tag) = upper($1) LIMIT 2`
  const { id, organisationId } = await found(database, sql, code, name)
  const file = await view(database, organisationId, (ctx) =>
    deviceEpcis(ctx, { params: { deviceId: id } }),
  )
  write(file.bytes as Uint8Array)
}

async function printShipment(database: Database, code: string, name?: string) {
  const sql = `SELECT id, sender_id AS "organisationId" FROM returns.collection
    WHERE id::text = $1 OR upper(number) = upper($1) LIMIT 2`
  const { id, organisationId } = await found(database, sql, code, name)
  const file = await view(database, organisationId, (ctx) =>
    collectionEpcis(ctx, { params: { collectionId: id } }),
  )
  write(file.bytes as Uint8Array)
}

/** Page after page into one document, so that a year needs no more memory than a page. */
async function printPeriod(
  database: Database,
  period: { readonly from: string; readonly to: string },
  name?: string,
) {
  const { id } = await organisationNamed(database, name)
  let cursor: string | undefined
  let count = 0
  do {
    const page = await view(database, id, (ctx) =>
      periodEpcis(ctx, { query: { ...period, limit: 2000, ...(cursor ? { cursor } : {}) } }),
    )
    if (count === 0 && cursor === undefined) write(headOf(page.document.creationDate))
    for (const event of page.document.epcisBody.eventList)
      write(`${count++ === 0 ? '' : ','}\n${JSON.stringify(event)}`)
    cursor = page.next ?? undefined
  } while (cursor)
  write('\n]}}\n')
}

/** The document up to where its events begin. */
const headOf = (at: string): string =>
  JSON.stringify(documentOf([], new Date(at))).replace(/\]\}\}$/, '')

const newIdAt = idMaker((bytes) => randomFillSync(bytes))

async function view<T>(
  database: Database,
  organisationId: OrganisationId,
  work: (ctx: ActionContext) => Promise<Result<T>>,
): Promise<T> {
  const now = new Date()
  const result = await database.forOrganisation(organisationId, (tx) =>
    work({
      tx,
      organisationId,
      actorId: newIdAt(now),
      permissions: new Set(['devices.see', 'returns.see']),
      now,
      newId: () => newIdAt(now),
      language: 'en',
      send: () => Promise.reject(new Error('an export sends nothing')),
    }),
  )
  if (!result.ok) throw new Refused(`${result.code} ${JSON.stringify(result.details)}`)
  return result.value
}
