import { texts } from './texts.ts'
import { languages } from '../core/text.ts'
import { useLanguage } from './kit/language.tsx'

const names = { sv: texts.swedish.sv, en: texts.english.en }

export function LanguageSwitch() {
  const { language, setLanguage, t } = useLanguage()
  return (
    <div className="lang" role="group" aria-label={t(texts.language)}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => setLanguage(one)}
        >
          {names[one]}
        </button>
      ))}
    </div>
  )
}
