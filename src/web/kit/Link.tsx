// A link to a page of Omlopp: an ordinary link that does not reload.
import { useRouter } from '@tanstack/react-router'

export interface LinkProps extends React.AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string
  readonly ref?: React.Ref<HTMLAnchorElement>
}

/** A plain click with the main button, to here, without a wish for a new tab or a file. */
function staysHere(event: React.MouseEvent<HTMLAnchorElement>) {
  const { target, download } = event.currentTarget
  const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  return (
    plain &&
    event.button === 0 &&
    !event.defaultPrevented &&
    !download &&
    (!target || target === '_self')
  )
}

const isPage = (href: string) => href.startsWith('/') && !href.startsWith('/api/')

/** The program of the page is fetched while the hand is still on its way to press. */
function usePreload(href: string) {
  const router = useRouter()
  return () => {
    const [path] = href.split('?')
    // A fetch that fails is remembered, so none is tried without a network.
    if (path && isPage(href) && navigator.onLine)
      void router.preloadRoute({ to: path }).catch(() => {})
  }
}

export function Link({ href, onClick, onPointerEnter, onFocus, ...rest }: LinkProps) {
  const router = useRouter()
  const preload = usePreload(href)
  return (
    <a
      {...rest}
      href={href}
      onPointerEnter={(event) => {
        onPointerEnter?.(event)
        preload()
      }}
      onFocus={(event) => {
        onFocus?.(event)
        preload()
      }}
      onClick={(event) => {
        onClick?.(event)
        if (!isPage(href) || !staysHere(event)) return
        event.preventDefault()
        router.history.push(href)
      }}
    />
  )
}
