import type { OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'
import type { SoldGrade } from '../rules/listing.ts'

export interface PriceListRow {
  id: Uuid
  name: string
  validFromOn: string
  validUntilOn: string
  rows: number
}

const LIST = `
  SELECT p.id, p.name, p.valid_from_on AS "validFromOn", p.valid_until_on AS "validUntilOn",
    (SELECT count(*)::int FROM resale.price_list_row r WHERE r.price_list_id = p.id) AS rows
  FROM resale.price_list p`

export const priceLists = (tx: Tx) =>
  tx.rows<PriceListRow>(`${LIST} ORDER BY p.valid_from_on DESC, p.id DESC LIMIT 200`)

export const priceListBy = (tx: Tx, id: Uuid) =>
  tx.maybe<PriceListRow>(`${LIST} WHERE p.id = $1`, [id])

/** Of the lists that are valid on the day, the one that begins last. */
export const priceListOn = (tx: Tx, on: string) =>
  tx.maybe<PriceListRow>(
    `${LIST} WHERE $1::date BETWEEN p.valid_from_on AND p.valid_until_on
     ORDER BY p.valid_from_on DESC, p.id DESC LIMIT 1`,
    [on],
  )

export interface PriceRow {
  maker: string
  makerKey: string
  model: string
  modelKey: string
  grade: SoldGrade
  priceOre: number
}

export const rowsOf = (tx: Tx, id: Uuid) =>
  tx.rows<PriceRow>(
    `SELECT maker, maker_key AS "makerKey", model, model_key AS "modelKey", grade,
       price_ore AS "priceOre"
     FROM resale.price_list_row WHERE price_list_id = $1 ORDER BY maker_key, model_key, grade`,
    [id],
  )

export async function insertPriceList(
  tx: Tx,
  list: { id: Uuid; sellerId: OrganisationId; name: string; from: string; until: string },
  rows: readonly PriceRow[],
  by: { actorId: PersonId; now: Date },
) {
  await tx.run(
    `INSERT INTO resale.price_list (id, seller_id, name, valid_from_on, valid_until_on, made_at,
       made_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [list.id, list.sellerId, list.name, list.from, list.until, by.now, by.actorId],
  )
  await tx.run(
    `INSERT INTO resale.price_list_row (price_list_id, seller_id, maker, maker_key, model,
       model_key, grade, price_ore)
     SELECT $1, $2, n.* FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::bigint[]) AS n (maker, maker_key, model, model_key, grade, price_ore)`,
    [
      list.id,
      list.sellerId,
      rows.map((row) => row.maker),
      rows.map((row) => row.makerKey),
      rows.map((row) => row.model),
      rows.map((row) => row.modelKey),
      rows.map((row) => row.grade),
      rows.map((row) => row.priceOre),
    ],
  )
}
