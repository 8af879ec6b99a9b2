// The codes of one part at a time, with the days they may be used.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Output } from '../../../../core/endpoint.ts'
import { Button } from '../../../../web/kit/Button.tsx'
import { EmptyState } from '../../../../web/kit/EmptyState.tsx'
import { DayField } from '../../../../web/kit/field/DayField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../../web/kit/FormDialog.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Section } from '../../../../web/kit/Page.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { SavedViews } from '../../../../web/kit/SavedViews.tsx'
import { hrefOf, useSearch } from '../../../../web/kit/search.ts'
import { useSession } from '../../../../web/kit/session.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { useAct, usePages } from '../../../../web/kit/use-endpoint.ts'
import { Day } from '../../../../web/kit/values.tsx'
import { codingApi as api } from '../../api/coding.ts'
import { isWellFormed, type CodingPart } from '../../rules/coding.ts'
import { codingTexts as texts } from '../../texts/coding.ts'
import { formOf, partName } from '../fields/CodingFields.tsx'
import { organisationSearch } from './address.ts'

type Code = Output<typeof api.listCodingValues>['items'][number]

export function CodingCodes({ parts }: { readonly parts: readonly CodingPart[] }) {
  const t = useText()
  const { may } = useSession()
  const [{ codes, code, q }, setSearch] = useSearch(organisationSearch)
  const listed = parts.filter(({ source }) => source !== 'any')
  const part =
    listed.find(({ key }) => key === codes) ??
    listed.find(({ source }) => source === 'list') ??
    listed[0]!
  const query = q.trim()
  const list = usePages(api.listCodingValues, {
    query: { part: part.key, limit: 100, ...(query && { q: query }) },
  })
  const [adding, add] = useState(false)
  const columns = useColumns()
  const opened = list.rows.find((one) => one.code === code)
  const decides = part.source === 'list' && may('coding.manage')
  const here = (change: object) =>
    hrefOf('/organisation', organisationSearch, { part: 'coding', codes: part.key, q, ...change })
  const close = () => {
    add(false)
    setSearch({ code: '' })
  }
  return (
    <Section title={t(texts.codesOf, partName(part, t))}>
      {listed.length > 1 && (
        <SavedViews
          current={part.key}
          views={listed.map((one) => ({
            id: one.key,
            text: partName(one, t),
            href: here({ codes: one.key, q: '' }),
          }))}
        />
      )}
      <div className="codesearch">
        <TextField
          label={t(texts.search)}
          type="search"
          value={q}
          onChange={(next) => setSearch({ q: next }, { replace: true })}
        />
        {decides && (
          <Button icon={Plus} onPress={() => add(true)}>
            {t(texts.addCode)}
          </Button>
        )}
      </div>
      <Refusal problem={list.problem} />
      <DataTable
        label={t(texts.codesOf, partName(part, t))}
        columns={columns}
        rows={list.rows}
        idOf={(row) => row.code}
        nameOf={(row) => row.code}
        {...(decides && { hrefOf: (row: Code) => here({ code: row.code }) })}
        hasMore={list.hasMore}
        loadMore={list.loadMore}
        waiting={list.waiting && !list.problem}
        stale={list.stale}
        empty={
          list.problem ? null : (
            <EmptyState>{t(query ? texts.codesNone : texts.codesEmpty)}</EmptyState>
          )
        }
      />
      {decides && (adding || opened) && (
        <EditCode key={opened?.code ?? ''} part={part} code={opened ?? null} onClose={close} />
      )}
    </Section>
  )
}

function EditCode(props: {
  readonly part: CodingPart
  readonly code: Code | null
  readonly onClose: () => void
}) {
  const t = useText()
  const { part, code: before, onClose } = props
  const { act, busy, problem } = useAct(api.saveCodingValues)
  const [code, setCode] = useState(before?.code ?? '')
  const [name, setName] = useState(before?.name ?? '')
  const [from, setFrom] = useState(before?.validFromOn ?? null)
  const [until, setUntil] = useState(before?.validUntilOn ?? null)
  const [tried, setTried] = useState(false)
  const wrong = {
    code: isWellFormed(part, code.trim()) ? null : t(texts.writeCode, formOf(part, t)),
    name: name.trim() ? null : t(texts.writeCodeName),
    until: from && until && until < from ? t(texts.endsFirst) : null,
  }
  const submit = async () => {
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    const value = { code: code.trim(), name: name.trim(), validFromOn: from, validUntilOn: until }
    if (await act({ body: { part: part.key, values: [value] } })) onClose()
  }
  return (
    <FormDialog
      title={before ? t(texts.changeCode, before.code) : t(texts.addCode)}
      act={t(before ? texts.save : texts.addCode)}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {!before && (
        <TextField
          label={t(texts.code)}
          hint={formOf(part, t)}
          autoFocus
          maxLength={part.mostLength}
          value={code}
          onChange={setCode}
          wrong={tried ? wrong.code : null}
        />
      )}
      <TextField
        label={t(texts.codeName)}
        maxLength={200}
        value={name}
        onChange={setName}
        wrong={tried ? wrong.name : null}
      />
      <DayField label={t(texts.from)} optional value={from} onChange={setFrom} />
      <DayField
        label={t(texts.until)}
        optional
        value={until}
        onChange={setUntil}
        wrong={tried ? wrong.until : null}
      />
    </FormDialog>
  )
}

function useColumns(): readonly Column<Code>[] {
  const t = useText()
  return [
    { id: 'code', text: t(texts.code), width: 110, grow: 0, cell: (row) => row.code },
    {
      id: 'name',
      text: t(texts.codeName),
      width: 220,
      grow: 2,
      phone: 'second',
      cell: (row) => row.name,
    },
    {
      id: 'from',
      text: t(texts.from),
      width: 120,
      need: 2,
      cell: (row) => row.validFromOn && <Day day={row.validFromOn} />,
    },
    {
      id: 'until',
      text: t(texts.until),
      width: 150,
      phone: 'end',
      cell: (row) => row.validUntilOn && <Day day={row.validUntilOn} />,
    },
  ]
}
