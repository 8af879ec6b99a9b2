// Devices chosen in the register, on their way into a new collection or one that is being packed.
import { useId, useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { RadioField } from '../../../web/kit/field/CheckField.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../web/kit/search.ts'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { isUuid } from '../../../core/ids.ts'
import { api } from './api.ts'
import { listTexts, newTexts as texts } from '../texts/pages.ts'
import { CollectionFields, useCollectionForm } from './list/NewCollection.tsx'
import { CHOSEN_DEVICES, newSearch } from './list/search.ts'

type Answer = Output<typeof api.packDevices>['items'][number]
/** As many as one call takes. */
const part = 500

export default function NewCollectionPage() {
  const t = useText()
  const id = useId()
  const [search] = useSearch(newSearch)
  const [kept] = useState(chosenBefore)
  const deviceIds = [...new Set([...search.deviceIds, ...kept])].filter(isUuid)
  const open = useEndpoint(api.listCollections, {
    query: { state: 'packing', direction: 'out', limit: 100 },
  }).data?.items
  const [into, setInto] = useState<string>('new')
  const form = useCollectionForm()
  const packing = usePacking()

  const submit = async () => {
    const collectionId = into === 'new' ? (await form.create())?.id : into
    if (collectionId) await packing.pack(collectionId, deviceIds)
  }
  if (packing.done) return <Packed {...packing.done} />
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={deviceIds.length > 0 ? t(texts.lead, deviceIds.length) : t(texts.noDevices)}
        up={{ href: '/collections', text: t(listTexts.title) }}
      />
      <Refusal problem={packing.problem} />
      <form
        id={id}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {open && open.length > 0 && deviceIds.length > 0 && (
          <RadioField
            label={t(texts.where)}
            value={into}
            onChange={setInto}
            options={[
              { id: 'new', text: t(texts.anew) },
              ...open.map(({ id: one, number, receiver, counts }) => ({
                id: one,
                text: t(texts.packingAlready, number, receiver.name),
                note: t(texts.holds, counts.total),
              })),
            ]}
          />
        )}
        {into === 'new' && <CollectionFields form={form} />}
        {(into !== 'new' || form.possible) && (
          <div className="tools">
            <Button kind="primary" type="submit" busy={form.busy || packing.busy}>
              {deviceIds.length > 0 ? t(texts.createAndPack, deviceIds.length) : t(texts.create)}
            </Button>
          </div>
        )}
      </form>
    </>
  )
}

/** Read once and kept for a reload; the next choice writes over it. */
function chosenBefore(): readonly string[] {
  const text = sessionStorage.getItem(CHOSEN_DEVICES)
  if (text === null) return []
  try {
    const ids: unknown = JSON.parse(text)
    return Array.isArray(ids) ? ids.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

function usePacking() {
  const { act, busy, problem } = useAct(api.packDevices)
  const [done, setDone] = useState<{ collectionId: string; items: readonly Answer[] } | null>(null)
  return {
    busy,
    problem,
    done,
    pack: async (collectionId: string, deviceIds: readonly string[]) => {
      const items: Answer[] = []
      for (let at = 0; at < deviceIds.length; at += part) {
        const body = { deviceIds: deviceIds.slice(at, at + part) }
        const answer = await act({ params: { collectionId }, body })
        if (!answer) return
        items.push(...answer.items)
      }
      sessionStorage.removeItem(CHOSEN_DEVICES)
      setDone({ collectionId, items })
    },
  }
}

function Packed(props: { readonly collectionId: string; readonly items: readonly Answer[] }) {
  const t = useText()
  const refused = props.items.filter((item) => !item.done)
  // One line for each reason: a hundred alike say nothing more.
  const reasons = new Map<string, number>()
  for (const { title } of refused) reasons.set(title ?? '', (reasons.get(title ?? '') ?? 0) + 1)
  return (
    <>
      <PageHead
        title={t(texts.packed, props.items.length - refused.length, props.items.length)}
        up={{ href: '/collections', text: t(listTexts.title) }}
        acts={
          <LinkButton kind="primary" href={`/collections/${props.collectionId}`}>
            {t(texts.toCollection)}
          </LinkButton>
        }
      />
      {refused.length > 0 && (
        <Notice tone="warn" title={t(texts.notPacked)}>
          <ul>
            {[...reasons].map(([reason, count]) => (
              <li key={reason}>
                {count} × {reason}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
