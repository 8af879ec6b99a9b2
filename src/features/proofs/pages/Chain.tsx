// The entries as the chain they are: when, what, and where each stands in its log.
import type { BundleContents } from '../../../checker/bundle/check.ts'
import { useFormat, useText } from '../../../web/kit/language.tsx'
import { Instant } from '../../../web/kit/values.tsx'
import { entryWords } from '../../devices/texts/life.ts'
import { publicTexts as texts } from '../texts/public.ts'

type Entry = BundleContents['entries'][number]

export function Chain({ contents }: { readonly contents: BundleContents }) {
  const { entries, logs } = contents
  const sizes = new Map(logs.map(({ origin, size }) => [origin, size]))
  return (
    <ol className="proofchain">
      {entries.map((entry, nth) => {
        const missing = entry.seq - (entries[nth - 1]?.seq ?? 0) - 1
        return (
          <Place
            key={entry.file}
            entry={entry}
            missing={missing}
            size={sizes.get(entry.origin) ?? 0}
          />
        )
      })}
    </ol>
  )
}

function Place(props: { readonly entry: Entry; readonly missing: number; readonly size: number }) {
  const { entry, missing, size } = props
  const t = useText()
  const { num } = useFormat()
  const { title, detail } = entryWords(entry.kind, { taker: null, content: entry.content })
  return (
    <>
      {missing > 0 && <li className="gap">{t(texts.elsewhere, missing)}</li>}
      <li>
        <span className="seq">{num(entry.seq)}</span>
        <div>
          <b>{t(title)}</b>
          {detail && <p>{t(detail)}</p>}
        </div>
        <div className="where">
          <Instant at={entry.at} />
          <span>{t(texts.place, num(entry.index), num(size))}</span>
          <code>{entry.sha256.slice(0, 16)}</code>
        </div>
      </li>
    </>
  )
}
