import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEvidence } from './evidence/parse.ts'
import { gateEvidence } from './gate.ts'
import { writeNwipeLog, type SampleDrive } from './sample-log.ts'

const ssd: SampleDrive = {
  device: '/dev/sda',
  bus: 'ATA-SSD',
  model: 'OMLOPP SSD/PRO 480G',
  serial: 'OMLSSD-0042',
  bytes: 480_103_981_056,
  status: 'erased',
}
const nvme: SampleDrive = {
  device: '/dev/nvme0n1',
  bus: 'NVME',
  model: 'OMLOPP NVMe',
  serial: 'OMLNVME0042',
  bytes: 256_060_514_304,
  status: 'erased',
}
const read = (...devices: SampleDrive[]) =>
  parseEvidence(
    writeNwipeLog({
      version: '0.42',
      startedAt: '2026/09/14 13:05:00',
      method: 'PRNG Stream',
      devices,
    }),
  ).sessions[0]?.devices ?? []

describe('a training log', () => {
  it('says in its first line that it is one', () => {
    const log = writeNwipeLog({
      version: '0.42',
      startedAt: '2026/09/14 13:05:00',
      method: 'Fill With Zeros',
      devices: [ssd],
    })
    expect(log.split('\n')[0]).toMatch(/^# Made by Omlopp for training/)
  })

  it('is read as an erased drive, with what went into it', () => {
    expect(read(ssd)).toMatchObject([
      {
        device: '/dev/sda',
        bus: 'ATA-SSD',
        model: 'OMLOPP SSD/PRO 480G',
        serial: 'OMLSSD-0042',
        method: 'PRNG Stream',
        bytesErased: 480_103_981_056,
        percent: '100.00%',
        ioMode: 'direct',
        hiddenArea: 'none',
        startLocal: '2026/09/14 13:05:00',
        certificate: { decision: 'issue', reasons: [] },
      },
    ])
  })

  it('passes the whole gate with the drive it speaks of, in the zone of its station', () => {
    const [evidenceDevice] = read(nvme)
    if (!evidenceDevice) throw new Error('no drive')
    const level = 'clear' as const
    const answer = gateEvidence({
      evidenceDevice,
      evidenceSha256AlreadyUsed: false,
      medium: { serial: nvme.serial, model: nvme.model, capacityBytes: nvme.bytes, kind: 'flash' },
      device: { receivedAt: new Date('2026-09-14T11:04:00Z'), outcomeAt: null, locks: [] },
      policy: { requiredLevel: { magnetic: level, flash: level, hybrid: level, unknown: level } },
      stationTimeZone: 'Europe/Stockholm',
      receivedByServerAt: new Date('2026-09-14T12:30:00Z'),
    })
    expect(answer).toEqual({ decision: 'issue', reasons: [], level: 'clear' })
  })

  it('tells drive from drive', () => {
    const all = read(
      ssd,
      { ...nvme, status: 'failed' },
      { ...ssd, device: '/dev/sdb', serial: 'OMLSSD-0043', status: 'aborted' },
    )
    expect(all.map((drive) => drive.certificate.reasons.join())).toEqual([
      '',
      'STATUS_FAILED',
      'STATUS_ABORTED',
    ])
    expect(all.map((drive) => drive.certificate.decision)).toEqual(['issue', 'refuse', 'refuse'])
  })

  it('gives every erased drive a certificate and no other, whatever the drives', () => {
    const drive = fc.record({
      bus: fc.constantFrom('ATA', 'ATA-SSD', 'NVME'),
      model: fc.stringMatching(/^[A-Z][A-Z0-9/ -]{0,30}[A-Z0-9]$/),
      serial: fc.stringMatching(/^OML[A-Z0-9-]{3,16}[A-Z]$/),
      bytes: fc.integer({ min: 100_000, max: 20_000_000_000 }).map((sectors) => sectors * 512),
      status: fc.constantFrom('erased' as const, 'failed' as const, 'aborted' as const),
    })
    fc.assert(
      fc.property(fc.array(drive, { minLength: 1, maxLength: 6 }), (drives) => {
        const placed = drives.map((d, i) => ({ ...d, device: `/dev/sd${'abcdef'[i]}` }))
        const got = read(...placed)
        expect(got.map((d) => d.serial)).toEqual(drives.map((d) => d.serial))
        expect(got.map((d) => d.certificate.decision)).toEqual(
          drives.map((d) => (d.status === 'erased' ? 'issue' : 'refuse')),
        )
      }),
    )
  })
})
