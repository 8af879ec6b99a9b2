// What the face opens: light or dark, and the way out. Fetched when it is asked for.
import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import type { Session } from '../features/organisations/api/session.ts'
import { useText } from './kit/language.tsx'
import { Menu } from './kit/Menu.tsx'
import { leave } from './session.ts'
import { texts } from './texts.ts'
import { useTheme } from './theme.tsx'

export default function PersonMenu(props: {
  readonly session: Session
  readonly face: React.ReactNode
}) {
  const t = useText()
  const { theme, setTheme } = useTheme()
  const { name } = props.session.person
  const themes = [
    { id: 'light', text: t(texts.themeLight), icon: Sun },
    { id: 'dark', text: t(texts.themeDark), icon: Moon },
    { id: 'system', text: t(texts.themeSystem), icon: Monitor },
  ] as const
  return (
    <Menu
      kind="quiet"
      bare
      defaultOpen
      label={t(texts.signedInAs, name)}
      text={props.face}
      head={{ title: name, note: props.session.person.email ?? undefined }}
      acts={[
        ...themes.map(({ id, text, icon }) => ({
          id,
          text,
          icon,
          current: id === theme,
          onAct: () => setTheme(id),
        })),
        {
          id: 'out',
          icon: LogOut,
          text: t(texts.signOut),
          onAct: () => void leave(),
          parted: true,
        },
      ]}
    />
  )
}
