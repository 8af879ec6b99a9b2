// For anybody's file: a bundle or a signed certificate, from any Omlopp.
import './proof.css'
import { useState } from 'react'
import { useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { publicTexts as texts } from '../texts/public.ts'
import { CheckYourself } from './CheckYourself.tsx'
import { useCheck } from './use-check.ts'
import { Verdict } from './Verdict.tsx'

export default function VerifyPage() {
  const t = useText()
  const [file, setFile] = useState<File | null>(null)
  const [key, setKey] = useState('')
  const verdict = useCheck(file, key)
  return (
    <div className="proofpage">
      {verdict && file ? (
        <Verdict verdict={verdict} fileName={file.name} />
      ) : (
        <PageHead title={t(texts.verifyTitle)} lead={t(file ? texts.working : texts.verifyLead)} />
      )}
      <CheckYourself
        download={null}
        fileName={file?.name ?? t(texts.someFile)}
        file={file}
        onFile={setFile}
        key_={key}
        onKey={setKey}
      />
    </div>
  )
}
