// badblocks -w: writes a pattern over the whole drive and compares; names neither drive nor serial.
import { withCertificate } from '../certificate.ts'
import { wholeNumber } from './lines.ts'
import { nothingSaid, plainSession, type Evidence, type EvidenceFacts } from './shape.ts'

/** The exit code is 0 also with 12 288 blocks that differ; the last line has the truth. */
const ending = /^Pass completed, (\d+) bad blocks found\. \((\d+)\/(\d+)\/(\d+) errors\)/gm

const count = (text: string, part: string): number => text.split(part).length - 1

function resultOf(
  text: string,
  endings: RegExpMatchArray[],
  passes: number,
): EvidenceFacts['result'] {
  if (endings.some((end) => end.slice(1, 5).some((n) => Number(n) !== 0))) return 'failed'
  if (endings.length === 0 || /Interrupted|Input\/output error/.test(text)) return 'incomplete'
  if (!/^From block 0 to \d+/m.test(text)) return 'incomplete'
  if (passes === 0) return 'verify_only'
  return count(text, 'Reading and comparing:') === passes ? 'erased' : 'incomplete'
}

export function readBadblocks(text: string): Evidence | null {
  if (!/^(?:Checking|Testing) for bad blocks|^Checking blocks \d+ to /m.test(text)) return null
  // Progress is drawn over itself with backspaces and returns.
  const plain = text.replace(/[\b\r]+/g, '\n')
  const writes = /in read-write mode/.test(plain)
  const passes = writes ? count(plain, 'Testing with ') : 0
  const endings = [...plain.matchAll(ending)]
  const last = endings.at(-1)
  const result = resultOf(plain, endings, passes)
  const facts: EvidenceFacts = {
    ...nothingSaid,
    method: writes ? 'badblocks -w' : 'badblocks',
    technique: writes ? 'overwrite' : null,
    verifyMode: writes ? 'all' : null,
    passesCompleted: passes,
    passErrors: wholeNumber(last?.[3]),
    verifyErrors: last ? Number(last[2]) + Number(last[4]) : null,
    statusRow: last ? `${last[2]}/${last[3]}/${last[4]}` : null,
    // It goes past the cache where it can, but the text does not say that it did.
    ioMode: 'cached',
    verifiedByTool: result === 'erased' || result === 'verify_only',
    result,
    maxLevel: result === 'erased' ? 'clear' : null,
  }
  return {
    format: 'badblocks',
    tool: 'badblocks',
    toolVersion: null,
    sessions: [plainSession('badblocks', null, [withCertificate(facts)])],
  }
}
