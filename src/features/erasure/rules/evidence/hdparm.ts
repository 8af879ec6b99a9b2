// hdparm --security-erase and --sanitize-…: a command given, never in itself a drive erased.
import { withCertificate } from '../certificate.ts'
import { nothingSaid, plainSession, type Evidence, type EvidenceFacts } from './shape.ts'

const asked = /^ ?Issuing (SECURITY_ERASE|SECURITY_SET_PASS|SANITIZE[A-Z_ ]*) command/m

/**
 * The exit code is 0 on a drive without the SECURITY feature set, whose every byte is as it was;
 * only the sense data on stderr tells. So anything said there is a failure.
 */
const trouble =
  /SG_IO: bad\/missing sense data|(?:ERASE|SANITIZE|SET_PASS)\w*: .*(?:error|failed)|Input\/output error|not supported|frozen|^rc=[1-9]/im

export function readHdparm(text: string): Evidence | null {
  if (!asked.test(text)) return null
  const failed = trouble.test(text)
  const erases = /Issuing (?:SECURITY_ERASE|SANITIZE)/.test(text)
  const facts: EvidenceFacts = {
    ...nothingSaid,
    device: /^(\/dev\/[^\s:]+):\s*$/m.exec(text)?.[1] ?? null,
    bus: 'ATA',
    method: /Issuing SANITIZE/.test(text) ? 'ATA SANITIZE' : 'ATA SECURITY ERASE',
    technique: 'firmware',
    result: failed ? 'failed' : erases ? 'command_accepted' : 'not_started',
    maxLevel: failed || !erases ? null : 'clear',
    doubts: ['READBACK_MISSING'],
  }
  const sessions = [plainSession('hdparm', null, [withCertificate(facts)])]
  return { format: 'hdparm', tool: 'hdparm', toolVersion: null, sessions }
}
