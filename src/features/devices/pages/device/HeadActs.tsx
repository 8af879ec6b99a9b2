// The acts of the page's head: the likely ones as buttons, the others in a menu.
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Menu } from '../../../../web/kit/Menu.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { api as custodyApi } from '../../../custody/api.ts'
import { HandInDialog } from '../../../custody/pages/acts/HandInDialog.tsx'
import { HandOutDialog } from '../../../custody/pages/acts/HandOutDialog.tsx'
import { FoundDialog, LostDialog } from '../../../custody/pages/acts/LossDialogs.tsx'
import { MoveDialog } from '../../../custody/pages/acts/MoveDialog.tsx'
import { pageTexts } from '../../texts/pages.ts'
import { nameOf } from '../list/columns.tsx'
import { useDeviceActs, type ActId, type ShownDevice } from './acts.ts'

/** What brings the device on its way round; to report or change something is never the main thing. */
const onward: readonly ActId[] = ['confirm', 'found', 'handIn', 'handOut', 'erase', 'grade']

/** Beside the heading; a third and further ones would push it aside. */
const IN_SIGHT = 2

export function HeadActs(props: {
  readonly device: ShownDevice
  readonly onProblem: (problem: Error | null) => void
}) {
  const { device, onProblem } = props
  const t = useText()
  const router = useRouter()
  const acts = useDeviceActs(device)
  const { act: confirm, busy } = useAct(custodyApi.confirmReceipt)
  const [open, setOpen] = useState<ActId | null>(null)
  const start = async (id: ActId) => {
    onProblem(null)
    if (id === 'erase') return router.history.push(`/erasure/devices/${device.id}`)
    if (id === 'grade') return router.history.push(`/grading/devices/${device.id}`)
    if (id === 'keep') return router.history.push(`/kept-use/${device.id}`)
    if (id === 'change') return router.history.push(`/devices/${device.id}/edit`)
    if (id !== 'confirm') return setOpen(id)
    await confirm({ params: { deviceId: device.id } })
  }
  // The likeliest one stands here even when it cannot be done: its reason is what one came to learn.
  const shown = acts
    .filter(({ id, cannot }, at) => (at === 0 && onward.includes(id)) || !cannot)
    .slice(0, IN_SIGHT)
  const primary = shown.find(({ id, cannot }) => !cannot && onward.includes(id))
  const others = acts.filter((act) => !shown.includes(act))
  return (
    <>
      {shown.map((act) => (
        <Button
          key={act.id}
          kind={act === primary ? 'primary' : 'plain'}
          cannot={act.cannot}
          busy={act.id === 'confirm' && busy}
          onPress={() => void start(act.id)}
        >
          {act.text}
        </Button>
      ))}
      {others.length > 0 && (
        <Menu
          text={t(pageTexts.more)}
          acts={others.map((act) => ({
            id: act.id,
            text: act.text,
            cannot: act.cannot,
            onAct: () => void start(act.id),
          }))}
        />
      )}
      {open && <ActDialogOf act={open} device={device} onClose={() => setOpen(null)} />}
    </>
  )
}

function ActDialogOf(props: {
  readonly act: ActId
  readonly device: ShownDevice
  readonly onClose: () => void
}) {
  const { act, device, onClose } = props
  const { id } = device
  const name = nameOf(device)
  if (act === 'reportLost') return <LostDialog deviceId={id} name={name} onClose={onClose} />
  if (act === 'found') return <FoundDialog deviceId={id} name={name} onClose={onClose} />
  const Dialog = { handOut: HandOutDialog, handIn: HandInDialog, move: MoveDialog }[act as 'move']
  const targets = { count: 1, name, load: () => Promise.resolve([{ id, name }]) }
  // What happened stands on the page at once: status, life line and a new entry.
  return <Dialog targets={targets} onClose={onClose} onDone={() => {}} />
}
