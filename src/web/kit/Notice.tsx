// Says something about the page as a whole; `warn` when it needs somebody.
import './message.css'
import { Info, TriangleAlert } from 'lucide-react'

export function Notice(props: {
  readonly title?: string
  readonly tone?: 'plain' | 'warn'
  readonly act?: React.ReactNode
  readonly children?: React.ReactNode
}) {
  const warn = props.tone === 'warn'
  const Icon = warn ? TriangleAlert : Info
  return (
    <div className={warn ? 'message warn-box' : 'message'} role="status">
      <Icon aria-hidden />
      <div>
        {props.title && <p className="what">{props.title}</p>}
        {props.children && <div>{props.children}</div>}
        {props.act && <div className="tools">{props.act}</div>}
      </div>
    </div>
  )
}

/** `12 dagar över`: a triangle and how long, beside what it is about. */
export const Flag = ({ children }: { readonly children: React.ReactNode }) => (
  <span className="flag">
    <svg viewBox="0 0 12 12" aria-hidden>
      <path d="M6 1 11.5 10.8H.5Z" fill="currentColor" />
    </svg>
    {children}
  </span>
)
