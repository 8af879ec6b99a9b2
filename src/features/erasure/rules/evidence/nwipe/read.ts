// nwipe logs, 0.32 to 0.42, also as ShredOS stores them; several runs may share one file.
import { withCertificate } from '../../certificate.ts'
import { unknownEvidence, type Evidence, type EvidenceSession } from '../shape.ts'
import { judgeDrive } from './judge.ts'
import { driveOf, type SessionNotes } from './notes.ts'
import { readSessions } from './sessions.ts'

const signature =
  /^\[\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\] {1,5}(?:info|notice): (?:nwipe \d|Found \/dev\/| {2}banner +=)/m

export const isNwipe = (text: string): boolean => signature.test(text)

const shortNameOf = (device: string): string => device.slice(device.lastIndexOf('/') + 1)

function judgeSession(session: SessionNotes): EvidenceSession {
  // Tables say `sdb` for /dev/sdb and for /dev/mapper/sdb: such rows belong to neither.
  const names = new Set<string>()
  for (const device of session.drives.keys()) {
    const name = shortNameOf(device)
    if (names.has(name)) session.rowsTwice.add(name)
    names.add(name)
  }
  // A row whose drive is named nowhere else is still somebody's drive.
  for (const table of Object.values(session.rows))
    for (const name of table.keys()) if (!names.has(name)) driveOf(session, name)
  return {
    tool: 'nwipe',
    toolVersionInLog: session.version,
    summaryPresent: session.tablesSeen.has('errors') && session.tablesSeen.has('status'),
    optionsSummary: session.optionsSummary,
    finalLine: session.finalLine,
    hostSerial: session.hostSerial,
    assetTag: session.assetTag,
    devices: [...session.drives.values()].map((drive) =>
      withCertificate(judgeDrive(session, drive, shortNameOf(drive.device))),
    ),
  }
}

export function readNwipe(text: string): Evidence {
  const sessions = readSessions(text)?.map(judgeSession)
  if (!sessions) return unknownEvidence
  return {
    format: 'nwipe',
    tool: 'nwipe',
    toolVersion: sessions[0]?.toolVersionInLog ?? null,
    sessions,
  }
}
