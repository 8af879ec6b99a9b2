// Logs of wiping tools in, many at a time; each drive's verdict stands here with what to do next.
import './erasure.css'
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Check, FileText, TriangleAlert } from 'lucide-react'
import type { Output } from '../../../core/endpoint.ts'
import { call } from '../../../web/kit/api-client.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { FileField } from '../../../web/kit/field/FileField.tsx'
import { TextField } from '../../../web/kit/field/TextField.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { LongWork } from '../../../web/kit/LongWork.tsx'
import { Section } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useKept } from '../../../web/kit/station/use-kept.ts'
import { Serial } from '../../../web/kit/values.tsx'
import { resultsApi } from '../api/results.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import { resultStateTexts } from '../texts/refusals.ts'
import { Formats } from './Formats.tsx'
import { deviceName, reasonText } from './result-words.ts'

type Answer = Output<typeof resultsApi.uploadEvidence>
interface ReadFile {
  readonly name: string
  readonly answer?: Answer
  readonly problem?: Error
}

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone

export function Upload() {
  const t = useText()
  const client = useQueryClient()
  const [files, setFiles] = useState<readonly File[]>([])
  const [zone, keepZone] = useKept('erasure-zone', here())
  const [read, setRead] = useState<readonly ReadFile[]>([])
  const [going, setGoing] = useState<{ done: number; all: number } | null>(null)

  const readIn = async () => {
    // A PDF is held against its log, which therefore comes first.
    const isPdf = ({ name }: File) => /\.pdf$/i.test(name)
    const chosen = files.toSorted((a, b) => Number(isPdf(a)) - Number(isPdf(b)))
    setRead([])
    setFiles([])
    // One after the other: the order is the order they are shown in, and a station has one line.
    for (const [at, file] of chosen.entries()) {
      setGoing({ done: at, all: chosen.length })
      const how = await send(file, zone)
      setRead((before) => [...before, how])
    }
    setGoing(null)
    await client.invalidateQueries()
  }
  return (
    <>
      <Section title={t(texts.readIn)} lead={t(texts.readInLead)}>
        <div className="readin">
          <FileField
            label={t(texts.files)}
            hint={t(texts.filesHint)}
            several
            files={files}
            onChange={setFiles}
          />
          <TextField
            label={t(texts.zone)}
            hint={t(texts.zoneHint)}
            value={zone}
            onChange={(next) => keepZone(() => next)}
          />
        </div>
        <Button
          kind="primary"
          busy={going !== null}
          cannot={files.length === 0 && !going ? t(texts.chooseFirst) : null}
          onPress={() => void readIn()}
        >
          {files.length > 0 ? t(texts.act, files.length) : t(texts.actNone)}
        </Button>
        {going && going.all > 1 && (
          <LongWork
            name={t(texts.reading)}
            done={going.done}
            total={going.all}
            said={t(texts.readingOf, going.done, going.all)}
          />
        )}
        <Formats />
      </Section>
      {read.length > 0 && <Outcome read={read} />}
    </>
  )
}

async function send(file: File, zone: string): Promise<ReadFile> {
  const body = new FormData()
  if (zone.trim()) body.append('stationTimeZone', zone.trim())
  body.append('file', file)
  try {
    return { name: file.name, answer: await call(resultsApi.uploadEvidence, { body }) }
  } catch (problem) {
    return { name: file.name, problem: problem as Error }
  }
}

function Outcome({ read }: { readonly read: readonly ReadFile[] }) {
  const t = useText()
  const results = read.flatMap(({ answer }) => answer?.results ?? [])
  const of = (...states: readonly string[]) =>
    results.filter(({ state }) => states.includes(state)).length
  return (
    <Section
      title={t(texts.outcome)}
      lead={
        <span role="status">
          {t(
            texts.outcomeOf,
            results.length,
            of('issued'),
            of('awaitingReview', 'unmatched'),
            of('refused'),
          )}
        </span>
      }
    >
      {read.map((file) => (
        <section key={file.name} className="readfile">
          <h3>
            <FileText aria-hidden /> {file.name}{' '}
            <span className="faint">
              {file.answer &&
                t(
                  texts.drivesIn,
                  file.answer.results.length,
                  [file.answer.tool, file.answer.toolVersion].filter(Boolean).join(' ') || '–',
                )}
            </span>
          </h3>
          {file.problem && <Refusal problem={file.problem} />}
          {file.answer?.remark && <p className="muted">{file.answer.remark}</p>}
          <ul>
            {file.answer?.results.map((result) => (
              <OneDrive key={result.id} result={result} />
            ))}
          </ul>
        </section>
      ))}
    </Section>
  )
}

function OneDrive({ result }: { readonly result: Answer['results'][number] }) {
  const t = useText()
  const issued = result.state === 'issued'
  const Sign = issued ? Check : TriangleAlert
  return (
    <li className={`driveline ${result.state}`}>
      <Sign aria-hidden />
      <div>
        <p>
          <Link href={`/erasure/results/${result.id}`}>
            <Serial>{result.serial ?? t(texts.noSerial)}</Serial>
          </Link>
          {result.device && <span className="muted"> {deviceName(result.device)}</span>}
        </p>
        {result.reasons.map((reason) => (
          <p key={reason.code} className="muted">
            {reasonText(reason, t)}
          </p>
        ))}
      </div>
      <p className="state">
        {issued && result.certificate ? (
          <Link href={`/certificates/${result.certificate.id}`}>
            {`${t(resultTexts.certificate)} ${result.certificate.number}`}
          </Link>
        ) : (
          t(resultStateTexts[result.state])
        )}
      </p>
    </li>
  )
}
