// Pictures, each kept once, and which listings show them.
import type { OrganisationId, PersonId, Uuid } from '../../../core/ids.ts'
import type { Tx } from '../../../database/tx.ts'

export interface NewPhoto {
  readonly id: Uuid
  readonly sellerId: OrganisationId
  readonly sha256: Buffer
  readonly type: string
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  readonly at: Date
  readonly by: PersonId
}

/** @returns the id of the picture, also when it was here already */
export const keepPhoto = async (tx: Tx, photo: NewPhoto): Promise<Uuid> => {
  await tx.run(
    `INSERT INTO resale.photo (id, seller_id, sha256, type, width, height, bytes, made_at, made_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (seller_id, sha256) DO NOTHING`,
    [
      photo.id,
      photo.sellerId,
      photo.sha256,
      photo.type,
      photo.width,
      photo.height,
      photo.bytes,
      photo.at,
      photo.by,
    ],
  )
  const { id } = await tx.one<{ id: Uuid }>(
    'SELECT id FROM resale.photo WHERE seller_id = $1 AND sha256 = $2',
    [photo.sellerId, photo.sha256],
  )
  return id
}

export const photoBy = (tx: Tx, id: Uuid) =>
  tx.maybe<{ type: string; bytes: Buffer }>('SELECT type, bytes FROM resale.photo WHERE id = $1', [
    id,
  ])

/** Of one's own, those that are not there. */
export const missingPhotos = (tx: Tx, ids: readonly Uuid[]) =>
  tx.rows<{ id: Uuid }>(
    `SELECT n.id FROM unnest($1::uuid[]) AS n (id)
     WHERE NOT EXISTS (SELECT FROM resale.photo p
       WHERE p.id = n.id AND p.seller_id = organisations.current_id())`,
    [ids],
  )

export interface ShownPhoto {
  listingId: Uuid
  photoId: Uuid
  alt: string
  width: number
  height: number
}

export const photosOf = (tx: Tx, listingIds: readonly Uuid[]) =>
  tx.rows<ShownPhoto>(
    `SELECT s.listing_id AS "listingId", s.photo_id AS "photoId", s.alt, p.width, p.height
     FROM resale.listing_photo s JOIN resale.photo p ON p.id = s.photo_id
     WHERE s.listing_id = ANY ($1) ORDER BY s.listing_id, s.position`,
    [listingIds],
  )

export async function setPhotos(
  tx: Tx,
  listing: { readonly id: Uuid; readonly deviceId: Uuid; readonly sellerId: OrganisationId },
  photos: readonly { readonly photoId: Uuid; readonly alt: string }[],
) {
  await tx.run('DELETE FROM resale.listing_photo WHERE device_id = $1 AND listing_id = $2', [
    listing.deviceId,
    listing.id,
  ])
  await tx.run(
    `INSERT INTO resale.listing_photo (device_id, listing_id, position, seller_id, photo_id, alt)
     SELECT $1, $2, n.position, $3, n.photo_id, n.alt
     FROM unnest($4::uuid[], $5::text[]) WITH ORDINALITY AS n (photo_id, alt, position)`,
    [
      listing.deviceId,
      listing.id,
      listing.sellerId,
      photos.map((photo) => photo.photoId),
      photos.map((photo) => photo.alt),
    ],
  )
}
