// What has been answered so far, read from the address, and the order that it becomes.
import { dayOf } from '../../../../core/dates.ts'
import type { Input } from '../../../../core/endpoint.ts'
import { useText } from '../../../../web/kit/language.tsx'
import { hrefOf, useSearch } from '../../../../web/kit/search.ts'
import { useSession } from '../../../../web/kit/session.ts'
import type { Step } from '../../../../web/kit/Steps.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { kindTexts } from '../../../devices/texts.ts'
import { useUnits } from '../../../organisations/pages/fields/OrganisationFields.tsx'
import { commonUnit, isClean, type Round } from '../../rules/replacing.ts'
import { contradictionOf, hasScreen, hasSpecifications } from '../../rules/needs.ts'
import { reasonTexts } from '../../texts/words.ts'
import { wizardTexts as texts } from '../../texts/wizard.ts'
import { api } from '../api.ts'
import { useRound } from './use-round.ts'
import { newOrderSearch, steps, type Draft as Said, type StepId } from '../search.ts'

export type Body = Input<typeof api.createOrder>['body']

export function useDraft() {
  const { person, may } = useSession()
  const [read, setSearch] = useSearch(newOrderSearch)
  const said: Said = { ...read, count: Math.min(1000, Math.max(1, read.count)) }
  const today = dayOf(new Date())
  const { codes, round, error: roundError } = useRound(said.codes, said.whose === 'replace')
  const of = whoOf(said, person?.id ?? null, round)
  const known =
    said.whose === 'replace'
      ? round !== null && isClean(round)
      : of.holderId !== null || of.unitId !== null
  const least = leastOf(said)
  const { data: options, error } = useEndpoint(
    api.orderOptions,
    {
      query: {
        kind: said.kind,
        ...(of.holderId && { holderId: of.holderId }),
        ...(of.unitId && { unitId: of.unitId }),
        ...(least.leastMemoryGb && { leastMemoryGb: least.leastMemoryGb }),
        ...(least.leastStorageGb && { leastStorageGb: least.leastStorageGb }),
        ...(least.leastScreenInches && { leastScreenInches: least.leastScreenInches }),
        ...(least.leastCores && { leastCores: least.leastCores }),
        ...(least.leastProcessorYear && { leastProcessorYear: least.leastProcessorYear }),
        ...(said.os && { osFamily: said.os }),
        ...(said.grade && { leastGrade: said.grade }),
        ...(said.place && { placeId: said.place }),
      },
    },
    { enabled: known },
  )
  const asked = { kind: said.kind, ...least, osFamily: said.os || null }
  const contradiction = contradictionOf({ ...asked, leastGrade: said.grade || null })
  const count =
    said.whose === 'unit'
      ? said.count
      : said.whose === 'replace'
        ? (round?.replaced.length ?? 0)
        : 1
  const rest = Math.max(0, count - said.device.length)
  // What somebody else has taken meanwhile can no longer be chosen.
  const offer = options?.offers.find(({ listingId }) => listingId === said.listing) ?? null
  return {
    said,
    /** What is typed replaces the address; what is chosen by going on is a step that back undoes. */
    set: (change: Partial<Said>) => setSearch(change, { replace: true }),
    go: (step: StepId, change: Partial<Said> = {}) => setSearch({ ...change, step }),
    ...{ of, known, count, rest, offer, options, today, least, codes, round },
    error: error ?? roundError,
    /** What no device of the kind can meet, if anything. */
    contradiction,
    from: said.from || today,
    /** What is typed goes before what the unit and the parts propose. */
    coding: { ...options?.coding, ...typedCoding(said.coding) },
    code: (coding: Readonly<Record<string, string>>) =>
      setSearch(
        { coding: Object.entries(coding).map(([part, code]) => `${part}=${code}`) },
        { replace: true },
      ),
    seesUnits: may('organisation.see'),
    seesPeople: may('people.see'),
    seesDevices: may('devices.see'),
  }
}
export type Draft = ReturnType<typeof useDraft>

