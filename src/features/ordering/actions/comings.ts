// First and last days of people drive what is ordered and what comes back.
import { addDays, dayOf } from '../../../core/dates.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { PersonId } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { lockDevices, takeSteps } from '../../custody/actions/steps.ts'
import type { comingsApi as api } from '../api/comings.ts'
import * as rules from '../rules/comings.ts'
import { contradictionOf } from '../rules/needs.ts'
import * as store from '../store/comings.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>
type Out<Name extends keyof typeof api> = Promise<Result<Output<(typeof api)[Name]>>>

/** More than that nobody reads; the nearest days come first. */
const MOST = 500

export async function listNeedProfiles(ctx: ActionContext): Out<'listNeedProfiles'> {
  return done({ items: await store.profiles(ctx.tx), next: null })
}

export async function saveNeedProfile(
  ctx: ActionContext,
  { body }: In<'saveNeedProfile'>,
): Out<'saveNeedProfile'> {
  for (const [index, line] of body.lines.entries()) {
    const contradiction = contradictionOf(line)
    if (contradiction)
      return refuse('need-contradicts', { field: `body/lines/${index}/${contradiction}` })
  }
  await store.saveProfile(ctx.tx, ctx.organisationId, { ...body, name: body.name.trim() })
  return listNeedProfiles(ctx)
}

/** Those who begin soon, or have begun, with what they lack. */
export async function joinersOf(ctx: ActionContext) {
  const today = dayOf(ctx.now)
  const from = addDays(today, -rules.JOINER_DAYS_AFTER)
  const rows = await store.joiners(ctx.tx, from, addDays(today, rules.JOINER_DAYS_AHEAD), MOST)
  return rows.flatMap((row) => {
    const held: Partial<Record<string, number>> = {}
    for (const kind of row.kinds) held[kind] = (held[kind] ?? 0) + 1
    const needs = rules.stillNeeded(row.lines, held)
    return needs.length > 0 ? [{ ...row, needs }] : []
  })
}

export async function listJoiners(ctx: ActionContext): Out<'listJoiners'> {
  return done({
    items: (await joinersOf(ctx)).map(({ personId, name, unitId, unitName, ...row }) => ({
      person: { id: personId, name },
      unit: unitId ? { id: unitId, name: unitName } : null,
      startsOn: row.startsOn,
      profile: row.profile,
      needs: [...row.needs],
    })),
    next: null,
  })
}

export async function listLeavers(ctx: ActionContext): Out<'listLeavers'> {
  const until = addDays(dayOf(ctx.now), rules.LEAVER_DAYS_AHEAD)
  const rows = await store.leavers(ctx.tx, until, MOST)
  return done({
    items: rows.map(({ personId, name, unitName, leavesOn, kind, deviceId, ...device }) => ({
      person: { id: personId, name },
      unit: unitName,
      ...{ leavesOn, kind },
      device: { id: deviceId, ...device },
    })),
    next: null,
  })
}

/**
 * Opens the hand-in of what leavers hold: its period of use ends on their last day, so it stands
 * among what is due. Takes it back for who stays.
 * @param personIds whose last day has changed; null: everybody
 */
export async function settleLeavers(
  ctx: ActionContext,
  personIds: readonly PersonId[] | null,
): Promise<void> {
  const rows = await store.heldByLeavers(ctx.tx, personIds)
  const changes = rows.flatMap((row) => {
    const { leavesOn, endsOn, wasEndsOn, setEndsOn } = row
    const opened = setEndsOn === null ? null : { was: wasEndsOn, set: setEndsOn }
    const wanted = rules.endOfUse({ leavesOn, endsOn, opened })
    return wanted.endsOn === endsOn ? [] : [{ ...row, wanted }]
  })
  if (changes.length === 0) return
  const devices = await lockDevices(
    ctx,
    changes.map(({ deviceId }) => deviceId),
  )
  const going = changes.flatMap((change) => {
    const device = devices.get(change.deviceId)
    // Meanwhile somebody may have handed it in, or decided another day.
    return device?.account.kind === 'person' &&
      device.account.personId === change.personId &&
      device.endsOn === change.endsOn
      ? [{ ...change, device }]
      : []
  })
  const opens = (change: (typeof going)[number]) => change.wanted.endsOn === change.leavesOn
  await takeSteps(
    ctx,
    going.map((change) => ({
      device: change.device,
      entry: {
        kind: opens(change) ? 'ordering.returnOpened' : 'ordering.returnTakenBack',
        content: { because: 'leaver' },
      },
      set: { endsOn: change.wanted.endsOn },
    })),
  )
  await store.saveReturns(
    ctx.tx,
    ctx.organisationId,
    going.map((change) => ({
      ...{ deviceId: change.deviceId, personId: change.personId },
      ...{ was: change.wanted.planned, set: change.wanted.endsOn, opened: opens(change) },
    })),
  )
}
