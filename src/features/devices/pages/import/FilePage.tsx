// Step 1: a file is chosen and read; under it what has been imported before.
import './import.css'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ApiProblem, call } from '../../../../web/kit/api-client.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { FileField } from '../../../../web/kit/field/FileField.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { PageHead, Section } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { Steps } from '../../../../web/kit/Steps.tsx'
import { keyOf } from '../../../../web/kit/use-endpoint.ts'
import { importApi } from '../../api/import.ts'
import { importPageTexts as texts } from '../../texts/import-pages.ts'
import { hrefOfImport } from './address.ts'
import { History } from './History.tsx'
import { useSteps } from './steps.ts'
import { importWords } from './words.ts'

export default function FilePage() {
  const t = useText()
  const { may } = useSession()
  const steps = useSteps('file')
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        up={{ href: '/devices', text: t(texts.register) }}
      />
      {may('devices.import') ? (
        <>
          <Steps steps={steps} current="file">
            <SendFile />
          </Steps>
          <Section title={t(texts.history)}>
            <History />
          </Section>
        </>
      ) : (
        <Notice title={t(texts.notMine)}>{t(texts.notMineLead)}</Notice>
      )}
    </>
  )
}

function SendFile() {
  const t = useText()
  const [files, setFiles] = useState<readonly File[]>([])
  const [headingRow, setHeadingRow] = useState<number | null>(null)
  const [sheet, setSheet] = useState('')
  const [tried, setTried] = useState(false)
  const { send, busy, problem, clear } = useSend()
  const [file] = files
  const code = problem instanceof ApiProblem ? problem.code : null
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (file && !busy)
          void send(file, { headingRow: headingRow?.toString() ?? '', sheet: sheet.trim() })
      }}
    >
      <FileField
        label={t(texts.file)}
        hint={t(texts.fileHint)}
        accept={['.csv', '.tsv', '.txt', '.xlsx', '.json']}
        files={files}
        onChange={(chosen) => {
          setFiles(chosen)
          clear()
        }}
        wrong={tried && !file ? t(texts.chooseFile) : null}
      />
      <Refusal problem={problem} words={importWords} act={code && <p>{t(texts.nothingKept)}</p>} />
      {code === 'heading-missing' && (
        <NumberField
          label={t(texts.headingRow)}
          hint={t(texts.headingRowHint)}
          min={1}
          max={1000}
          value={headingRow}
          onChange={setHeadingRow}
        />
      )}
      {code === 'sheet-missing' && (
        <TextField label={t(texts.sheetName)} value={sheet} onChange={setSheet} />
      )}
      <Button kind="primary" type="submit" busy={busy}>
        {t(problem ? texts.readAgain : texts.read)}
      </Button>
    </form>
  )
}

function useSend() {
  const client = useQueryClient()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error | null>(null)
  const send = async (file: File, how: Readonly<Record<string, string>>) => {
    const form = new FormData()
    // What is said about the file comes before it, so that it is known when the file is read.
    for (const [name, value] of Object.entries(how)) if (value) form.append(name, value)
    form.append('file', file)
    setBusy(true)
    setProblem(null)
    try {
      const preview = await call(importApi.sendImport, { body: form })
      const key = keyOf(importApi.getImportMapping, { params: { importId: preview.id } })
      client.setQueryData(key, preview)
      await client.invalidateQueries({ queryKey: [importApi.listImports.path] })
      router.history.push(hrefOfImport(preview.id, 'columns'))
    } catch (cause) {
      setProblem(cause instanceof Error ? cause : new Error(String(cause)))
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, problem, clear: () => setProblem(null) }
}
