import './station.css'

export interface DiscrepancyItem {
  readonly id: string
  readonly code: string
  /** After the code: "saknas", "står inte på följesedeln". */
  readonly what: string
  readonly detail?: string | undefined
  /** One button: "Fortsätt leta", "Avgör". */
  readonly act?: React.ReactNode
}

/** Counted and listed differ: one row each, with what can be done about it. */
export function DiscrepancyList({ items }: { items: readonly DiscrepancyItem[] }) {
  if (items.length === 0) return null
  return (
    <ul className="discrepancies">
      {items.map(({ id, code, what, detail, act }) => (
        <li key={id}>
          <div>
            <b>{code}</b> {what}
            {detail && <p className="muted">{detail}</p>}
          </div>
          {act}
        </li>
      ))}
    </ul>
  )
}
