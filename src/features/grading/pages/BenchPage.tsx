// The grading bench: scan, test, note what is wrong, see the grade, save, next.
import { useEffect, useEffectEvent } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { useLanguage } from '../../../web/kit/language.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSearch, text } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { CameraScan } from '../../../web/kit/station/CameraScan.tsx'
import { ScanField } from '../../../web/kit/station/ScanField.tsx'
import { ScanLog } from '../../../web/kit/station/ScanLog.tsx'
import { StationFrame } from '../../../web/kit/station/StationFrame.tsx'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api as devices } from '../../devices/api.ts'
import { api } from '../api.ts'
import { gradingTexts as texts } from '../texts/pages.ts'
import { Calculation, levelWords, type Calculated } from './Calculation.tsx'
import { FindingsForm } from './FindingsForm.tsx'
import { queueFilters } from './queue.ts'
import { useBench } from './use-bench.ts'

const shape = { code: text }

export default function BenchPage() {
  const { t, language } = useLanguage()
  const { organisation } = useSession()
  const [{ code }, setSearch] = useSearch(shape)
  const bench = useBench()
  const { device, findings } = bench
  const left = useEndpoint(
    devices.countDevices,
    { query: queueFilters('queue', organisation?.id) },
    { enabled: organisation !== undefined },
  ).data?.total
  const preview = useEndpoint(
    api.previewGrade,
    { body: { kind: device?.kind ?? 'other', ...findings } },
    { enabled: device !== null },
  )
  // An address with a number is as good as a scan; it is then used up.
  const take = useEffectEvent((scanned: string) => {
    bench.onScan(scanned)
    setSearch({ code: '' }, { replace: true })
  })
  const known = organisation !== undefined
  useEffect(() => {
    if (code && known) take(code)
  }, [code, known])
  const { save, saving } = bench
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !device || saving) return
      event.preventDefault()
      save()
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  })
  const now = device && preview.data ? preview.data : null
  return (
    <StationFrame
      language={language}
      name={t(texts.title)}
      title={t(texts.benchTitle)}
      facts={[
        { label: t(texts.left), value: left === undefined ? '–' : String(left) },
        { label: t(texts.done), value: String(bench.doneToday), minor: true },
      ]}
      leaveHref="/grading"
      left={
        <>
          <ScanField
            language={language}
            onScan={bench.onScan}
            answer={bench.answer}
            beside={<CameraScan language={language} onScan={bench.onScan} />}
          />
          {device ? (
            <GradeNow of={now} problem={preview.error} />
          ) : (
            <ScanLog language={language} scans={bench.log} />
          )}
        </>
      }
      right={
        device && (
          <FindingsForm
            key={device.id}
            kind={device.kind}
            findings={findings}
            onChange={bench.change}
            onScan={bench.onScan}
            focusOn={bench.answer?.id ?? device.id}
          />
        )
      }
      acts={
        <>
          {device && <Button onPress={bench.putAside}>{t(texts.putAside)}</Button>}
          <Refusal problem={bench.problem} />
          <Button
            kind="primary"
            busy={saving}
            cannot={device ? (now ? null : t(texts.counting)) : t(texts.scanFirst)}
            onPress={save}
          >
            {t(texts.save)}
          </Button>
        </>
      }
    />
  )
}

/** The grade as it would be now, and why. */
function GradeNow(props: { readonly of: Calculated | null; readonly problem: Error | null }) {
  const { t } = useLanguage()
  const { of } = props
  const words = of && levelWords(of, t)
  return (
    <section>
      <h2 className="vh">{t(texts.calculation)}</h2>
      <Refusal problem={props.problem} />
      <div className={of ? 'gradenow' : 'gradenow none'}>
        <b aria-label={of ? t(texts.gradeOf, of.grade) : t(texts.grade)} role="status">
          {of?.grade ?? '–'}
        </b>
        {words && (
          <dl>
            <div>
              <dt>{t(texts.look)}</dt>
              <dd>{words.look}</dd>
            </div>
            <div>
              <dt>{t(texts.function)}</dt>
              <dd>{words.works}</dd>
            </div>
          </dl>
        )}
      </div>
      {of && <Calculation of={of} />}
    </section>
  )
}
