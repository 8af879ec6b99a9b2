// What is said about the order, the first first; and what one writes oneself.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useSession } from '../../../../web/kit/session.ts'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../../web/kit/values.tsx'
import { decideRemove } from '../../rules/comments.ts'
import { listTexts, orderTexts as texts } from '../../texts/pages.ts'
import { api } from '../api.ts'
import type { WholeOrder } from '../OrderPage.tsx'

type Said = WholeOrder['comments'][number]

export function Comments({ order }: { readonly order: WholeOrder }) {
  const t = useText()
  const { person, may } = useSession()
  const [removing, remove] = useState<Said | null>(null)
  const who = { personId: person?.id, approves: may('ordering.approve') }
  return (
    <>
      {order.comments.length === 0 && <p className="muted nocomments">{t(texts.noComments)}</p>}
      {order.comments.length > 0 && (
        <ol className="ordcomments">
          {order.comments.map((one) => (
            <li key={one.id} className="ordcomment">
              {one.words ?? <span className="muted">{t(texts.removed)}</span>}
              <span className="note">
                <span>
                  {one.by.name ?? t(listTexts.somebody)}, <Instant at={one.madeAt} />
                </span>
                {one.words && !decideRemove(one.by.id, who) && (
                  <Button
                    small
                    kind="quiet"
                    label={t(texts.removeOf, one.by.name ?? t(listTexts.somebody))}
                    onPress={() => remove(one)}
                  >
                    {t(texts.remove)}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      <Write orderId={order.id} />
      {removing && <Remove orderId={order.id} comment={removing} onClose={() => remove(null)} />}
    </>
  )
}

function Write({ orderId }: { readonly orderId: string }) {
  const t = useText()
  const { act, busy, problem, answer, clear } = useAct(api.commentOrder)
  const [words, setWords] = useState('')
  const [empty, setEmpty] = useState(false)
  const write = async () => {
    setEmpty(!words.trim())
    if (!words.trim()) return
    if (await act({ params: { orderId }, body: { words: words.trim() } })) setWords('')
  }
  return (
    <form
      className="form ordwrite"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void write()
      }}
    >
      <Refusal problem={problem} />
      <TextAreaField
        label={t(texts.comment)}
        hint={t(texts.commentHint)}
        {...(empty && { wrong: t(texts.writeComment) })}
        optional
        maxLength={2000}
        value={words}
        onChange={(next) => {
          setWords(next)
          setEmpty(false)
          if (answer) clear()
        }}
      />
      <div className="tools">
        <Button type="submit" busy={busy}>
          {t(texts.write)}
        </Button>
        <span className="faint" role="status">
          {answer && !busy ? t(texts.written) : ''}
        </span>
      </div>
    </form>
  )
}

function Remove(props: {
  readonly orderId: string
  readonly comment: Said
  readonly onClose: () => void
}) {
  const t = useText()
  const { act, busy, problem } = useAct(api.removeComment)
  const remove = async () => {
    const params = { orderId: props.orderId, commentId: props.comment.id }
    if (await act({ params })) props.onClose()
  }
  return (
    <Dialog
      open
      alert
      title={t(texts.removeTitle)}
      leave={t(texts.keepComment)}
      onClose={props.onClose}
      acts={
        <Button kind="primary" busy={busy} onPress={() => void remove()}>
          {t(texts.remove)}
        </Button>
      }
    >
      <Refusal problem={problem} />
      <p>{t(texts.removeHow)}</p>
      <blockquote className="ordquote">{props.comment.words}</blockquote>
    </Dialog>
  )
}
