// The gate's question asked with what the register knows of a medium now.
import type { PersonId } from '../../../core/ids.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { LockedDevice } from '../../custody/actions/steps.ts'
import { allows } from '../../devices/rules/status.ts'
import type { EvidenceFacts } from '../rules/evidence/shape.ts'
import { gateEvidence, type GateAnswer } from '../rules/gate.ts'
import { policyFrom } from '../rules/policy.ts'
import type { Custody, MediumRow } from '../store/media.ts'

export interface KnownDevice {
  readonly device: LockedDevice
  readonly custody: Custody | undefined
}

/** In the depot of the organisation that acts, and at a station where it may be erased. */
export const isInKeeping = (ctx: ActionContext, device: LockedDevice): boolean =>
  device.account.kind === 'depot' &&
  device.account.organisationId === ctx.organisationId &&
  allows(device, 'erase').ok

export function askGate(
  ctx: ActionContext,
  facts: EvidenceFacts,
  found: { medium: MediumRow; known: KnownDevice } | null,
  asked: {
    alreadyUsed: boolean
    trainingMaterial?: boolean
    stationTimeZone: string | null
    receivedByServerAt: Date
    /** Drawn for the sample: another person must look before there is a certificate. */
    drawnFrom?: PersonId | null
  },
): GateAnswer {
  const { device, custody } = found?.known ?? {}
  return gateEvidence({
    evidenceDevice: facts,
    evidenceSha256AlreadyUsed: asked.alreadyUsed,
    trainingMaterial: asked.trainingMaterial ?? false,
    medium: found?.medium ?? null,
    device: {
      receivedAt: device && isInKeeping(ctx, device) ? (custody?.receivedAt ?? null) : null,
      outcomeAt: null,
      locks: custody?.locked ? ['lock-not-removed'] : [],
    },
    policy: { requiredLevel: policyFrom(custody?.policy) },
    stationTimeZone: asked.stationTimeZone,
    sample: asked.drawnFrom ? { operatorId: asked.drawnFrom, validatorId: null } : null,
    receivedByServerAt: asked.receivedByServerAt,
    stationRamBytes: facts.station?.ramBytes ?? null,
    // A cache that was only flushed is no proof that the drive itself was read.
    readBackClean: facts.readBack?.clean === true && facts.readBack.mode === 'direct',
  })
}

export const certifiedDevice = (device: LockedDevice) => ({
  manufacturer: device.maker,
  model: device.model,
  serialNumber: device.serialNumber ?? '',
  assetTag: device.assetTag,
})
