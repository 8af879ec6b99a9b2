// What the seller can do with its own listing: another price, another picture, or take it down.
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { sek } from '../../../../core/money.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { DefinitionList } from '../../../../web/kit/Facts.tsx'
import { FileField } from '../../../../web/kit/field/FileField.tsx'
import { MoneyField } from '../../../../web/kit/field/NumberField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { ownListingTexts as texts, stockTexts } from '../../texts/seller.ts'
import { api } from '../api.ts'
import type { WholeListing } from '../ListingPage.tsx'
import { sendPhoto } from './send-photo.ts'

export function OwnListing({ listing }: { readonly listing: WholeListing }) {
  const t = useText()
  const router = useRouter()
  const { may } = useSession()
  const { money, instant } = useFormat()
  const withdraw = useAct(api.withdrawListing)
  const [open, setOpen] = useState<'price' | 'photo' | null>(null)
  const params = { listingId: listing.listingId }
  const sells = may('resale.sell') && listing.state === 'listed'
  const cannot = listing.free ? null : t(texts.kept)
  return (
    <Section
      title={t(texts.title)}
      acts={
        sells && (
          <>
            <Button small onPress={() => setOpen('photo')}>
              {t(texts.addPhoto)}
            </Button>
            <Button small cannot={cannot} onPress={() => setOpen('price')}>
              {t(texts.setPrice)}
            </Button>
            <Button
              small
              cannot={cannot}
              busy={withdraw.busy}
              onPress={() =>
                void withdraw
                  .act({ params })
                  .then((gone) => gone && router.history.push('/shop-stock?view=withdrawn'))
              }
            >
              {t(texts.withdraw)}
            </Button>
          </>
        )
      }
    >
      <Refusal problem={withdraw.problem} />
      <DefinitionList
        facts={listing.prices.map((price) => ({
          name: [instant(price.setAt), price.setBy && t(texts.by, price.setBy)]
            .filter(Boolean)
            .join(' '),
          value: money(sek(price.priceOre)),
        }))}
      />
      {open === 'price' && <NewPrice listing={listing} onClose={() => setOpen(null)} />}
      {open === 'photo' && <NewPhoto listing={listing} onClose={() => setOpen(null)} />}
    </Section>
  )
}

interface DialogProps {
  readonly listing: WholeListing
  readonly onClose: () => void
}

function NewPrice({ listing, onClose }: DialogProps) {
  const t = useText()
  const { act, busy, problem } = useAct(api.setListingPrice)
  const [price, setPrice] = useState<number | null>(listing.priceOre)
  const submit = async () => {
    if (price === null) return
    if (await act({ params: { listingId: listing.listingId }, body: { priceOre: price } }))
      onClose()
  }
  return (
    <FormDialog
      title={t(texts.setPrice)}
      act={t(texts.setPrice)}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <MoneyField label={t(texts.newPrice)} amountOre={price} onChange={setPrice} />
    </FormDialog>
  )
}

function NewPhoto({ listing, onClose }: DialogProps) {
  const t = useText()
  const client = useQueryClient()
  const { act, busy, problem } = useAct(api.setListingPhotos)
  const [files, setFiles] = useState<readonly File[]>([])
  const [alt, setAlt] = useState('')
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<Error | null>(null)
  const submit = async () => {
    setTried(true)
    const [file] = files
    if (!file || !alt.trim()) return
    try {
      const photoId = await sendPhoto(file)
      const known = listing.photos.map((photo) => ({ photoId: photo.photoId, alt: photo.alt }))
      const photos = [...known, { photoId, alt: alt.trim() }].slice(-8)
      if (await act({ params: { listingId: listing.listingId }, body: { photos } })) onClose()
      await client.invalidateQueries()
    } catch (cause) {
      setFault(cause instanceof Error ? cause : new Error(String(cause)))
    }
  }
  return (
    <FormDialog
      title={t(texts.addPhoto)}
      act={t(texts.addPhoto)}
      busy={busy}
      problem={fault ?? problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FileField
        label={t(stockTexts.photo)}
        hint={t(stockTexts.photoHint)}
        accept={['image/jpeg', 'image/png', 'image/webp']}
        files={files}
        onChange={setFiles}
      />
      <TextField
        label={t(stockTexts.alt)}
        hint={t(stockTexts.altHint)}
        maxLength={300}
        value={alt}
        onChange={setAlt}
        wrong={tried && !alt.trim() ? t(stockTexts.altMissing) : null}
      />
    </FormDialog>
  )
}
