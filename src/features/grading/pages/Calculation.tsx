// How a grade came to be, step by step in words.
import './calculation.css'
import type { Output } from '../../../core/endpoint.ts'
import { useFormat, useText, type Translate } from '../../../web/kit/language.tsx'
import type { api } from '../api.ts'
import {
  cosmeticTexts,
  defectTexts,
  functionalTexts,
  partTexts,
  severityTexts,
  stepTexts,
  testTexts,
  warningTexts,
} from '../texts.ts'
import { gradingTexts as texts } from '../texts/pages.ts'

export type Calculated = Output<typeof api.previewGrade>
type Step = Calculated['steps'][number]
type Several = keyof typeof texts.many

/** Steps that say the same of one test after the other are one line: `Ljud, mikrofon och fläkt`. */
interface Line {
  readonly first: Step
  readonly tests: readonly NonNullable<Step['test']>[]
  readonly after: Step['after']
}

function linesOf(steps: readonly Step[]): Line[] {
  const lines: Line[] = []
  for (const step of steps) {
    const same = lines.find(({ first }) => step.test && first.test && first.reason === step.reason)
    const tests = step.test ? [step.test] : []
    if (!same) lines.push({ first: step, tests, after: step.after })
    else
      lines[lines.indexOf(same)] = {
        ...same,
        tests: [...same.tests, ...tests],
        after: step.after,
      }
  }
  return lines
}

export function Calculation({ of }: { readonly of: Calculated }) {
  const t = useText()
  const areas = [
    { area: 'cosmetic', name: texts.look },
    { area: 'functional', name: texts.function },
    { area: 'grade', name: texts.grade },
  ] as const
  return (
    <div className="calculation">
      {areas.map(({ area, name }) => (
        <section key={area}>
          <h3>{t(name)}</h3>
          <ol>
            {linesOf(of.steps.filter((step) => step.area === area)).map((line) => (
              <StepLine
                key={line.first.reason + (line.first.defect ?? '') + line.first.part}
                line={line}
              />
            ))}
          </ol>
        </section>
      ))}
      {of.warnings.length > 0 && (
        <ul className="note">
          {of.warnings.map((warning) => (
            <li key={warning}>{t(warningTexts[warning])}</li>
          ))}
        </ul>
      )}
      <p className="note">{t(texts.byRule, of.rule)}</p>
    </div>
  )
}

function StepLine({ line }: { readonly line: Line }) {
  const t = useText()
  const { list, num } = useFormat()
  const { first, tests, after } = line
  return (
    <li>
      <span>
        {said(line, t, list)}
        {first.percent !== undefined && `, ${num(first.percent)} %`}
        {first.points !== undefined && (
          <span className="faint"> {t(texts.points, first.points)}</span>
        )}
      </span>
      <span className="after">
        {after === null ? t(texts.levelNone) : first.area === 'grade' ? <b>{after}</b> : after}
      </span>
      {tests.length > 0 && <span className="vh">.</span>}
    </li>
  )
}

function said({ first, tests }: Line, t: Translate, list: (words: readonly string[]) => string) {
  if (first.defect && first.part && first.severity)
    return t(
      texts.defectOn,
      t(defectTexts[first.defect]),
      t(partTexts[first.part]),
      t(severityTexts[first.severity]).toLowerCase(),
    )
  if (tests.length === 0) return t(stepTexts[first.reason])
  const names = list(tests.map((test) => t(testTexts[test]).toLowerCase()))
  const reason =
    tests.length > 1 ? t(texts.many[first.reason as Several]) : t(stepTexts[first.reason])
  return `${reason}: ${names}`
}

/** `C5, små repor` and `F4, maskinvaran fungerar`: the pair that the grade is the poorer of. */
export function levelWords({ cosmetic, functional }: Calculated, t: Translate) {
  const look = `${cosmetic}, ${t(cosmeticTexts[cosmetic]).toLowerCase()}`
  const works =
    functional === null
      ? t(texts.notTested).toLowerCase()
      : `${functional}, ${t(functionalTexts[functional]).toLowerCase()}`
  return { look, works }
}
