// Which tool wrote this? The text itself says; a file's name proves nothing.
import { readBadblocks } from './badblocks.ts'
import { readBlancco } from './blancco.ts'
import { readHdparm } from './hdparm.ts'
import { jsonObject, type JsonObject } from './json.ts'
import { readApple, readIntune } from './mdm.ts'
import { isNwipe, readNwipe } from './nwipe/read.ts'
import { readIdController, readNvmeFormat, readSanitizeJson, readSanitizeText } from './nvme.ts'
import { unknownEvidence, type Evidence } from './shape.ts'
import { readShred } from './shred.ts'

/** Longer than any capture of a tool that writes a page; an nwipe log may be of any length. */
const longestCapture = 1_000_000

const readJson = (json: JsonObject): Evidence | null =>
  readIntune(json) ?? readIdController(json) ?? readSanitizeJson(json)

const captures = [
  readBlancco,
  readApple,
  readSanitizeText,
  readHdparm,
  readShred,
  readBadblocks,
  readNvmeFormat,
]

/** Reads what a wiping tool wrote. Never throws: what is not understood is `unknown`. */
export function parseEvidence(text: string): Evidence {
  if (isNwipe(text)) return readNwipe(text)
  const json = jsonObject(text)
  if (json) return readJson(json) ?? unknownEvidence
  for (const read of captures) {
    if (text.length > longestCapture && read !== readBlancco) continue
    const evidence = read(text)
    if (evidence) return evidence
  }
  return unknownEvidence
}
