import type { Language } from '../../../../core/text.ts'
import { FlowRing } from '../flow-ring/FlowRing.tsx'
import type { RingStation } from '../flow-ring/flows.ts'
import type { RingInput } from '../flow-ring/layout.ts'
import { number } from '../numbers.ts'
import { circleStatuses } from '../status.ts'

type Row = [RingStation['id'], number, number | string, number?, string?]

/** Counts per station, what moved in a week, and what is stuck, in both languages. */
const stations = (rows: readonly Row[], language: Language): RingStation[] =>
  rows.map(([id, count, week, stuck, word]) => ({
    id,
    count,
    sub:
      typeof week === 'string'
        ? week
        : `${number(week, language)} ${language === 'sv' ? 'i veckan' : 'this week'}`,
    stuck:
      stuck === undefined
        ? undefined
        : { count: stuck, text: `${number(stuck, language)} ${word ?? ''}` },
    href: `#${id}`,
  }))

const municipality = (language: Language): RingInput => {
  const sv = language === 'sv'
  return {
    stations: stations(
      [
        ['need', 74, 12],
        ['ordered', 132, 58],
        ['handedOut', 57, 61],
        ['inUse', 12418, sv ? 'i 8 förvaltningar' : 'in 8 departments'],
        ['due', 386, 30, 57, sv ? 'försenade' : 'late'],
        ['handedIn', 214, 48, 31, sv ? 'fastnat' : 'stuck'],
        ['sent', 41, 41],
        ['received', 96, 44, 3, sv ? 'avvikelser' : 'discrepancies'],
        ['erased', 63, 52],
        ['graded', 118, 49],
        ['pool', 148, sv ? 'redo' : 'ready'],
      ],
      language,
    ),
    flows: {
      fullCircle: 512,
      inNew: 1864,
      inReused: 236,
      outSold: 1324,
      outParts: 118,
      outRecycled: 250,
      moved: {
        handedOut: 2612,
        inUse: 2480,
        due: 2400,
        handedIn: 2310,
        sent: 2298,
        received: 2260,
        erased: 2204,
      },
    },
    needsMet: { met: 512, of: 2612 },
    goal: 30,
  }
}

const partner = (language: Language): RingInput => ({
  stations: stations(
    [
      ['sent', 180, 60],
      ['received', 240, 400],
      ['erased', 310, 380, 12, language === 'sv' ? 'utan intyg' : 'without certificate'],
      ['graded', 95, 340],
      ['pool', 620, language === 'sv' ? 'till salu' : 'for sale'],
    ],
    language,
  ),
  flows: {
    inReceived: 18400,
    outSold: 14100,
    outParts: 1650,
    outRecycled: 2100,
    moved: { received: 18200, erased: 18050 },
  },
})

const early = (language: Language): RingInput => ({
  stations: stations(
    [
      ['need', 3, 1],
      ['ordered', 2, 2],
      ['handedOut', 1, 1],
      ['inUse', 12, 0],
    ],
    language,
  ),
  flows: { inNew: 13 },
  needsMet: { met: 0, of: 13 },
  goal: 25,
})

const great = (language: Language): RingInput => ({
  stations: stations(
    circleStatuses.map((id, index) => [
      id,
      1_204_318 + index * 77_001,
      12_345,
      index % 3 === 1 ? 23_456 + index * 9000 : undefined,
      language === 'sv' ? 'längre än lovat' : 'longer than promised',
    ]),
    language,
  ),
  flows: {
    fullCircle: 880_000,
    inNew: 150_000,
    inReused: 90_000,
    outSold: 90_000,
    outParts: 70_000,
    outRecycled: 55_000,
  },
  needsMet: { met: 880_000, of: 1_120_000 },
  goal: 60,
})

const empty = (language: Language): RingInput => ({
  stations: stations(
    circleStatuses.map((id) => [id, 0, 0]),
    language,
  ),
  flows: {},
})

export function RingGallery({ language }: { language: Language }) {
  const sv = language === 'sv'
  const show = (name: string, input: RingInput, more: object = {}) => (
    <section>
      <h3>{name}</h3>
      <FlowRing language={language} fileName="omloppet-2026-03-12" {...input} {...more} />
    </section>
  )
  return (
    <div className="gallery-rings">
      {show(sv ? 'Kommunen' : 'The municipality', municipality(language), {
        goalYear: 2027,
        fromOwn: sv ? 'ur kommunens eget omlopp' : 'from the municipality’s own circle',
        endWords: { inReused: sv ? 'återbrukade från Omtag' : 'reused from Omtag' },
        source: sv
          ? 'Bandets bredd: enheter per tolv månader, 2025-03-12 till 2026-03-11.'
          : 'Width of the band: devices in twelve months, 2025-03-12 to 2026-03-11.',
      })}
      {show(sv ? 'Partnern' : 'The partner', partner(language))}
      {show(sv ? 'Tretton enheter, första året' : 'Thirteen devices, first year', early(language))}
      {show(sv ? 'Miljontals, målet passerat' : 'Millions, goal passed', great(language))}
      {show(sv ? 'Ingenting än' : 'Nothing yet', empty(language))}
    </div>
  )
}
