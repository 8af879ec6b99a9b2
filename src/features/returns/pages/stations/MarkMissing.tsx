// What has not come: chosen among what is left on the list.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { Checkbox, ChecksField } from '../../../../web/kit/field/CheckField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { stationTexts as texts } from '../../texts/stations.ts'
import { lineName, type Line } from '../one/Lines.tsx'
import { factsOf } from './Candidates.tsx'

/** A longer list is not read in a dialog; then all of it is the choice. */
const mostListed = 200

export function MarkMissingDialog(props: {
  readonly lines: readonly Line[]
  readonly onMark: (ids: readonly string[]) => void
  readonly onClose: () => void
}) {
  const t = useText()
  const { lines, onMark, onClose } = props
  const [chosen, choose] = useState<readonly string[]>(
    lines.length === 1 ? [lines[0]!.deviceId] : [],
  )
  return (
    <Dialog
      open
      title={t(texts.markTitle)}
      onClose={onClose}
      acts={
        <Button
          kind="primary"
          cannot={chosen.length === 0 ? t(texts.markNone) : null}
          onPress={() => {
            onMark(chosen)
            onClose()
          }}
        >
          {chosen.length > 0 ? t(texts.markAct, chosen.length) : t(texts.markMissing)}
        </Button>
      }
    >
      <p>{t(texts.markLead)}</p>
      {lines.length > 1 && (
        <Checkbox
          label={t(texts.markAll, lines.length)}
          checked={chosen.length === lines.length}
          some={chosen.length > 0 && chosen.length < lines.length}
          onChange={(all) => choose(all ? lines.map(({ deviceId }) => deviceId) : [])}
        />
      )}
      {lines.length <= mostListed && (
        <ChecksField
          label={t(texts.leftOnList)}
          options={lines.map((line) => ({
            id: line.deviceId,
            text: lineName(line),
            note: [factsOf(line), line.packageNumber && t(texts.packageIs, line.packageNumber)]
              .filter(Boolean)
              .join(' · '),
          }))}
          value={chosen}
          onChange={choose}
        />
      )}
    </Dialog>
  )
}
