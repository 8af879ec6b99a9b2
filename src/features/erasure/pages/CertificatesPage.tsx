// Every certificate, each as PDF in both languages.
import { useMemo } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { addressOf } from '../../../web/kit/api-client.ts'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { useText, type Translate } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { Flag } from '../../../web/kit/Notice.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useTableChoices, type Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { TableTools } from '../../../web/kit/table/TableTools.tsx'
import { usePages } from '../../../web/kit/use-endpoint.ts'
import { Instant, Serial } from '../../../web/kit/values.tsx'
import { api as proofs } from '../../proofs/api.ts'
import { publicTexts } from '../../proofs/texts/public.ts'
import { api } from '../api.ts'
import { pageTexts as texts } from '../texts/pages.ts'

type Row = Output<typeof api.listCertificates>['items'][number]

export default function CertificatesPage() {
  const t = useText()
  const [choices, choose] = useTableChoices('certificates')
  const list = usePages(api.listCertificates, { query: {} })
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <>
      <PageHead title={t(texts.certificates)} lead={t(texts.certificatesLead)} />
      <TableTools
        columns={columns}
        choices={choices}
        onChoose={choose}
        downloadHref={`${addressOf(api.listCertificates, { query: {} })}?format=csv`}
      />
      <Refusal problem={list.problem} />
      {!list.problem && (
        <DataTable
          label={t(texts.certificates)}
          columns={columns}
          rows={list.rows}
          idOf={({ id }) => id}
          nameOf={({ number }) => number}
          hrefOf={({ id }) => `/certificates/${id}`}
          hasMore={list.hasMore}
          loadMore={list.loadMore}
          waiting={list.waiting}
          stale={list.stale}
          choices={choices}
          empty={<EmptyState>{t(texts.certificatesEmpty)}</EmptyState>}
        />
      )}
    </>
  )
}

export const standingOf = ({ revokedAt, supersededBy }: Pick<Row, 'revokedAt' | 'supersededBy'>) =>
  revokedAt ? 'revoked' : supersededBy ? 'superseded' : 'valid'

/** Where the paper lies, in one of the two languages. */
export const pdfHref = (certificateId: string, language: 'sv' | 'en') =>
  addressOf(proofs.certificatePdf, { params: { certificateId }, query: { language } })

const columnsOf = (t: Translate): readonly Column<Row>[] => [
  { id: 'number', text: t(texts.number), width: 120, cell: ({ number }) => number },
  {
    id: 'kind',
    text: t(texts.kind),
    width: 160,
    phone: 'second',
    cell: ({ kind }) => t(texts.certificateKinds[kind]),
  },
  {
    id: 'device',
    text: t(texts.device),
    phone: 'third',
    cell: ({ assetTag, serial }) => assetTag ?? (serial && <Serial>{serial}</Serial>),
  },
  { id: 'model', text: t(texts.model), need: 3, width: 160, cell: ({ model }) => model },
  { id: 'issuer', text: t(texts.issuer), need: 3, cell: ({ issuer }) => issuer?.name },
  {
    id: 'issued',
    text: t(texts.issued),
    width: 100,
    phone: 'second-end',
    cell: ({ issuedAt }) => <Instant at={issuedAt} only="day" />,
  },
  {
    id: 'standing',
    text: t(texts.state),
    width: 100,
    phone: 'end',
    cell: (row) => {
      const standing = standingOf(row)
      const said = t(texts.standing[standing])
      return standing === 'revoked' ? <Flag>{said}</Flag> : said
    },
  },
  {
    id: 'pdf',
    text: t(texts.pdf),
    width: 130,
    cell: ({ id, number, revokedAt }) =>
      !revokedAt && (
        <>
          {(['sv', 'en'] as const).map((language) => (
            <span key={language}>
              <Link
                href={pdfHref(id, language)}
                aria-label={`${number}, ${t(texts.pdfIn[language])}`}
              >
                {t(texts.pdfShort[language])}
              </Link>{' '}
            </span>
          ))}
        </>
      ),
  },
  {
    id: 'proof',
    text: t(publicTexts.title),
    width: 110,
    cell: ({ number, publicId }) => (
      <Link href={`/c/${publicId}`} aria-label={`${number}, ${t(publicTexts.publicPage)}`}>
        {t(publicTexts.publicPage)}
      </Link>
    ),
  },
]
