import type { Language } from '../../../../core/text.ts'
import { Co2e } from '../Co2e.tsx'
import { Columns } from '../Columns.tsx'
import { Drivers } from '../Drivers.tsx'
import { Figure, Figures } from '../Figure.tsx'
import { GoalPath } from '../GoalPath.tsx'
import { Hierarchy } from '../Hierarchy.tsx'
import { IntervalBar, IntervalRows, intervalText } from '../IntervalBar.tsx'
import { LifeLine } from '../life-line/LifeLine.tsx'
import type { Stay } from '../life-line/spans.ts'
import { StackedBar } from '../StackedBar.tsx'
import { Timeline } from '../Timeline.tsx'

const in2 = (language: Language) => (sv: string, en: string) => (language === 'sv' ? sv : en)

export function LifeGallery({ language }: { language: Language }) {
  const t = in2(language)
  const stays: Stay[] = [
    {
      role: 'holder',
      name: 'Elin Sandberg',
      place: 'Gläntans förskola',
      from: '2021-08-23',
      to: '2025-08-28',
      status: 'handedOut',
      word: t('utlämnad', 'handed out'),
    },
    {
      role: 'custodian',
      name: 'Depå Norr',
      from: '2025-08-28',
      to: '2025-09-03',
      status: 'handedIn',
      word: t('inlämnad', 'handed in'),
    },
    { role: 'custodian', name: 'Transport', from: '2025-09-03', to: '2025-09-05', status: 'sent' },
    {
      role: 'custodian',
      name: 'Omtag AB',
      from: '2025-09-05',
      to: '2025-09-22',
      status: 'received',
      word: t('mottagen', 'received'),
    },
    {
      role: 'custodian',
      name: 'Pool',
      place: 'Depå Norr',
      from: '2025-09-22',
      to: '2025-10-06',
      status: 'pool',
      word: t('i pool', 'in pool'),
    },
    {
      role: 'holder',
      name: 'Jonas Ek',
      place: 'Kulturskolan',
      from: '2025-10-06',
      to: null,
      status: 'handedOut',
      word: t('utlämnad', 'handed out'),
    },
  ]
  const many = Array.from({ length: 24 }, (_, index): Stay => {
    const day = (offset: number) =>
      new Date(Date.UTC(2017, 1, 1) + offset * 86_400_000).toISOString().slice(0, 10)
    const short = index % 6 > 1
    const start = Math.floor(index / 6) * 800 + (short ? 600 + (index % 6) * 24 : (index % 6) * 300)
    return {
      role: short ? 'custodian' : 'holder',
      name: short ? ['Depå Syd', 'Transport', 'Omtag AB', 'Pool'][(index % 6) - 2]! : 'Sanna Lind',
      from: day(start),
      to: null,
      status: (['inUse', 'inUse', 'handedIn', 'sent', 'received', 'pool'] as const)[index % 6]!,
      word: t('mottagen', 'received'),
    }
  })
  return (
    <div className="gallery-rows">
      <LifeLine
        {...{ language, stays }}
        today="2026-03-12"
        plannedEnd="2028-10-06"
        fileName="EX-104817"
        marks={[{ on: '2025-09-08', word: t('raderad', 'erased') }]}
        betweenNote={t(
          'Data bevisat raderad efter 11 dagar, lovat 14.',
          'Data proven erased after 11 days, 14 promised.',
        )}
      />
      <LifeLine {...{ language }} stays={many} today="2026-03-12" fileName="many" />
      <LifeLine
        {...{ language }}
        stays={[{ ...stays[5]!, from: '2026-03-11' }]}
        today="2026-03-12"
        plannedEnd="2026-03-19"
        fileName="new"
      />
    </div>
  )
}

