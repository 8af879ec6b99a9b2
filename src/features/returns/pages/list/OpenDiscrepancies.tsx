// What waits for a decision, and in which collections.
import { Fragment } from 'react'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { api } from '../api.ts'
import { listTexts as texts } from '../../texts/pages.ts'

/** The oldest; who has more begins with these. */
const listed = 50

export function OpenDiscrepancies() {
  const t = useText()
  const { num, dayOf } = useFormat()
  const { data: counts } = useEndpoint(api.countCollections, {})
  const { data } = useEndpoint(api.listDiscrepancies, { query: { state: 'open', limit: listed } })
  if (!counts?.oldestDiscrepancyAt || counts.openDiscrepancies === 0) return null
  const places = new Map(data?.items.map((one) => [one.collectionId, one.collectionNumber]))
  return (
    <div style={{ marginBottom: 24 }}>
      <Notice tone="warn" title={t(texts.openNotice, num(counts.openDiscrepancies))}>
        {t(texts.oldest, dayOf(counts.oldestDiscrepancyAt))}{' '}
        {[...places].map(([id, number], index) => (
          <Fragment key={id}>
            {index > 0 && ', '}
            <Link className="nw" href={`/collections/${id}`}>
              {number}
            </Link>
          </Fragment>
        ))}
      </Notice>
    </div>
  )
}
