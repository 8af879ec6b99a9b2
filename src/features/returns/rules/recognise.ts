// Which lines a code may mean, told without the server: a station without network still answers.
import { keysOf } from '../../devices/rules/code.ts'
import { normaliseSerial } from '../../devices/rules/serial.ts'

export interface MarkedLine {
  readonly assetTag: string | null
  readonly serialNumber: string | null
}

export function recognise<Line extends MarkedLine>(code: string, lines: readonly Line[]): Line[] {
  const { tag, serialKey } = keysOf(code)
  return lines.filter(
    ({ assetTag, serialNumber }) =>
      assetTag?.toUpperCase() === tag ||
      (serialKey !== '' && serialNumber !== null && normaliseSerial(serialNumber) === serialKey),
  )
}
