// What belongs to a list as a list: copy its address, choose columns, fetch it as a file.
import { Columns3, Download, Rows4 } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { texts } from '../../texts.ts'
import { LinkButton } from '../Button.tsx'
import { Copy } from '../Copy.tsx'
import { useText } from '../language.tsx'
import { Menu } from '../Menu.tsx'
import type { Column, TableChoices } from './columns.ts'

export function TableTools<Row>(props: {
  readonly columns: readonly Column<Row>[]
  readonly choices: TableChoices
  readonly onChoose: (change: Partial<TableChoices>) => void
  /** The list as CSV: `addressOf(listDevices, { query: { …, format: 'csv' } })`. */
  readonly downloadHref?: string
}) {
  const { columns, choices, onChoose, downloadHref } = props
  const t = useText()
  const rest = columns.slice(1)
  return (
    <div className="tools tabletools">
      <Copy />
      <ToggleButton
        className="btn quiet small"
        isSelected={choices.compact}
        onChange={(compact) => onChoose({ compact })}
      >
        <Rows4 aria-hidden />
        {t(texts.density)}
      </ToggleButton>
      <Menu
        kind="quiet"
        small
        bare
        icon={Columns3}
        text={t(texts.columns)}
        acts={rest.map(({ id, text }) => ({ id, text }))}
        chosen={rest.map(({ id }) => id).filter((id) => !choices.hidden.includes(id))}
        onChosen={(ids) =>
          onChoose({ hidden: rest.map(({ id }) => id).filter((id) => !ids.includes(id)) })
        }
      />
      {downloadHref && (
        <LinkButton kind="quiet" small icon={Download} href={downloadHref} download>
          {t(texts.download)}
        </LinkButton>
      )}
    </div>
  )
}
