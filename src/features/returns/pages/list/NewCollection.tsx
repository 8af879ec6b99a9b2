// To whom, from where and when: the form of a new collection, in a dialog and on its own page.
import { useRouter } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Button, LinkButton } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api as organisations } from '../../../organisations/api/organisation.ts'
import { api } from '../api.ts'
import { newTexts as texts } from '../../texts/pages.ts'

export function NewCollectionDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const id = useId()
  const router = useRouter()
  const form = useCollectionForm()
  return (
    <Dialog
      open
      keep
      title={t(texts.title)}
      onClose={onClose}
      acts={
        form.possible && (
          <Button kind="primary" type="submit" form={id} busy={form.busy}>
            {t(texts.create)}
          </Button>
        )
      }
    >
      <form
        id={id}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.create().then((made) => made && router.history.push(`/collections/${made.id}`))
        }}
      >
        <CollectionFields form={form} />
      </form>
    </Dialog>
  )
}

export function useCollectionForm() {
  const { act, busy, problem } = useAct(api.createCollection)
  const partners = useEndpoint(organisations.listPartnerships, {}).data?.items
  const active = new Map(
    partners?.filter(({ state }) => state === 'active').map(({ partner }) => [partner.id, partner]),
  )
  const places = useEndpoint(organisations.listPlaces, {}).data?.items ?? []
  const [receiver, setReceiver] = useState<string | null>(null)
  const [place, setPlace] = useState<string | null>(null)
  const [wantedPickupOn, setWantedPickupOn] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  // With one partner and one depot there is nothing to choose.
  const only = active.size === 1 ? [...active.keys()][0] : undefined
  const depots = places.filter(({ kind }) => kind === 'depot')
  const receiverId = receiver ?? only ?? null
  const fromPlaceId = place ?? (depots.length === 1 ? depots[0]!.id : null)
  return {
    receivers: [...active.values()],
    known: partners !== undefined,
    /** Nobody to send to: then there is nothing to create. */
    possible: partners === undefined || active.size > 0,
    places,
    ...{ receiverId, setReceiver, fromPlaceId, setPlace, wantedPickupOn, setWantedPickupOn },
    wrong: tried && !receiverId,
    busy,
    problem,
    create: async () => {
      setTried(true)
      if (!receiverId) return null
      return act({ body: { receiverId, fromPlaceId, wantedPickupOn } })
    },
  }
}

export function CollectionFields({
  form,
}: {
  readonly form: ReturnType<typeof useCollectionForm>
}) {
  const t = useText()
  if (form.known && form.receivers.length === 0)
    return (
      <Notice
        tone="warn"
        title={t(texts.noPartners)}
        act={<LinkButton href="/organisation?part=partners">{t(texts.toPartners)}</LinkButton>}
      />
    )
  return (
    <>
      <Refusal problem={form.problem} />
      <SelectField
        label={t(texts.receiver)}
        hint={t(texts.receiverHint)}
        options={form.receivers.map(({ id, name }) => ({ id, text: name }))}
        value={form.receiverId}
        onChange={form.setReceiver}
        wrong={form.wrong ? t(texts.receiverWrong) : null}
      />
      {form.places.length > 0 && (
        <SelectField
          label={t(texts.place)}
          optional
          options={form.places.map(({ id, name, address }) => ({
            id,
            text: name,
            note: address ?? undefined,
          }))}
          value={form.fromPlaceId}
          onChange={form.setPlace}
        />
      )}
      <DayField
        label={t(texts.pickup)}
        optional
        value={form.wantedPickupOn}
        onChange={form.setWantedPickupOn}
      />
    </>
  )
}
