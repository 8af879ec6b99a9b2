// Every certificate: searched and narrowed, each as PDF in both languages, many as one zip.
import { FileText } from 'lucide-react'
import { useMemo } from 'react'
import type { Output } from '../../../core/endpoint.ts'
import { addressOf } from '../../../web/kit/api-client.ts'
import { Button, LinkButton } from '../../../web/kit/Button.tsx'
import { EmptyState } from '../../../web/kit/EmptyState.tsx'
import { TextField } from '../../../web/kit/field/TextField.tsx'
import { Filters } from '../../../web/kit/Filters.tsx'
import { useLanguage, useText, type Translate } from '../../../web/kit/language.tsx'
import { Link } from '../../../web/kit/Link.tsx'
import { Flag } from '../../../web/kit/Notice.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { Refusal } from '../../../web/kit/Refusal.tsx'
import { useSearch } from '../../../web/kit/search.ts'
import { useSession } from '../../../web/kit/session.ts'
import { useTableChoices, type Column } from '../../../web/kit/table/columns.ts'
import { DataTable } from '../../../web/kit/table/DataTable.tsx'
import { SelectionBar } from '../../../web/kit/table/SelectionBar.tsx'
import { useSelection, type Selection } from '../../../web/kit/table/selection.ts'
import { TableTools } from '../../../web/kit/table/TableTools.tsx'
import { useAct, usePages } from '../../../web/kit/use-endpoint.ts'
import { Instant, Serial } from '../../../web/kit/values.tsx'
import { api as proofs } from '../../proofs/api.ts'
import { Papers } from '../../proofs/pages/Papers.tsx'
import { batchTexts } from '../../proofs/texts/papers.ts'
import { publicTexts } from '../../proofs/texts/public.ts'
import { certificatesApi } from '../api/certificates.ts'
import { certificateTexts } from '../texts/certificate-pages.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { resultTexts } from '../texts/result-pages.ts'
import { standingOf } from './certificate-standing.ts'
import { certificateKinds, certificateStandings, certificatesSearch } from './search.ts'

type Row = Output<typeof certificatesApi.listCertificates>['items'][number]

export default function CertificatesPage() {
  const t = useText()
  const [choices, choose] = useTableChoices('certificates')
  const { may } = useSession()
  const [search, setSearch] = useSearch(certificatesSearch)
  const selection = useSelection()
  const { q, kind, standing } = search
  const query = {
    ...(q && { q }),
    ...(kind[0] && { kind: kind[0] }),
    ...(standing[0] && { standing: standing[0] }),
  }
  const narrowed = Object.keys(query).length > 0
  const list = usePages(certificatesApi.listCertificates, { query })
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <>
      <PageHead
        title={t(certificateTexts.certificates)}
        lead={t(certificateTexts.certificatesLead)}
      />
      {may('proofs.see') && <Papers />}
      <div style={{ maxWidth: 420, paddingBottom: 8 }}>
        <TextField
          type="search"
          label={t(certificateTexts.searchCertificates)}
          hint={t(certificateTexts.searchHint)}
          maxLength={100}
          value={q}
          onChange={(next) => setSearch({ q: next }, { replace: true })}
        />
      </div>
      <Filters
        filters={[
          {
            id: 'kind',
            text: t(texts.kind),
            single: true,
            options: certificateKinds.map((id) => ({
              id,
              text: t(certificateTexts.certificateKinds[id]),
            })),
          },
          {
            id: 'standing',
            text: t(resultTexts.state),
            single: true,
            options: certificateStandings.map((id) => ({
              id,
              text: t(certificateTexts.standing[id]),
            })),
          },
        ]}
        values={{ kind, standing }}
        onChange={(id, values) => setSearch({ [id]: values })}
        tools={
          <TableTools
            columns={columns}
            choices={choices}
            onChoose={choose}
            downloadHref={csvHref(addressOf(certificatesApi.listCertificates, { query }))}
          />
        }
      />
      <Refusal problem={list.problem} />
      {!list.problem && (
        <DataTable
          label={t(certificateTexts.certificates)}
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
          selection={may('proofs.see') ? selection : undefined}
          foot={<PrintBar selection={selection} rows={list.rows} />}
          empty={
            narrowed ? (
              <EmptyState
                act={<LinkButton href="/certificates">{t(certificateTexts.showAll)}</LinkButton>}
              >
                {t(certificateTexts.noCertificateFits)}
              </EmptyState>
            ) : (
              <EmptyState
                act={
                  may('erasure.see') && (
                    <LinkButton href="/erasure">{t(certificateTexts.toErasure)}</LinkButton>
                  )
                }
              >
                {t(certificateTexts.certificatesEmpty)}
              </EmptyState>
            )
          }
        />
      )}
    </>
  )
}

const csvHref = (address: string) => `${address}${address.includes('?') ? '&' : '?'}format=csv`

/** Many at once are printed as work in the background. */
function PrintBar(props: { readonly selection: Selection; readonly rows: readonly Row[] }) {
  const { selection, rows } = props
  const { t, language } = useLanguage()
  const { act, busy, problem } = useAct(proofs.startPapers)
  const print = async () => {
    const certificateIds = rows.filter(({ id }) => selection.has(id)).map(({ id }) => id)
    if (await act({ body: { certificateIds, language } })) selection.clear()
  }
  return (
    <SelectionBar selection={selection} total={rows.length}>
      <Refusal problem={problem} />
      <Button kind="primary" icon={FileText} busy={busy} onPress={() => void print()}>
        {t(batchTexts.print)}
      </Button>
    </SelectionBar>
  )
}

/** Where the paper lies, in one of the two languages. */
export const pdfHref = (certificateId: string, language: 'sv' | 'en') =>
  addressOf(proofs.certificatePdf, { params: { certificateId }, query: { language } })

const columnsOf = (t: Translate): readonly Column<Row>[] => [
  { id: 'number', text: t(certificateTexts.number), width: 120, cell: ({ number }) => number },
  {
    id: 'kind',
    text: t(texts.kind),
    width: 160,
    phone: 'second',
    cell: ({ kind }) => t(certificateTexts.certificateKinds[kind]),
  },
  {
    id: 'device',
    text: t(texts.device),
    phone: 'third',
    cell: ({ assetTag, serial }) => assetTag ?? (serial && <Serial>{serial}</Serial>),
  },
  { id: 'model', text: t(texts.model), need: 3, width: 160, cell: ({ model }) => model },
  { id: 'issuer', text: t(certificateTexts.issuer), need: 3, cell: ({ issuer }) => issuer?.name },
  {
    id: 'issued',
    text: t(certificateTexts.issued),
    width: 100,
    phone: 'second-end',
    cell: ({ issuedAt }) => <Instant at={issuedAt} only="day" />,
  },
  {
    id: 'standing',
    text: t(resultTexts.state),
    width: 120,
    phone: 'end',
    cell: (row) => {
      const standing = standingOf(row)
      const said = t(certificateTexts.standing[standing])
      return standing === 'revoked' || standing === 'awaitsWitness' ? <Flag>{said}</Flag> : said
    },
  },
  {
    id: 'pdf',
    text: t(certificateTexts.pdf),
    width: 130,
    cell: ({ id, number, revokedAt }) =>
      !revokedAt && (
        <>
          {(['sv', 'en'] as const).map((language) => (
            <span key={language}>
              <Link
                href={pdfHref(id, language)}
                aria-label={`${number}, ${t(certificateTexts.pdfIn[language])}`}
              >
                {t(certificateTexts.pdfShort[language])}
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
