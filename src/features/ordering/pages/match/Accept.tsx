// Taking what a match proposes: all, or, where something has gone meanwhile, what is left.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { matchTexts as texts } from '../../texts/pages.ts'
import { api } from '../api.ts'
import { nameOf } from '../device-name.ts'
import type { WholeMatch } from '../MatchPage.tsx'

const whyGone = (code: string) =>
  Object.hasOwn(texts.goneWhy, code)
    ? texts.goneWhy[code as keyof typeof texts.goneWhy]
    : texts.goneWhy.other

export function Accept({ match }: { readonly match: WholeMatch }) {
  const t = useText()
  const { may } = useSession()
  const { act, busy, problem, answer } = useAct(api.acceptMatch)
  // What was tried says how many, whatever is proposed after it.
  const [tried, setTried] = useState(0)
  const met = match.met ?? 0
  const offers = match.state === 'done' && met > 0 && may('custody.handOut')
  const accept = (partly: boolean) => {
    setTried(met)
    void act({ params: { matchId: match.id }, body: { partly } })
  }
  const gone = answer?.gone ?? []
  return (
    <div className="ordnotice">
      <Refusal problem={problem} />
      {answer && (
        <Notice
          tone={gone.length > 0 ? 'warn' : 'plain'}
          title={
            gone.length > 0
              ? t(texts.gone, answer.reserved, tried, gone.length)
              : t(texts.accepted, answer.reserved, tried)
          }
          act={
            offers &&
            gone.length < tried && (
              <Button kind="primary" busy={busy} onPress={() => accept(true)}>
                {t(texts.acceptRest)}
              </Button>
            )
          }
        >
          {gone.map(({ needId, device, code }) => (
            <p key={needId}>
              <b>{nameOf(device)}</b> {t(whyGone(code))}
            </p>
          ))}
        </Notice>
      )}
      {offers && !answer && (
        <Button kind="primary" busy={busy} onPress={() => accept(false)}>
          {t(texts.accept, met)}
        </Button>
      )}
    </div>
  )
}
