// The coding string as the economist decides it: its parts in order, and the codes of those listed.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { DefinitionList } from '../../../../web/kit/Facts.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { hrefOf, useSearch } from '../../../../web/kit/search.ts'
import { useSession } from '../../../../web/kit/session.ts'
import type { Column } from '../../../../web/kit/table/columns.ts'
import { DataTable } from '../../../../web/kit/table/DataTable.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { codingApi as api } from '../../api/coding.ts'
import { writtenCoding, type CodingPart } from '../../rules/coding.ts'
import { codingTexts as texts } from '../../texts/coding.ts'
import { formOf, partName } from '../fields/CodingFields.tsx'
import { organisationSearch } from './address.ts'
import { CodingCodes } from './CodingCodes.tsx'
import { EditPart } from './EditPart.tsx'
import { EditSeparator } from './EditSeparator.tsx'
import { ListHead } from './ListHead.tsx'

/** A code of the right form, to show how the whole is written. */
const sampleOf = (part: CodingPart): string =>
  part.defaultCode ??
  '4711469012'
    .padEnd(part.leastLength, '0')
    .slice(0, Math.max(part.leastLength, Math.min(4, part.mostLength)))

export function Coding() {
  const t = useText()
  const { may } = useSession()
  const { data: whole, error, isPending } = useEndpoint(api.getCodingString, {})
  const [{ opened }, setSearch] = useSearch(organisationSearch)
  const [adding, add] = useState(false)
  const [separating, separate] = useState(false)
  const columns = useColumns()
  const decides = may('coding.manage')
  if (error) return <Refusal problem={error} />
  const parts = whole?.parts ?? []
  const part = parts.find(({ key }) => key === opened)
  const sample = Object.fromEntries(parts.map((one) => [one.key, sampleOf(one)]))
  const close = () => {
    add(false)
    setSearch({ opened: '' })
  }
  return (
    <>
      <ListHead
        act={
          decides && (
            <Button icon={Plus} onPress={() => add(true)}>
              {t(texts.addPart)}
            </Button>
          )
        }
      >
        {t(texts.lead)}
      </ListHead>
      {whole && (
        <DefinitionList
          facts={[
            {
              name: t(texts.example),
              value: (
                <>
                  <span className="sn">{writtenCoding(sample, parts, whole.separator)}</span>{' '}
                  {decides && (
                    <Button small onPress={() => separate(true)}>
                      {t(texts.changeSeparator)}
                    </Button>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      <DataTable
        label={t(texts.parts)}
        columns={columns}
        rows={parts}
        idOf={({ key }) => key}
        nameOf={(row) => partName(row, t)}
        {...(decides && {
          hrefOf: ({ key }: CodingPart) =>
            hrefOf('/organisation', organisationSearch, { part: 'coding', opened: key }),
        })}
        waiting={isPending}
        empty={null}
      />
      {parts.some(({ source }) => source !== 'any') && <CodingCodes parts={parts} />}
      {whole && separating && <EditSeparator whole={whole} onClose={() => separate(false)} />}
      {whole && (adding || part) && decides && (
        <EditPart key={part?.key ?? ''} whole={whole} part={part ?? null} onClose={close} />
      )}
    </>
  )
}

function useColumns(): readonly Column<CodingPart>[] {
  const t = useText()
  return [
    { id: 'name', text: t(texts.part), width: 150, cell: (row) => partName(row, t) },
    {
      id: 'source',
      text: t(texts.source),
      width: 200,
      phone: 'second',
      cell: ({ source }) => t(texts.sources[source]),
    },
    { id: 'form', text: t(texts.form), width: 120, phone: 'end', cell: (row) => formOf(row, t) },
    {
      id: 'compulsory',
      text: t(texts.compulsory),
      width: 110,
      cell: ({ compulsory }) => t(compulsory ? texts.yes : texts.no),
    },
    {
      id: 'dimension',
      text: t(texts.dimension),
      width: 130,
      need: 3,
      number: true,
      cell: ({ sieDimension }) => sieDimension ?? '',
    },
    {
      id: 'default',
      text: t(texts.defaultCode),
      width: 110,
      need: 3,
      cell: ({ defaultCode }) => defaultCode ?? '',
    },
  ]
}
