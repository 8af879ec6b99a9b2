import { LinkButton } from '../../../web/kit/Button.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { settingsTexts as texts } from '../texts/settings.ts'

/** Somebody followed an address to a page that their roles do not open. */
export function NotMine() {
  const t = useText()
  return (
    <Notice title={t(texts.notMine)} act={<LinkButton href="/">{t(texts.toStart)}</LinkButton>}>
      {t(texts.notMineLead)}
    </Notice>
  )
}
