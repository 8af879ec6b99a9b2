// The living style guide at /kit: every component in its states. Folders beside add a gallery.tsx.
import { lazy, Suspense } from 'react'

type Part = { default: React.ComponentType }
const parts = Object.entries(import.meta.glob<Part>('./*/gallery.tsx')).map(([path, load]) => ({
  path,
  Part: lazy(load),
}))

export default function Gallery() {
  return (
    <main style={{ padding: '32px 40px', maxWidth: 1440 }}>
      <h1>Omlopp, kit</h1>
      <Suspense>
        {parts.map(({ path, Part }) => (
          <Part key={path} />
        ))}
      </Suspense>
    </main>
  )
}
