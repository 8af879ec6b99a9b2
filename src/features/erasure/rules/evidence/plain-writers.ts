// Tools that write and say little more: scrub, dd and blkdiscard.
import { withCertificate } from '../certificate.ts'
import { linesOf, wholeNumber } from './lines.ts'
import { nothingSaid, plainSession, type Evidence, type EvidenceFacts } from './shape.ts'

const evidenceOf = (
  tool: 'scrub' | 'dd' | 'blkdiscard',
  devices: readonly EvidenceFacts[],
): Evidence => ({
  format: tool,
  tool,
  toolVersion: null,
  sessions: [plainSession(tool, null, devices.map(withCertificate))],
})

const nonZeroExit = /^rc=[1-9]/m

// `scrub: verify  |................................................|`, drawn with backspaces.
const bar = /^scrub: (\S{1,30}) *\|(\.{0,60})(\|?)\s*$/

/** The verifying pass comes last, so that one whole bar of it says the run is over. */
export function readScrub(text: string): Evidence | null {
  const target = /^scrub: scrubbing (\/\S{1,200}) (\d{1,16}) bytes/m.exec(text)
  if (!target) return null
  const method = /^scrub: using (.{1,80}) patterns/m.exec(text)?.[1] ?? null
  const bars: { pattern: string; whole: boolean }[] = []
  let complaint = nonZeroExit.test(text)
  for (const line of linesOf(text.replace(/[\b\r]+/g, ''))) {
    const [, pattern, , end] = bar.exec(line) ?? []
    if (pattern !== undefined) bars.push({ pattern, whole: end === '|' })
    else if (/^scrub: .*(?:error|fail|No such|cannot|denied|unable|mismatch|short)/i.test(line))
      complaint = true
  }
  const whole = bars.length > 0 && bars.every((one) => one.whole)
  const verified = whole && bars.at(-1)?.pattern === 'verify'
  const writes = bars.filter((one) => one.pattern !== 'verify' && one.whole).length
  const result = complaint ? 'failed' : whole && writes > 0 ? 'erased' : 'incomplete'
  return evidenceOf('scrub', [
    {
      ...nothingSaid,
      device: target[1] ?? null,
      method: method ?? 'scrub',
      technique: 'overwrite',
      verifyMode: verified ? 'last' : 'off',
      passesCompleted: writes,
      bytesTotal: wholeNumber(target[2]),
      // scrub reads back through the page cache.
      ioMode: 'cached',
      verifiedByTool: verified && result === 'erased',
      result,
      maxLevel: result === 'erased' ? 'clear' : null,
    },
  ])
}

/**
 * dd ends with exit code 1 and "No space left on device" when it has filled a whole drive, and with
 * 0 when it was told to stop before. Either way nothing was read back.
 */
export function readDd(text: string): Evidence | null {
  const copied = /^(\d{1,16}) bytes? .*copied, /m.exec(text)
  if (!copied || !/^\d{1,16}\+\d{1,9} records out$/m.test(text)) return null
  const full = /No space left on device/.test(text)
  const trouble = /^dd: (?!.*No space left on device)/m.test(text)
  const result = trouble ? 'failed' : full ? 'erased' : 'incomplete'
  return evidenceOf('dd', [
    {
      ...nothingSaid,
      device: /^dd: error writing '(\/dev\/[^']{1,200})'/m.exec(text)?.[1] ?? null,
      method: 'dd',
      technique: 'overwrite',
      verifyMode: 'off',
      passesCompleted: full ? 1 : null,
      bytesErased: wholeNumber(copied[1]),
      result,
      maxLevel: result === 'erased' ? 'clear' : null,
    },
  ])
}

/**
 * `blkdiscard` tells the drive that blocks are unused. What the drive does of it is its own affair,
 * so that a discard is no erasure; `-z` writes zeros and does not read them.
 */
export function readBlkdiscard(text: string): Evidence | null {
  const runs = [
    ...text.matchAll(
      /^(\/dev\/[^\s:]{1,200}): (Discarded|Zero-filled) (\d{1,16}) bytes from the offset (\d{1,16})/gm,
    ),
  ]
  if (runs.length === 0) return null
  const failed = nonZeroExit.test(text) || /^blkdiscard: /m.test(text)
  return evidenceOf(
    'blkdiscard',
    runs.map(([, device, what, bytes, offset]) => {
      const zeros = what === 'Zero-filled'
      const result = failed ? 'failed' : zeros && offset === '0' ? 'erased' : 'incomplete'
      return {
        ...nothingSaid,
        device: device ?? null,
        method: zeros ? 'blkdiscard -z' : 'blkdiscard',
        technique: zeros ? 'overwrite' : null,
        verifyMode: 'off',
        bytesErased: zeros ? wholeNumber(bytes) : null,
        result: zeros || failed ? result : 'verify_only',
        maxLevel: result === 'erased' ? 'clear' : null,
      }
    }),
  )
}
