// An organisation's own log: what its page shows, whom it trusts as witnesses, whom it tells.
import { toBase64 } from '../../../core/base64.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { tell } from '../../organisations/actions.ts'
import type { logApi } from '../api/log.ts'
import { COSIGNATURE, parseKey } from '../rules/log/note.ts'
import * as store from '../store/log.ts'
import * as witnesses from '../store/log-witness.ts'
import { publishedKeys } from './log-public.ts'

type In<Name extends keyof typeof logApi> = Input<(typeof logApi)[Name]>
type Out<Name extends keyof typeof logApi> = Promise<Result<Output<(typeof logApi)[Name]>>>

const SHOWN_DAYS = 60
const HOUR_MS = 3_600_000

export async function getLog(ctx: ActionContext): Out<'getLog'> {
  const { tx, organisationId } = ctx
  const { origin, keys } = publishedKeys(ctx, organisationId)
  const head = await store.headOf(tx, organisationId)
  const trusted = await witnesses.witnessesOf(tx, organisationId)
  const days = await witnesses.dailyHeads(tx, organisationId, null, SHOWN_DAYS)
  return done({
    organisationId,
    origin,
    keys,
    size: head?.edge.size ?? 0,
    checkpoint: head ? head.note + head.cosignatures.join('') : null,
    signedAt: head?.signedAt.toISOString() ?? null,
    clockSetBack: head !== null && head.signedAt.getTime() > ctx.now.getTime() + HOUR_MS,
    witnesses: trusted.map((one) => ({
      ...one,
      registeredAt: one.registeredAt.toISOString(),
      lastSignedAt: one.lastSignedAt?.toISOString() ?? null,
    })),
    registrarEmail: await witnesses.registrarOf(tx, organisationId),
    canMail: Boolean(process.env['OMLOPP_SMTP']),
    days: days.map(({ day, size, root, mailedAt, unsent }) => ({
      ...{ day, size, unsent, root: toBase64(root) },
      mailedAt: mailedAt?.toISOString() ?? null,
    })),
  })
}

export async function registerWitness(
  ctx: ActionContext,
  { body }: In<'registerWitness'>,
): Out<'registerWitness'> {
  const vkey = body.vkey.trim()
  const key = parseKey(vkey)
  if (key?.type !== COSIGNATURE) return refuse('witness-key-unreadable', { field: 'body/vkey' })
  const { name, id: keyId } = key
  const { organisationId, actorId: by, now: at } = ctx
  const made = await witnesses.insertWitness(ctx.tx, { organisationId, name, keyId, vkey, at, by })
  if (made === 0) return refuse('witness-known', { field: 'body/vkey' })
  await tell(ctx, 'proofs.witnessRegistered', { keyId, vkey })
  return done({ name, keyId })
}

export async function endWitness(
  ctx: ActionContext,
  { params }: In<'endWitness'>,
): Out<'endWitness'> {
  const ended = await witnesses.endWitness(ctx.tx, params.keyId, ctx.now)
  if (ended === 0) return refuse('witness-not-found')
  await tell(ctx, 'proofs.witnessEnded', { keyId: params.keyId })
  return done({ ended })
}

/** One address, so that no second one can be slipped into the header of a mail. */
const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/

export async function setRegistrar(
  ctx: ActionContext,
  { body }: In<'setRegistrar'>,
): Out<'setRegistrar'> {
  const email = body.email?.trim() ?? null
  if (email !== null && !ADDRESS.test(email))
    return refuse('registrar-address-wrong', { field: 'body/email' })
  await witnesses.saveRegistrar(ctx.tx, ctx.organisationId, email, ctx.now)
  // The address itself stays out of the journal.
  await tell(ctx, email === null ? 'proofs.registrarRemoved' : 'proofs.registrarSet', {})
  return done({ email })
}
