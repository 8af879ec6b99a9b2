// Writes the bundle of a device, from the database as it stands and beside a running server.
import { randomFillSync } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { idMaker, type DeviceId, type OrganisationId } from '../../core/ids.ts'
import type { Database } from '../../database/connect.ts'
import { deviceBundle } from '../../features/proofs/actions/bundle.ts'
import { listeners } from '../../features/proofs/jobs.ts'
import { deliver } from '../../journal/deliver.ts'
import type { Command } from '../main.ts'
import { withDatabase } from '../database.ts'
import { organisationNamed } from '../organisation.ts'
import { printJson, Refused, say } from '../talk.ts'

const newIdAt = idMaker((bytes) => randomFillSync(bytes))

interface Found {
  readonly id: DeviceId
  readonly organisationId: OrganisationId
  readonly assetTag: string | null
  readonly serialNumber: string | null
}

export const proof: Command = {
  usage: 'proof DEVICE|--any --out FILE [--organisation NAME] [--with-evidence] [--json]',
  about: 'Writes the proof of a device (tag, serial number or id), to be checked by anybody.',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        any: { type: 'boolean' },
        out: { type: 'string' },
        organisation: { type: 'string' },
        'with-evidence': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
    const [code] = positionals
    const { out } = values
    if (!out || Boolean(code) === Boolean(values.any))
      throw new Refused('Say which device and where to: omlopp proof DEVICE|--any --out FILE')
    await withDatabase(async ({ database }) => {
      // What was written down just now goes into its log first, as a running server would do.
      for (const listener of listeners)
        if (listener.name === 'proofs.log') await deliver(database, listener)
      const named = values.organisation
        ? (await organisationNamed(database, values.organisation)).id
        : null
      const device = await (code ? deviceCalled(database, code) : anyDevice(database))
      const bytes = await bundleOf(database, device, named, values['with-evidence'] ?? false)
      await writeFile(out, bytes).catch((error: Error) => {
        throw new Refused(`${out} cannot be written: ${error.message}`)
      })
      const { id, assetTag, serialNumber } = device
      if (values.json)
        printJson({ file: out, bytes: bytes.length, deviceId: id, assetTag, serialNumber })
      else say(`The proof of ${assetTag ?? serialNumber ?? id} is in ${out}.`)
    })
  },
}

const COLUMNS = `d.id, d.owner_id AS "organisationId", d.asset_tag AS "assetTag",
  d.serial_number AS "serialNumber"`

async function deviceCalled(database: Database, code: string): Promise<Found> {
  const { rows } = await database.pool.query<Found>(
    `SELECT ${COLUMNS} FROM devices.device d
     WHERE d.id::text = lower($1) OR upper(d.serial_number) = upper($1)
       OR upper(d.asset_tag) = upper($1) LIMIT 2`,
    [code],
  )
  if (rows.length === 0) throw new Refused(`No device is called "${code}".`)
  if (rows.length > 1)
    throw new Refused(`Several devices are called "${code}"; say which by its id.`)
  return rows[0]!
}

/** One whose media are proven and that has gone on, or else any with a certificate, or any at all. */
async function anyDevice(database: Database): Promise<Found> {
  const { rows } = await database.pool.query<Found>(
    `SELECT ${COLUMNS} FROM devices.device d
     LEFT JOIN LATERAL (
       SELECT count(*) AS certificates FROM erasure.certificate c
       WHERE c.device_id = d.id AND c.revoked_at IS NULL AND c.superseded_by IS NULL
     ) c ON true
     ORDER BY (c.certificates > 0 AND d.data_state IN ('erased', 'destroyed')
         AND EXISTS (SELECT FROM disposition.outcome o WHERE o.device_id = d.id)) DESC,
       (c.certificates > 0) DESC, d.id LIMIT 1`,
  )
  if (!rows[0]) throw new Refused('There is no device yet.')
  return rows[0]
}

async function bundleOf(
  database: Database,
  device: Found,
  named: OrganisationId | null,
  withEvidence: boolean,
): Promise<Uint8Array> {
  const organisationId = named ?? device.organisationId
  const now = new Date()
  const answer = await database.forOrganisation(organisationId, (tx) =>
    deviceBundle(
      {
        tx,
        organisationId,
        actorId: organisationId,
        permissions: new Set(),
        now,
        newId: () => newIdAt(now),
        language: 'en',
        keys: database.keys,
        send: async () => {},
      },
      {
        params: { deviceId: device.id },
        query: withEvidence ? { evidence: 'include' } : {},
      },
    ),
  )
  if (!answer.ok) throw new Refused(`There is no proof: ${answer.code}.`)
  return answer.value.bytes as Uint8Array
}
