// The devices of a model, and of the names that were joined into it.
import type { Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceStatus } from '../rules/status.ts'

export const countsOfModel = (tx: Tx, modelId: Uuid) =>
  tx.rows<{
    status: DeviceStatus
    unitId: Uuid | null
    placeId: Uuid | null
    name: string | null
    count: number
  }>(
    `SELECT l.status, l.unit_id AS "unitId", CASE WHEN l.unit_id IS NULL THEN l.place_id END AS "placeId",
       coalesce(u.name, p.name) AS name, count(*)::int AS count
     FROM devices.listing l JOIN devices.device d ON d.id = l.device_id
     LEFT JOIN organisations.unit u ON u.id = l.unit_id
     LEFT JOIN organisations.place p ON p.id = l.place_id AND l.unit_id IS NULL
     WHERE l.organisation_id = organisations.current_id() AND d.model_id IN (
       SELECT m.id FROM catalogue.model m WHERE $1 IN (m.id, m.merged_into_id))
     GROUP BY 1, 2, 3, 4`,
    [modelId],
  )
