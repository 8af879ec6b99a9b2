// What can be done to the selected devices, in the bar at the foot.
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../../web/kit/api-client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { useKnownPages } from '../../../../web/kit/known-pages.ts'
import { useText } from '../../../../web/kit/language.tsx'
import { SelectionBar, type BulkOutcome } from '../../../../web/kit/table/SelectionBar.tsx'
import type { Selection } from '../../../../web/kit/table/selection.ts'
import { useSession } from '../../../../web/kit/session.ts'
import { HandInDialog } from '../../../custody/pages/acts/HandInDialog.tsx'
import { HandOutDialog } from '../../../custody/pages/acts/HandOutDialog.tsx'
import { MoveDialog } from '../../../custody/pages/acts/MoveDialog.tsx'
import type { Target, Targets } from '../../../custody/pages/acts/bulk.ts'
import { actTexts } from '../../../custody/texts/pages.ts'
import type { Permission } from '../../../organisations/rules.ts'
import { api } from '../../api.ts'
import { listTexts } from '../../texts/pages.ts'
import { nameOf, type ListedDevice } from './columns.tsx'
import type { DeviceQuery } from './search.ts'

/** As the page of a new collection names it; features higher up are not imported here. */
const CHOSEN_DEVICES = 'omlopp-collection-devices'

const dialogs = { handOut: HandOutDialog, handIn: HandInDialog, move: MoveDialog } as const
type Act = keyof typeof dialogs

const permissions: Record<Act, Permission> = {
  handOut: 'custody.handOut',
  handIn: 'custody.handIn',
  move: 'custody.handOut',
}

export function DeviceActs(props: {
  readonly selection: Selection
  readonly total: number
  readonly rows: readonly ListedDevice[]
  readonly query: DeviceQuery
}) {
  const { selection, total, rows, query } = props
  const t = useText()
  const { may } = useSession()
  const router = useRouter()
  const { known } = useKnownPages()
  const [gathering, setGathering] = useState(false)
  const [open, setOpen] = useState<Act | null>(null)
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const count = selection.count(total)
  const acts = (Object.keys(dialogs) as Act[]).filter((act) => may(permissions[act]))
  const named = rows.filter(({ id }) => selection.has(id)).map(targetOf)
  const targets: Targets = {
    count,
    name: count === 1 ? named[0]?.name : undefined,
    load: () => (selection.all ? everything(query, selection) : Promise.resolve(named)),
  }
  const Dialog = open && dialogs[open]
  /** Too many ids for an address: the page that packs them reads them from here. */
  const toCollection = async () => {
    setGathering(true)
    const chosen = await targets.load().finally(() => setGathering(false))
    sessionStorage.setItem(CHOSEN_DEVICES, JSON.stringify(chosen.map(({ id }) => id)))
    router.history.push('/collections/new')
  }
  return (
    <>
      <SelectionBar
        selection={{
          ...selection,
          clear: () => {
            setOutcome(null)
            selection.clear()
          },
        }}
        total={total}
        outcome={outcome}
      >
        {count > 0 &&
          acts.map((act, at) => (
            <Button
              key={act}
              small
              kind={at === 0 ? 'primary' : 'plain'}
              onPress={() => {
                setOutcome(null)
                setOpen(act)
              }}
            >
              {t(actTexts[act])}
            </Button>
          ))}
        {count > 0 && may('returns.send') && known('/collections/new') && (
          <Button small busy={gathering} onPress={() => void toCollection()}>
            {t(listTexts.toCollection)}
          </Button>
        )}
      </SelectionBar>
      {Dialog && (
        <Dialog
          targets={targets}
          onClose={() => setOpen(null)}
          onDone={(done) => {
            setOutcome(done)
            selection.clear()
          }}
        />
      )}
    </>
  )
}

const targetOf = (row: ListedDevice): Target => ({ id: row.id, name: nameOf(row) })

/** Reads the whole filter, page after page: what is acted on is what stood there, each named. */
async function everything(query: DeviceQuery, selection: Selection): Promise<readonly Target[]> {
  const targets: Target[] = []
  let cursor: string | null = null
  do {
    const asked: DeviceQuery & { limit: number; cursor?: string } = {
      ...query,
      limit: 500,
      ...(cursor && { cursor }),
    }
    const page: Awaited<ReturnType<typeof call<typeof api.listDevices>>> = await call(
      api.listDevices,
      { query: asked },
    )
    targets.push(...page.items.filter(({ id }) => selection.has(id)).map(targetOf))
    cursor = page.next
  } while (cursor)
  return targets
}
