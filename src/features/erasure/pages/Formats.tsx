// What each kind of file can prove: there for who wonders, folded for who knows.
import { useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { bestTexts, formatsTitle, formatTexts } from '../texts/formats.ts'
import { rulesTexts } from '../texts/rules.ts'

export function Formats() {
  const t = useText()
  return (
    <details className="formats">
      <summary>{t(formatsTitle)}</summary>
      <dl>
        {formatTexts.map(({ name, says, best }) => (
          <div key={name.en}>
            <dt>
              {t(name)} <span className={best}>{t(bestTexts[best])}</span>
            </dt>
            <dd>{t(says)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted prose">
        {t(rulesTexts.otherTool)} <Link href="/erasure/rules">{t(rulesTexts.describeReport)}</Link>
      </p>
    </details>
  )
}
