import type { OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import type {
  LabelScheme,
  OsFamily,
  RequirementKey,
  RequirementValue,
} from '../rules/requirements.ts'

export interface ModelFacts {
  readonly kind: DeviceKind
  readonly maker: string
  readonly name: string
  readonly modelNumber: string | null
  readonly cpu: string | null
  readonly cpuCores: number | null
  readonly memoryGb: number | null
  readonly storageGb: number | null
  readonly screenInches: number | null
  readonly osFamily: OsFamily | null
  readonly gtin: string | null
  readonly passportUrl: string | null
  readonly footprintKg: number | null
  readonly footprintSource: string | null
  readonly useMonths: number | null
  readonly note: string | null
}

export interface ModelRow extends ModelFacts {
  readonly id: Uuid
  readonly version: number
}

const facts = [
  ['kind', 'kind'],
  ['maker', 'maker'],
  ['name', 'name'],
  ['model_number', 'modelNumber'],
  ['cpu', 'cpu'],
  ['cpu_cores', 'cpuCores'],
  ['memory_gb', 'memoryGb'],
  ['storage_gb', 'storageGb'],
  ['screen_inches', 'screenInches'],
  ['os_family', 'osFamily'],
  ['gtin', 'gtin'],
  ['passport_url', 'passportUrl'],
  ['footprint_kg', 'footprintKg'],
  ['footprint_source', 'footprintSource'],
  ['use_months', 'useMonths'],
  ['note', 'note'],
] as const satisfies readonly (readonly [string, keyof ModelFacts])[]

const selected = facts.map(([column, field]) => `m.${column} AS "${field}"`).join(', ')
const COLUMNS = `m.id, ${selected}, m.version`

/** Models by maker and name, after the cursor's; duplicates stand under what they became. */
export const models = (
  tx: Tx,
  wanted: {
    like: string | null
    kind: string | null
    after: readonly [string, string, Uuid] | null
    limit: number
  },
) =>
  tx.rows<ModelRow & { makerKey: string }>(
    `SELECT ${COLUMNS}, m.maker_key AS "makerKey" FROM catalogue.model m
     WHERE m.organisation_id = organisations.current_id() AND m.merged_into_id IS NULL
       AND ($1::text IS NULL OR (m.maker || ' ' || m.name) ILIKE $1 OR m.model_number ILIKE $1)
       AND ($2::text IS NULL OR m.kind = $2)
       AND ($3::text IS NULL OR (m.maker_key, m.name COLLATE "sv-x-icu", m.id)
         > ($3, $4 COLLATE "sv-x-icu", $5::uuid))
     ORDER BY m.maker_key, m.name COLLATE "sv-x-icu", m.id LIMIT $6`,
    [wanted.like, wanted.kind, ...(wanted.after ?? [null, null, null]), wanted.limit],
  )

/** The model that answers to the id: itself, or what it was joined with. */
export const modelBy = (tx: Tx, id: Uuid) =>
  tx.maybe<ModelRow>(
    `SELECT ${COLUMNS} FROM catalogue.model m
     WHERE m.id = (SELECT coalesce(o.merged_into_id, o.id) FROM catalogue.model o WHERE o.id = $1)`,
    [id],
  )

/** Locked in id order, so that two who merge the same models take turns. */
export const lockModels = (tx: Tx, ids: readonly Uuid[]) =>
  tx.rows<ModelRow & { mergedIntoId: Uuid | null }>(
    `SELECT ${COLUMNS}, m.merged_into_id AS "mergedIntoId" FROM catalogue.model m
     WHERE m.id = ANY ($1) ORDER BY m.id FOR UPDATE`,
    [ids],
  )

/** The id that answers to these keys, a joined one's heir. */
export const modelNamed = (tx: Tx, keys: { makerKey: string; nameKey: string }) =>
  tx.maybe<{ id: Uuid }>(
    `SELECT coalesce(merged_into_id, id) AS id FROM catalogue.model
     WHERE organisation_id = organisations.current_id() AND maker_key = $1 AND name_key = $2`,
    [keys.makerKey, keys.nameKey],
  )

interface NamedModel extends ModelFacts {
  readonly id: Uuid
  readonly makerKey: string
  readonly nameKey: string
}

/** @returns 0 when the organisation has a model of that name */
export const insertModel = (tx: Tx, organisationId: OrganisationId, model: NamedModel) =>
  tx.run(
    `INSERT INTO catalogue.model (id, organisation_id, maker_key, name_key,
       ${facts.map(([column]) => column).join(', ')})
     VALUES ($1, $2, $3, $4, ${facts.map((_, index) => `$${index + 5}`).join(', ')})
     ON CONFLICT (organisation_id, maker_key, name_key) DO NOTHING`,
    [
      model.id,
      organisationId,
      model.makerKey,
      model.nameKey,
      ...facts.map(([, field]) => model[field]),
    ],
  )

export const updateModel = (tx: Tx, model: NamedModel) =>
  tx.run(
    `UPDATE catalogue.model SET maker_key = $2, name_key = $3, version = version + 1,
       ${facts.map(([column], index) => `${column} = $${index + 4}`).join(', ')}
     WHERE id = $1`,
    [model.id, model.makerKey, model.nameKey, ...facts.map(([, field]) => model[field])],
  )

export const touchModel = (tx: Tx, id: Uuid) =>
  tx.run('UPDATE catalogue.model SET version = version + 1 WHERE id = $1', [id])

/** What was joined with a duplicate before goes along, so that there is never a chain of heirs. */
export const mergeInto = (tx: Tx, id: Uuid, duplicates: readonly Uuid[]) =>
  tx.run(
    `UPDATE catalogue.model SET merged_into_id = $1, version = version + 1
     WHERE id = ANY ($2) OR merged_into_id = ANY ($2)`,
    [id, duplicates],
  )

export const joinedWith = (tx: Tx, id: Uuid) =>
  tx.rows<{ id: Uuid; maker: string; name: string }>(
    `SELECT id, maker, name FROM catalogue.model WHERE merged_into_id = $1
     ORDER BY maker, name, id LIMIT 500`,
    [id],
  )

export interface RequirementRow {
  modelId: Uuid
  key: RequirementKey
  value: RequirementValue | null
  source: string | null
  checkedOn: string
  checkedBy: string | null
}

export const requirementsOf = (tx: Tx, modelIds: readonly Uuid[]) =>
  tx.rows<RequirementRow>(
    `SELECT r.model_id AS "modelId", r.key, r.value, r.source, r.checked_on AS "checkedOn",
       p.name AS "checkedBy"
     FROM catalogue.requirement r LEFT JOIN organisations.person p ON p.id = r.checked_by
     WHERE r.model_id = ANY ($1)`,
    [modelIds],
  )

export const saveRequirement = (
  tx: Tx,
  row: {
    modelId: Uuid
    organisationId: OrganisationId
    key: RequirementKey
    value: RequirementValue | null
    source: string | null
    checkedOn: string
    checkedBy: PersonId
  },
) =>
  tx.run(
    `INSERT INTO catalogue.requirement
       (model_id, key, organisation_id, value, source, checked_on, checked_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (model_id, key) DO UPDATE SET value = excluded.value, source = excluded.source,
       checked_on = excluded.checked_on, checked_by = excluded.checked_by`,
    [
      row.modelId,
      row.key,
      row.organisationId,
      row.value === null ? null : JSON.stringify(row.value),
      row.source,
      row.checkedOn,
      row.checkedBy,
    ],
  )

export interface LabelRow {
  modelId: Uuid
  id: Uuid
  scheme: LabelScheme
  level: string
  number: string
  validUntilOn: string | null
  source: string
  checkedOn: string
  checkedBy: string | null
}

export const labelsOf = (tx: Tx, modelIds: readonly Uuid[]) =>
  tx.rows<LabelRow>(
    `SELECT l.model_id AS "modelId", l.id, l.scheme, l.level, l.number,
       l.valid_until_on AS "validUntilOn", l.source, l.checked_on AS "checkedOn",
       p.name AS "checkedBy"
     FROM catalogue.label l LEFT JOIN organisations.person p ON p.id = l.checked_by
     WHERE l.model_id = ANY ($1) AND l.withdrawn_at IS NULL
     ORDER BY l.scheme, l.valid_until_on DESC NULLS FIRST, l.id`,
    [modelIds],
  )

/** @returns 0 when the model has that label already */
export const insertLabel = (
  tx: Tx,
  row: Omit<LabelRow, 'checkedBy'> & { organisationId: OrganisationId; checkedBy: PersonId },
) =>
  tx.run(
    `INSERT INTO catalogue.label (id, model_id, organisation_id, scheme, level, number,
       valid_until_on, source, checked_on, checked_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (model_id, scheme, number) WHERE withdrawn_at IS NULL DO NOTHING`,
    [
      row.id,
      row.modelId,
      row.organisationId,
      row.scheme,
      row.level,
      row.number,
      row.validUntilOn,
      row.source,
      row.checkedOn,
      row.checkedBy,
    ],
  )

export const withdrawLabel = (tx: Tx, modelId: Uuid, id: Uuid, at: Date) =>
  tx.run(
    `UPDATE catalogue.label SET withdrawn_at = $3
     WHERE id = $2 AND model_id = $1 AND withdrawn_at IS NULL`,
    [modelId, id, at],
  )
