// Whether a page exists here: a link to another feature is shown only when it leads somewhere.
import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

export function useKnownPages() {
  const { routesByPath } = useRouter()
  const known = useCallback(
    (path: string) => path.replace(/\{(\w+)\}/g, '$$$1') in routesByPath,
    [routesByPath],
  )
  /** The first of these that exists. */
  const firstKnown = useCallback((...paths: readonly string[]) => paths.find(known), [known])
  return { known, firstKnown }
}
