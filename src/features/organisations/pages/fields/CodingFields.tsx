// The coding string of something that costs: a field for each part, with search among its codes.
import { useDeferredValue, useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { ApiProblem } from '../../../../web/kit/api-client.ts'
import { ComboField } from '../../../../web/kit/field/SelectField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { useLanguage, useText, type Translate } from '../../../../web/kit/language.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { codingApi as api } from '../../api/coding.ts'
import { isWellFormed, type CodingPart } from '../../rules/coding.ts'
import { codingTexts as texts, codingWords, knownPartTexts } from '../../texts/coding.ts'

type Codes = Readonly<Record<string, string>>

const none: Output<typeof api.getCodingString> = { separator: '-', parts: [] }
export const useCodingString = () => useEndpoint(api.getCodingString, {}).data ?? none

/** In the reader's language, as long as nobody has given the part a name of their own. */
export const partName = ({ key, name }: CodingPart, t: Translate): string => {
  const known = knownPartTexts[key]
  return known?.sv === name ? t(known) : name
}

export const formOf = ({ leastLength, mostLength, digitsOnly }: CodingPart, t: Translate): string =>
  t(texts.formOf, leastLength, mostLength, digitsOnly)

/** What can be seen to be wrong before it is sent, part by part. */
export function codingFaults(parts: readonly CodingPart[], coding: Codes, t: Translate): Codes {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const code = coding[part.key]?.trim()
      if (!code) return part.compulsory ? [[part.key, t(texts.choose, partName(part, t))]] : []
      return isWellFormed(part, code) ? [] : [[part.key, t(texts.writeCode, formOf(part, t))]]
    }),
  )
}

export function CodingFields(props: {
  readonly coding: Codes
  readonly onChange: (coding: Codes) => void
  /** By part, once somebody has tried to send. */
  readonly faults: Codes
  /** What the server answered: said at the part that it names. */
  readonly problem: unknown
  readonly on: string
}) {
  const { coding, onChange, faults, problem, on } = props
  const { t, language } = useLanguage()
  const { parts } = useCodingString()
  const wrongOf = (part: CodingPart): string | null => {
    if (faults[part.key]) return faults[part.key]!
    if (!(problem instanceof ApiProblem) || problem.details['part'] !== part.key) return null
    const words = codingWords[problem.code as keyof typeof codingWords]
    return words ? words[language](problem.details) : null
  }
  return parts.map((part) => {
    const field = {
      label: partName(part, t),
      optional: !part.compulsory,
      wrong: wrongOf(part),
      onChange: (code: string) => onChange({ ...coding, [part.key]: code }),
    }
    const code = coding[part.key] ?? ''
    return part.source === 'any' ? (
      <TextField
        key={part.key}
        {...field}
        hint={formOf(part, t)}
        maxLength={part.mostLength}
        value={code}
      />
    ) : (
      <CodeField key={part.key} {...field} part={part} code={code} on={on} />
    )
  })
}

interface CodeFieldProps {
  readonly label: string
  readonly optional: boolean
  readonly wrong: string | null
  readonly onChange: (code: string) => void
  readonly part: CodingPart
  readonly code: string
  readonly on: string
}

/** Codes are many: the server searches while one types. What is chosen stays among the options. */
function CodeField({ part, code, on, ...field }: CodeFieldProps) {
  const t = useText()
  const [query, setQuery] = useState('')
  const q = useDeferredValue(query.trim())
  const asked = { part: part.key, on, limit: 20 }
  const found = useEndpoint(api.listCodingValues, {
    query: { ...asked, ...(q && q !== code && { q: q.split(' ')[0]! }) },
  }).data?.items
  const chosen = useEndpoint(
    api.listCodingValues,
    { query: { part: part.key, q: code, limit: 1 } },
    { enabled: code !== '' },
  ).data?.items.filter((one) => one.code === code)
  const all = [
    ...(chosen ?? []),
    ...(found ?? []).filter((one) => one.code !== code || !chosen?.length),
  ]
  const options = all.map(({ code: id, name, validUntilOn }) => ({
    id,
    text: `${id} ${name}`,
    note: validUntilOn !== null && validUntilOn < on ? t(texts.expired, validUntilOn) : undefined,
  }))
  return <ComboField {...field} options={options} value={code || null} onSearch={setQuery} />
}
