// Boxes, cages and pallets with their seals.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { DiscrepancyList } from '../../../../web/kit/station/DiscrepancyList.tsx'
import { packageKindTexts } from '../../texts.ts'
import { oneTexts as texts } from '../../texts/pages.ts'
import type { WholeCollection } from '../CollectionPage.tsx'
import { PackageDialog } from './PackageDialog.tsx'

export type Package = WholeCollection['packages'][number]

export function usePackageName() {
  const t = useText()
  return ({ kind, number }: Package) => t(texts.packageName, t(packageKindTexts[kind]), number)
}

export function Packages({ collection }: { readonly collection: WholeCollection }) {
  const t = useText()
  const { may } = useSession()
  const nameOf = usePackageName()
  const [changing, change] = useState<Package | null>(null)
  const { state, direction, packages } = collection
  const mayChange = state === 'packing' && direction === 'out' && may('returns.send')
  if (packages.length === 0) return <p className="muted">{t(texts.noPackages)}</p>
  return (
    <>
      <DiscrepancyList
        items={packages.map((one) => ({
          id: one.id,
          code: nameOf(one),
          what: t(texts.devicesIn, one.devices),
          detail: one.seal ? t(texts.sealIs, one.seal) : t(texts.noSeal),
          act: mayChange && (
            <Button small label={t(texts.changePackage, nameOf(one))} onPress={() => change(one)}>
              {t(texts.changeSeal)}
            </Button>
          ),
        }))}
      />
      {changing && (
        <PackageDialog
          collectionId={collection.id}
          present={changing}
          onClose={() => change(null)}
        />
      )}
    </>
  )
}
