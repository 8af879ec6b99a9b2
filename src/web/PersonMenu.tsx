import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import type { Session } from '../features/organisations/api/session.ts'
import { useText } from './kit/language.tsx'
import { Menu } from './kit/Menu.tsx'
import { leave } from './session.tsx'
import { texts } from './texts.ts'
import { useTheme } from './theme.tsx'

const initialsOf = (name: string) => {
  const words = name.split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map(
    (word) => word?.charAt(0) ?? '',
  )
  return letters.join('').toLocaleUpperCase('sv')
}

/** Who is signed in, light or dark, and the way out. `named`: the name stands in full. */
export function PersonMenu(props: { readonly session: Session; readonly named?: boolean }) {
  const t = useText()
  const { theme, setTheme } = useTheme()
  const { name } = props.session.person
  const themes = [
    { id: 'light', text: t(texts.themeLight), icon: Sun },
    { id: 'dark', text: t(texts.themeDark), icon: Moon },
    { id: 'system', text: t(texts.themeSystem), icon: Monitor },
  ] as const
  const face = (
    <span className="face" aria-hidden>
      {initialsOf(name)}
    </span>
  )
  return (
    <div className="person">
      <Menu
        kind="quiet"
        bare
        label={t(texts.signedInAs, name)}
        text={
          props.named ? (
            <>
              {face} {name}
            </>
          ) : (
            face
          )
        }
        head={{ title: name, note: props.session.person.email }}
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
    </div>
  )
}
