// Where the QR code of a certificate leads. The server sends the proof; the answer is computed here.
import './proof.css'
import { useState } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { addressOf } from '../../../web/kit/api-client.ts'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Notice } from '../../../web/kit/Notice.tsx'
import { useParam } from '../../../web/kit/page.ts'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { publicApi } from '../api.ts'
import { publicTexts as texts } from '../texts/public.ts'
import { CheckYourself } from './CheckYourself.tsx'
import { useCheck } from './use-check.ts'
import { Verdict } from './Verdict.tsx'

type Said = Output<typeof publicApi.publicCertificate>

export default function PublicPage() {
  const input = { params: { publicId: useParam('publicId') } }
  const said = useEndpoint(publicApi.publicCertificate, input, { keep: false })
  const bundle = useEndpoint(publicApi.publicCertificateBundle, input, { keep: false })
  const [file, setFile] = useState<File | null>(null)
  const [key, setKey] = useState('')
  const verdict = useCheck(file ?? (bundle.data as Blob | undefined) ?? null, key)
  const problem = bundle.error ?? said.error
  const number = said.data?.number ?? 'bevis'
  return (
    <div className="proofpage">
      {verdict ? (
        <Verdict verdict={verdict} fileName={file?.name ?? null}>
          {!file && said.data && <FromServer said={said.data} />}
        </Verdict>
      ) : (
        <Waiting problem={problem} />
      )}
      <CheckYourself
        download={bundle.data ? addressOf(publicApi.publicCertificateBundle, input) : null}
        fileName={file?.name ?? `${number}.omlopp.zip`}
        file={file}
        onFile={setFile}
        key_={key}
        onKey={setKey}
      />
    </div>
  )
}

function Waiting({ problem }: { readonly problem: (Error & { code?: string }) | null }) {
  const t = useText()
  if (problem?.code === 'certificate-not-found')
    return <PageHead title={t(texts.nothing)} lead={t(texts.nothingLead)} />
  if (problem?.code === 'proof-pending')
    return <PageHead title={t(texts.pending)} lead={t(texts.pendingLead)} />
  if (!problem) return <PageHead title={t(texts.title)} lead={t(texts.working)} />
  return (
    <>
      <PageHead title={t(texts.unreachable)} />
      <Refusal problem={problem} />
    </>
  )
}

/** Names are no part of the proof; who says them is said. */
function FromServer({ said }: { readonly said: Said }) {
  const t = useText()
  const { supersededBy, issuerName, ownerName } = said
  const someone = t(texts.someone)
  return (
    <>
      {supersededBy && (
        <Notice
          title={t(texts.supersededBy, supersededBy.number)}
          act={
            <LinkButton small href={`/c/${supersededBy.publicId}`}>
              {t(texts.toNewer, supersededBy.number)}
            </LinkButton>
          }
        />
      )}
      <p className="proofnames">
        {t(texts.saidByServer, issuerName ?? someone, ownerName ?? someone)}
      </p>
    </>
  )
}
