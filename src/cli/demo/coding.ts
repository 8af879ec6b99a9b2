// How Exempelby codes what it pays: who, on which account, for what, and in which project.
import { addDays, dayOf } from '../../core/dates.ts'
import {
  changeCodingString,
  saveCodingValues,
} from '../../features/organisations/actions/coding.ts'
import { plainParts, type CodingPart } from '../../features/organisations/rules/coding.ts'
import type { DemoWorld } from './world.ts'

const listed = { source: 'list' as const, compulsory: false, digitsOnly: true, defaultCode: null }
const parts: readonly CodingPart[] = [
  plainParts[0]!,
  {
    ...{ key: 'konto', name: 'Konto', ...listed, compulsory: true, defaultCode: '6460' },
    ...{ leastLength: 4, mostLength: 4, sieDimension: null },
  },
  {
    ...{ key: 'verksamhet', name: 'Verksamhet', ...listed },
    ...{ leastLength: 3, mostLength: 3, sieDimension: 20 },
  },
  {
    ...{ key: 'projekt', name: 'Projekt', ...listed },
    ...{ leastLength: 5, mostLength: 5, sieDimension: 6 },
  },
]

export async function fillCoding(world: DemoWorld): Promise<void> {
  const today = dayOf(world.now)
  const began = addDays(today, -900)
  const code = (of: string, name: string, validUntilOn: string | null = null) => ({
    ...{ code: of, name, validFromOn: began, validUntilOn },
  })
  const values = {
    konto: [code('6460', 'Datorer och telefoner'), code('6320', 'Hyra av utrustning')],
    verksamhet: [
      code('407', 'Förskola'),
      code('440', 'Grundskola'),
      code('450', 'Gymnasieskola'),
      code('510', 'Vård och omsorg'),
      code('920', 'Kommungemensamt'),
    ],
    projekt: [
      code('90044', 'Digital läsecirkel', addDays(today, -60)),
      code('90100', 'Nya gymnasiet', addDays(today, 500)),
      code('90112', 'Hemgång med trygghetslarm', addDays(today, 20)),
    ],
  }
  await world.act('anna', world.now, async (ctx) => {
    const decided = await changeCodingString(ctx, { body: { separator: '-', parts: [...parts] } })
    if (!decided.ok) return decided
    for (const [part, codes] of Object.entries(values)) {
      const saved = await saveCodingValues(ctx, { body: { part, values: codes } })
      if (!saved.ok) return saved
    }
    return { ok: true, value: null }
  })
}
