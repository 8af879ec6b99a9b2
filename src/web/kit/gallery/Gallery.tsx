// The living style guide at /kit: every component in its states. Folders of the kit add a gallery.tsx.
import './gallery.css'
import { lazy, Suspense } from 'react'
import { Brand } from '../../Brand.tsx'
import { LanguageSwitch } from '../../LanguageSwitch.tsx'
import { useTheme } from '../../theme.tsx'
import { texts } from '../../texts.ts'
import { useText } from '../language.tsx'
import { PageHead } from '../Page.tsx'
import { Segmented } from '../Tabs.tsx'
import { Acts } from './Acts.tsx'
import { Fields } from './Fields.tsx'
import { Lists } from './Lists.tsx'
import { Messages } from './Messages.tsx'
import { Parts } from './Parts.tsx'
import '../../shell.css'

type Part = { default: React.ComponentType }
const parts = Object.entries(import.meta.glob<Part>('../*/gallery.tsx')).map(([path, load]) => ({
  path,
  Part: lazy(load),
}))

export default function Gallery() {
  const t = useText()
  const { theme, setTheme } = useTheme()
  return (
    <div className="bare gallery">
      <header className="baretop">
        <Brand />
        <div className="tools">
          <LanguageSwitch />
          <Segmented
            label={t({ sv: 'Ljust eller mörkt', en: 'Light or dark' })}
            value={theme}
            onChange={setTheme}
            options={[
              { id: 'light', text: t(texts.themeLight) },
              { id: 'dark', text: t(texts.themeDark) },
              { id: 'system', text: t(texts.themeSystem) },
            ]}
          />
        </div>
      </header>
      <main id="main">
        <PageHead
          title="Kit"
          lead={t({
            sv: 'Varje del som sidorna byggs av, i sina lägen. Namn, nummer och belopp är påhittade.',
            en: 'Every part that pages are built of, in its states. Names, numbers and amounts are invented.',
          })}
        />
        <Acts />
        <Fields />
        <Messages />
        <Parts />
        <Suspense>
          {parts.map(({ path, Part }) => (
            <Part key={path} />
          ))}
        </Suspense>
        <Lists />
      </main>
    </div>
  )
}
