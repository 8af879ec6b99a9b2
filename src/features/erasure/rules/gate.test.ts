import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixture } from '../../../../test/support/samples.ts'
import { parseEvidence } from './evidence/parse.ts'
import type { EvidenceDevice } from './evidence/shape.ts'
import { gateEvidence, type GateQuestion, type InventoriedMedium } from './gate.ts'
import { reasonCodes, reasonSeverity, weigh } from './reasons.ts'

const drive = (name: string, session = 0, device = 0): EvidenceDevice => {
  const found = parseEvidence(fixture(`erasure/${name}`)).sessions[session]?.devices[device]
  if (!found) throw new Error(name)
  return found
}

const good = drive('nwipe-0.42-zero-verifylast.log') // 2026-03-16 08:01:55, one second
const medium: InventoriedMedium = {
  serial: 'OMLHDD0001',
  model: 'OMLOPP VIRT-HDD 48M',
  capacityBytes: 50331648,
  kind: 'magnetic',
}
const nothingAmiss: GateQuestion = {
  evidenceDevice: good,
  evidenceSha256AlreadyUsed: false,
  medium,
  device: { receivedAt: new Date('2026-03-10T09:00:00Z'), outcomeAt: null, locks: [] },
  policy: {
    requiredLevel: { magnetic: 'clear', flash: 'clear', hybrid: 'clear', unknown: 'clear' },
  },
  stationTimeZone: 'UTC',
  receivedByServerAt: new Date('2026-03-16T08:05:00Z'),
}
const purge = {
  requiredLevel: { magnetic: 'purge', flash: 'purge', hybrid: 'purge', unknown: 'purge' },
} as const
const device = nothingAmiss.device
const changed = (change: Partial<EvidenceDevice>): EvidenceDevice => ({ ...good, ...change })