/** Whom what is held, the coding string and the costs are read of. */
function whoOf(said: Said, me: string | null, round: Round | null) {
  if (said.whose === 'replace') return { holderId: null, unitId: round && commonUnit(round) }
  if (said.whose === 'unit') return { holderId: null, unitId: said.unit || null }
  return { holderId: said.whose === 'me' ? me : said.holder || null, unitId: null }
}

const typedCoding = (typed: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    typed.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
  )

/** Kinds without a system have neither memory nor storage to ask for. */
const leastOf = ({ kind, memory, storage, screen, cores, processor }: Said) => ({
  leastMemoryGb: hasSpecifications(kind) && memory > 0 ? memory : null,
  leastStorageGb: hasSpecifications(kind) && storage > 0 ? storage : null,
  leastScreenInches: hasScreen(kind) && screen > 0 ? screen : null,
  leastCores: hasSpecifications(kind) && cores > 0 && cores <= 1024 ? cores : null,
  leastProcessorYear:
    hasSpecifications(kind) && processor > 2000 && processor <= 2100 ? processor : null,
})

export function needsOf({ said, of, count, from, least, round }: Draft): Body['needs'] {
  const isNew = said.rest === 'new'
  const ways = { '': 'pool', wait: 'pool', shop: 'shop', new: 'new' } as const
  return Array.from({ length: count }, (_, at) => {
    const deviceId = said.device[at] ?? null
    const bought = deviceId === null && isNew
    const replaced = said.whose === 'replace' ? round?.replaced[at] : undefined
    return {
      ...{ kind: said.kind, ...least },
      ...{ osFamily: said.os || null, leastGrade: said.grade || null },
      holderId: replaced ? replaced.holderId : of.holderId,
      unitId: replaced ? replaced.unitId : of.unitId,
      ...{ placeId: said.place || null, neededFromOn: from, untilOn: said.until || null },
      specialNeed: said.special.trim() || null,
      way: deviceId ? ('pool' as const) : ways[said.rest],
      listingId: deviceId === null && said.rest === 'shop' ? said.listing : null,
      serviceId: bought ? said.service || null : null,
      newReason: bought ? said.reason || null : null,
      newWords: bought ? said.words.trim() || null : null,
      deviceId,
      replacesId: replaced?.replacesId ?? (at === 0 ? said.replaces || null : null),
    }
  })
}

/** The steps with what has been answered, each a link back to where it is changed. */
export function useSteps(draft: Draft): readonly Step[] {
  const t = useText()
  const units = useUnitName()
  const { said, count } = draft
  const at = steps.indexOf(said.step)
  const who =
    said.whose === 'unit' ? units(said.unit) : t(texts.whoseOptions[said.whose]).toLowerCase()
  const service = draft.options?.services.find(({ id }) => id === said.service)
  const answers: Record<StepId, string> = {
    need: t(texts.answerNeed, count, t(kindTexts[said.kind]).toLowerCase(), who),
    have: t(texts.answerHave, said.device.length),
    reuse:
      draft.rest === 0
        ? t(texts.answerAll)
        : said.rest === 'wait'
          ? t(texts.wait)
          : said.rest === 'shop'
            ? t(texts.fromShop, draft.offer ? `${draft.offer.maker} ${draft.offer.model}` : '')
            : service
              ? t(texts.newAs, service.name)
              : t(texts.newPlain),
    new: said.rest === 'new' && said.reason ? t(reasonTexts[said.reason]) : t(texts.nothingNew),
    send: '',
  }
  return steps.map((id, index) => ({
    id,
    text: t(texts.steps[id]),
    ...(index < at && {
      answer: answers[id],
      href: hrefOf('/orders/new', newOrderSearch, { ...said, step: id }),
    }),
  }))
}

function useUnitName() {
  const units = useUnits()
  return (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
}
