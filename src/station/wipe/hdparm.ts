// The ATA drive erases itself. hdparm's exit code is 0 also on a drive that cannot, so that what
// counts is the drive's own state before and after, and the read-back.
import { readAtaIdentity, readSanitizeStatus } from '../../features/erasure/rules/station/ata.ts'
import { identify } from '../hardware.ts'
import { runTool, type Said } from '../tools.ts'
import { pause, POLL_MS, type WipeAsked, type WipeLog, type Wiped } from './wipe.ts'

/** Set for the length of the erase, which clears it; lifted again should the erase fail. */
const PASSWORD = 'omlopp'
const user = ['--user-master', 'u']
/** No drive is known to need longer. */
const LONGEST = { timeoutMs: 24 * 3_600_000 }

export const wipeWithHdparm = (asked: WipeAsked): Promise<Wiped> =>
  asked.method.startsWith('ata-sanitize') ? sanitize(asked) : securityErase(asked)

async function securityErase({ drive, method, started, progress }: WipeAsked): Promise<Wiped> {
  const { path } = drive
  const enhanced = method === 'ata-security-erase-enhanced'
  const erase = enhanced ? '--security-erase-enhanced' : '--security-erase'
  const set = await runTool('hdparm', [...user, '--security-set-pass', PASSWORD, path], LONGEST)
  // A drive that is frozen, or gone, takes no password, and then no erase either.
  if (set.code !== 0)
    return {
      logs: [{ role: 'wipe', name: 'hdparm --security-set-pass', text: wordsOf(set) }],
      failed: true,
    }
  const security = drive.ata?.security
  const done = countDown(
    (enhanced ? security?.enhancedMinutes : security?.minutes) ?? null,
    progress,
  )
  const erased = await runTool('hdparm', [...user, erase, PASSWORD, path], { ...LONGEST, started })
  done()
  let after = await identify(drive)
  const more: WipeLog[] = []
  if (readAtaIdentity(after)?.security?.enabled) {
    const lifted = await runTool('hdparm', [...user, '--security-disable', PASSWORD, path], LONGEST)
    more.push({ role: 'hardware', name: 'hdparm --security-disable', text: wordsOf(lifted) })
    after = await identify(drive)
  }
  return {
    logs: [
      { role: 'wipe', name: `hdparm ${erase}`, text: wordsOf(set) + wordsOf(erased) },
      { role: 'identityAfter', name: 'hdparm -I', text: after },
      ...more,
    ],
    failed: erased.code !== 0,
  }
}

/**
 * The drive says nothing while it erases, but beforehand how long it takes: that is shown, and never
 * as done. @returns ends it
 */
function countDown(minutes: number | null, progress: (part: number) => void): () => void {
  if (!minutes) return () => {}
  const began = performance.now()
  const timer = setInterval(
    () => progress(Math.min(0.99, (performance.now() - began) / (minutes * 60_000))),
    POLL_MS,
  )
  return () => clearInterval(timer)
}

async function sanitize({ drive, method, started, progress }: WipeAsked): Promise<Wiped> {
  const { path } = drive
  const command =
    method === 'ata-sanitize-crypto' ? '--sanitize-crypto-scramble' : '--sanitize-block-erase'
  const args = ['--yes-i-know-what-i-am-doing', command, path]
  const begun = await runTool('hdparm', args, { timeoutMs: 600_000, started })
  let status = begun
  // It cannot be stopped: even a drive that loses its power goes on where it was.
  for (let taken = begun.code === 0; taken;) {
    status = await runTool('hdparm', ['--sanitize-status', path], { timeoutMs: 60_000 })
    const part = /Progress:\s*(?:0x)?([\da-f]+)/i.exec(status.stdout)?.[1]
    if (part) progress(Number.parseInt(part, 16) / 65_536)
    taken = readSanitizeStatus(wordsOf(status)) === 'running'
    if (taken) await pause(POLL_MS)
  }
  return {
    logs: [
      { role: 'wipe', name: `hdparm ${command}`, text: wordsOf(begun) + wordsOf(status) },
      { role: 'identityAfter', name: 'hdparm -I', text: await identify(drive) },
    ],
    failed: begun.code !== 0,
  }
}

const wordsOf = ({ stdout, stderr, code }: Said): string =>
  `${stdout}${stderr}${code === 0 ? '' : `\nrc=${code ?? 'none'}\n`}`
