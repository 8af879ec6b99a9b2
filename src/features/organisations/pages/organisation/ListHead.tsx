// One line on how to read a list, and the act that adds to it.
import './organisation.css'

export const ListHead = (props: {
  readonly children: React.ReactNode
  readonly act?: React.ReactNode
}) => (
  <div className="listhead">
    <p className="muted prose">{props.children}</p>
    {props.act}
  </div>
)
