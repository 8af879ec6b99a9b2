import { decodeWhole } from '../../devices/reading/decode.ts'

/** The text of a tool's log, whatever station wrote it; of a PDF its bytes, one character each. */
export const textOf = (bytes: Uint8Array): string => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.subarray(0, 5).toString('latin1') === '%PDF-'
    ? buffer.toString('latin1')
    : decodeWhole(bytes).text
}
