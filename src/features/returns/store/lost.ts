// What was lost between two organisations, and who is told of it.
import type { Day } from '../../../core/dates.ts'
import type { DeviceId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DataState } from '../../devices/rules/status.ts'

interface LostRow {
  id: DeviceId
  name: string
  dataState: DataState
  inTransit: boolean
}

export const lostDevices = (tx: Tx, ids: readonly DeviceId[]) =>
  tx.rows<LostRow>(
    `SELECT d.id, concat_ws(' ', d.maker, d.model, coalesce(d.asset_tag, d.serial_number)) AS name,
       d.data_state AS "dataState", c.account_kind = 'transit' AS "inTransit"
     FROM devices.device d JOIN custody.present c ON c.device_id = d.id
     WHERE d.id = ANY ($1) ORDER BY d.id`,
    [ids],
  )

/** The organisation's name, and who answers for its devices and their data: else who administers. */
export const whoIsTold = (tx: Tx, today: Day) =>
  tx.one<{ organisation: string; addresses: string[] }>(
    `WITH told AS (
       SELECT p.email, bool_or(r.role <> 'administrator') AS answers
       FROM organisations.person p
       JOIN organisations.role_grant r
         ON r.organisation_id = p.organisation_id AND r.person_id = p.id
       WHERE p.organisation_id = organisations.current_id() AND p.email IS NOT NULL
         AND p.purged_at IS NULL AND coalesce(p.leaves_on >= $1, true)
         AND r.role IN ('itManager', 'partnerManager', 'administrator')
       GROUP BY p.email
     )
     SELECT o.name AS organisation, ARRAY(
         SELECT t.email FROM told t
         WHERE t.answers OR NOT EXISTS (SELECT FROM told a WHERE a.answers)
         ORDER BY t.email LIMIT 50) AS addresses
     FROM organisations.organisation o WHERE o.id = organisations.current_id()`,
    [today],
  )
