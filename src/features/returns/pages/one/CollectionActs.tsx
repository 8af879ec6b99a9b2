// What can be done with a collection now, by the side that may do it.
import { FileText, PackageCheck, ScanBarcode, Truck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { useFormat, useLanguage, useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { api as proofs } from '../../../proofs/api.ts'
import { batchTexts } from '../../../proofs/texts/papers.ts'
import { api } from '../api.ts'
import { oneTexts as texts } from '../../texts/pages.ts'
import type { WholeCollection } from '../CollectionPage.tsx'
import { usePackageName } from './Packages.tsx'

export function CollectionActs({ collection }: { readonly collection: WholeCollection }) {
  const t = useText()
  const { may } = useSession()
  const [asking, ask] = useState<'send' | 'takeBack' | null>(null)
  const { id, state, direction, counts } = collection
  const close = () => ask(null)
  if (direction === 'in') {
    const mayReceive = (state === 'sent' || state === 'receiving') && may('returns.receive')
    return (
      <>
        <DeliveryNote collection={collection} />
        <Certificates collection={collection} />
        {mayReceive && (
          <LinkButton kind="primary" icon={PackageCheck} href={`/collections/${id}/receiving`}>
            {t(state === 'sent' ? texts.receive : texts.goOnReceiving)}
          </LinkButton>
        )}
      </>
    )
  }
  if (!may('returns.send')) return <DeliveryNote collection={collection} />
  return (
    <>
      <DeliveryNote collection={collection} />
      <Certificates collection={collection} />
      {state === 'packing' && (
        <>
          <LinkButton
            kind={counts.total === 0 ? 'primary' : 'plain'}
            icon={ScanBarcode}
            href={`/collections/${id}/packing`}
          >
            {t(texts.pack)}
          </LinkButton>
          <Button
            kind={counts.total === 0 ? 'plain' : 'primary'}
            icon={Truck}
            cannot={counts.total === 0 ? t(texts.sendEmpty) : null}
            onPress={() => ask('send')}
          >
            {t(texts.send)}
          </Button>
        </>
      )}
      {state === 'sent' && (
        <Button icon={Undo2} onPress={() => ask('takeBack')}>
          {t(texts.takeBack)}
        </Button>
      )}
      {asking === 'send' && <SendDialog collection={collection} onClose={close} />}
      {asking === 'takeBack' && <TakeBackDialog collection={collection} onClose={close} />}
    </>
  )
}

/** The certificates of what came: printed in the background, fetched on their own page. */
function Certificates({ collection }: { readonly collection: WholeCollection }) {
  const { t, language } = useLanguage()
  const { may } = useSession()
  const { act, busy, problem } = useAct(proofs.startPapers)
  const [started, setStarted] = useState(false)
  if (collection.state !== 'receiving' && collection.state !== 'closed') return null
  if (!may('proofs.see')) return null
  if (started) return <LinkButton href="/certificates">{t(batchTexts.see)}</LinkButton>
  const print = async () => {
    if (await act({ body: { collectionId: collection.id, language } })) setStarted(true)
  }
  return (
    <>
      <Button icon={FileText} busy={busy} onPress={() => void print()}>
        {t(batchTexts.printAll)}
      </Button>
      <Refusal problem={problem} />
    </>
  )
}

/** The paper that travels along; an empty one says nothing. */
function DeliveryNote({ collection }: { readonly collection: WholeCollection }) {
  const { t, language } = useLanguage()
  if (collection.counts.total === 0) return null
  const input = { params: { collectionId: collection.id }, query: { language } }
  return (
    <LinkButton icon={FileText} href={addressOf(proofs.deliveryNotePdf, input)}>
      {t(texts.note)}
    </LinkButton>
  )
}

interface Asked {
  readonly collection: WholeCollection
  readonly onClose: () => void
}

/** The count is said once more: after this somebody else counts. */
function SendDialog({ collection, onClose }: Asked) {
  const t = useText()
  const { list } = useFormat()
  const nameOf = usePackageName()
  const { act, busy, problem } = useAct(api.sendCollection)
  const { counts, packages, receiver } = collection
  const unsealed = packages.filter(({ seal, devices }) => seal === null && devices > 0).map(nameOf)
  const inPackages = packages.reduce((sum, { devices }) => sum + devices, 0)
  const loose = packages.length > 0 ? counts.total - inPackages : 0
  return (
    <Dialog
      open
      alert
      title={t(texts.sendTitle, counts.total, receiver.name)}
      onClose={onClose}
      acts={
        <Button
          kind="primary"
          busy={busy}
          onPress={() =>
            void act({ params: { collectionId: collection.id } }).then(
              (answer) => answer && onClose(),
            )
          }
        >
          {t(texts.sendAct, counts.total)}
        </Button>
      }
    >
      <Refusal problem={problem} />
      <p>{t(texts.sendHow)}</p>
      {unsealed.length > 0 && <p className="warn">{t(texts.unsealed, list(unsealed))}</p>}
      {loose > 0 && <p className="warn">{t(texts.loose, loose)}</p>}
    </Dialog>
  )
}

function TakeBackDialog({ collection, onClose }: Asked) {
  const t = useText()
  const { act, busy, problem } = useAct(api.takeBackCollection)
  return (
    <Dialog
      open
      alert
      title={t(texts.takeBackTitle, collection.number)}
      onClose={onClose}
      acts={
        <Button
          kind="primary"
          busy={busy}
          onPress={() =>
            void act({ params: { collectionId: collection.id } }).then(
              (answer) => answer && onClose(),
            )
          }
        >
          {t(texts.takeBack)}
        </Button>
      }
    >
      <Refusal problem={problem} />
      <p>{t(texts.takeBackHow)}</p>
    </Dialog>
  )
}
