import { decodeWhole } from '../../devices/reading/decode.ts'

/** The text of a tool's log, whatever station wrote it. */
export const textOf = (bytes: Uint8Array): string => decodeWhole(bytes).text
