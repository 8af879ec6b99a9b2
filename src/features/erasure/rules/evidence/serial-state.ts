// Whether the tool named the drive's serial number, hid it, or did not get it.
import { isPlaceholderSerial } from '../../../devices/rules/serial.ts'
import type { SerialState } from './shape.ts'

export function serialFrom(text: string | null): {
  serial: string | null
  serialState: SerialState
} {
  const written = (text ?? '').trim()
  if (written === '') return { serial: null, serialState: 'missing' }
  // nwipe --quiet prints XXXX…, and ???? where it was told to anonymise what it had not got.
  if (/^[Xx*#]+$/.test(written) || written === '<filter>')
    return { serial: null, serialState: 'masked' }
  if (isPlaceholderSerial(written)) return { serial: null, serialState: 'unknown' }
  return { serial: written, serialState: 'present' }
}
