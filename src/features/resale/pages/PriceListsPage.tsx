// Price lists by model and grade, each with its days; a new one is pasted from a spreadsheet.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Input, Output } from '../../../core/endpoint.ts'
import { parseAmountOre } from '../../../core/money.ts'
import { Button } from '../../../web/kit/Button.tsx'
import { Dialog } from '../../../web/kit/Dialog.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { DayField } from '../../../web/kit/field/DayField.tsx'
import { TextAreaField, TextField } from '../../../web/kit/field/TextField.tsx'
import { FormDialog } from '../../../web/kit/FormDialog.tsx'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { hrefOf, useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import type { Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { useAct, useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { soldGrades } from '../rules/listing.ts'
import { employeeSaleTexts } from '../texts/employees.ts'
import { priceListTexts as texts } from '../texts/seller.ts'
import { api } from './api.ts'
import { priceListSearch } from './search.ts'

type Row = Output<typeof api.listPriceLists>['items'][number]
type Priced = Input<typeof api.addPriceList>['body']['prices'][number]

export default function PriceListsPage() {
  const t = useText()
  const { may } = useSession()
  const { num } = useFormat()
  const [{ list }, setSearch] = useSearch(priceListSearch)
  const { data, error, isPending } = useEndpoint(api.listPriceLists, {})
  const [adding, add] = useState(false)
  const columns: readonly Column<Row>[] = [
    { id: 'name', text: t(texts.name), width: 180, grow: 2, cell: (row) => row.name },
    {
      id: 'from',
      text: t(texts.from),
      width: 120,
      phone: 'second',
      cell: (row) => row.validFromOn,
    },
    {
      id: 'until',
      text: t(texts.until),
      width: 120,
      phone: 'second-end',
      cell: (row) => row.validUntilOn,
    },
    {
      id: 'today',
      text: t(texts.today),
      width: 110,
      phone: 'end',
      cell: (row) => t(row.validToday ? texts.yes : texts.no),
    },
    {
      id: 'rows',
      text: t(texts.rows),
      width: 72,
      grow: 0,
      number: true,
      cell: (row) => num(row.rows),
    },
  ]
  const addButton = (
    <Button kind="primary" icon={Plus} onPress={() => add(true)}>
      {t(texts.new)}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t(texts.title)}
        lead={t(texts.lead)}
        up={
          may('resale.sell')
            ? { href: '/shop-stock', text: t(texts.up) }
            : { href: '/employee-sale', text: t(employeeSaleTexts.title) }
        }
        acts={data && data.items.length > 0 && addButton}
      />
      <Refusal problem={error} />
      <DataTable
        label={t(texts.title)}
        columns={columns}
        rows={data?.items ?? []}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        hrefOf={({ id }) => hrefOf('/price-lists', priceListSearch, { list: id })}
        waiting={isPending}
        empty={error ? null : <EmptyState act={addButton}>{t(texts.empty)}</EmptyState>}
      />
      {adding && <NewList onClose={() => add(false)} />}
      {list && <OneList id={list} onClose={() => setSearch({ list: '' })} />}
    </>
  )
}

function OneList({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const { ore } = useFormat()
  const { data, error } = useEndpoint(api.getPriceList, { params: { priceListId: id } })
  return (
    <Dialog open wide title={data?.name ?? t(texts.title)} onClose={onClose}>
      <Refusal problem={error} />
      {data && (
        <table className="shopcart">
          <thead>
            <tr>
              <th scope="col">{t(texts.model)}</th>
              <th scope="col">{t(texts.grade)}</th>
              <th scope="col" className="num">
                {t(texts.price)}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.prices.map((row) => (
              <tr key={`${row.maker} ${row.model} ${row.grade}`}>
                <th scope="row">{`${row.maker} ${row.model}`}</th>
                <td>{row.grade}</td>
                <td className="num nw">{ore(row.priceOre)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}

/** Rows as they are pasted: semicolons, or the tabs of a spreadsheet. A number: the row that is wrong. */
function rowsOf(text: string): Priced[] | number {
  const rows: Priced[] = []
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (!line.trim()) continue
    const [maker = '', model = '', letter = '', amount = ''] = line.split(/[;\t]/).map(trimmed)
    const grade = soldGrades.find((one) => one === letter.toUpperCase())
    const priceOre = parseAmountOre(amount)
    if (!maker || !model || !grade || priceOre === null || priceOre < 0) return index + 1
    rows.push({ maker, model, grade, priceOre })
  }
  return rows
}
const trimmed = (cell: string) => cell.trim()

function NewList({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const { act, busy, problem } = useAct(api.addPriceList)
  const [name, setName] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = async () => {
    const prices = rowsOf(text)
    if (typeof prices === 'number') return setWrong(t(texts.wrongRow, prices))
    if (prices.length === 0) return setWrong(t(texts.noRows))
    setWrong(null)
    const body = { name: name.trim(), validFromOn: from, validUntilOn: until, prices }
    if (await act({ body })) onClose()
  }
  return (
    <FormDialog
      wide
      title={t(texts.new)}
      act={t(texts.save)}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField label={t(texts.name)} maxLength={200} value={name} onChange={setName} />
      <DayField label={t(texts.from)} value={from} onChange={setFrom} />
      <DayField label={t(texts.until)} value={until} onChange={setUntil} />
      <TextAreaField
        label={t(texts.text)}
        hint={t(texts.textHint)}
        value={text}
        onChange={setText}
        wrong={wrong}
      />
    </FormDialog>
  )
}
