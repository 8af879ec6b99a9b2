// A batch of rows against the register: what each becomes, and everything that is to be written.
// Reads only; the batch is written elsewhere, in one transaction with its place.
import type { DeviceId, Uuid } from '../../../core/ids.ts'
import type { Database } from '../../../database/connect.ts'
import type { Tx } from '../../../database/tx.ts'
import type { ImportValues } from '../rules/import/fields.ts'
import {
  planRow,
  type PlanCounts,
  type PlanOptions,
  type PreparedRow,
} from '../rules/import/plan.ts'
import type { RowRefusal } from '../rules/import/row.ts'
import { beginningFields } from '../rules/import/run.ts'
import { unapplied } from '../rules/import/unapplied.ts'
import type { ImportRun, OutcomeRow } from '../store/import.ts'
import * as lookup from '../store/import-lookup.ts'
import type { NewLines, NewNames } from '../store/import-write.ts'
import type { Mark } from '../store/register.ts'
import {
  text,
  serialMark,
  keyField,
  headingOf,
  marksOf,
  mergedSerial,
  valuesOf,
  factsOf,
  updateOf,
  type PlannedUpdate,
} from './facts.ts'
import { lineMaker, type Beginning, type MarkKeys } from './lines.ts'
import { namesOf } from './names.ts'

export type SourceRow =
  | { readonly ok: true; readonly value: PreparedRow }
  | { readonly ok: false; readonly row: number; readonly refusal: RowRefusal }

/** Rows in the file's order. `from` is the place before them, `place` their last row. */
export interface Batch {
  readonly from: number
  readonly place: number
  readonly rows: readonly SourceRow[]
}

export interface BatchPlan {
  readonly from: number
  readonly place: number
  readonly at: Date
  readonly counts: PlanCounts & { readonly notApplied: number }
  readonly outcomes: readonly OutcomeRow[]
  readonly names: NewNames
  readonly updates: readonly PlannedUpdate[]
  readonly lines: NewLines
  readonly entries: string
}

/** So many rows of each outcome are kept for the list; refusals all. */
const SAMPLE = 1_000

export interface Planner {
  plan(batch: Batch): Promise<BatchPlan>
  /** After a conflict: nothing that was looked up or made may be trusted. */
  forget(): void
}

export interface PlannerOptions {
  readonly run: ImportRun
  readonly database: Database
  readonly newId: () => Uuid
  readonly now: () => Date
}

