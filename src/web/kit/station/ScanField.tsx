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
              const whole = wedge.typed(event.currentTarget.value, event.timeStamp)
              if (whole) pause.current = setTimeout(end, pauseMs)
            }}
            onKeyDown={(event) => {
              // Tab ends a scan only when there is one; otherwise it moves on as Tab does.
              const tab = event.key === 'Tab' && !event.shiftKey && event.currentTarget.value !== ''
              if (event.key !== 'Enter' && !tab) return
              event.preventDefault()
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

function useTone(answer: Answer | null | undefined): void {
  const last = useRef(answer?.id)
  useEffect(() => {
    if (!answer || answer.id === last.current) return
    last.current = answer.id
    playTone(answer.is === 'right' ? 'high' : 'low')
  }, [answer])
}

/**
 * Focus comes back when it would fall to nothing, and a key typed at nothing goes to the field.
 * Controls, dialogs and other fields keep theirs: somebody who tabs must be able to get there.
 */
function useStaysFocused(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const input = field.current
    if (!input) return
    // A phone would cover half the page with its keyboard; a tap on the field asks for it.
    const coarse = matchMedia('(pointer: coarse)').matches
    if (coarse) input.inputMode = 'none'
    const wantsKeys = (): void => {
      if (!coarse || input.inputMode !== 'none') return
      input.inputMode = 'text'
      input.blur()
      input.focus()
    }
    const free = (): boolean =>
      document.activeElement === null || document.activeElement === document.body
    const back = (): void => {
      if (free() && !document.querySelector('dialog[open], [role=dialog]')) {
        input.focus({ preventScroll: true })
      }
    }
    const leaving = (): void => queueMicrotask(back)
    // After a press on bare page the browser has moved focus to nothing only by the next task.
    const pressed = (): void => void setTimeout(back)
    const typed = (event: KeyboardEvent): void => {
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) back()
    }
    back()
    input.addEventListener('pointerdown', wantsKeys)
    input.addEventListener('blur', leaving)
    document.addEventListener('pointerup', pressed)
    document.addEventListener('keydown', typed, true)
    window.addEventListener('focus', back)
    return () => {
      input.removeEventListener('pointerdown', wantsKeys)
      input.removeEventListener('blur', leaving)
      document.removeEventListener('pointerup', pressed)
      document.removeEventListener('keydown', typed, true)
      window.removeEventListener('focus', back)
    }
  }, [field])
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
