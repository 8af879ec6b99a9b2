// The head of a page and its sections.
import './page.css'
import { useEffect, useId } from 'react'
import { Link } from './Link.tsx'

export interface PageHeadProps {
  readonly title: string
  /** When the heading holds more than text: `<>130 ton <Co2e /></>`. */
  readonly heading?: React.ReactNode
  readonly lead?: React.ReactNode
  /** The list this belongs to. */
  readonly up?: { readonly href: string; readonly text: string }
  readonly acts?: React.ReactNode
}

export function PageHead({ title, heading, lead, up, acts }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} – Omlopp`
  }, [title])
  return (
    <div className="pagehead">
      <div>
        {up && (
          <p className="up">
            <Link href={up.href}>{up.text}</Link>
          </p>
        )}
        <h1 tabIndex={-1}>{heading ?? title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {acts && <div className="tools">{acts}</div>}
    </div>
  )
}

export interface SectionProps {
  readonly title: string
  /** How to read it: one line under the heading. */
  readonly lead?: React.ReactNode
  /** Right of the heading. */
  readonly acts?: React.ReactNode
  /** Heading to the left of the content, as reports have it. */
  readonly beside?: boolean
  readonly children: React.ReactNode
}

export function Section({ title, lead, acts, beside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={beside ? 'section beside' : 'section'} aria-labelledby={id}>
      <div className="sectionhead">
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p>{lead}</p>}
        </div>
        {acts && <div className="tools">{acts}</div>}
      </div>
      <div className="sectionbody">{children}</div>
    </section>
  )
}

/** What belongs to the page but not to its story: 1fr beside 300 px, under it on smaller screens. */
export const WithSide = (props: {
  readonly children: React.ReactNode
  readonly side: React.ReactNode
}) => (
  <div className="withside">
    <div>{props.children}</div>
    <aside>{props.side}</aside>
  </div>
)
