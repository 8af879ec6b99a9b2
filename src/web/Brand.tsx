import { Link } from './kit/Link.tsx'

export const Brand = () => (
  <Link className="brand" href="/">
    <svg viewBox="0 0 24 24" aria-hidden>
      <path d="M3.5 12a8.5 8.5 0 0 0 17 0" fill="none" stroke="var(--flow)" strokeWidth="6" />
      <circle cx="12" cy="12" r="7.5" fill="none" stroke="var(--accent)" strokeWidth="2.5" />
    </svg>
    Omlopp
  </Link>
)
