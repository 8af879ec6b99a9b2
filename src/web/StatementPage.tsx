// Readable by anybody: the law asks for it to be linked from every page, also before signing in.
import './shell.css'
import './statement.css'
import { useQuery } from '@tanstack/react-query'
import { Brand } from './Brand.tsx'
import { useLanguage } from './kit/language.tsx'
import { PageHead } from './kit/Page.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { sessionQuery } from './session.ts'
import { assessedOn, statementTexts as texts } from './statement-texts.ts'

const REPORT = 'https://www.digg.se/tdosanmalan'

export default function StatementPage() {
  const { t, language } = useLanguage()
  const { data: session } = useQuery(sessionQuery)
  const organisation = session?.organisation.name ?? t(texts.someOrganisation)
  return (
    <div className="bare">
      <header className="baretop">
        <Brand />
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        <PageHead title={t(texts.title)} lead={t(texts.lead)} />
        <div className="statement">
          <p>{t(texts.who, organisation)}</p>
          <h2>{t(texts.how)}</h2>
          <p>{t(texts.level)}</p>
          <h2>{t(texts.gaps)}</h2>
          <Points lines={texts.gapList[language]} />
          <p>{t(texts.burden)}</p>
          <h2>{t(texts.tell)}</h2>
          <p>{t(texts.tellHow)}</p>
          <p>
            {t(texts.supervision)} <a href={REPORT}>digg.se/tdosanmalan</a>
          </p>
          <h2>{t(texts.tested)}</h2>
          <Points lines={texts.testedList[language]} />
          <p>{t(texts.dates, assessedOn)}</p>
        </div>
      </main>
    </div>
  )
}

const Points = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
