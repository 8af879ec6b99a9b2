// What waits for a decision, and what was decided.
import { useText } from '../../../web/kit/language.tsx'
import { PageHead } from '../../../web/kit/Page.tsx'
import { SavedViews } from '../../../web/kit/SavedViews.tsx'
import { useSearch } from '../../../web/kit/search.ts'
import { useEndpoint } from '../../../web/kit/use-endpoint.ts'
import { api as devices } from '../../devices/api.ts'
import { api } from '../api.ts'
import { pageTexts as texts } from '../texts/pages.ts'
import { DecidedView } from './DecidedView.tsx'
import { DecideView } from './DecideView.tsx'
import { outcomesSearch } from './search.ts'

export default function OutcomesPage() {
  const t = useText()
  const [search] = useSearch(outcomesSearch)
  const waiting = useEndpoint(devices.countDevices, { query: { status: 'graded' } }).data?.total
  const decided = useEndpoint(api.countOutcomes, { query: {} }).data?.total
  return (
    <>
      <PageHead title={t(texts.title)} lead={t(texts.lead)} />
      <SavedViews
        current={search.view}
        views={[
          { id: 'decide', text: t(texts.viewDecide), href: '/outcomes', count: waiting },
          {
            id: 'decided',
            text: t(texts.viewDecided),
            href: '/outcomes?view=decided',
            count: decided,
          },
        ]}
      />
      {search.view === 'decide' ? <DecideView total={waiting} /> : <DecidedView all={decided} />}
    </>
  )
}
