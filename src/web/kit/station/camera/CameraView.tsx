import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../../../core/text.ts'
import { pick } from '../../charts/texts.ts'
import { stationTexts } from '../texts.ts'
import { cleaned } from '../wedge.ts'
import { openReader } from './reader.ts'

type Trouble = 'cameraNone' | 'cameraDenied' | 'cameraBusy' | 'cameraInsecure' | 'cameraBroken'

/** The same code in view is one scan until it has been gone this long. */
const sameCodeMs = 2500
const betweenReadsMs = 120

export default function CameraView(props: { language: Language; onScan: (code: string) => void }) {
  const { language, onScan } = props
  const video = useRef<HTMLVideoElement>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [running, setRunning] = useState(false)
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    const stop = new AbortController()
    setTrouble(null)
    void look(video.current!, stop.signal, {
      started: () => setRunning(true),
      found: (code) => latest.current(code),
    }).catch((error: unknown) => {
      if (!stop.signal.aborted) setTrouble(troubleOf(error))
    })
    return () => stop.abort()
  }, [attempt])
  return (
    <div className="camera-view">
      {/* One element throughout: the stream belongs to it, also when trying again. */}
      <video ref={video} hidden={trouble !== null} muted playsInline aria-hidden="true" />
      {trouble ? (
        <div className="camera-say" role="alert">
          <p>{pick(stationTexts[trouble], language)}</p>
          <button type="button" className="btn" onClick={() => setAttempt(attempt + 1)}>
            {pick(stationTexts.cameraAgain, language)}
          </button>
        </div>
      ) : (
        <p className="camera-say" role="status">
          {pick(running ? stationTexts.cameraAim : stationTexts.cameraStarting, language)}
        </p>
      )}
    </div>
  )
}

class ReaderMissing extends Error {}

interface Hearer {
  started: () => void
  found: (code: string) => void
}

async function look(video: HTMLVideoElement, stop: AbortSignal, hearer: Hearer): Promise<void> {
  const stream = await openCamera()
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop()
  }
  if (stop.aborted) return close()
  stop.addEventListener('abort', close)
  video.srcObject = stream
  await video.play()
  const read = await openReader().catch((error: unknown) => {
    close()
    throw new ReaderMissing('the barcode reader did not load', { cause: error })
  })
  hearer.started()
  let last = ''
  let seenAt = 0
  while (!stop.aborted) {
    const [found] = await read(video)
    const code = found === undefined ? '' : cleaned(found)
    const now = performance.now()
    if (code && (code !== last || now - seenAt > sameCodeMs)) hearer.found(code)
    if (code) {
      last = code
      seenAt = now
    }
    await new Promise((resolve) => setTimeout(resolve, betweenReadsMs))
  }
}

function openCamera(): Promise<MediaStream> {
  if (!window.isSecureContext) throw new DOMException('needs https', 'SecurityError')
  if (!navigator.mediaDevices) throw new DOMException('no camera', 'NotFoundError')
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  })
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof ReaderMissing) return 'cameraBroken'
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError') return 'cameraDenied'
  if (name === 'SecurityError') return 'cameraInsecure'
  if (name === 'NotReadableError' || name === 'AbortError') return 'cameraBusy'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'cameraNone'
  return 'cameraBroken'
}
