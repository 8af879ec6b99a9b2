// Why this device for this need; a person may pin it, take another, or rule it out.
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { DefinitionList } from '../../../../web/kit/Facts.tsx'
import { useFormat, useText } from '../../../../web/kit/language.tsx'
import { Link } from '../../../../web/kit/Link.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { matchTexts as texts, orderTexts } from '../../texts/pages.ts'
import { api } from '../api.ts'
import { nameOf } from '../device-name.ts'
import type { WholeMatch } from '../MatchPage.tsx'
import { whatOf, whoOf } from '../order/need-words.ts'
import { Candidates } from './Candidates.tsx'
import { keptAwayOf, nextOf, partsOf, type Proposal } from './why.ts'

export function ProposalDialog(props: {
  readonly match: WholeMatch
  readonly proposal: Proposal
  readonly onClose: () => void
}) {
  const { match, proposal, onClose } = props
  const t = useText()
  const formats = useFormat()
  const { may } = useSession()
  const { act, busy, problem } = useAct(api.wishMatch)
  const { need, device, pinned, forbidden } = proposal
  const wishes = match.state === 'done' && may('custody.handOut')
  const wish = async (deviceId: string, what: 'pinned' | 'forbidden' | null) => {
    const params = { matchId: match.id }
    if (await act({ params, body: { needId: need.id, deviceId, wish: what } })) onClose()
  }
  const kept = keptAwayOf(proposal, t)
  const nextBest = nextOf(proposal, t, formats)
  return (
    <Dialog
      open
      wide
      title={t(orderTexts.needOf, whoOf(need))}
      onClose={onClose}
      acts={
        wishes &&
        device && (
          <>
            <Button busy={busy} onPress={() => void wish(device.id, 'forbidden')}>
              {t(texts.forbid)}
            </Button>
            <Button
              kind="primary"
              busy={busy}
              onPress={() => void wish(device.id, pinned ? null : 'pinned')}
            >
              {t(pinned ? texts.unpin : texts.pin)}
            </Button>
          </>
        )
      }
    >
      <Refusal problem={problem} />
      <DefinitionList
        facts={[
          {
            name: t(texts.order),
            value: <Link href={`/orders/${proposal.order.id}`}>{proposal.order.number}</Link>,
          },
          { name: t(orderTexts.what), value: whatOf(need, t) },
          { name: t(orderTexts.from), value: need.neededFromOn },
          { name: t(texts.device), value: device ? nameOf(device) : t(texts.noDevice) },
          {
            name: t(texts.why),
            value: device
              ? [partsOf(proposal, t, formats), nextBest].filter(Boolean).join('. ')
              : kept || t(texts.outbid),
          },
          ...(forbidden > 0
            ? [{ name: t(texts.forbid), value: t(texts.forbidden, forbidden) }]
            : []),
        ]}
      />
      {wishes && (
        <Candidates
          matchId={match.id}
          needId={need.id}
          proposedId={device?.id ?? null}
          busy={busy}
          onWish={(deviceId, what) => void wish(deviceId, what)}
        />
      )}
    </Dialog>
  )
}
