import type { DeviceId, Uuid } from '../../core/ids.ts'
import type { Tx } from '../../database/tx.ts'
import type { CustodyAccount, MovementKind } from './rules.ts'
import { accountFrom } from './store.ts'

export interface MovementRow {
  seq: number
  kind: MovementKind
  taker: CustodyAccount
  movedAt: Date
}

export async function movementsOf(tx: Tx, deviceId: DeviceId): Promise<MovementRow[]> {
  const rows = await tx.rows<{
    seq: number
    kind: MovementKind
    movedAt: Date
    accountKind: CustodyAccount['kind']
    organisationId: Uuid | null
    accountId: Uuid | null
  }>(
    `SELECT seq, kind, moved_at AS "movedAt", taker_kind AS "accountKind",
       taker_organisation_id AS "organisationId", taker_id AS "accountId"
     FROM custody.movement WHERE device_id = $1 ORDER BY seq`,
    [deviceId],
  )
  return rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    movedAt: row.movedAt,
    taker: accountFrom({
      accountKind: row.accountKind,
      accountOrganisationId: row.organisationId,
      accountId: row.accountId,
      accountUnitId: null,
    }),
  }))
}

/** Names of organisations, people, units and places, as far as this organisation may see them. */
export const namesOf = (tx: Tx, ids: readonly Uuid[]) =>
  tx.rows<{ id: Uuid; name: string }>(
    `SELECT id, name FROM organisations.organisation WHERE id = ANY ($1)
     UNION ALL SELECT id, name FROM organisations.person WHERE id = ANY ($1)
     UNION ALL SELECT id, name FROM organisations.unit WHERE id = ANY ($1)
     UNION ALL SELECT id, name FROM organisations.place WHERE id = ANY ($1)`,
    [ids],
  )
