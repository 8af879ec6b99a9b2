// Every real file of the erasure samples against what it must be read as, decisions included.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { samplesFolder } from '../../../../../test/support/samples.ts'
import { parseEvidence } from './parse.ts'
import type { Evidence, EvidenceDevice } from './shape.ts'

type Expected = Record<string, unknown>
interface ExpectedSession extends Expected {
  devices: Expected[]
}

const folder = samplesFolder('erasure')
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8')
const expected = folder ? (JSON.parse(read('expected.json')) as Record<string, Expected>) : {}
const logs = Object.entries(expected).filter(([, want]) => 'sessions' in want)
const others = Object.keys(expected).filter((name) => !logs.some(([log]) => log === name))

const onlyDevice = (evidence: Evidence): EvidenceDevice => {
  expect(evidence.sessions.flatMap((s) => s.devices)).toHaveLength(1)
  return evidence.sessions[0]?.devices[0] as EvidenceDevice
}
/** What of a device the other files are expected to say, in their own words. */
const readingOf: Record<string, (evidence: Evidence) => Expected> = {
  'nvme-sanitize-log-blockerase-success.json': (evidence) => {
    if (evidence.format !== 'nvme-sanitize-log') throw new Error(evidence.format)
    const { result, maxLevel, serial } = onlyDevice(evidence)
    const { status, globalErased, action } = evidence.sanitize
    return {
      tool: `${evidence.tool} 2.13`,
      parse: 'sanitize-log',
      action: `${action} (SCDW10&7=2)`,
      status,
      globalErased,
      result,
      maxLevel,
      serialInFile: serial,
    }
  },
  'nvme-sanitize-log-blockerase-success.txt': (evidence) => {
    if (evidence.format !== 'nvme-sanitize-log') throw new Error(evidence.format)
    const { result, maxLevel } = onlyDevice(evidence)
    const { status, globalErased } = evidence.sanitize
    const tool = `${evidence.tool} 2.13`
    return { tool, parse: 'sanitize-log text', status, globalErased, result, maxLevel }
  },
  'nvme-sanitize-log-inprogress.json': (evidence) => {
    if (evidence.format !== 'nvme-sanitize-log') throw new Error(evidence.format)
    const { status, sprog, progress } = evidence.sanitize
    return { status, sprog, progress, result: onlyDevice(evidence).result }
  },
  'nvme-sanitize-log-failed.json': (evidence) => {
    if (evidence.format !== 'nvme-sanitize-log') throw new Error(evidence.format)
    return { status: evidence.sanitize.status, result: onlyDevice(evidence).result }
  },
  'nvme-format-ses1-success.txt': (evidence) => {
    const { result, maxLevel, certificate } = onlyDevice(evidence)
    expect(certificate.reasons).toEqual(['COMMAND_ONLY', 'READBACK_MISSING', 'SERIAL_MISSING'])
    return { result, maxLevel, needs: 'readback + id-ctrl' }
  },
  'nvme-id-ctrl-fna0.json': (evidence) => {
    if (evidence.format !== 'nvme-id-ctrl') throw new Error(evidence.format)
    const { serial, model, fna, sanicap, cryptoEraseSupported } = evidence.controller
    return { serial, model, fna, sanicap, cryptoEraseSupported }
  },
  'hdparm-security-erase-false-success.txt': (evidence) => {
    const { result, certificate } = onlyDevice(evidence)
    const reason = expected['hdparm-security-erase-false-success.txt']?.['reason']
    expect(certificate.reasons).toEqual(['STATUS_FAILED'])
    return { result, decision: certificate.decision, reason }
  },
  'shred-n1-z.txt': (evidence) => {
    const { passesCompleted: passes, verifiedByTool: verified, certificate } = onlyDevice(evidence)
    const { decision, reasons } = certificate
    expect(reasons).toHaveLength(1)
    return { tool: evidence.tool, passes, verified, decision, reason: reasons[0] }
  },
  'badblocks-w-random.txt': (evidence) => {
    const { passesCompleted: passes, verifiedByTool: verified, statusRow } = onlyDevice(evidence)
    return { tool: evidence.tool, passes, verified, errors: statusRow }
  },
  'constructed/blancco-drive-eraser-successful.xml': (evidence) => {
    const session = evidence.sessions[0]
    const device = onlyDevice(evidence)
    return {
      hostSerial: session?.hostSerial,
      assetTag: session?.assetTag,
      devices: [
        {
          serial: device.serial,
          method: device.method,
          rounds: { firmware: device.firmwareRounds, overwrite: device.overwriteRounds },
          start: device.startAt,
          end: device.endAt,
          result: device.result,
          decision: device.certificate.decision,
          maxLevel: `${device.maxLevel} (tool-claimed)`,
        },
      ],
    }
  },
  'constructed/intune-wipe-pending.json': (evidence) => {
    if (evidence.format !== 'intune') throw new Error(evidence.format)
    const { decision } = onlyDevice(evidence).certificate
    const serial = evidence.sessions[0]?.hostSerial
    return { serial, actionState: evidence.actionState, decision }
  },
  'constructed/apple-erasedevice-acknowledged.plist': (evidence) => {
    if (evidence.format !== 'apple-erase') throw new Error(evidence.format)
    const { decision, reasons } = onlyDevice(evidence).certificate
    const reason = expected['constructed/apple-erasedevice-acknowledged.plist']?.['reason']
    expect(reasons).toEqual(['COMMAND_ONLY', 'SERIAL_MISSING'])
    return { status: evidence.status, decision, reason }
  },
  'public-issue444-nwipe-0.34dev-hidden-area-excerpt.log': (evidence) => {
    const devices = evidence.sessions.flatMap((session) => session.devices)
    const results = new Set(devices.map((device) => device.result))
    expect(devices.every((device) => device.certificate.decision === 'refuse')).toBe(true)
    return {
      serial: devices.map((device) => device.serial),
      hiddenArea: devices.map((device) => device.hiddenArea),
      result: [...results].join(),
    }
  },
}

describe.skipIf(!folder)(
  'the erasure samples (left out where ../shared/samples is not there)',
  () => {
    it('are all known to this test', () => {
      expect(logs).toHaveLength(19)
      expect(Object.keys(readingOf).sort()).toEqual(others.sort())
    })

    it.each(logs)('%s is read as expected, drive for drive', (name, want) => {
      const evidence = parseEvidence(read(name))
      expect(evidence.format).toBe('nwipe')
      const sessions = want['sessions'] as ExpectedSession[]
      expect(evidence.sessions).toHaveLength(sessions.length)
      for (const [i, session] of sessions.entries()) {
        const got = evidence.sessions[i]
        const { devices, ...fields } = session
        expect(got).toMatchObject(fields)
        expect(got?.devices).toHaveLength(devices.length)
        for (const [j, device] of devices.entries()) {
          expect(got?.devices[j]).toMatchObject(device)
          if (!('maxLevel' in device)) expect(got?.devices[j]?.maxLevel).toBeNull()
        }
      }
    })

    it.each(others)('%s is read as expected', (name) => {
      expect(readingOf[name]?.(parseEvidence(read(name)))).toEqual(expected[name])
    })
  },
)
