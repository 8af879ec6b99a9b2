// Holds the place of what is on its way, in its size, so that nothing jumps. It does not shimmer.
import './page.css'
import { texts } from '../texts.ts'
import { useText } from './language.tsx'

export function Skeleton(props: {
  /** How many lines, as many as what comes. */
  readonly lines?: number
  readonly height?: number
  readonly width?: number | string
}) {
  const { lines = 1, height = 20, width = '100%' } = props
  const t = useText()
  return (
    <div className="skeletons" role="status" aria-label={t(texts.waiting)}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton" style={{ height, width }} />
      ))}
    </div>
  )
}
