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

export function Link({ href, onClick, ...rest }: LinkProps) {
  const router = useRouter()
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (!href.startsWith('/') || href.startsWith('/api/') || !staysHere(event)) return
        event.preventDefault()
        router.history.push(href)
      }}
    />
  )
}