export function TimelineGallery({ language }: { language: Language }) {
  const t = in2(language)
  return (
    <div style={{ maxWidth: 800 }}>
      <Timeline
        language={language}
        groups={[
          {
            heading: t('Andra livet', 'Second life'),
            entries: [
              {
                id: 'a',
                status: 'handedOut',
                on: '2025-10-06',
                title: t('Utlämnad till Jonas Ek', 'Handed out to Jonas Ek'),
                parties: ['Depå Norr', 'Jonas Ek, Kulturskolan'],
                detail: t(
                  'Kvitterad samma dag. Ersatte köp av ny, behov B-2025-0933.',
                  'Receipt the same day. Replaced a purchase, need B-2025-0933.',
                ),
                number: 17,
              },
              {
                id: 'f',
                folded: t('8 debiteringar', '8 charges'),
                entries: [1, 2, 3].map((n) => ({
                  id: `f${n}`,
                  status: 'inUse' as const,
                  on: `2025-1${n - 1}-31`,
                  title: t('Debiterad 149,00 kr', 'Charged SEK 149.00'),
                  number: 30 + n,
                })),
              },
              {
                id: 'b',
                status: 'pool',
                on: '2025-09-22',
                title: t('Åter i pool', 'Back in the pool'),
                parties: ['Omtag AB', 'Depå Norr'],
                detail: t('1 kolli, plomberingen hel.', '1 package, seal intact.'),
                number: 16,
              },
            ],
          },
          {
            heading: t('39 dagar', '39 days'),
            entries: [
              {
                id: 'c',
                status: 'graded',
                on: '2025-09-12',
                title: t('Graderad C', 'Graded C'),
                detail: t('Yta: två repor på locket.', 'Surface: two scratches on the lid.'),
                number: 14,
                correctedBy: { number: 15, href: '#15' },
              },
              {
                id: 'd',
                status: 'erased',
                on: '2025-09-08',
                title: t('Raderad och kvitterad', 'Erased and receipted'),
                detail: 'NVMe Sanitize, NIST 800-88 Purge.',
                number: 13,
              },
              {
                id: 'e',
                status: 'sent',
                on: '2025-09-03',
                title: t('Skickad', 'Sent'),
                parties: ['Depå Norr', 'transport', 'Omtag AB'],
                number: 11,
              },
            ],
          },
        ]}
      />
    </div>
  )
}

const rising = [90, 90.6, 91.4, 91.2, 92.2, 92.3, 92.1, 92.6, 92.9, 93.4, 93.3, 94.1]

export function FigureGallery({ language }: { language: Language }) {
  const t = in2(language)
  return (
    <Figures>
      <Figure
        language={language}
        label={t('Returgrad', 'Return rate')}
        href="#"
        value={t('94,1', '94.1')}
        unit="%"
        points={rising}
        goal={{ value: 97, text: '97' }}
        change={t('upp 1,2 procentenheter på ett år', 'up 1.2 percentage points in a year')}
      />
      <Figure
        language={language}
        label={t('Dagar till bevisad radering', 'Days to proven erasure')}
        href="#"
        value="11"
        unit={t('dagar', 'days')}
        points={[17, 17, 16, 17, 15, 14, 15, 13, 13, 12, 11, 11]}
        goal={{ value: 9, text: t('högst 10', 'at most 10') }}
        change={t('ned 3 dagar på ett år', 'down 3 days in a year')}
      />
      <Figure
        language={language}
        label={t('Oanvänd utrustning', 'Idle devices')}
        href="#"
        value={t('3,4', '3.4')}
        unit="%"
        points={[3.4, 3.4, null, null, 3.4, 3.4]}
        setGoalHref="#"
        change={t('oförändrat på ett år', 'unchanged in a year')}
      />
      <Figure
        language={language}
        label={t('Undvikna utsläpp 2025', 'Avoided emissions 2025')}
        href="#"
        value="130"
        unit={
          <>
            {t('ton', 't')} <Co2e />
          </>
        }
        points={[60, 70, 76, 92, 110, 116]}
        goal={{ value: 120, text: '120' }}
        range={t('spann 45–210', 'range 45–210')}
      />
      <Figure
        language={language}
        label={t('Återbruksgrad', 'Reuse rate')}
        href="#"
        value={null}
        waits={t('Räknas när 30 har kommit tillbaka', 'Counted when 30 have come back')}
      />
    </Figures>
  )
}

