// hdparm --security-erase and --sanitize-…: a command given, never in itself a drive erased; and
// --sanitize-status, which is the drive's own word of its last Sanitize.
import { withCertificate } from '../certificate.ts'
import { nothingSaid, plainSession, type Evidence, type EvidenceFacts } from './shape.ts'

const asked =
  /^ ?Issuing (SECURITY_ERASE|SECURITY_SET_PASS|ENHANCED_SECURITY_ERASE|SANITIZE[A-Z_ ]*|[A-Z_]*(?:BLOCK_ERASE|CRYPTO_SCRAMBLE|OVERWRITE)[A-Z_]*) command/m

/**
 * The exit code is 0 on a drive without the SECURITY feature set, whose every byte is as it was;
 * only the sense data on stderr tells. So anything said there is a failure.
 */
const trouble =
  /SG_IO: bad\/missing sense data|(?:ERASE|SANITIZE|SET_PASS)\w*: .*(?:error|failed)|SANITIZE device error reason|Input\/output error|not supported|frozen|^rc=[1-9]/im

/** Fixed-format sense data of an aborted ATA command: status 41 (error), error register 04 (abort). */
const aborted = /SG_IO: bad\/missing sense data, sb\[\]:\s+[f7]0 00 0b 04 41/

/** Why it is held to have failed, in the words of a report. */
function becauseOf(text: string): string | null {
  if (!trouble.test(text)) return null
  if (/frozen/i.test(text)) return 'security is frozen'
  if (!/SG_IO:/.test(text)) return 'hdparm says that the command failed'
  // A drive that aborts SET PASSWORD has no such command to take.
  return aborted.test(text) && /Issuing SECURITY_/.test(text)
    ? 'SG_IO sense data on stderr; drive has no SECURITY feature set'
    : 'SG_IO sense data on stderr'
}

/** The status page: idle says nothing of an erasure unless the last one ended without error. */
function statusResult(text: string): EvidenceFacts['result'] | null {
  if (!/^Sanitize status:/m.test(text)) return null
  if (/State: {1,8}SD2/.test(text)) return 'in_progress'
  if (/State: {1,8}SD3/.test(text)) return 'failed'
  return /Last Sanitize Operation Completed Without Error/.test(text) ? 'sanitized' : 'not_started'
}

export function readHdparm(text: string): Evidence | null {
  if (!asked.test(text)) return null
  const because = becauseOf(text)
  const erases =
    /Issuing (?:ENHANCED_)?(?:SECURITY_ERASE)|Issuing (?!SANITIZE_STATUS)\w*(?:SANITIZE|BLOCK_ERASE|CRYPTO|OVERWRITE)/.test(
      text,
    )
  const status = statusResult(text)
  const result = because ? 'failed' : (status ?? (erases ? 'command_accepted' : 'not_started'))
  const sanitize = /Issuing \w*(?:SANITIZE|BLOCK_ERASE|CRYPTO_SCRAMBLE|OVERWRITE)/.test(text)
  const facts: EvidenceFacts = {
    ...nothingSaid,
    device: /^(\/dev\/[^\s:]+):\s*$/m.exec(text)?.[1] ?? null,
    bus: 'ATA',
    method: sanitize ? 'ATA SANITIZE' : 'ATA SECURITY ERASE',
    technique: 'firmware',
    result,
    verifiedByTool: result === 'sanitized',
    maxLevel: result === 'sanitized' ? 'purge' : result === 'command_accepted' ? 'clear' : null,
    doubts: ['READBACK_MISSING'],
  }
  const sessions = [plainSession('hdparm', null, [withCertificate(facts)])]
  return { format: 'hdparm', tool: 'hdparm', toolVersion: null, sessions, because }
}
