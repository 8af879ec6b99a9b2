// Draws only the rows in sight, however many there are, and walks them with the arrow keys.
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Browsers stop counting pixels at some 17 million; there a list says so and asks for a filter. */
const TALLEST = 15_000_000

export const mostRows = (height: number) => Math.floor(TALLEST / height)

/**
 * How wide or high an element is, as it changes. A view without extent is one that nobody sees, such
 * as a browser’s while it takes a picture of the whole page: what stood there before stays.
 */
export function useExtent(of: 'clientWidth' | 'offsetHeight', first: number) {
  const ref = useRef<HTMLDivElement>(null)
  const [extent, setExtent] = useState(first)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => element[of] > 0 && setExtent(element[of])
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [of])
  return [ref, extent] as const
}

export function useRows(count: number, height: number, phone: boolean) {
  const body = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const place = () => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY)
    place()
    const watch = new ResizeObserver(place)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [])
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: top,
    scrollPaddingStart: 40,
    scrollPaddingEnd: 120,
  })
  useEffect(() => virtualizer.measure(), [virtualizer, height, phone])
  return { body, virtualizer, top }
}

type Part = 'link' | 'tick'
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
}

/** One tab stop for the whole list; arrows move between rows, left and right within one. */
export function useWalk(
  count: number,
  body: React.RefObject<HTMLDivElement | null>,
  show: (index: number) => void,
) {
  const [active, setActive] = useState(0)
  const wanted = useRef<Part | null>(null)
  const focus = (index: number, part: Part) => {
    const row = body.current?.querySelector(`[data-index="${index}"]`)
    const target = row?.querySelector<HTMLElement>(`[data-part="${part}"]`)
    target?.focus({ preventScroll: true })
    return Boolean(target)
  }
  useEffect(() => {
    const part = wanted.current
    if (part && focus(active, part)) wanted.current = null
  })
  const onKeyDown = (event: React.KeyboardEvent, onStep?: (from: number, to: number) => void) => {
    const target = event.target as HTMLElement
    const part = target.dataset['part'] as Part | undefined
    if (!part) return
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      focus(active, event.key === 'ArrowLeft' ? 'tick' : 'link')
      return
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(count - 1, active + step))
    if (event.shiftKey) onStep?.(active, next)
    wanted.current = part
    show(next)
    setActive(next)
  }
  return { active: Math.min(active, Math.max(0, count - 1)), setActive, onKeyDown }
}
