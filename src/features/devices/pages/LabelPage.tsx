// Where the QR code of our label leads: looks the mark up and goes on to the device.
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../../web/kit/api-client.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../web/kit/Skeleton.tsx'
import { api } from '../api.ts'
import { pageTexts } from '../texts/pages.ts'

export default function LabelPage() {
  const t = useText()
  const router = useRouter()
  const code = useParam('code')
  const { data, error, isPending } = useQuery({
    queryKey: ['label', code],
    queryFn: ({ signal }) => call(api.findDevices, { body: { codes: [code] } }, { signal }),
  })
  const found = data?.items.flatMap(({ devices }) => devices)
  const only = found?.length === 1 ? found[0] : undefined
  useEffect(() => {
    if (only) router.history.replace(`/devices/${only.id}`)
    else if (found && found.length > 1)
      router.history.replace(`/devices?q=${encodeURIComponent(code)}&scope=all`)
  }, [only, found, router, code])
  return (
    <>
      <PageHead title={code} />
      <Refusal problem={error} />
      {isPending && <Skeleton />}
      {found?.length === 0 && (
        <EmptyState act={<LinkButton href="/devices">{t(pageTexts.toList)}</LinkButton>}>
          {t(pageTexts.labelUnknown, code)}
        </EmptyState>
      )}
    </>
  )
}
