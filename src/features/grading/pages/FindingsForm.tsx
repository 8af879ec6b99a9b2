// The right side of the bench: tests of the kind, the outside with its defects, and the battery.
import './calculation.css'
import { useState } from 'react'
import { Button } from '../../../web/kit/Button.tsx'
import { Checkbox } from '../../../web/kit/field/CheckField.tsx'
import { NumberField } from '../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../web/kit/field/SelectField.tsx'
import { useText, type Translate } from '../../../web/kit/language.tsx'
import { ChoiceRows } from '../../../web/kit/station/ChoiceRows.tsx'
import type { DeviceKind } from '../../devices/rules/kinds.ts'
import {
  boxStates,
  defectCodes,
  deviceParts,
  severities,
  type Defect,
  type DefectCode,
  type DevicePart,
  type Severity,
} from '../rules/findings.ts'
import { testResults, testsOf, type FunctionTest, type TestResult } from '../rules/tests.ts'
import { defectTexts, partTexts, severityTexts, testTexts } from '../texts.ts'
import { gradingTexts as texts } from '../texts/pages.ts'
import type { BenchFindings } from './use-bench.ts'

interface PartProps {
  readonly findings: BenchFindings
  readonly onChange: (change: Partial<BenchFindings>) => void
}

export function FindingsForm(
  props: PartProps & {
    readonly kind: DeviceKind
    readonly onScan: (code: string) => void
    readonly focusOn: string
  },
) {
  const { kind, findings, onChange } = props
  return (
    <>
      <Tests {...props} kind={kind} />
      <Outside findings={findings} onChange={onChange} />
      <Inside kind={kind} findings={findings} onChange={onChange} />
    </>
  )
}

function Tests(props: Parameters<typeof FindingsForm>[0]) {
  const t = useText()
  const { kind, findings, onChange } = props
  const [asked, ask] = useState(0)
  const list = testsOf(kind)
  const tests = [...list.key, ...list.secondary]
  const values = Object.fromEntries(findings.tests.map(({ test, result }) => [test, result]))
  const answer = (given: Partial<Record<FunctionTest, TestResult>>) =>
    onChange({
      tests: tests.flatMap((test) => {
        const result = given[test]
        return result ? [{ test, result }] : []
      }),
    })
  return (
    <section className="benchpart">
      <div className="benchhead">
        <h2>
          {t(texts.tests)}{' '}
          <span className="faint">{t(texts.testsCount, findings.tests.length, tests.length)}</span>
        </h2>
        <p className="note">{t(texts.keys)}</p>
      </div>
      <ChoiceRows
        label={t(texts.tests)}
        rows={tests.map((id) => ({ id, text: t(testTexts[id]) }))}
        choices={testResults.map((id) => ({ id, text: t(texts.choices[id]) }))}
        values={values}
        onChange={(test, result) => answer({ ...values, [test]: result })}
        onScan={props.onScan}
        focusOn={`${props.focusOn}-${asked}`}
        alarming="fail"
      />
      {findings.tests.length < tests.length && (
        <div className="benchrow" style={{ paddingTop: 12 }}>
          <Button
            onPress={() => {
              answer({ ...Object.fromEntries(tests.map((test) => [test, 'pass'])), ...values })
              ask(asked + 1)
            }}
          >
            {t(texts.restWorks)}
          </Button>
        </div>
      )}
    </section>
  )
}

