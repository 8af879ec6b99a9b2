// Runs the act of a dialog: closes when it went through, stays and says why when the one was refused.
import { useState } from 'react'
import type { BulkOutcome } from '../../../../web/kit/table/SelectionBar.tsx'
import type { ActDialogProps } from './ActDialog.tsx'
import { useBulkAct } from './bulk.ts'

export function useActDialog(
  { targets, onClose, onDone }: ActDialogProps,
  said: Parameters<typeof useBulkAct>[0],
) {
  const { run, busy, problem, progress } = useBulkAct(said)
  const [refused, setRefused] = useState<BulkOutcome | null>(null)
  const act = async (send: Parameters<typeof run>[1]) => {
    setRefused(null)
    const outcome = await run(targets, send)
    if (!outcome) return
    if (outcome.done === 0 && targets.count === 1) return setRefused(outcome)
    onDone(outcome)
    onClose()
  }
  return {
    act,
    busy,
    problem,
    refused,
    progress: targets.count > 1 ? progress(targets.count) : undefined,
  }
}
