// One entry of the chain as it stands, without people's names: those are not in the journal.
import { Dialog } from '../../../../web/kit/Dialog.tsx'
import { DefinitionList } from '../../../../web/kit/Facts.tsx'
import { say, useLanguage, useText } from '../../../../web/kit/language.tsx'
import { Instant } from '../../../../web/kit/values.tsx'
import { entryWords } from '../../texts/life.ts'
import { pageTexts } from '../../texts/pages.ts'
import { takerName, type LifeEntry } from './life.ts'
import { useAccountWords } from './LifeSection.tsx'

export function EntryDialog(props: { readonly entry: LifeEntry; readonly onClose: () => void }) {
  const { entry, onClose } = props
  const t = useText()
  const { language } = useLanguage()
  const words = useAccountWords()
  const taker = takerName(entry, words)
  const said = entryWords(entry.kind, { taker, content: entry.content })
  return (
    <Dialog open wide onClose={onClose} title={t(pageTexts.entryTitle, entry.seq)}>
      <DefinitionList
        facts={[
          { name: t(pageTexts.entryWhat), value: say(language, said.title) },
          { name: t(pageTexts.entryAt), value: <Instant at={entry.at} /> },
          ...(entry.actor ? [{ name: t(pageTexts.entryBy), value: entry.actor }] : []),
          ...(entry.organisation
            ? [{ name: t(pageTexts.entryOrganisation), value: entry.organisation }]
            : []),
          { name: t(pageTexts.entryKind), value: <code>{entry.kind}</code> },
          { name: t(pageTexts.entryId), value: <code>{entry.id}</code> },
        ]}
      />
      <h3 id="entry-content">{t(pageTexts.entryContent)}</h3>
      <pre className="entrycontent" tabIndex={0} role="region" aria-labelledby="entry-content">
        {JSON.stringify(entry.content, null, 2)}
      </pre>
    </Dialog>
  )
}
