// The hand-in desk: scan, say the condition, and take it into the depot.
import { useEffect, useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Checkbox } from '../../../web/kit/field/CheckField.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../web/kit/field/TextField.tsx'
import { useLanguage, type Translate } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSession } from '../../../web/kit/session.ts'
import { BigChoice } from '../../../web/kit/station/BigChoice.tsx'
import { CameraScan } from '../../../web/kit/station/CameraScan.tsx'
import { DiscrepancyList } from '../../../web/kit/station/DiscrepancyList.tsx'
import { ScanField } from '../../../web/kit/station/ScanField.tsx'
import { ScanLog } from '../../../web/kit/station/ScanLog.tsx'
import { StationFrame } from '../../../web/kit/station/StationFrame.tsx'
import { Tally } from '../../../web/kit/station/Tally.tsx'
import { useAct } from '../../../web/kit/use-endpoint.ts'
import { allows } from '../../devices/rules/status.ts'
import { statusTexts } from '../../devices/texts.ts'
import { api } from '../api.ts'
import { conditions, type Condition } from '../rules.ts'
import { conditionTexts } from '../texts.ts'
import { deskTexts as texts } from '../texts/stations.ts'
import { Candidates, DeskList } from './stations/DeskList.tsx'
import { factsOf, nameOf, useDesk, type Listed } from './stations/use-desk.ts'
import { useStandingPlace } from './stations/use-place.ts'

interface Item {
  readonly device: Listed
  readonly condition: Condition | null
  readonly remark: string
  readonly lockRemoved: boolean
}

function whyNotIn(device: Listed, own: string | undefined, t: Translate): string | null {
  const { custodian, status } = device
  if (custodian?.id !== own) return t(texts.elsewhere, custodian?.name || t(texts.somebodyElse))
  return allows(device, 'handIn').ok ? null : t(texts.notHeld, t(statusTexts[status]).toLowerCase())
}

const whoHeld = ({ holder, unit }: Listed, t: Translate): string =>
  holder ? t(texts.holder, holder.name) : unit ? t(texts.sharedBy, unit.name) : ''

interface Taken {
  readonly devices: readonly Listed[]
  readonly answer: Output<typeof api.handIn>
}