export function planner({ run, database, newId, now }: PlannerOptions): Planner {
  const options: PlanOptions = {
    key: run.key,
    emptyClears: run.options.emptyClears ?? false,
    ...(run.options.defaultKind ? { defaultKind: run.options.defaultKind } : {}),
  }
  const names = namesOf(run.organisationId, newId)
  const samples = new Map<string, number>()
  /** Marks that earlier rows of this run have given up, and from which device. */
  const freed = new Map<string, DeviceId>()

  const takenByUpdates = new Map<string, number>()

  async function plan(batch: Batch): Promise<BatchPlan> {
    const ready: PreparedRow[] = []
    for (const row of batch.rows) if (row.ok) ready.push(row.value)
    const result = await database.forOrganisation(run.organisationId, async (tx) => {
      const held = await lookUp(tx, ready)
      // A dry run too says which holders are ambiguous.
      const news = ready.filter((row) => !held.byRow.has(row.row))
      await tx.leave()
      await names.load(
        tx,
        news.map((row) => row.values),
      )
      return { ok: true as const, value: decide(batch, held) }
    })
    if (!result.ok) throw new Error('a plan is never refused')
    return result.value
  }

  interface Held {
    /** Devices that the key of a row names, by row; several make it ambiguous. */
    readonly byRow: Map<number, DeviceId[]>
    readonly owners: Map<string, DeviceId>
    readonly devices: Map<DeviceId, lookup.RegisteredFacts>
  }

  async function lookUp(tx: Tx, ready: readonly PreparedRow[]): Promise<Held> {
    const owners = new Map<string, DeviceId>()
    const find = async (kind: Mark['kind'], keys: string[]) => {
      if (keys.length === 0) return
      for (const { key, deviceId } of await lookup.markOwners(tx, kind, keys))
        if (freed.get(kind + key) !== deviceId) owners.set(kind + key, deviceId)
    }
    const serials: string[] = []
    const tags: string[] = []
    const imeis: string[] = []
    for (const { marks } of ready) {
      if (marks.serialNumber !== null) serials.push(serialMark(marks.serialNumber))
      if (marks.assetTag !== null) tags.push(marks.assetTag)
      if (marks.imei !== null) imeis.push(marks.imei)
    }
    await find('serial', serials)
    await find('assetTag', tags)
    await find('imei', imeis)
    const byRow = await rowsByKey(tx, ready, owners)
    const ids = new Set<DeviceId>()
    for (const found of byRow.values()) for (const id of found) ids.add(id)
    const devices = new Map<DeviceId, lookup.RegisteredFacts>()
    if (ids.size === 0) return { byRow, owners, devices }
    for (const row of await lookup.registered(tx, [...ids])) devices.set(row.id, row)
    // A file without a maker column: the serial number is unique with the device's own maker.
    const merged: string[] = []
    for (const { row, values } of ready) {
      const device = devices.get(byRow.get(row)?.[0] ?? '')
      const key = device && mergedSerial(values, device)
      if (key && !owners.has(`serial${key}`)) merged.push(key)
    }
    await find('serial', merged)
    return { byRow, owners, devices }
  }

  async function rowsByKey(
    tx: Tx,
    ready: readonly PreparedRow[],
    owners: Map<string, DeviceId>,
  ): Promise<Map<number, DeviceId[]>> {
    const byRow = new Map<number, DeviceId[]>()
    const { key } = run
    if (key === 'serialNumber' || key === 'macAddress' || key === 'name') {
      const found = new Map<string, DeviceId[]>()
      const values = ready.map(({ marks }) => marks.key!)
      for (const hit of await lookup.devicesBy(tx, key, values)) {
        const list = found.get(hit.key)
        if (list) list.push(hit.deviceId)
        else found.set(hit.key, [hit.deviceId])
      }
      for (const { row, marks } of ready) {
        const list = found.get(marks.key!)
        if (list) byRow.set(row, list)
      }
      return byRow
    }
    for (const { row, marks } of ready) {
      const id =
        key === 'serialNumber+maker'
          ? owners.get(`serial${serialMark(marks.serialNumber!)}`)
          : owners.get(key + marks.key!)
      if (id) byRow.set(row, [id])
    }
    return byRow
  }

  function decide(batch: Batch, held: Held): BatchPlan {
    const at = now()
    const lines = lineMaker({ ...run, at, newId })
    const counts = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0, notApplied: 0 }
    const outcomes: OutcomeRow[] = []
    const updates: PlannedUpdate[] = []
    /** Marks that rows of this batch take, which the register does not yet know of. */
    const taken = new Map<string, number>()

    const refused = (row: number, refusal: RowRefusal) => {
      counts.refused++
      outcomes.push({
        row,
        outcome: 'refused',
        code: refusal.code,
        field: refusal.field ?? null,
        heading:
          refusal.column === undefined ? headingOf(refusal.field) : run.headings[refusal.column]!,
        value: refusal.value ?? null,
        firstRow: refusal.firstRow ?? null,
        deviceId: refusal.deviceId ?? null,
      })
    }
    const sampled = (outcome: OutcomeRow) => {
      const before = samples.get(outcome.outcome) ?? 0
      if (before >= SAMPLE) return
      samples.set(outcome.outcome, before + 1)
      outcomes.push(outcome)
    }
    const ownerOf = (mark: string): DeviceId | null => held.owners.get(mark) ?? null
    const takenInFile = (marks: readonly Mark[], row: number): RowRefusal | null => {
      for (const mark of marks) {
        const name = mark.kind + mark.key
        const firstRow = taken.get(name) ?? takenByUpdates.get(name)
        if (firstRow !== undefined && firstRow !== row)
          return { code: 'duplicate-in-file', firstRow, value: mark.key }
      }
      for (const mark of marks) taken.set(mark.kind + mark.key, row)
      return null
    }

    for (const source of batch.rows) {
      counts.rows++
      if (!source.ok) {
        refused(source.row, source.refusal)
        continue
      }
      const refusal = place(source.value)
      if (refusal) refused(source.value.row, refusal)
    }

    function place({ row, values, marks }: PreparedRow): RowRefusal | null {
      const ids = held.byRow.get(row)
      if (ids && ids.length > 1)
        return { code: 'key-ambiguous', field: keyField(run.key), value: marks.key! }
      if (typeof values.priceOre === 'number' && values.priceOre < 0)
        return {
          code: 'amount-unreadable',
          field: 'priceOre',
          value: String(values.priceOre / 100),
        }
      const device = ids && held.devices.get(ids[0]!)
      return device ? change(row, values, device, marks) : create(row, values, marks)
    }

    function change(
      row: number,
      given: ImportValues,
      device: lookup.RegisteredFacts,
      marks: PreparedRow['marks'],
    ): RowRefusal | null {
      const values = { ...given }
      for (const field of beginningFields) if (field !== 'warrantyMonths') delete values[field]
      if (options.emptyClears && values.kind === null) delete values.kind
      const serial = mergedSerial(values, device)
      const plan = planRow(
        { row, values, marks },
        {
          existing: { deviceId: device.id, values: valuesOf(device) },
          owners: {
            serialNumber: serial ? ownerOf(`serial${serial}`) : null,
            assetTag: marks.assetTag === null ? null : ownerOf(`assetTag${marks.assetTag}`),
            imei: marks.imei === null ? null : ownerOf(`imei${marks.imei}`),
          },
        },
        options,
      )
      if (plan.kind === 'refused') return plan.refusal
      const left = unapplied(given, device)
      const told = { row, outcome: 'notApplied', deviceId: device.id, changes: left } as const
      if (plan.kind !== 'update') {
        counts.unchanged++
        if (left.length > 0) counts.notApplied++
        if (left.length > 0) sampled(told)
        return null
      }
      const update = updateOf(device, plan.changes)
      if (!update.after.assetTag && !update.after.serialNumber && !update.after.imei)
        return { code: 'mark-missing' }
      const clash = takenInFile(update.take, row)
      if (clash) return clash
      for (const mark of update.drop) {
        freed.set(mark.kind + mark.key, device.id)
        held.owners.delete(mark.kind + mark.key)
      }
      for (const mark of update.take) takenByUpdates.set(mark.kind + mark.key, row)
      counts.updated++
      if (left.length > 0) counts.notApplied++
      updates.push(update)
      const changes = [...plan.changes, ...left]
      if (run.work === 'check') sampled({ row, outcome: 'updated', deviceId: device.id, changes })
      else if (left.length > 0) sampled(told)
      return null
    }

    function create(
      row: number,
      values: ImportValues,
      marks: PreparedRow['marks'],
    ): RowRefusal | null {
      const serial = marks.serialNumber === null ? null : serialMark(marks.serialNumber)
      const plan = planRow(
        { row, values, marks },
        {
          existing: null,
          owners: {
            serialNumber: serial === null ? null : ownerOf(`serial${serial}`),
            assetTag: marks.assetTag === null ? null : ownerOf(`assetTag${marks.assetTag}`),
            imei: marks.imei === null ? null : ownerOf(`imei${marks.imei}`),
          },
        },
        options,
      )
      if (plan.kind === 'refused') return plan.refusal
      if (plan.kind !== 'create') throw new Error('a row without a device creates one')
      const { status } = values
      if (status === 'sold' || status === 'recycled')
        return { code: 'device-has-left', field: 'status', value: status }
      const keys: MarkKeys = { serial, assetTag: marks.assetTag, imei: marks.imei }
      const id = newId()
      const wanted = marksOf(id, keys)
      if (wanted.length === 0) return { code: 'mark-missing' }
      const holder = status === 'handedIn' ? null : names.holder(values, null)
      if (holder === 'ambiguous')
        return {
          code: 'holder-ambiguous',
          field: 'holderName',
          value: text(values.holderName) ?? '',
        }
      const clash = takenInFile(wanted, row)
      if (clash) return clash
      counts.created++
      if (run.work === 'check') {
        sampled({ row, outcome: 'created', changes: plan.changes })
        return null
      }
      const facts = factsOf(plan.changes)
      lines.add(
        id,
        { ...facts, modelId: names.model(values, facts.kind) },
        beginningOf(values, holder),
        keys,
      )
      return null
    }

    const made = names.made()
    return {
      from: batch.from,
      place: batch.place,
      at,
      counts,
      outcomes,
      names: made,
      updates,
      ...lines.end(),
    }
  }

  const inDepot = new Set(['inStock', 'handedIn', 'ordered', 'delivered', 'shipped'])

  function beginningOf(values: ImportValues, holderId: Uuid | null): Beginning {
    const status = text(values.status) ?? ''
    const unitId = holderId !== null || !inDepot.has(status) ? names.unit(values) : null
    return {
      holderId,
      unitId,
      placeId: holderId === null && unitId === null ? names.place(values) : null,
      unused: status === 'ordered' || status === 'delivered',
      lost: status === 'missing' || status === 'stolen' ? status : null,
    }
  }

  return { plan, forget: () => names.forget() }
}
