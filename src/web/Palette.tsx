// Ctrl K: devices, people and orders as the features find them, then pages. A scan lands here.
import './palette.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ScanBarcode, Search } from 'lucide-react'
import { useDeferredValue, useId, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from './kit/language.tsx'
import type { PaletteHit } from './kit/page.ts'
import { Kbd } from './kit/values.tsx'
import { navigation, palette } from './pages.ts'
import { texts } from './texts.ts'

export interface Group {
  readonly id: string
  readonly text: string
  readonly hits: readonly PaletteHit[]
}

export default function Palette(props: { readonly first: string; readonly onClose: () => void }) {
  const t = useText()
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && props.onClose()}
    >
      <Modal className="palette">
        <Dialog aria-label={t(texts.palette)}>
          <Finder {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ first, onClose }: { readonly first: string; readonly onClose: () => void }) {
  const t = useText()
  const router = useRouter()
  const id = useId()
  const [query, setQuery] = useState(first)
  const [at, setAt] = useState(0)
  const { groups, busy } = useHits(useDeferredValue(query.trim()))
  const hits = groups.flatMap((group) => group.hits)
  const active = hits[Math.min(at, hits.length - 1)]
  const go = (hit: PaletteHit | undefined) => {
    if (!hit) return
    onClose()
    router.history.push(hit.href)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') go(active)
    if (!step || hits.length === 0) return
    event.preventDefault()
    setAt((Math.min(at, hits.length - 1) + step + hits.length) % hits.length)
  }
  const said = busy ? t(texts.searching) : query.trim() ? t(texts.hits, hits.length) : ''
  return (
    <>
      <div className="ask">
        {first ? <ScanBarcode aria-hidden /> : <Search aria-hidden />}
        <input
          // The field is why the palette opened.
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={`${id}-hits`}
          aria-autocomplete="list"
          aria-label={t(texts.paletteHint)}
          placeholder={t(texts.paletteHint)}
          spellCheck={false}
          autoComplete="off"
          {...(active && { 'aria-activedescendant': `${id}-${active.id}` })}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div className="hits" role="listbox" id={`${id}-hits`} aria-label={t(texts.palette)}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-label={group.text}>
            <div className="g" aria-hidden>
              {group.text}
            </div>
            {group.hits.map((hit) => (
              <div
                key={hit.id}
                id={`${id}-${hit.id}`}
                role="option"
                aria-selected={hit === active}
                className="hit"
                onPointerMove={() => setAt(hits.indexOf(hit))}
                onClick={() => go(hit)}
              >
                <span className="title">
                  <Marked text={hit.title} part={query.trim()} />
                </span>
                {hit.note && <span className="faint">{hit.note}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={hits.length > 0 || !query.trim() || busy ? 'vh' : 'none'} role="status">
        {hits.length === 0 && query.trim() && !busy ? t(texts.nothingFound, query.trim()) : said}
      </p>
    </>
  )
}

function useHits(query: string): { groups: readonly Group[]; busy: boolean } {
  const t = useText()
  const { data, isFetching } = useQuery({
    queryKey: ['palette', query],
    enabled: query.length > 0 && palette.length > 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      Promise.all(
        palette.map(async ({ id, text, find }) => ({ id, text, hits: await find(query, signal) })),
      ),
  })
  const wanted = query.toLocaleLowerCase('sv')
  const pages = navigation
    .filter((item) => t(item.text).toLocaleLowerCase('sv').includes(wanted))
    .map((item) => ({ id: `page${item.to}`, href: item.to, title: t(item.text) }))
  const found = query ? (data ?? []).map((group) => ({ ...group, text: t(group.text) })) : []
  const groups = [...found, { id: 'pages', text: t(texts.pages), hits: pages }]
  return { groups: groups.filter(({ hits }) => hits.length > 0), busy: isFetching }
}

/** The part that matches is set heavier. */
function Marked({ text, part }: { readonly text: string; readonly part: string }) {
  const at = part ? text.toLocaleLowerCase('sv').indexOf(part.toLocaleLowerCase('sv')) : -1
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <b>{text.slice(at, at + part.length)}</b>
      {text.slice(at + part.length)}
    </>
  )
}
