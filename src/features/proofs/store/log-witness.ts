// Witnesses and what they signed, the registrar, and the heads of days.
import type { OrganisationId, PersonId } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'

export interface WitnessRow {
  readonly name: string
  readonly keyId: string
  readonly vkey: string
  readonly registeredAt: Date
  readonly lastSignedAt: Date | null
  readonly lastSize: number | null
}

/** Those that are trusted now. */
export const witnessesOf = (tx: Tx, logId: OrganisationId) =>
  tx.rows<WitnessRow>(
    `SELECT w.name, w.key_id AS "keyId", w.vkey, w.registered_at AS "registeredAt",
       c.signed_at AS "lastSignedAt", c.size AS "lastSize"
     FROM proofs.witness w
     LEFT JOIN LATERAL (SELECT s.signed_at, s.size FROM proofs.cosignature s
       WHERE s.organisation_id = w.organisation_id AND s.name = w.name AND s.key_id = w.key_id
       ORDER BY s.size DESC LIMIT 1) c ON true
     WHERE w.organisation_id = $1 AND w.ended_at IS NULL ORDER BY w.name, w.key_id`,
    [logId],
  )

/** @returns 0 when the key is registered already, also one that was ended */
export const insertWitness = (
  tx: Tx,
  row: {
    organisationId: OrganisationId
    name: string
    keyId: string
    vkey: string
    at: Date
    by: PersonId
  },
) =>
  tx.run(
    `INSERT INTO proofs.witness (organisation_id, name, key_id, vkey, registered_at, registered_by)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (organisation_id, name, key_id) DO UPDATE SET ended_at = NULL
       WHERE witness.ended_at IS NOT NULL`,
    [row.organisationId, row.name, row.keyId, row.vkey, row.at, row.by],
  )

export const endWitness = (tx: Tx, keyId: string, at: Date) =>
  tx.run('UPDATE proofs.witness SET ended_at = $2 WHERE key_id = $1 AND ended_at IS NULL', [
    keyId,
    at,
  ])

export const insertCosignature = (
  tx: Tx,
  row: {
    logId: OrganisationId
    size: number
    name: string
    keyId: string
    line: string
    signedAt: Date
    receivedAt: Date
  },
) =>
  tx.run(
    `INSERT INTO proofs.cosignature
       (organisation_id, size, name, key_id, line, signed_at, received_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [row.logId, row.size, row.name, row.keyId, row.line, row.signedAt, row.receivedAt],
  )

export const cosignaturesOf = async (tx: Tx, logId: OrganisationId, size: number) =>
  (
    await tx.rows<{ line: string }>(
      `SELECT line FROM proofs.cosignature WHERE organisation_id = $1 AND size = $2
       ORDER BY name, key_id`,
      [logId, size],
    )
  ).map(({ line }) => line)

export const registrarOf = async (tx: Tx, logId: OrganisationId): Promise<string | null> =>
  (
    await tx.maybe<{ email: string }>(
      'SELECT email FROM proofs.registrar WHERE organisation_id = $1',
      [logId],
    )
  )?.email ?? null

export const saveRegistrar = (tx: Tx, logId: OrganisationId, email: string | null, at: Date) =>
  email === null
    ? tx.run('DELETE FROM proofs.registrar WHERE organisation_id = $1', [logId])
    : tx.run(
        `INSERT INTO proofs.registrar (organisation_id, email, set_at) VALUES ($1, $2, $3)
         ON CONFLICT (organisation_id) DO UPDATE SET email = excluded.email, set_at = excluded.set_at`,
        [logId, email, at],
      )

export interface DailyHead {
  readonly day: string
  readonly size: number
  readonly root: Buffer
  readonly note: string
  readonly mailedAt: Date | null
  readonly unsent: string | null
}

export const dailyHeads = (tx: Tx, logId: OrganisationId, day: string | null, limit: number) =>
  tx.rows<DailyHead>(
    `SELECT d.day, d.size, c.root, c.mailed_note AS note, d.mailed_at AS "mailedAt", d.unsent
     FROM proofs.daily_head d
     CROSS JOIN LATERAL (SELECT c.root, c.note || coalesce((SELECT string_agg(s.line, '' ORDER BY s.name, s.key_id)
         FROM proofs.cosignature s
         WHERE s.organisation_id = c.organisation_id AND s.size = c.size), '') AS mailed_note
       FROM proofs.checkpoint c
       WHERE c.organisation_id = d.organisation_id AND c.size = d.size) c
     WHERE d.organisation_id = $1 AND ($2::date IS NULL OR d.day = $2)
     ORDER BY d.day DESC LIMIT $3`,
    [logId, day, limit],
  )

/**
 * The last head of every day before this one that has none yet, over all logs. As the system, which
 * is not bound to one organisation. @returns those that are new
 */
export const keepDailyHeads = (tx: Tx, today: string) =>
  tx.rows<{ logId: OrganisationId; day: string }>(
    `INSERT INTO proofs.daily_head (organisation_id, day, size)
     SELECT c.organisation_id, (c.signed_at AT TIME ZONE 'UTC')::date AS day, max(c.size)
     FROM proofs.checkpoint c
     LEFT JOIN (SELECT organisation_id, max(day) AS day FROM proofs.daily_head GROUP BY 1) d
       ON d.organisation_id = c.organisation_id
     WHERE c.signed_at < $1::date::timestamp AT TIME ZONE 'UTC'
       AND (d.day IS NULL OR c.signed_at >= (d.day + 1)::timestamp AT TIME ZONE 'UTC')
     GROUP BY 1, 2
     ON CONFLICT DO NOTHING
     RETURNING organisation_id AS "logId", day`,
    [today],
  )

/** Heads of the last days that no mail has told of, of all logs. */
export const unmailedHeads = (tx: Tx, since: string) =>
  tx.rows<{ logId: OrganisationId; day: string }>(
    `SELECT organisation_id AS "logId", day FROM proofs.daily_head
     WHERE mailed_at IS NULL AND day >= $1 ORDER BY day, organisation_id`,
    [since],
  )

export const markMailed = (
  tx: Tx,
  logId: OrganisationId,
  day: string,
  mail: { at: Date } | { unsent: string },
) =>
  tx.run(
    `UPDATE proofs.daily_head SET mailed_at = $3, unsent = $4
     WHERE organisation_id = $1 AND day = $2`,
    [logId, day, 'at' in mail ? mail.at : null, 'at' in mail ? null : mail.unsent],
  )

/** The newest head of every log, for the address that publishes them. */
export const publishedHeads = (tx: Tx) =>
  tx.rows<{ note: string; day: string | null }>(
    `SELECT c.note || coalesce((SELECT string_agg(s.line, '' ORDER BY s.name, s.key_id)
       FROM proofs.cosignature s
       WHERE s.organisation_id = c.organisation_id AND s.size = c.size), '') AS note, d.day
     FROM proofs.log l
     LEFT JOIN LATERAL (SELECT h.day, h.size FROM proofs.daily_head h
       WHERE h.organisation_id = l.organisation_id ORDER BY h.day DESC LIMIT 1) d ON true
     JOIN proofs.checkpoint c ON c.organisation_id = l.organisation_id
       AND c.size = coalesce(d.size, l.size)
     ORDER BY l.organisation_id LIMIT 10000`,
  )
