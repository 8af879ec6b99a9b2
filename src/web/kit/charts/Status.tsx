import type { Language } from '../../../core/text.ts'
import { Dial } from './Dial.tsx'
import { Flag } from './Flag.tsx'
import { pick, statusWords } from './texts.ts'
import type { DeviceStatus } from './status.ts'

export interface StatusProps {
  status: DeviceStatus
  language: Language
  /** Another word than the status has by itself: "I bruk, andra livet". */
  word?: string | undefined
  /** What needs somebody: "12 dagar över". */
  flag?: string | undefined
}

/** Where a device stands: dial, word, and what needs somebody. */
export function Status({ status, language, word, flag }: StatusProps) {
  return (
    <span className="status">
      <span className="status-word">
        <Dial status={status} />
        {word ?? pick(statusWords[status], language)}
      </span>
      {flag && <Flag>{flag}</Flag>}
    </span>
  )
}
