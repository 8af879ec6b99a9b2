// Parts of one page (Tabs), and one of two or three ways to see it (Segmented).
import './tabs.css'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'

export interface TabPart {
  readonly id: string
  readonly text: string
  readonly count?: string
  readonly content: React.ReactNode
}

export function Tabs(props: {
  readonly label: string
  readonly parts: readonly TabPart[]
  /** Keep it in the address. */
  readonly value: string
  readonly onChange: (id: string) => void
}) {
  return (
    <AriaTabs selectedKey={props.value} onSelectionChange={(id) => props.onChange(String(id))}>
      <TabList className="tabs" aria-label={props.label}>
        {props.parts.map(({ id, text, count }) => (
          <Tab key={id} id={id} className="tab">
            {text} {count && <span>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {props.parts.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tabpanel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

export function Segmented<Id extends string>(props: {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly text: string }[]
  readonly value: Id
  readonly onChange: (id: Id) => void
}) {
  return (
    <ToggleButtonGroup
      className="seg"
      aria-label={props.label}
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={([id]) => id !== undefined && props.onChange(id as Id)}
    >
      {props.options.map(({ id, text }) => (
        <ToggleButton key={id} id={id}>
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
