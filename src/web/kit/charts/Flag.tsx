import './status.css'

/** A triangle and words, for what is late, stuck or does not match. */
export function Flag({ children }: { children: React.ReactNode }) {
  return (
    <span className="flag">
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M6 1 11.5 10.8H.5Z" fill="currentColor" />
      </svg>
      {children}
    </span>
  )
}
