// The seller's answer: repair, another device out of the shop, or no, in words.
import { useState } from 'react'
import { Button } from '../../../../web/kit/Button.tsx'
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { RadioField } from '../../../../web/kit/field/CheckField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { TextAreaField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { useAct, useEndpoint } from '../../../../web/kit/use-endpoint.ts'
import { caseAnswers, decideReplacement, type CaseAnswer } from '../../rules/warranty.ts'
import { shopTexts } from '../../texts/shop.ts'
import { caseTexts as texts } from '../../texts/warranty.ts'
import { caseAnswerTexts } from '../../texts/words.ts'
import { api } from '../api.ts'
import type { WholeCase } from '../CasePage.tsx'

export function AnswerDialog(props: { readonly of: WholeCase; readonly onClose: () => void }) {
  const { of, onClose } = props
  const t = useText()
  const { act, busy, problem } = useAct(api.answerCase)
  const query = { state: 'listed' as const, kept: false, kind: of.kind, limit: 200 }
  const stock = useEndpoint(api.listListings, { query }).data?.items ?? []
  const fitting = stock
    .filter((listing) => decideReplacement(of, listing) === null)
    // The same model first.
    .toSorted((a, b) => Number(b.model === of.model) - Number(a.model === of.model))
  const [answer, setAnswer] = useState<CaseAnswer | null>(null)
  const [words, setWords] = useState('')
  const [listingId, setListing] = useState<string | null>(null)
  const replaces = answer === 'replacement'
  const cannot =
    answer === null
      ? t(texts.chooseHow)
      : replaces && !listingId
        ? t(fitting.length === 0 ? texts.noReplacement : texts.choose)
        : answer === 'refusal' && !words.trim()
          ? t(texts.wordsNeeded)
          : null
  const submit = async () => {
    if (answer === null) return
    const body = { answer, words: words.trim() || null, ...(replaces && { listingId }) }
    if (await act({ params: { caseId: of.id }, body })) onClose()
  }
  return (
    <Dialog
      open
      keep
      title={t(texts.answerTitle, of.number)}
      onClose={onClose}
      acts={
        <Button kind="primary" busy={busy} cannot={cannot} onPress={() => void submit()}>
          {t(texts.answerAct)}
        </Button>
      }
    >
      <Refusal problem={problem} />
      <RadioField
        label={t(texts.how)}
        options={caseAnswers.map((id) => ({ id, text: t(caseAnswerTexts[id]) }))}
        value={answer}
        onChange={setAnswer}
      />
      {replaces && (
        <SelectField
          label={t(texts.replacement)}
          hint={t(texts.replacementHint)}
          options={fitting.map((one) => ({
            id: one.listingId,
            text: `${one.maker} ${one.model}, ${t(shopTexts.gradeOf, one.grade)}`,
            note: one.assetTag ?? one.serialNumber ?? undefined,
          }))}
          value={listingId}
          onChange={setListing}
        />
      )}
      <TextAreaField
        label={t(texts.words)}
        optional={answer !== 'refusal'}
        maxLength={2000}
        value={words}
        onChange={setWords}
      />
    </Dialog>
  )
}
