// A row of views: each a link with its count. A view is an address, so it can be sent to anybody.
import './tabs.css'
import { Plus } from 'lucide-react'
import { texts } from '../texts.ts'
import { Button } from './Button.tsx'
import { useFormat, useText } from './language.tsx'
import { Link } from './Link.tsx'

export interface SavedView {
  readonly id: string
  readonly text: string
  readonly href: string
  readonly count?: number | undefined
}

export function SavedViews(props: {
  readonly views: readonly SavedView[]
  readonly current: string | null
  /** The filters differ from what the current view says. */
  readonly changed?: boolean
  readonly onSave?: () => void
}) {
  const t = useText()
  const { num } = useFormat()
  return (
    <nav aria-label={t(texts.views)}>
      <ul className="views">
        {props.views.map(({ id, text, href, count }) => (
          <li key={id}>
            <Link href={href} {...(id === props.current && { 'aria-current': 'page' as const })}>
              {text} {count !== undefined && <span>{num(count)}</span>}
              {props.changed && id === props.current && (
                <span className="changed"> {t(texts.viewChanged)}</span>
              )}
            </Link>
          </li>
        ))}
        {props.onSave && (
          <li>
            <Button kind="quiet" small icon={Plus} onPress={props.onSave}>
              {t(texts.saveView)}
            </Button>
          </li>
        )}
      </ul>
    </nav>
  )
}
