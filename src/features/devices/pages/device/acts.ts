// What can be done with one device now, by whom, and why what cannot be done cannot.
import type { Output } from '../../../../core/endpoint.ts'
import { useText } from '../../../../web/kit/language.tsx'
import { useKnownPages } from '../../../../web/kit/known-pages.ts'
import { useSession } from '../../../../web/kit/session.ts'
import { actTexts, cannotTexts } from '../../../custody/texts/pages.ts'
import type { api } from '../../api.ts'
import {
  allows,
  dataIsProvenGone,
  isEnded,
  type DeviceStatus,
  type DeviceStep,
} from '../../rules/status.ts'
import { statusTexts } from '../../texts.ts'
import { pageTexts } from '../../texts/pages.ts'

export type ShownDevice = Output<typeof api.getDevice>
export type ActId =
  | 'handOut'
  | 'confirm'
  | 'handIn'
  | 'keep'
  | 'erase'
  | 'grade'
  | 'move'
  | 'reportLost'
  | 'found'
  | 'change'

export interface DeviceAct {
  readonly id: ActId
  readonly text: string
  readonly cannot: string | null
}

/** Where grading is what comes next. */
const graded: readonly DeviceStatus[] = ['received', 'erased']
/** Where it stands still until its data are proven gone. */
const erased: readonly DeviceStatus[] = ['handedIn', 'received']

/** In order of likelihood: the first that can be done is the page's primary act. */
export function useDeviceActs(device: ShownDevice): readonly DeviceAct[] {
  const t = useText()
  const { organisation, person, may } = useSession()
  const { known } = useKnownPages()
  const isOwner = device.owner?.id === organisation?.id
  const isOurs = device.custodian?.id === organisation?.id && device.inTransitTo === null
  const withHolder = device.holder !== null || device.unit !== null

  /** The same questions in the same order as the server asks them. */
  function cannot(step: DeviceStep): string | null {
    const who = device.inTransitTo?.name ?? device.custodian?.name ?? t(cannotTexts.somebodyElse)
    const status = t(statusTexts[device.status]).toLocaleLowerCase('sv')
    if (isEnded(device.status)) return t(cannotTexts.left, status)
    if (!isOurs) return t(cannotTexts.elsewhere, who)
    if (allows(device, step).ok) return null
    return t(cannotTexts.status, status)
  }
  const isLost = device.status === 'missing' || device.status === 'stolen'
  const mayConfirm =
    may('custody.handOut') || (may('custody.own') && device.holder?.id === person?.id)
  const acts: readonly (DeviceAct | false)[] = [
    mayConfirm &&
      device.status === 'handedOut' && {
        id: 'confirm',
        text: t(actTexts.confirm),
        cannot: cannot('confirm'),
      },
    isLost &&
      may('custody.handIn') && { id: 'found', text: t(actTexts.found), cannot: cannot('find') },
    may('custody.handIn') &&
      withHolder &&
      !isLost && { id: 'handIn', text: t(actTexts.handIn), cannot: cannot('handIn') },
    known('/kept-use/{deviceId}') &&
      may('custody.handOut') &&
      device.holder !== null &&
      !isLost && { id: 'keep', text: t(actTexts.keep), cannot: cannot('handIn') },
    may('custody.handOut') &&
      !withHolder &&
      !isLost && {
        id: 'handOut',
        text: t(actTexts.handOut),
        cannot: !isOurs || dataIsProvenGone(device) ? cannot('handOut') : t(cannotTexts.data),
      },
    known('/erasure/devices/{deviceId}') &&
      may('erasure.record') &&
      isOurs &&
      device.dataState === 'holdsData' &&
      erased.includes(device.status) && {
        id: 'erase',
        text: t(pageTexts.eraseIt),
        cannot: cannot('erase'),
      },
    known('/grading/devices/{deviceId}') &&
      may('grading.grade') &&
      isOurs &&
      graded.includes(device.status) && {
        id: 'grade',
        text: t(pageTexts.gradeIt),
        cannot: cannot('grade'),
      },
    may('custody.handOut') &&
      !isLost && {
        id: 'move',
        text: t(actTexts.move),
        cannot: isOurs && withHolder ? t(cannotTexts.withHolder) : cannot('move'),
      },
    may('devices.register') && {
      id: 'change',
      text: t(pageTexts.change),
      cannot: isOwner ? null : t(pageTexts.notOwner),
    },
    may('custody.handIn') &&
      !isLost && { id: 'reportLost', text: t(actTexts.reportLost), cannot: cannot('reportLost') },
  ]
  return acts.filter((act): act is DeviceAct => act !== false)
}
