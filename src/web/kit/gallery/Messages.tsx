import { useState } from 'react'
import { ApiProblem } from '../api-client.ts'
import { Button } from '../Button.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { useText } from '../language.tsx'
import { LongWork } from '../LongWork.tsx'
import { Flag, Notice } from '../Notice.tsx'
import { Section } from '../Page.tsx'
import { Refusal } from '../Refusal.tsx'
import { Skeleton } from '../Skeleton.tsx'

const words = {
  'serial-taken': {
    sv: (details: Readonly<Record<string, unknown>>) =>
      `Serienumret finns redan på ${String(details['assetTag'])}.`,
    en: (details: Readonly<Record<string, unknown>>) =>
      `The serial number already belongs to ${String(details['assetTag'])}.`,
  },
}

export function Messages() {
  const t = useText()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  return (
    <Section title="Refusal, Notice, Flag, EmptyState, LongWork, Skeleton">
      <div className="stack">
        <div className="row">
          <Button
            onPress={() =>
              setProblem(
                new ApiProblem(409, { code: 'serial-taken', details: { assetTag: 'EX-103 390' } }),
              )
            }
          >
            {t({ sv: 'Visa en avvisning', en: 'Show a refusal' })}
          </Button>
          <Button onPress={() => setProblem(new ApiProblem(0, {}))}>
            {t({ sv: 'Visa ett nätfel', en: 'Show a lost network' })}
          </Button>
        </div>
        <Refusal
          problem={problem}
          words={words}
          act={<Button small>{t({ sv: 'Öppna EX-103 390', en: 'Open EX-103 390' })}</Button>}
        />
        <Notice
          tone="warn"
          title={t({
            sv: '31 inlämnade har stått i mer än 14 dagar',
            en: '31 handed in have stood for more than 14 days',
          })}
          act={<Button small>{t({ sv: 'Boka hämtning', en: 'Book a collection' })}</Button>}
        >
          {t({
            sv: 'Depå Norr 22, Depå Syd 9. Omtag kan hämta på tisdag.',
            en: 'Depot North 22, Depot South 9. Omtag can collect on Tuesday.',
          })}
        </Notice>
        <Notice>
          {t({
            sv: 'Priset gäller från 2026-01-01.',
            en: 'The price holds from 2026-01-01.',
          })}
        </Notice>
        <p>
          2026-02-28 <Flag>{t({ sv: '12 dagar över', en: '12 days over' })}</Flag>
        </p>
        <LongWork
          name={t({ sv: 'Läser in', en: 'Importing' })}
          done={41200}
          total={100000}
          secondsLeft={124}
          onStop={() => {}}
        />
        <EmptyState act={<Button>{t({ sv: 'Läs in en fil', en: 'Import a file' })}</Button>}>
          {t({
            sv: 'Här står all utrustning som organisationen äger eller hyr.',
            en: 'Here stands all equipment that the organisation owns or rents.',
          })}
        </EmptyState>
        <Skeleton lines={3} height={28} />
      </div>
    </Section>
  )
}
