// The phone's camera as a scanner. The reader is large, so it is loaded when the camera is opened.

import { Camera } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Language } from '../../../core/text.ts'
import { pick } from '../charts/texts.ts'
import { stationTexts } from './texts.ts'
import './station.css'

const CameraView = lazy(() => import('./camera/CameraView.tsx'))

export interface CameraScanProps {
  language: Language
  onScan: (code: string) => void
}

export function CameraScan({ language, onScan }: CameraScanProps) {
  const [open, setOpen] = useState(false)
  return (
    <div className={open ? 'camera open' : 'camera'}>
      <button
        type="button"
        className="btn camera-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Camera aria-hidden />
        {pick(open ? stationTexts.cameraClose : stationTexts.camera, language)}
      </button>
      {open && (
        <Suspense
          fallback={<p className="camera-say">{pick(stationTexts.cameraStarting, language)}</p>}
        >
          <CameraView language={language} onScan={onScan} />
        </Suspense>
      )}
    </div>
  )
}