function Outside({ findings, onChange }: PartProps) {
  const t = useText()
  const name = (defect: Defect) =>
    t(
      texts.defectOn,
      t(defectTexts[defect.code]),
      t(partTexts[defect.part]),
      t(severityTexts[defect.severity]).toLowerCase(),
    )
  return (
    <section className="benchpart">
      <div className="benchhead">
        <h2>{t(texts.outside)}</h2>
      </div>
      <Checkbox
        label={t(texts.inspected)}
        hint={t(texts.inspectedHint)}
        checked={findings.inspected}
        onChange={(inspected) => onChange({ inspected })}
      />
      <h3>{t(texts.defects)}</h3>
      {findings.defects.length === 0 ? (
        <p className="muted">{t(texts.noDefects)}</p>
      ) : (
        <ul className="defectlist">
          {findings.defects.map((defect, at) => (
            <li key={at}>
              {name(defect)}
              <Button
                kind="quiet"
                small
                label={t(texts.removeDefect, name(defect))}
                onPress={() => onChange({ defects: findings.defects.filter((_, i) => i !== at) })}
              >
                {t(texts.remove)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddDefect
        // Whoever notes a defect has looked.
        onAdd={(defect) => onChange({ inspected: true, defects: [...findings.defects, defect] })}
      />
      <SelectField
        label={t(texts.box)}
        options={boxStates.map((id) => ({ id, text: t(texts.boxes[id]) }))}
        value={findings.box ?? 'used'}
        onChange={(box) => onChange({ box })}
      />
    </section>
  )
}

const options = <Id extends string>(
  ids: readonly Id[],
  words: Readonly<Record<string, { readonly sv: string; readonly en: string }>>,
  t: Translate,
) => ids.map((id) => ({ id, text: capital(t(words[id]!)) }))
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function AddDefect({ onAdd }: { readonly onAdd: (defect: Defect) => void }) {
  const t = useText()
  const [code, setCode] = useState<DefectCode | null>(null)
  const [part, setPart] = useState<DevicePart | null>(null)
  const [severity, setSeverity] = useState<Severity>('minor')
  return (
    <div className="benchrow" style={{ paddingBottom: 20 }}>
      <SelectField
        label={t(texts.defect)}
        options={options(defectCodes, defectTexts, t)}
        value={code}
        onChange={setCode}
      />
      <SelectField
        label={t(texts.part)}
        options={options(deviceParts, partTexts, t)}
        value={part}
        onChange={setPart}
      />
      <SelectField
        label={t(texts.severity)}
        options={options(severities, severityTexts, t)}
        value={severity}
        onChange={setSeverity}
      />
      <Button
        cannot={code && part ? null : t(texts.addFirst)}
        onPress={() => {
          if (!code || !part) return
          onAdd({ code, part, severity })
          setCode(null)
          setPart(null)
          setSeverity('minor')
        }}
      >
        {t(texts.addDefect)}
      </Button>
    </div>
  )
}

function Inside({ kind, findings, onChange }: PartProps & { readonly kind: DeviceKind }) {
  const t = useText()
  const list = testsOf(kind)
  const tests = [...list.key, ...list.secondary]
  const battery = tests.includes('battery')
  return (
    <section className="benchpart">
      <div className="benchhead">
        <h2>{t(battery ? texts.inside : texts.content)}</h2>
      </div>
      <div className="benchrow">
        {battery && (
          <>
            <NumberField
              label={t(texts.batteryPercent)}
              hint={t(texts.batteryHint)}
              optional
              plain
              unit="%"
              min={0}
              max={150}
              value={findings.batteryPercent ?? null}
              onChange={(batteryPercent) => onChange({ batteryPercent })}
            />
            <NumberField
              label={t(texts.batteryCycles)}
              optional
              plain
              min={0}
              max={100_000}
              value={findings.batteryCycles ?? null}
              onChange={(batteryCycles) => onChange({ batteryCycles })}
            />
          </>
        )}
        {tests.includes('storage') && (
          <NumberField
            label={t(texts.badSectors)}
            optional
            plain
            min={0}
            value={findings.badSectors ?? null}
            onChange={(badSectors) => onChange({ badSectors })}
          />
        )}
      </div>
      {list.software && (
        <Checkbox
          label={t(texts.software)}
          checked={findings.softwareLoaded ?? false}
          onChange={(softwareLoaded) => onChange({ softwareLoaded })}
        />
      )}
      <Checkbox
        label={t(texts.makersParts)}
        checked={findings.makersParts ?? false}
        onChange={(makersParts) => onChange({ makersParts })}
      />
    </section>
  )
}
