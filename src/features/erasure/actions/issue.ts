// Proof of a medium: its certificate, its state, and what that makes of its device, in one
// transaction and a handful of statements however many media.
import { randomBytes } from 'node:crypto'
import type { PersonId, Uuid } from '../../../core/ids.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { EntryValue } from '../../../journal/entry.ts'
import { takeSteps, type LockedDevice, type Step } from '../../custody/actions/steps.ts'
import type { Role } from '../../organisations/rules.ts'
import { nextNumbers } from '../../organisations/store.ts'
import { positionsOf } from '../../organisations/store-positions.ts'
import type { CertificateContent } from '../../proofs/rules/content.ts'
import { signedAtPlace, signersOf } from '../rules/content.ts'
import { dataAfter, provenBy } from '../rules/media.ts'
import { certificateNumber } from '../rules/states.ts'
import * as store from '../store/certificates.ts'
import { releaseResults } from '../store/evidence.ts'
import { proveMedia, type MediumRow } from '../store/media.ts'
import { makeRecord, type MadeRecord } from './record.ts'

export interface Proof {
  readonly device: LockedDevice
  readonly medium: MediumRow
  readonly resultId: Uuid | null
  /** Only the words change: the same act is certified anew, and proves no more than it did. */
  readonly again?: boolean
  /** What the journal says of this medium; no names, no free text. */
  readonly tells: { readonly [name: string]: EntryValue }
  /** The content once its number is known, and the number of the one it replaces. */
  readonly content: (number: string, supersedes: string | null) => CertificateContent
}

export interface IssuedCertificate {
  readonly id: Uuid
  readonly number: string
  readonly mediumId: Uuid
  readonly resultId: Uuid | null
}

/**
 * Issues one certificate for each medium. The device rows are locked, and each medium stands once.
 * @param mediaOfDevices every medium of each device, as it was before
 */
export async function issueCertificates(
  ctx: ActionContext,
  kind: 'erasure' | 'destruction',
  proofs: readonly Proof[],
  mediaOfDevices: readonly MediumRow[],
): Promise<IssuedCertificate[]> {
  if (proofs.length === 0) return []
  const mediumIds = proofs.map(({ medium }) => medium.id)
  const live = await store.liveCertificates(ctx.tx, mediumIds)
  const year = ctx.now.getUTCFullYear()
  const series = `certificate-${kind}-${year}`
  const first = await nextNumbers(ctx.tx, ctx.organisationId, series, proofs.length)
  const numbered = proofs.map((proof, index) => {
    const number = certificateNumber(kind, year, first + index)
    const replaced = live.filter((old) => old.mediumId === proof.medium.id)
    const content = proof.content(number, replaced.at(-1)?.number ?? null)
    return { ...proof, id: ctx.newId(), number, replaced, content }
  })
  const people = [...new Set(numbered.flatMap(({ content }) => signersOf(content)))]
  const positions = await positionsOf(ctx.tx, people)
  const issued = numbered.map((one) => recorded(one, positions))
  await store.insertCertificates(
    ctx.tx,
    issued.map(({ id, number, device, medium, resultId, content, publicId, record }) => ({
      id,
      number,
      deviceId: device.id,
      organisationId: ctx.organisationId,
      ownerId: device.ownerId,
      mediumId: medium.id,
      resultId,
      kind,
      content,
      publicId,
      record,
      partyIds: [...new Set([...device.partyIds, ctx.organisationId])],
    })),
    ctx.now,
  )
  await store.supersede(
    ctx.tx,
    issued.flatMap(({ id, replaced }) =>
      replaced.map((old) => ({ deviceId: old.deviceId, old: old.id, by: id })),
    ),
  )
  const state = kind === 'erasure' ? ('erased' as const) : ('destroyed' as const)
  const proving = issued.filter(({ again }) => !again)
  const provenIds = proving.map(({ medium }) => medium.id)
  await proveMedia(
    ctx.tx,
    proving.map(({ device, medium }) => ({
      id: medium.id,
      deviceId: device.id,
      state,
      movementSeq: device.movementSeq,
    })),
  )
  await releaseResults(ctx.tx, mediumIds)
  const after = mediaOfDevices.map((medium) =>
    provenIds.includes(medium.id) ? { ...medium, state, spent: false } : medium,
  )
  await takeSteps(ctx, stepsOf(kind, issued, after))
  return issued.map(({ id, number, medium, resultId }) => ({
    id,
    number,
    mediumId: medium.id,
    resultId,
  }))
}

interface Numbered extends Omit<Proof, 'content'> {
  readonly id: Uuid
  readonly number: string
  readonly replaced: readonly store.LiveCertificate[]
  readonly content: CertificateContent
}
interface Recorded extends Numbered {
  readonly publicId: string
  readonly record: MadeRecord
}

/** With who held which role and where, as it is now, and the record made of all that. */
function recorded(one: Numbered, positions: ReadonlyMap<PersonId, Role>): Recorded {
  const { account } = one.device
  const here = account.kind === 'depot' ? account.placeId : null
  const content = one.again ? one.content : signedAtPlace(one.content, positions, here)
  const publicId = randomBytes(16).toString('base64url')
  const old = one.replaced.at(-1)
  const record = makeRecord(content, {
    id: one.id,
    publicId,
    deviceId: one.device.id,
    mediumId: one.medium.id,
    resultId: one.resultId,
    replaces: old
      ? { id: old.id, number: old.number, certificateSha256: old.recordSha256.toString('hex') }
      : null,
    placeId: content.placeId ?? null,
  })
  return { ...one, content, publicId, record }
}

function stepsOf(
  kind: 'erasure' | 'destruction',
  issued: readonly Recorded[],
  after: readonly MediumRow[],
): Step[] {
  const devices = new Map(issued.map(({ device }) => [device.id, device]))
  return [...devices.values()].map((device) => {
    const mine = issued.filter((one) => one.device.id === device.id)
    const media = after.filter((medium) => medium.deviceId === device.id)
    const set = dataAfter(device, media)
    const done = provenBy(media) !== null
    const entry =
      kind === 'destruction'
        ? 'erasure.destroyed'
        : done
          ? 'erasure.proven'
          : 'erasure.mediumErased'
    const certificates = mine.map(({ id, number, medium, replaced, record, tells }) => ({
      id,
      number,
      medium: medium.id,
      serial: medium.serial,
      certificateSha256: record.sha256.toString('hex'),
      ...(replaced.length > 0 ? { supersedes: replaced.map((old) => old.number) } : {}),
      ...tells,
    }))
    const { evidence, level, method } = mine.at(-1)!.tells
    return {
      device,
      entry: {
        kind: entry,
        content: {
          ...(kind === 'erasure' ? { evidence: evidence!, level: level!, method: method! } : {}),
          certificates,
        },
      },
      ...(set ? { set } : {}),
    }
  })
}
