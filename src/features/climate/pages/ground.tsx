// What the figures stand on: equivalents, data quality, what to keep in mind, and the sources.
import { StackedBar } from '../../../web/kit/charts/StackedBar.tsx'
import { twoDigits } from '../../../web/kit/charts/numbers.ts'
import { useFormat, useLanguage, useText } from '../../../web/kit/language.tsx'
import { Section } from '../../../web/kit/Page.tsx'
import { climateTexts, dataQualityTexts } from '../texts.ts'
import { reportTexts as texts } from '../texts/pages.ts'
import { kindHeading, unitOf, type Own, type Summary } from './words.ts'

export function Equivalents({ own }: { readonly own: Own }) {
  const { t, language } = useLanguage()
  const { equivalents } = own
  if (!equivalents) return null
  const { carKm, laps, fridgeYears, car, fridge } = equivalents
  const two = (value: number) => twoDigits(value, language)
  const year = (one: { year: number | null }) => String(one.year ?? '–')
  const factor = (value: number) => value.toString().replace('.', language === 'sv' ? ',' : '.')
  const rows = [
    {
      id: 'car',
      said: t(texts.carKm, two(carKm)),
      note: t(texts.carNote, factor(car.value), year(car)),
    },
    { id: 'laps', said: t(texts.laps, two(laps)), note: t(texts.lapsNote) },
    {
      id: 'fridge',
      said: t(texts.fridges, two(fridgeYears)),
      note: t(texts.fridgeNote, factor(fridge.value), year(fridge)),
    },
  ]
  return (
    <Section beside title={t(texts.equals)} lead={t(climateTexts.caveatEquivalence)}>
      <dl className="equals">
        {rows.map(({ id, said, note }) => (
          <div key={id}>
            <dt>{said}</dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const colours = ['accent', 's4', 's3', 'edge'] as const

export function Quality({ summary, own }: { readonly summary: Summary; readonly own: Own }) {
  const { t, language } = useLanguage()
  return (
    <Section beside title={t(climateTexts.dataQuality)} lead={t(texts.qualityLead)}>
      <StackedBar
        language={language}
        title={t(climateTexts.dataQuality)}
        fileName="underlag"
        parts={own.byDataQuality
          .filter(({ netKg }) => netKg > 0)
          .map(({ dataQuality, netKg }) => ({
            name: t(dataQualityTexts[dataQuality as 1 | 2 | 3 | 4]),
            // The estimate is worth two digits, also in the table.
            value: Number(netKg.toPrecision(2)),
            colour: colours[dataQuality - 1]!,
          }))}
        source={t(climateTexts.methodVersion, summary.method, summary.factorVersion)}
      />
    </Section>
  )
}

export function Caveats({ summary, own }: { readonly summary: Summary; readonly own: Own }) {
  const { t, language } = useLanguage()
  const unit = unitOf(own, language)
  const two = (kg: number) => twoDigits(unit.of(kg), language)
  return (
    <Section beside title={t(texts.toRead)}>
      <ul className="caveats">
        <li>
          <b>{t(climateTexts.caveatInventory)}</b>
        </li>
        <li>
          {t(climateTexts.caveatShares)}{' '}
          {t(texts.shares, two(own.supplier), two(own.buyer), unit.word)}
        </li>
        <li>{t(climateTexts.methodUnit)}</li>
        <li>{t(climateTexts.methodReference)}</li>
        <li>{t(climateTexts.methodBurden)}</li>
        <li>
          {t(climateTexts.methodInterval)} {t(climateTexts.caveatLowEnd)}
        </li>
        <li>{t(climateTexts.caveatCarbonOnly)}</li>
        {summary.withoutFactor > 0 && <li>{t(texts.withoutFactor, summary.withoutFactor)}</li>}
      </ul>
    </Section>
  )
}

export function Sources({ summary }: { readonly summary: Summary }) {
  const t = useText()
  const { num } = useFormat()
  const known = summary.categories.filter(({ source }) => source !== null)
  return (
    <Section beside title={t(texts.sources)} lead={t(texts.sourcesLead)}>
      <div className="sourcebox" role="group" aria-label={t(texts.sources)} tabIndex={0}>
        <table className="factorsources">
          <thead>
            <tr>
              <th scope="col">{t(texts.kind)}</th>
              <th scope="col" className="num">
                {t(texts.count)}
              </th>
              <th scope="col">{t(texts.source)}</th>
              <th scope="col">{t(texts.year)}</th>
              <th scope="col">{t(texts.licence)}</th>
            </tr>
          </thead>
          <tbody>
            {known.map(({ category, count, source, sourceYear, licence }) => (
              <tr key={category}>
                <th scope="row">{kindHeading(category, t)}</th>
                <td className="num">{num(count)}</td>
                <td lang="en">{source}</td>
                <td className="nw">{sourceYear}</td>
                <td lang="en">{licence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {summary.notices.map((notice) => (
        <p key={notice} className="note" lang="en">
          {notice}
        </p>
      ))}
    </Section>
  )
}