describe('gateEvidence', () => {
  it('issues when evidence, register, policy and clock agree', () => {
    expect(gateEvidence(nothingAmiss)).toEqual({ decision: 'issue', reasons: [], level: 'clear' })
  })

  it.each<[string, Partial<GateQuestion>, string]>([
    ['evidence used before', { evidenceSha256AlreadyUsed: true }, 'refuse none DUPLICATE'],
    ['no inventoried medium', { medium: null }, 'review clear MEDIUM_UNKNOWN'],
    [
      'a serial with other dashes',
      { medium: { ...medium, serial: 'OML-HDD0001' } },
      'review clear SERIAL_MISMATCH SERIAL_WRITTEN_DIFFERENTLY',
    ],
    [
      'a serial in other case',
      { medium: { ...medium, serial: 'omlhdd0001' } },
      'review clear SERIAL_MISMATCH SERIAL_WRITTEN_DIFFERENTLY',
    ],
    [
      'the serial of another drive',
      { medium: { ...medium, serial: 'OMLHDD0002' } },
      'refuse none SERIAL_OF_ANOTHER_MEDIUM',
    ],
    [
      'a medium without serial',
      { medium: { ...medium, serial: null } },
      'review clear SERIAL_UNKNOWN',
    ],
    [
      'evidence without serial',
      { evidenceDevice: changed({ serial: null, serialState: 'unknown' }) },
      'review clear SERIAL_UNKNOWN',
    ],
    [
      'evidence with a hidden serial',
      { evidenceDevice: changed({ serial: null, serialState: 'masked' }) },
      'review clear SERIAL_MASKED',
    ],
    [
      'another model',
      { medium: { ...medium, model: 'ST1000DM003' } },
      'review clear MODEL_MISMATCH',
    ],
    [
      'a model with its maker',
      { medium: { ...medium, model: 'WDC OMLOPP VIRT-HDD' } },
      'issue clear',
    ],
    [
      'another size',
      { medium: { ...medium, capacityBytes: 50331649 } },
      'review clear CAPACITY_MISMATCH',
    ],
    ['no size', { medium: { ...medium, capacityBytes: null } }, 'review clear CAPACITY_UNKNOWN'],
    [
      'a larger native size',
      { medium: { ...medium, nativeBytes: 67108864 } },
      'refuse none PARTIAL_ERASURE',
    ],
    ['purge required of an overwrite', { policy: purge }, 'refuse clear LEVEL_TOO_LOW'],
    [
      'a device never received',
      { device: { ...device, receivedAt: null } },
      'review clear NOT_RECEIVED',
    ],
    [
      'a lock that remains',
      { device: { ...device, locks: ['bios-password'] } },
      'review clear LOCKED',
    ],
    [
      'a sample nobody else has validated',
      { sample: { operatorId: 'a', validatorId: 'a' } },
      'review clear FOUR_EYES',
    ],
    [
      'a sample somebody else has validated',
      { sample: { operatorId: 'a', validatorId: 'b' } },
      'issue clear',
    ],
    ['no zone', { stationTimeZone: null }, 'review clear CLOCK_ZONE_UNKNOWN'],
    ['a zone that is none', { stationTimeZone: 'Mars/Olympus' }, 'review clear CLOCK_ZONE_UNKNOWN'],
    [
      'an end after the upload',
      { receivedByServerAt: new Date('2026-03-16T07:50:00Z') },
      'review clear CLOCK_FUTURE',
    ],
    [
      'a station one zone away',
      { stationTimeZone: 'America/New_York' },
      'review clear CLOCK_FUTURE',
    ],
    [
      'a start before the receipt',
      { device: { ...device, receivedAt: new Date('2026-03-16T08:01:56Z') } },
      'review clear CLOCK_BEFORE_RECEIPT',
    ],
    [
      'an end after the outcome',
      { device: { ...device, outcomeAt: new Date('2026-03-16T08:01:00Z') } },
      'review clear CLOCK_AFTER_OUTCOME',
    ],
    ['no times', { evidenceDevice: changed({ startLocal: null }) }, 'review clear CLOCK_UNKNOWN'],
    [
      'an end before the start',
      { evidenceDevice: changed({ endLocal: '2026/03/16 08:00:00' }) },
      'review clear CLOCK_BACKWARDS',
    ],
    [
      'a clock set back during the run',
      { evidenceDevice: changed({ duration: '19088743:02:21' }) },
      'review clear CLOCK_IMPLAUSIBLE',
    ],
    [
      'a station that says 2003',
      {
        evidenceDevice: changed({
          startLocal: '2003/01/01 00:00:05',
          endLocal: '2003/01/01 00:00:06',
        }),
        device: { ...device, receivedAt: new Date('2002-01-01T00:00:00Z') },
      },
      'review clear CLOCK_IMPLAUSIBLE',
    ],
    [
      'several at once, in the order of the list',
      {
        device: { receivedAt: null, outcomeAt: null, locks: ['knox'] },
        medium: null,
        stationTimeZone: null,
      },
      'review clear MEDIUM_UNKNOWN NOT_RECEIVED CLOCK_ZONE_UNKNOWN LOCKED',
    ],
    [
      'a refusal beside what a person could settle',
      {
        device: { receivedAt: null, outcomeAt: null, locks: ['knox'] },
        evidenceSha256AlreadyUsed: true,
      },
      'refuse none DUPLICATE',
    ],
  ])('answers %s', (_what, change, want) => {
    const { decision, level, reasons } = gateEvidence({ ...nothingAmiss, ...change })
    expect([decision, level, ...reasons].join(' ')).toBe(want)
  })

  it('says an overwrite of flash is clear, and refuses it where purge is required', () => {
    const question = {
      ...nothingAmiss,
      evidenceDevice: drive('nwipe-0.42-prng-nvme.log'),
      medium: {
        serial: 'OMLNVME0003',
        model: 'QEMU NVMe Ctrl',
        capacityBytes: 67108864,
        kind: 'flash',
      },
    } as const
    expect(gateEvidence(question)).toEqual({ decision: 'issue', reasons: [], level: 'clear' })
    expect(gateEvidence({ ...question, policy: purge }).reasons).toEqual(['LEVEL_TOO_LOW'])
  })

  it.each([
    ['nwipe-0.38-verify_zero-only.log', 'NO_ERASURE_PERFORMED'],
    ['nwipe-0.38-zero-noverify.log', 'NOT_VERIFIED'],
    ['nwipe-0.42-appended-two-sessions.log', 'STATUS_ABORTED'],
    ['nwipe-0.42-mounted-skipped-exit0.log', 'NOT_STARTED'],
    ['nwipe-0.42-hpa-hidden-sectors-two-disks.log', 'HIDDEN_AREA_NOT_ERASED'],
    ['nwipe-0.38-failed-verification-on-big-disk.log', 'STATUS_FAILED'],
  ])('%s can never give a certificate: %s', (name, reason) => {
    const answer = gateEvidence({ ...nothingAmiss, evidenceDevice: drive(name) })
    expect(answer).toEqual({ decision: 'refuse', reasons: [reason], level: 'none' })
  })

  it('takes the run across the change to summer time for the 17 seconds it was', () => {
    const evidenceDevice = drive('nwipe-0.42-dst-spring.log')
    const question = {
      ...nothingAmiss,
      evidenceDevice,
      medium: {
        ...medium,
        serial: 'OMLSSD-0002',
        model: 'OMLOPP SSD/PRO 48M',
        kind: 'flash' as const,
      },
      receivedByServerAt: new Date('2026-03-29T01:05:00Z'),
    }
    expect(gateEvidence({ ...question, stationTimeZone: 'Europe/Stockholm' }).decision).toBe(
      'issue',
    )
    expect(gateEvidence({ ...question, stationTimeZone: 'UTC' }).reasons).toContain(
      'CLOCK_IMPLAUSIBLE',
    )
  })

  it('takes a run in the hour that autumn repeats for what it was, though its end reads earlier', () => {
    const evidenceDevice = changed({
      startLocal: '2026/10/25 02:59:50',
      endLocal: '2026/10/25 02:00:10',
      duration: '00:00:20',
    })
    const question = {
      ...nothingAmiss,
      evidenceDevice,
      stationTimeZone: 'Europe/Stockholm',
      receivedByServerAt: new Date('2026-10-25T01:05:00Z'),
    }
    expect(gateEvidence(question)).toMatchObject({ decision: 'issue', reasons: [] })
    // A certificate for the same times in a zone without that hour would be a false one.
    expect(gateEvidence({ ...question, stationTimeZone: 'UTC' }).reasons).toContain(
      'CLOCK_BACKWARDS',
    )
  })

  it('lets a read-back or a drive four times the memory settle a cached verification', () => {
    const question = { ...nothingAmiss, evidenceDevice: changed({ ioMode: 'cached' }) }
    expect(gateEvidence(question).reasons).toEqual(['CACHED_VERIFY'])
    expect(gateEvidence({ ...question, readBackClean: true }).decision).toBe('issue')
    const quarter = 50331648 / 4
    expect(gateEvidence({ ...question, stationRamBytes: quarter }).decision).toBe('issue')
    expect(gateEvidence({ ...question, stationRamBytes: quarter + 1 }).decision).toBe('review')
  })

  it('lets a native size read beforehand settle whether there is a hidden area', () => {
    const question = { ...nothingAmiss, evidenceDevice: changed({ hiddenArea: 'unknown' }) }
    expect(gateEvidence(question).reasons).toEqual(['HIDDEN_AREA_UNKNOWN'])
    const known = { ...question, medium: { ...medium, nativeBytes: 50331648 } }
    expect(gateEvidence(known).decision).toBe('issue')
  })

  it('never issues when one more thing is amiss than before', () => {
    const amiss: Partial<GateQuestion>[] = [
      { evidenceSha256AlreadyUsed: true },
      { medium: null },
      { policy: purge },
      { stationTimeZone: null },
      { device: { ...device, receivedAt: null } },
      { device: { ...device, locks: ['frp'] } },
      { evidenceDevice: changed({ verifiedByTool: false }) },
      { evidenceDevice: changed({ verifyErrors: 1 }) },
      { evidenceDevice: changed({ bytesErased: 50331647 }) },
      { evidenceDevice: changed({ hiddenArea: 'present' }) },
      { evidenceDevice: changed({ device: '/dev/sdb1' }) },
    ]
    fc.assert(
      fc.property(fc.subarray(amiss, { minLength: 1 }), (some) => {
        const question = Object.assign({ ...nothingAmiss }, ...some) as GateQuestion
        const { decision, reasons } = gateEvidence(question)
        expect(decision).not.toBe('issue')
        expect(reasons.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('weigh', () => {
  it('lets refuse outrank review and review outrank issue, in a fixed order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...reasonCodes)), (found) => {
        const { decision, reasons } = weigh(found)
        const severities = new Set<string>(found.map((code) => reasonSeverity[code]))
        const highest = ['refuse', 'review'].find((s) => severities.has(s)) ?? 'issue'
        expect(decision).toBe(highest)
        const order = reasons.map((code) => reasonCodes.indexOf(code))
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
      }),
    )
  })
})
