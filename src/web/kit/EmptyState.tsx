// One sentence on what will stand here, and one act. No picture.
import './page.css'

export const EmptyState = (props: {
  readonly children: React.ReactNode
  readonly act?: React.ReactNode
}) => (
  <div className="empty">
    <p className="prose">{props.children}</p>
    {props.act && <div className="tools">{props.act}</div>}
  </div>
)
