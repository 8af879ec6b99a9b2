import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeWhole } from '../../features/devices/reading/decode.ts'
import type { Evidence, EvidenceDevice } from '../../features/erasure/rules/evidence/shape.ts'
import { parseEvidence } from '../../features/erasure/rules/evidence/parse.ts'
import type { Command } from '../main.ts'
import { printJson, Refused } from '../talk.ts'

export const evidence: Command = {
  usage: 'evidence FILE… --json',
  about: 'Reads logs of wiping tools and says of each drive whether a certificate may be issued.',
  run: async (args) => {
    const { positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    if (positionals.length === 0) throw new Refused('Say which files: omlopp evidence FILE… --json')
    const read: Record<string, unknown> = {}
    for (const path of positionals) {
      const bytes = await readFile(path).catch((error: Error) => {
        throw new Refused(`${path} cannot be read: ${error.message}`)
      })
      read[basename(path)] = printed(parseEvidence(decodeWhole(bytes).text))
    }
    printJson(read)
  },
}

/**
 * What was read, and for formats that hold one run of one drive also its gist beside it: result,
 * decision and reason at the top, as the samples state them.
 */
function printed(evidence: Evidence): object {
  if (evidence.format === 'nwipe') return evidence
  const devices = evidence.sessions.flatMap((session) => session.devices.map(gistOf))
  const [session] = evidence.sessions
  const hostSerial = session?.hostSerial ?? null
  return {
    ...evidence,
    ...('sanitize' in evidence ? evidence.sanitize : {}),
    ...('controller' in evidence ? evidence.controller : {}),
    ...(devices.length === 1 ? devices[0] : {}),
    ...(hostSerial === null ? {} : { hostSerial, assetTag: session?.assetTag ?? null }),
    // A wipe ordered of a whole computer names the computer, not its drive.
    ...(devices.length === 1 && devices[0]!.serial === null ? { serial: hostSerial } : {}),
    devices,
  }
}

const gistOf = (device: EvidenceDevice) => ({
  serial: device.serial,
  method: device.method,
  result: device.result,
  maxLevel: device.maxLevel,
  passes: device.passesCompleted,
  rounds: { firmware: device.firmwareRounds, overwrite: device.overwriteRounds },
  errors: device.statusRow,
  verified: device.verifiedByTool,
  start: device.startAt,
  end: device.endAt,
  decision: device.certificate.decision,
  reason: device.certificate.reasons[0] ?? null,
})
