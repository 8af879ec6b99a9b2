// One of a few, as buttons that a gloved finger finds.
import { useId } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import './big-choice.css'

export function BigChoice<Id extends string>(props: {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly text: string; readonly note?: string }[]
  readonly value: Id | null
  readonly onChange: (id: Id) => void
}) {
  const labelId = useId()
  return (
    <div className="big-choice">
      <h2 id={labelId}>{props.label}</h2>
      <ToggleButtonGroup
        aria-labelledby={labelId}
        disallowEmptySelection
        selectedKeys={props.value === null ? [] : [props.value]}
        onSelectionChange={([id]) => id !== undefined && props.onChange(id as Id)}
      >
        {props.options.map(({ id, text, note }) => (
          <ToggleButton key={id} id={id}>
            {text} {note && <span className="note">{note}</span>}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
