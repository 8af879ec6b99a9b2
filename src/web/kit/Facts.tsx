// What holds about one thing: in a row under its heading (Facts), or under each other (DefinitionList).
import './page.css'

export interface Fact {
  readonly name: string
  readonly value: React.ReactNode
}

export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

export const DefinitionList = (props: {
  readonly facts: readonly Fact[]
  /** Figures: values to the right, the last line is the sum. */
  readonly sum?: boolean
}) => (
  <dl className={props.sum ? 'definitions sum' : 'definitions'}>
    {props.facts.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
