// The figures of the year, each against its goal, with the way it has gone.
import { useState } from 'react'
import type { Day } from '../../../../core/dates.ts'
import type { Output } from '../../../../core/endpoint.ts'
import { Figure, Figures } from '../../../../web/kit/charts/Figure.tsx'
import { twoDigits } from '../../../../web/kit/charts/numbers.ts'
import { useFormat, useLanguage, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { stringifySearch, useSearch } from '../../../../web/kit/search.ts'
import { useSession } from '../../../../web/kit/session.ts'
import { Skeleton } from '../../../../web/kit/Skeleton.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { api } from '../../api.ts'
import type { GoalName } from '../../rules.ts'
import {
  changeTexts,
  circleTexts,
  figureTexts,
  ownCircleTexts,
  type FigureWords,
} from '../../texts/circle.ts'
import { changeOf } from './ring.ts'
import { circleSearch } from './search.ts'

type KeyFigure = Output<typeof api.getFigures>['items'][number]

/** A partner neither awaits returns nor keeps things unused. */
const ofPartner: readonly string[] = ['reuseRate', 'daysToErasure', 'avoidedTonnes']

/** The less the better: the goal is a ceiling. */
const ceilings: readonly string[] = ['daysToErasure', 'idleShare']

/** The devices behind each figure. */
const lists = (figure: string, today: Day): string => {
  const queries: Readonly<Record<string, Record<string, unknown>>> = {
    returnRate: { endsBefore: today, sort: 'endsOn' },
    reuseRate: { status: ['sold', 'donated', 'parts', 'recycled'] },
    daysToErasure: { status: ['handedIn', 'sent', 'received'], dataState: 'holdsData' },
    idleShare: { status: ['inStock', 'handedIn', 'pool'] },
  }
  return `/devices${stringifySearch(queries[figure] ?? {})}`
}

interface KeyFiguresProps {
  readonly today: Day
  readonly partner: boolean
  /** Percent of the needs to be met out of the own circle, where that is decided. */
  readonly ownCircle: number | null
}

export function KeyFigures({ today, partner, ownCircle }: KeyFiguresProps) {
  const t = useText()
  const { data, error } = useEndpoint(api.getFigures, {})
  const [search, setSearch] = useSearch(circleSearch)
  const items = data?.items.filter(({ figure }) => !partner || ofPartner.includes(figure))
  const asked = askedGoal(search.goal, items ?? [], ownCircle)
  return (
    <section className="keyfigures" aria-label={t(circleTexts.figures)}>
      <Refusal problem={error} />
      {!data && !error && <Skeleton height={150} />}
      {items && (
        <Figures>
          {items.map((item) => (
            <One key={item.figure} item={item} today={today} period={search.period} />
          ))}
        </Figures>
      )}
      {asked && <GoalDialog {...asked} onClose={() => setSearch({ goal: '' })} />}
    </section>
  )
}

/** The goal that the address asks to set. */
function askedGoal(name: string, items: readonly KeyFigure[], ownCircle: number | null) {
  if (name === 'ownCircle') return { name, goal: ownCircle, words: ownCircleTexts } as const
  const item = items.find(({ figure }) => figure === name)
  const words = item && figureTexts[item.figure]
  return words && { name: item.figure, goal: item.goal, words }
}

function One(props: { readonly item: KeyFigure; readonly today: Day; readonly period: string }) {
  const { item, today, period } = props
  const t = useText()
  const { num } = useFormat()
  const { language } = useLanguage()
  const { may } = useSession()
  const words = figureTexts[item.figure]
  if (!words) return null
  const exact = (value: number) => num(value, Number.isInteger(value) ? 0 : 1)
  // What has an interval is an estimate, and worth no third digit.
  const said = (value: number) => (item.low === null ? exact(value) : twoDigits(value, language))
  const goal = item.goal
  const setGoal = stringifySearch({ period: period === 'month' ? period : '', goal: item.figure })
  return (
    <Figure
      level={2}
      language={language}
      label={t(words.name)}
      href={lists(item.figure, today)}
      value={item.value === null ? null : said(item.value)}
      unit={t(words.unit)}
      waits={t(words.waits)}
      points={item.course}
      {...(goal !== null && {
        goal: {
          value: goal,
          text: ceilings.includes(item.figure)
            ? t(circleTexts.goalAtMost, exact(goal))
            : exact(goal),
        },
      })}
      setGoalHref={may('organisation.manage') ? `/${setGoal}` : undefined}
      {...(item.low !== null &&
        item.high !== null && { range: t(circleTexts.range, said(item.low), said(item.high)) })}
      change={useChange(item)}
    />
  )
}

function useChange(item: KeyFigure): string | undefined {
  const t = useText()
  const { num } = useFormat()
  const { language } = useLanguage()
  const change = changeOf(item.course)
  const words = figureTexts[item.figure]
  if (!change || !words) return undefined
  if (change.by === 0) return t(changeTexts.even, change.months)
  const size = Math.abs(change.by)
  const exact = num(size, Number.isInteger(size) ? 0 : 1)
  const said = t(words.change, item.low === null ? exact : twoDigits(size, language), size === 1)
  return t(change.by > 0 ? changeTexts.up : changeTexts.down, said, change.months)
}

interface GoalDialogProps {
  readonly name: GoalName
  readonly goal: number | null
  readonly words: Pick<FigureWords, 'name' | 'unit'>
  readonly onClose: () => void
}

function GoalDialog({ name, goal, words, onClose }: GoalDialogProps) {
  const t = useText()
  const { act, busy, problem } = useAct(api.setGoal)
  const [value, setValue] = useState<number | null>(goal)
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (value === null) return
    if (await act({ params: { figure: name }, body: { value } })) onClose()
  }
  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={t(circleTexts.setGoal, t(words.name).toLocaleLowerCase('sv'))}
      acts={
        <Button kind="primary" type="submit" form="set-goal" busy={busy}>
          {t(circleTexts.goalAct)}
        </Button>
      }
    >
      <Refusal problem={problem} />
      <form
        id="set-goal"
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <NumberField
          label={t(circleTexts.goalField)}
          hint={t(circleTexts.goalHint)}
          unit={t(words.unit)}
          min={0}
          decimals={1}
          plain
          autoFocus
          value={value}
          onChange={setValue}
          wrong={tried && value === null ? t(circleTexts.goalWrong) : null}
        />
      </form>
    </Dialog>
  )
}
