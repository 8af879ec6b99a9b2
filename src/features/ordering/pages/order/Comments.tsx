import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct } from '../../../../web/kit/use-endpoint.ts'
import { Instant } from '../../../../web/kit/values.tsx'
import { listTexts, orderTexts as texts } from '../../texts/pages.ts'
import { api } from '../api.ts'
import type { WholeOrder } from '../OrderPage.tsx'

export function Comments({ order }: { readonly order: WholeOrder }) {
  const t = useText()
  const { act, busy, problem } = useAct(api.commentOrder)
  const [words, setWords] = useState('')
  const write = async () => {
    if (!words.trim()) return
    const answer = await act({ params: { orderId: order.id }, body: { words: words.trim() } })
    if (answer) setWords('')
  }
  return (
    <>
      {order.comments.length === 0 && <p className="muted">{t(texts.noComments)}</p>}
      {order.comments.map((one) => (
        <div key={one.id} className="ordcomment">
          {one.words}
          <span className="note">
            {one.by.name ?? t(listTexts.somebody)}, <Instant at={one.madeAt} />
          </span>
        </div>
      ))}
      <Refusal problem={problem} />
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void write()
        }}
      >
        <TextAreaField
          label={t(texts.comment)}
          optional
          maxLength={2000}
          value={words}
          onChange={setWords}
        />
        <div className="tools">
          <Button type="submit" busy={busy}>
            {t(texts.write)}
          </Button>
        </div>
      </form>
    </>
  )
}
