import './button.css'
import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useText } from './language.tsx'
import { Link, type LinkProps } from './Link.tsx'
import { texts } from '../texts.ts'

interface Looks {
  /** `primary`: one per view. `quiet`: without border. */
  readonly kind?: 'plain' | 'primary' | 'quiet' | undefined
  /** 28 px, for acts on a row and in tool rows. */
  readonly small?: boolean | undefined
  readonly icon?: LucideIcon | undefined
  readonly children: React.ReactNode
}

const classOf = ({ kind = 'plain', small }: Looks) => `btn ${kind}${small ? ' small' : ''}`

export interface ButtonProps extends Looks {
  readonly onPress?: (() => void) | undefined
  readonly type?: 'button' | 'submit' | 'reset' | undefined
  /** The act goes on: width and text stay, a ring is added, nothing can be pressed twice. */
  readonly busy?: boolean | undefined
  /** Why it cannot be done now. The button stays in reach, and the reason stands beside it. */
  readonly cannot?: string | null | undefined
  /** Names the act when the text alone does not: `Ta bort EX-104 815`. */
  readonly label?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly slot?: string | undefined
  readonly ref?: React.Ref<HTMLButtonElement>
  readonly form?: string | undefined
}

export function Button({
  onPress,
  busy = false,
  cannot,
  label,
  icon: Icon,
  children,
  ...rest
}: ButtonProps) {
  const t = useText()
  const reasonId = useId()
  const { kind: _kind, small: _small, type = 'button', ...plain } = rest
  const button = (
    <AriaButton
      {...plain}
      className={classOf({ ...rest, children })}
      type={cannot || busy ? 'button' : type}
      {...(label !== undefined && { 'aria-label': label })}
      {...(cannot && { 'aria-describedby': reasonId })}
      {...(cannot || busy ? { 'aria-disabled': true } : { onPress })}
      {...(busy && { 'data-pending': true })}
    >
      {Icon && <Icon aria-hidden />}
      {children}
      {busy && (
        <span className="ring" role="status">
          <span className="vh">{t(texts.busy)}</span>
        </span>
      )}
    </AriaButton>
  )
  if (!cannot) return button
  return (
    <span className="cannot">
      {button}
      <span className="why" id={reasonId}>
        {cannot}
      </span>
    </span>
  )
}

/** Looks as a button, is a link: it goes somewhere and can be opened in a tab. */
export function LinkButton({ kind, small, icon: Icon, children, ...rest }: Looks & LinkProps) {
  return (
    <Link {...rest} className={classOf({ kind, small, children })}>
      {Icon && <Icon aria-hidden />}
      {children}
    </Link>
  )
}

/** Only for close and clear, where the sign needs no word on screen. */
export function IconButton({
  icon: Icon,
  label,
  ...rest
}: {
  readonly icon: LucideIcon
  readonly label: string
  readonly onPress?: () => void
  readonly slot?: string
  readonly className?: string
}) {
  const { className = '', ...plain } = rest
  return (
    <AriaButton {...plain} className={`btn quiet small only ${className}`} aria-label={label}>
      <Icon aria-hidden />
    </AriaButton>
  )
}
