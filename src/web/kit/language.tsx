// The reader's language, switched at any time, and the texts and formats that follow it.
import { createContext, use, useCallback, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { formatsOf, type Formats } from '../../core/format.ts'
import { languages, type Language } from '../../core/text.ts'

type Said = string | ((...values: never[]) => string)
export interface AnyText {
  readonly sv: Said
  readonly en: Said
}
type ValuesOf<T extends AnyText> = T['sv'] extends (...values: infer V) => string ? V : []
export type Translate = <T extends AnyText>(text: T, ...values: ValuesOf<T>) => string

export function say<T extends AnyText>(language: Language, text: T, ...values: ValuesOf<T>) {
  const said = text[language]
  return typeof said === 'string' ? said : (said as (...v: ValuesOf<T>) => string)(...values)
}

const KEY = 'omlopp-language'
/** Dates as 2026-03-12 in both languages; Canadian English is the English that writes them so. */
const ariaLocales = { sv: 'sv-SE', en: 'en-CA' } as const

const isLanguage = (value: unknown): value is Language => languages.some((known) => known === value)

/** `?language=en` in an address is a choice too and wins; then what the reader chose, then Swedish. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('language')
  if (isLanguage(asked)) {
    localStorage.setItem(KEY, asked)
    return asked
  }
  const chosen = localStorage.getItem(KEY)
  return isLanguage(chosen) ? chosen : 'sv'
}

interface LanguageState {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  readonly t: Translate
  readonly formats: Formats
}
const LanguageContext = createContext<LanguageState | null>(null)

export function LanguageProvider({ children }: { children: React.ReactNode }) {
  const [language, choose] = useState(() => {
    const first = firstLanguage()
    // Before anything is asked for: answers are worded in the language of the page.
    document.documentElement.lang = first
    return first
  })
  const setLanguage = useCallback((chosen: Language) => {
    localStorage.setItem(KEY, chosen)
    document.documentElement.lang = chosen
    choose(chosen)
  }, [])
  const state = useMemo<LanguageState>(
    () => ({
      language,
      setLanguage,
      t: (text, ...values) => say(language, text, ...values),
      formats: formatsOf(language, Intl.DateTimeFormat().resolvedOptions().timeZone),
    }),
    [language, setLanguage],
  )
  return (
    <LanguageContext value={state}>
      <I18nProvider locale={ariaLocales[language]}>{children}</I18nProvider>
    </LanguageContext>
  )
}

export function useLanguage(): LanguageState {
  const state = use(LanguageContext)
  if (!state) throw new Error('LanguageProvider is missing above this component')
  return state
}
/** `const t = useText()`, then `t(texts.save)` or `t(texts.rows, 1, 18)`. */
export const useText = (): Translate => useLanguage().t
export const useFormat = (): Formats => useLanguage().formats
