import { sek } from '../../../core/money.ts'
import { Button } from '../Button.tsx'
import { RadioField } from '../field/CheckField.tsx'
import { DefinitionList, Facts } from '../Facts.tsx'
import { useFormat, useText } from '../language.tsx'
import { Section, WithSide } from '../Page.tsx'
import { Steps } from '../Steps.tsx'
import { Co2e, Day, Figure, Instant, Money, Num, Serial } from '../values.tsx'

export function Parts() {
  const t = useText()
  const { num } = useFormat()
  return (
    <>
      <Section
        title="Facts, DefinitionList, WithSide, Figure, Money, Num, Day, Instant, Co2e"
        lead={t({ sv: 'Vad som gäller om en sak.', en: 'What holds about one thing.' })}
      >
        <div className="stack">
          <Facts
            facts={[
              { name: t({ sv: 'Status', en: 'Status' }), value: t({ sv: 'I bruk', en: 'In use' }) },
              { name: t({ sv: 'Innehavare', en: 'Holder' }), value: 'Jonas Ek' },
              { name: t({ sv: 'Grad', en: 'Grade' }), value: 'B' },
              { name: t({ sv: 'Slutdatum', en: 'End date' }), value: <Day day="2028-10-06" /> },
              {
                name: t({ sv: 'Serienummer', en: 'Serial number' }),
                value: <Serial>PF3K9L1Q</Serial>,
              },
              {
                name: t({ sv: 'Senast sedd', en: 'Last seen' }),
                value: <Instant at="2026-03-12T09:52:00Z" />,
              },
            ]}
          />
          <WithSide
            side={
              <Section title={t({ sv: 'Pengar', en: 'Money' })}>
                <DefinitionList
                  sum
                  facts={[
                    {
                      name: t({ sv: 'Köpt 2021', en: 'Bought 2021' }),
                      value: <Money bare money={sek(1149000)} />,
                    },
                    {
                      name: t({ sv: 'Debiterat', en: 'Charged' }),
                      value: <Money bare money={sek(-1219000)} />,
                    },
                    {
                      name: t({ sv: 'Internhyra, per månad', en: 'Internal rent, a month' }),
                      value: <Money money={sek(14900)} />,
                    },
                  ]}
                />
              </Section>
            }
          >
            <Section title={t({ sv: 'Klimat', en: 'Climate' })}>
              <Figure
                value={num(130)}
                unit={
                  <>
                    kg <Co2e /> {t({ sv: 'undvikna', en: 'avoided' })}
                  </>
                }
              />
              <p className="muted">
                <Num value={12418} /> {t({ sv: 'enheter i bruk', en: 'devices in use' })}
              </p>
            </Section>
          </WithSide>
        </div>
      </Section>
      <Section
        title="Section beside"
        beside
        lead={t({ sv: 'Som i rapporter.', en: 'As in reports.' })}
      >
        <DefinitionList
          facts={[
            { name: t({ sv: 'Metod', en: 'Method' }), value: 'omlopp-impact/1' },
            {
              name: t({ sv: 'Data till och med', en: 'Data until' }),
              value: <Day day="2025-12-31" />,
            },
          ]}
        />
      </Section>
      <Section title="Steps">
        <Steps
          current="reuse"
          steps={[
            {
              id: 'need',
              text: t({ sv: 'Behövs det?', en: 'Is it needed?' }),
              answer: t({ sv: 'Ja, en ny medarbetare', en: 'Yes, a new employee' }),
              href: '/kit',
            },
            { id: 'reuse', text: t({ sv: 'Kan det återbrukas?', en: 'Can it be reused?' }) },
            { id: 'new', text: t({ sv: 'Annars nytt, varför?', en: 'Else new, why?' }) },
          ]}
        >
          <div className="form">
            <RadioField
              label={t({ sv: 'Kan det återbrukas?', en: 'Can it be reused?' })}
              options={[
                { id: 'yes', text: t({ sv: 'Ja, en ur poolen', en: 'Yes, one from the pool' }) },
                { id: 'no', text: t({ sv: 'Nej, inget passar', en: 'No, none will do' }) },
              ]}
              value="yes"
              onChange={() => {}}
            />
            <Button kind="primary">{t({ sv: 'Fortsätt', en: 'Go on' })}</Button>
          </div>
        </Steps>
      </Section>
    </>
  )
}