export default function HandInPage() {
  const { t, language } = useLanguage()
  const { organisation } = useSession()
  const desk = useDesk<Item>({
    desk: 'hand-in',
    whyNot: (device) => whyNotIn(device, organisation?.id, t),
    note: (device) => whoHeld(device, t),
    // What was chosen for the one before holds for the next: a pile is often of a kind.
    itemOf: (device, before) => ({
      device,
      condition: before.at(-1)?.condition ?? null,
      lockRemoved: before.at(-1)?.lockRemoved ?? false,
      remark: '',
    }),
    words: {
      right: texts.takable,
      rightWord: texts.takableWord,
      wrong: texts.cannotIn,
      wrongWord: texts.cannotInWord,
    },
  })
  const { items } = desk
  const [chosen, choose] = useState<string | null>(null)
  // The latest scan is what the hand is on, until another is chosen in the list.
  useEffect(() => choose(null), [items.length])
  const current = items.find(({ device }) => device.id === chosen) ?? items.at(-1)
  const place = useStandingPlace()
  const { act, busy, problem } = useAct(api.handIn)
  const [after, setAfter] = useState<Taken | null>(null)

  const takeIn = async () => {
    const answer = await act({
      body: {
        placeId: place.id,
        items: items.map(({ device, condition, remark, lockRemoved }) => ({
          deviceId: device.id,
          condition: condition!,
          remark: remark.trim() || null,
          lockRemoved,
        })),
      },
    })
    if (!answer) return
    setAfter({ devices: items.map(({ device }) => device), answer })
    desk.remove(answer.items.filter((item) => item.done).map((item) => item.deviceId))
  }

  const without = items.find(({ condition }) => condition === null)
  const cannot =
    items.length === 0
      ? t(texts.scanFirst)
      : without
        ? t(texts.conditionFirst, nameOf(without.device))
        : null
  return (
    <StationFrame
      language={language}
      name={t(texts.handIn)}
      title={t(texts.handInTitle)}
      facts={[{ label: t(texts.place), value: place.name ?? t(texts.noPlace) }]}
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
        <>
          {after && <How taken={after} />}
          <Candidates devices={desk.candidates} onChoose={desk.choose} />
          {current && (
            <One
              item={current}
              onChange={(change) => desk.change(current.device.id, change)}
              onRemove={() => desk.remove([current.device.id])}
            />
          )}
          {place.options.length > 0 && (
            <section className="station-part">
              <SelectField
                label={t(texts.place)}
                options={place.options}
                value={place.id}
                onChange={place.set}
              />
            </section>
          )}
          {!after && (
            <section className="station-part">
              <Tally
                language={language}
                open
                word={t(texts.countInWord)}
                cells={items.map(({ device, condition }) => ({
                  id: device.id,
                  label: nameOf(device),
                  state: condition === null ? 'left' : 'right',
                }))}
                newest={current?.device.id}
              />
            </section>
          )}
          <Refusal problem={problem} />
          <DeskList
            items={items.toReversed().map(({ device, condition }) => ({
              id: device.id,
              code: nameOf(device),
              what: condition ? t(conditionTexts[condition]) : '',
              detail: `${factsOf(device)}. ${whoHeld(device, t)}`,
              act: device.id !== current?.device.id && (
                <Button
                  label={t(texts.changeWhat, nameOf(device))}
                  onPress={() => choose(device.id)}
                >
                  {t(texts.change)}
                </Button>
              ),
            }))}
          />
        </>
      }
      acts={
        <>
          {items.length > 0 && (
            <Button onPress={() => desk.remove(items.map(({ device }) => device.id))}>
              {t(texts.clear)}
            </Button>
          )}
          <Button kind="primary" busy={busy} cannot={cannot} onPress={() => void takeIn()}>
            {items.length > 0 ? t(texts.actIn, items.length) : t(texts.actInNone)}
          </Button>
        </>
      }
    />
  )
}

/** The device in the hand: its condition, what is wrong with it, and whether it is free of locks. */
function One(props: {
  readonly item: Item
  readonly onChange: (change: Partial<Item>) => void
  readonly onRemove: () => void
}) {
  const t = useLanguage().t
  const { item, onChange } = props
  const name = nameOf(item.device)
  return (
    <section className="station-part">
      <BigChoice
        label={t(texts.condition, name)}
        options={conditions.map((id) => ({
          id,
          text: t(conditionTexts[id]),
          note: t(texts.conditionNotes[id]),
        }))}
        value={item.condition}
        onChange={(condition) => onChange({ condition })}
      />
      <p className="note">{t(texts.keeps)}</p>
      <Checkbox
        label={t(texts.lock)}
        checked={item.lockRemoved}
        onChange={(lockRemoved) => onChange({ lockRemoved })}
      />
      <TextField
        label={t(texts.remark)}
        hint={t(texts.remarkHint)}
        optional
        maxLength={1000}
        value={item.remark}
        onChange={(remark) => onChange({ remark })}
      />
      <Button kind="quiet" label={t(texts.removeWhat, name)} onPress={props.onRemove}>
        {t(texts.remove)}
      </Button>
    </section>
  )
}

/** Each device's answer; those that were refused stay on the list. */
function How({ taken: { devices, answer } }: { readonly taken: Taken }) {
  const { t } = useLanguage()
  const refused = answer.items.filter((item) => !item.done)
  return (
    <section className="station-part" role="status">
      <p className="tally-count">
        <b>{answer.done}</b>
        <span>
          {t(texts.ofMany, devices.length)}
          <br />
          {t(texts.takenIn)}
        </span>
      </p>
      <DiscrepancyList
        items={refused.map((item) => {
          const device = devices.find(({ id }) => id === item.deviceId)
          return {
            id: item.deviceId,
            code: device ? nameOf(device) : item.deviceId,
            what: t(texts.wasRefused),
            detail: item.title ?? undefined,
          }
        })}
      />
    </section>
  )
}
