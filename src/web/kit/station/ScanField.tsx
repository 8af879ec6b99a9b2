// The field every scan lands in: always focused, whatever was touched before, and answering in place.

import { ScanBarcode, Volume2, VolumeX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../../core/text.ts'
import { pick } from '../charts/texts.ts'
import { ScanAnswer } from './ScanAnswer.tsx'
import type { Answer } from './ScanAnswer.tsx'
import { stationTexts } from './texts.ts'
import { isMuted, playTone, setMuted } from './tone.ts'
import { createWedge, pauseMs } from './wedge.ts'
import './station.css'

export interface ScanFieldProps {
  language: Language
  /** A whole code, cleaned and never empty. */
  onScan: (code: string) => void
  /** The answer to the latest scan; null before the first. Leave out to place `ScanAnswer` elsewhere. */
  answer?: Answer | null | undefined
  placeholder?: string | undefined
  /** Beside the field: `CameraScan`. */
  beside?: React.ReactNode
}

export function ScanField(props: ScanFieldProps) {
  const { language, onScan, answer } = props
  const field = useRef<HTMLInputElement>(null)
  const [wedge] = useState(createWedge)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useStaysFocused(field)
  useTone(answer)
  useEffect(() => () => clearTimeout(pause.current), [])
  // The latest keys came as fast as a scanner's.
  const quick = useRef(false)
  const end = (): void => {
    clearTimeout(pause.current)
    const code = wedge.end()
    if (field.current) field.current.value = ''
    if (code) onScan(code)
  }
  return (
    <div className="scan">
      <div className="scan-row">
        <label className="scan-field">
          <ScanBarcode aria-hidden />
          <span className="vh">{pick(stationTexts.scanLabel, language)}</span>
          <input
            ref={field}
            type="text"
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="done"
            placeholder={props.placeholder ?? pick(stationTexts.scan, language)}
            onChange={(event) => {
              clearTimeout(pause.current)
              quick.current = wedge.typed(event.currentTarget.value, event.timeStamp)
              if (quick.current) pause.current = afterPause(pause, end)
            }}
            onKeyDown={(event) => {
              // Tab ends a scan only when there is one; otherwise it moves on as Tab does.
              const tab = event.key === 'Tab' && !event.shiftKey && event.currentTarget.value !== ''
              if (event.key !== 'Enter' && !tab) return
              event.preventDefault()
              if (quick.current) localStorage.setItem(endsWithKey, 'yes')
              quick.current = false
              end()
            }}
          />
          <Mute language={language} />
        </label>
        {props.beside}
      </div>
      {answer !== undefined && <ScanAnswer answer={answer} language={language} />}
    </div>
  )
}

/** Once a scanner has ended a code with a key, a pause is only a pause. */
const endsWithKey = 'omlopp-scanner-ends-with-key'
/** A page that is busy drawing hears its keys late, and half a code would be taken for a whole one. */
const lateMs = 20
const longPauseMs = 1200

/** Calls when nothing has come for a pause; a timer that was itself held up waits once more. */
function afterPause(
  timer: React.RefObject<ReturnType<typeof setTimeout> | undefined>,
  call: () => void,
): ReturnType<typeof setTimeout> {
  const begun = performance.now()
  const wait = localStorage.getItem(endsWithKey) === 'yes' ? longPauseMs : pauseMs
  return setTimeout(() => {
    if (performance.now() - begun <= wait + lateMs) call()
    else timer.current = afterPause(timer, call)
  }, wait)
}

function useTone(answer: Answer | null | undefined): void {
  const last = useRef(answer?.id)
  useEffect(() => {
    if (!answer || answer.id === last.current) return
    last.current = answer.id
    playTone(answer.is === 'right' ? 'high' : 'low')
  }, [answer])
}

/**
 * Focus comes back when it would fall to nothing and after a press on any button, and what is typed
 * anywhere but in another field lands here: a scan that ends in Enter must never press a button.
 * Tab still moves on, so that every control can be reached by keys.
 */
function useStaysFocused(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const input = field.current
    if (!input) return
    const stop = new AbortController()
    const { signal } = stop
    const take = (): void => {
      if (!busyElsewhere(input)) input.focus({ preventScroll: true })
    }
    const takeIfFree = (): void => {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body) take()
    }
    asksForKeyboard(input, signal)
    take()
    // Where focus goes is known only when the browser has finished moving it: in the next task.
    input.addEventListener('blur', () => setTimeout(takeIfFree), { signal })
    document.addEventListener('pointerup', () => setTimeout(take), { signal })
    window.addEventListener('focus', takeIfFree, { signal })
    document.addEventListener(
      'keydown',
      ({ key, ctrlKey, metaKey, altKey }) => {
        if (key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey) take()
      },
      { signal, capture: true },
    )
    return () => stop.abort()
  }, [field])
}

/** Another field, or anything in a dialog or a menu, keeps its focus. */
function busyElsewhere(input: HTMLInputElement): boolean {
  if (document.querySelector('dialog[open], [role=dialog], [role=menu], [role=listbox]'))
    return true
  const { activeElement } = document
  return (
    activeElement !== input &&
    activeElement instanceof HTMLElement &&
    activeElement.matches('input, textarea, select, [contenteditable=true]')
  )
}

/** On a phone the keyboard would cover half the page: it comes when the field itself is tapped. */
function asksForKeyboard(input: HTMLInputElement, signal: AbortSignal): void {
  if (!matchMedia('(pointer: coarse)').matches) return
  input.inputMode = 'none'
  input.addEventListener(
    'pointerdown',
    () => {
      if (input.inputMode !== 'none') return
      input.inputMode = 'text'
      input.blur()
      input.focus()
    },
    { signal },
  )
}

function Mute({ language }: { language: Language }) {
  const [muted, setMutedHere] = useState(isMuted)
  const Icon = muted ? VolumeX : Volume2
  const label = pick(muted ? stationTexts.unmute : stationTexts.mute, language)
  return (
    <button
      type="button"
      className="scan-mute"
      aria-label={label}
      title={label}
      onClick={() => {
        setMuted(!muted)
        setMutedHere(!muted)
        if (muted) playTone('high')
      }}
    >
      <Icon aria-hidden />
    </button>
  )
}
