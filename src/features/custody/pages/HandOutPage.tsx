// The hand-out desk: who gets it, until when, and the devices scanned one after the other.
import { useState } from 'react'
import { addMonths } from '../../../core/dates.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { DayField } from '../../../web/kit/field/DayField.tsx'
import { NumberField } from '../../../web/kit/field/NumberField.tsx'
import { useLanguage, type Translate } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { CameraScan } from '../../../web/kit/station/CameraScan.tsx'
import { ScanField } from '../../../web/kit/station/ScanField.tsx'
import { ScanLog } from '../../../web/kit/station/ScanLog.tsx'
import { StationFrame } from '../../../web/kit/station/StationFrame.tsx'
import { Tally } from '../../../web/kit/station/Tally.tsx'
import { useKept } from '../../../web/kit/station/use-kept.ts'
import { useAct } from '../../../web/kit/use-endpoint.ts'
import { allows, dataIsProvenGone } from '../../devices/rules/status.ts'
import { statusTexts } from '../../devices/texts.ts'
import { api } from '../api.ts'
import { refusals } from '../texts.ts'
import { deskTexts as texts } from '../texts/stations.ts'
import { Candidates, DeskList, RemoveButton } from './stations/DeskList.tsx'
import { Receipts, type HandedOut } from './stations/Receipts.tsx'
import { TakerField, type Taker } from './stations/TakerField.tsx'
import { factsOf, nameOf, useDesk, type Listed } from './stations/use-desk.ts'

interface Item {
  readonly device: Listed
}

/** As the server decides: keeping, status, reservation, data; said in words that tell what to do. */
function whyNotOut(device: Listed, own: string | undefined, t: Translate): string | null {
  const { custodian, holder, unit, status } = device
  if (custodian?.id !== own) return t(texts.elsewhere, custodian?.name || t(texts.somebodyElse))
  if (!allows(device, 'handOut').ok) {
    const who = holder?.name ?? (status === 'handedOut' || status === 'inUse' ? unit?.name : null)
    return who ? t(texts.heldBy, who) : t(texts.stands, t(statusTexts[status]).toLowerCase())
  }
  if (device.reserved) return t(texts.reserved)
  return dataIsProvenGone(device) ? null : t(refusals['data-unproven'])
}

/** Four years: what most decide for a laptop. The desk remembers what it last used. */
const usualMonths = 48
const today = () => new Date().toISOString().slice(0, 10)

export default function HandOutPage() {
  const { t, language } = useLanguage()
  const { organisation } = useSession()
  const desk = useDesk<Item>({
    desk: 'hand-out',
    whyNot: (device) => whyNotOut(device, organisation?.id, t),
    note: (device) => t(statusTexts[device.status]),
    itemOf: (device) => ({ device }),
    words: {
      right: texts.ready,
      rightWord: texts.readyWord,
      wrong: texts.cannotOut,
      wrongWord: texts.cannotOutWord,
    },
  })
  const [taker, setTaker] = useState<Taker | null>(null)
  const period = usePeriod()
  const { act, busy, problem } = useAct(api.handOut)
  const [after, setAfter] = useState<HandedOut | null>(null)
  const { items } = desk

  const handOut = async () => {
    if (!taker) return
    const to =
      taker.kind === 'person' ? { holderId: taker.id, unitId: taker.unitId } : { unitId: taker.id }
    const answer = await act({
      body: {
        items: items.map(({ device }) => ({ deviceId: device.id, ...to, endsOn: period.endsOn })),
      },
    })
    if (!answer) return
    const done = answer.items.filter((item) => item.done).map((item) => item.deviceId)
    setAfter({ taker, endsOn: period.endsOn, devices: items.map(({ device }) => device), answer })
    desk.remove(done)
  }

  const cannot =
    items.length === 0
      ? t(texts.scanFirst)
      : !taker
        ? t(texts.takerFirst)
        : period.endsOn && period.endsOn < today()
          ? t(texts.endsFirst)
          : null
  return (
    <StationFrame
      language={language}
      name={t(texts.handOut)}
      title={t(texts.handOutTitle)}
      facts={[
        { label: t(texts.to), value: (after?.taker ?? taker)?.name ?? t(texts.nobody) },
        { label: t(texts.until), value: period.endsOn ?? '–', minor: true },
      ]}
      leaveHref="/devices"
      left={
        <>
          <ScanField
            language={language}
            onScan={(code) => {
              setAfter(null)
              desk.onScan(code)
            }}
            answer={desk.answer}
            beside={<CameraScan language={language} onScan={desk.onScan} />}
          />
          <ScanLog language={language} scans={desk.log} />
        </>
      }
      right={
        after ? (
          <Receipts handedOut={after} />
        ) : (
          <>
            <Candidates devices={desk.candidates} onChoose={desk.choose} />
            <section className="station-part">
              <TakerField value={taker} onChange={setTaker} />
              <div className="row">
                <NumberField
                  label={t(texts.months)}
                  unit={t(texts.monthsUnit)}
                  min={1}
                  max={240}
                  value={period.months}
                  onChange={period.setMonths}
                />
                <DayField
                  label={t(texts.endsOn)}
                  optional
                  value={period.endsOn}
                  onChange={period.setEndsOn}
                />
              </div>
            </section>
            <section className="station-part">
              <Tally
                language={language}
                open
                word={t(texts.countWord)}
                cells={items.map(({ device }) => ({
                  id: device.id,
                  label: nameOf(device),
                  state: 'right',
                }))}
                newest={items.at(-1)?.device.id}
              />
            </section>
            <Refusal problem={problem} />
            <DeskList
              items={items.toReversed().map(({ device }) => ({
                id: device.id,
                code: nameOf(device),
                what: '',
                detail: factsOf(device),
                act: (
                  <RemoveButton name={nameOf(device)} onPress={() => desk.remove([device.id])} />
                ),
              }))}
            />
          </>
        )
      }
      acts={
        after ? (
          <Button
            kind="primary"
            onPress={() => {
              setAfter(null)
              setTaker(null)
            }}
          >
            {t(texts.next)}
          </Button>
        ) : (
          <>
            {items.length > 0 && (
              <Button onPress={() => desk.remove(items.map(({ device }) => device.id))}>
                {t(texts.clear)}
              </Button>
            )}
            <Button kind="primary" busy={busy} cannot={cannot} onPress={() => void handOut()}>
              {items.length > 0 ? t(texts.act, items.length) : t(texts.actNone)}
            </Button>
          </>
        )
      }
    />
  )
}

/** The end date follows from the months of use, until somebody sets another day. */
function usePeriod() {
  const [months, keepMonths] = useKept<number>('months-of-use', usualMonths)
  const [set, setEndsOn] = useState<{ readonly day: string | null } | null>(null)
  return {
    months,
    setMonths: (next: number | null) => {
      setEndsOn(null)
      keepMonths(() => next ?? usualMonths)
    },
    endsOn: set ? set.day : addMonths(today(), months),
    setEndsOn: (day: string | null) => setEndsOn({ day }),
  }
}
