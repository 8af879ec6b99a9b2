// Profiles for reports of tools that are not known.
import type { Input, Output } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { api } from '../api/profiles.ts'
import { contentsOf } from '../reading/report-contents.ts'
import { readByProfile } from '../reading/report-rows.ts'
import { profileFault } from '../rules/evidence/profile.ts'
import * as store from '../store/profiles.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

/** So many drives show whether a profile fits. */
const shownDrives = 20

/** Each is tried on every file that no reader knows. */
const mostProfiles = 50

export async function listReportProfiles(ctx: ActionContext): Out<'listReportProfiles'> {
  const rows = await store.listProfiles(ctx.tx)
  return done({ items: rows.map(shown) })
}

const shown = ({ id, profile }: store.ProfileRow) => ({
  id,
  ...profile,
  success: [...profile.success],
})

export async function addReportProfile(
  ctx: ActionContext,
  { body }: In<'addReportProfile'>,
): Out<'addReportProfile'> {
  const fault = profileFault(body)
  if (fault) return refuse('profile-faulty', { field: fault })
  const others = await store.listProfiles(ctx.tx)
  if (others.length >= mostProfiles) return refuse('too-many-profiles', { limit: mostProfiles })
  const row = { id: ctx.newId(), organisationId: ctx.organisationId, profile: body }
  await store.insertProfile(ctx.tx, row, ctx.now, ctx.actorId)
  return done(shown(row))
}

export async function tryReportProfile(
  _ctx: ActionContext,
  { body }: In<'tryReportProfile'>,
): Out<'tryReportProfile'> {
  const { text, format, row, profile } = body
  const fault = profile ? profileFault(profile) : null
  if (fault) return refuse('profile-faulty', { field: fault })
  const held = contentsOf(text, format, row ?? null)
  if (!held) return refuse('report-unreadable')
  const read = profile ? readByProfile(text, [profile]) : null
  const drives = (read?.sessions ?? [])
    .flatMap(({ devices }) => devices)
    .slice(0, shownDrives)
    .map(({ serial, statusRow, result }) => ({
      serial,
      said: statusRow,
      result: result === 'erased' || result === 'incomplete' ? result : ('failed' as const),
    }))
  return done({ ...held, drives })
}

export async function changeReportProfile(
  ctx: ActionContext,
  { params, body }: In<'changeReportProfile'>,
): Out<'changeReportProfile'> {
  const fault = profileFault(body)
  if (fault) return refuse('profile-faulty', { field: fault })
  const row = { id: params.profileId, profile: body }
  const changed = await store.updateProfile(ctx.tx, row, ctx.now, ctx.actorId)
  return changed ? done(shown(row)) : refuse('profile-not-found')
}

export async function removeReportProfile(
  ctx: ActionContext,
  { params }: In<'removeReportProfile'>,
): Out<'removeReportProfile'> {
  const gone = await store.removeProfile(ctx.tx, params.profileId)
  return gone ? done({ id: gone.id }) : refuse('profile-not-found')
}