export function EstimateGallery({ language }: { language: Language }) {
  const t = in2(language)
  const ton = t('ton', 't')
  const months = [
    'jan',
    'feb',
    'mar',
    'apr',
    t('maj', 'may'),
    'jun',
    'jul',
    'aug',
    'sep',
    t('okt', 'oct'),
    'nov',
    'dec',
  ]
  return (
    <div className="gallery-rows">
      <div>
        <p>{intervalText({ low: 45, centre: 134, high: 223 }, 'kg', language)}</p>
        <IntervalBar
          language={language}
          low={45}
          centre={134}
          high={223}
          unit="kg"
          label={t('Undvikna utsläpp', 'Avoided emissions')}
        />
        <p>{intervalText({ low: -12, centre: 8, high: 31 }, 'kg', language)}</p>
        <IntervalBar
          language={language}
          low={-12}
          centre={8}
          high={31}
          unit="kg"
          label={t('Undvikna utsläpp', 'Avoided emissions')}
        />
      </div>
      <IntervalRows
        language={language}
        title={t('Undvikna utsläpp per slag', 'Avoided emissions by kind')}
        fileName="undvikna-2025"
        unit={ton}
        rows={[
          { label: t('Alla', 'All'), count: 1836, low: 45, centre: 134, high: 210, whole: true },
          { label: t('Bärbara datorer', 'Laptops'), count: 1060, low: 23, centre: 84, high: 140 },
          { label: t('Bildskärmar', 'Monitors'), count: 380, low: 1.5, centre: 39, high: 66 },
          {
            label: t('Stationära datorer', 'Desktops'),
            count: 196,
            low: 0.5,
            centre: 8.5,
            high: 20,
          },
          { label: t('Telefoner', 'Phones'), count: 200, low: -0.7, centre: 3.2, high: 5.4 },
        ]}
      />
      <Drivers
        language={language}
        caption={t('Vad som styr spannet', 'What steers the range')}
        drivers={[
          {
            assumption: t('Hur länge det andra livet varar', 'How long the second life lasts'),
            tried: t('två tredjedelar till fyra tredjedelar', 'two thirds to four thirds'),
            down: -47,
            up: 47,
          },
          {
            assumption: t('Om återbruket ersatte ett nyköp', 'Whether reuse replaced a purchase'),
            tried: t('28–100 % i stället för 70 %', '28–100% instead of 70%'),
            down: -50,
            up: 30,
          },
          {
            assumption: t('Elens utsläpp', 'Emissions of electricity'),
            tried: t('41–524 g per kWh', '41–524 g per kWh'),
            down: -9,
            up: 0.3,
          },
        ]}
      />
      <Hierarchy
        language={language}
        fileName="avfallstrappan-2025"
        counts={{ reuse: 1836, prepare: 118, recycling: 231, recovery: 15, disposal: 4 }}
        notes={{ reuse: t('mål 85 %', 'goal 85%'), prepare: t('delar', 'parts') }}
      />
      <StackedBar
        language={language}
        title={t('Grader', 'Grades')}
        fileName="grader"
        parts={[
          { name: 'A', value: 412, colour: 's3' },
          { name: 'B', value: 961, colour: 's4' },
          { name: 'C', value: 287, colour: 's5' },
          { name: 'D', value: 9, colour: 's6' },
        ]}
      />
      <GoalPath
        language={language}
        title={t('Vägen till målet', 'The way to the goal')}
        fileName="vagen-till-malet"
        unit={t('\u00a0%', '%')}
        past={[6, 8, 9, 12, 16, 20].map((value, index) => ({ year: 2020 + index, value }))}
        expected={[
          { year: 2026, low: 22, value: 24, high: 27 },
          { year: 2028, low: 26, value: 32, high: 38 },
          { year: 2030, low: 29, value: 39, high: 48 },
        ]}
        goal={[
          { year: 2022, value: 10 },
          { year: 2027, value: 30 },
          { year: 2030, value: 50 },
        ]}
      />
      <Columns
        language={language}
        title={t('Utlämnade per månad', 'Handed out per month')}
        categoryName={t('Månad', 'Month')}
        categories={months}
        series={[
          {
            name: t('ur eget omlopp', 'from the own circle'),
            colour: 'accent',
            values: [30, 28, 41, 44, 39, 51, 12, 88, 61, 40, 47, 31],
          },
          {
            name: t('nytt', 'new'),
            colour: 'flow',
            values: [160, 140, 170, 120, 180, 190, 40, 320, 210, 150, 120, 64],
          },
        ]}
        goal={{ value: 300, text: t('högst 300', 'at most 300') }}
        unit={t('enheter', 'devices')}
        fileName="utlamnade"
      />
    </div>
  )
}
