// Which tool wrote this? The text itself says; a file's name proves nothing.
import { readBadblocks } from './badblocks.ts'
import { readBlancco, readBlanccoJson } from './blancco.ts'
import { readHdparm } from './hdparm.ts'
import { jsonObject, type JsonObject } from './json.ts'
import { readApple, readAppleBusiness, readIntune, readJamf } from './mdm.ts'
import { readNwipePdf } from './nwipe/pdf.ts'
import { isNwipe, readNwipe } from './nwipe/read.ts'
import { readIdController, readNvmeFormat, readSanitizeJson, readSanitizeText } from './nvme.ts'
import { readBlkdiscard, readDd, readScrub } from './plain-writers.ts'
import { unknownEvidence, type Evidence } from './shape.ts'
import { readShred } from './shred.ts'

/** Longer than any capture of a tool that writes a page; an nwipe log may be of any length. */
const longestCapture = 1_000_000

const readJson = (json: JsonObject): Evidence | null =>
  readIntune(json) ??
  readJamf(json) ??
  readAppleBusiness(json) ??
  readIdController(json) ??
  readSanitizeJson(json)

const captures = [
  readBlancco,
  readApple,
  readSanitizeText,
  readHdparm,
  readShred,
  readBadblocks,
  readScrub,
  readBlkdiscard,
  readNvmeFormat,
  // Last, since a capture of anything may hold the closing line of dd.
  readDd,
]

/** Reads what a wiping tool wrote. Never throws: what is not understood is `unknown`. */
export function parseEvidence(text: string): Evidence {
  if (isNwipe(text)) return readNwipe(text)
  if (text.startsWith('%PDF-')) return pdfEvidence(text)
  const blancco = readBlanccoJson(text)
  if (blancco) return blancco
  const json = jsonObject(text)
  if (json) return readJson(json) ?? unknownEvidence
  for (const read of captures) {
    if (text.length > longestCapture && read !== readBlancco) continue
    const evidence = read(text)
    if (evidence) return evidence
  }
  return unknownEvidence
}

/** A PDF gives no result of its own: it is a drawing of the log, unsigned, and a drawing can lie. */
function pdfEvidence(latin1: string): Evidence {
  const pdf = readNwipePdf(latin1)
  if (!pdf) return unknownEvidence
  const { toolVersion } = pdf
  return { format: 'nwipe-pdf', tool: 'nwipe', toolVersion, sessions: [], pdf }
}
