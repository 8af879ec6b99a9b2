import fc from 'fast-check'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixture } from '../../../../../test/support/samples.ts'
import { bindController } from './nvme.ts'
import { parseEvidence } from './parse.ts'
import type { Evidence } from './shape.ts'

const files = readdirSync(new URL('../../../../../test/fixtures/erasure/', import.meta.url))
const text = (name: string): string => fixture(`erasure/${name}`)
const decisions = (evidence: Evidence): string[] =>
  evidence.sessions.flatMap((session) =>
    session.devices.map((device) =>
      [device.device, device.certificate.decision, ...device.certificate.reasons].join(' '),
    ),
  )

describe('what the fixtures allow', () => {
  it.each([
    ['nwipe-0.42-zero-verifylast.log', ['/dev/sdb issue']],
    ['nwipe-0.42-prng-nvme.log', ['/dev/nvme0n1 issue']],
    ['nwipe-0.42-prng-3rounds-verifyall-noblank.log', ['/dev/sdb issue']],
    ['nwipe-0.42-dst-spring.log', ['/dev/sdc issue']],
    ['nwipe-0.42-appended-two-sessions.log', ['/dev/sdc refuse STATUS_ABORTED', '/dev/sdc issue']],
    [
      'nwipe-0.42-hpa-hidden-sectors-two-disks.log',
      ['/dev/sdb refuse HIDDEN_AREA_NOT_ERASED', '/dev/sdd issue'],
    ],
    ['nwipe-0.42-mounted-skipped-exit0.log', ['/dev/sdd refuse NOT_STARTED']],
    ['nwipe-0.38-verify_zero-only.log', ['/dev/sdb refuse NO_ERASURE_PERFORMED']],
    ['nwipe-0.38-zero-noverify.log', ['/dev/sdb refuse NOT_VERIFIED']],
    [
      'nwipe-0.38-falsely-verified-cached-io.log',
      ['/dev/mapper/dropw review HIDDEN_AREA_UNKNOWN CACHED_VERIFY VIRTUAL_DEVICE'],
    ],
    [
      'nwipe-0.38-failed-verification-on-big-disk.log',
      ['/dev/mapper/dropbig refuse STATUS_FAILED'],
    ],
    [
      'nwipe-0.38-mixed-one-ok-one-failed.log',
      ['/dev/sdd review CACHED_VERIFY', '/dev/mapper/badsect refuse STATUS_FAILED'],
    ],
    [
      'nwipe-0.38-is5enh-usb-unknown-serial.log',
      ['/dev/sde review SERIAL_UNKNOWN HIDDEN_AREA_UNKNOWN CACHED_VERIFY'],
    ],
    [
      'nwipe-0.38-ops2-2rounds-two-disks.log',
      ['/dev/sdd review CACHED_VERIFY', '/dev/sda review HIDDEN_AREA_UNKNOWN CACHED_VERIFY'],
    ],
    ['nwipe-0.34deb-dodshort.log', ['/dev/sdb review HIDDEN_AREA_UNKNOWN CACHED_VERIFY']],
    ['hdparm-security-erase-false-success.txt', ['/dev/sdb refuse STATUS_FAILED']],
    ['shred-n1-z.txt', ['/dev/sdb refuse NOT_VERIFIED']],
    ['nvme-sanitize-log-failed.json', ['/dev/nvme0n1 refuse STATUS_FAILED']],
    [
      'nvme-sanitize-log-blockerase-success.json',
      ['/dev/nvme0n1 review READBACK_MISSING SERIAL_MISSING'],
    ],
  ])('%s: %j', (name, want) => expect(decisions(parseEvidence(text(name)))).toEqual(want))

  it('reads the same with Windows line ends and a byte order mark', () => {
    const log = text('nwipe-0.42-zero-verifylast.log')
    expect(parseEvidence(`\ufeff${log.replaceAll('\n', '\r\n')}`)).toEqual(parseEvidence(log))
  })

  it('gives the nameless status page the controller of the same capture', () => {
    const page = parseEvidence(text('nvme-sanitize-log-blockerase-success.json'))
    const who = parseEvidence(text('nvme-id-ctrl-fna0.json'))
    if (who.format !== 'nvme-id-ctrl') throw new Error(who.format)
    const device = bindController(page, who.controller).sessions[0]?.devices[0]
    expect(device).toMatchObject({ serial: 'OMLNVME0003', maxLevel: 'purge' })
    expect(device?.certificate).toEqual({ decision: 'review', reasons: ['READBACK_MISSING'] })
  })
})

/** What must be in the text, by its own words, wherever a certificate may be issued on it. */
const needed = [
  /nwipe 0\.42/,
  /S\/N=\S|has serial number \S/,
  /Using direct I\/O \(O_DIRECT\)/,
  /Invoking method/,
  /Finished pass 1\/1, round 1\/1/,
  /Finished final round 1 of 1/,
  /\[SUCCESS\] Verified that \S+ is empty/,
  /No hidden sectors on/,
  /\bError Summary\b[^]*\|\s+0 \|\s+0 \|\s+0$/m,
  /\bErasure Summary\b[^]*50331648 \|\s+50331648 \|\s+100\.00%$/m,
  /\bDrive Status\b[^]*\| Erased \|/,
  /1R\+B\+VL/,
  /Nwipe successfully completed/,
]

describe('evidence that has lost parts', () => {
  const log = text('nwipe-0.42-zero-verifylast.log')
  const lines = log.split('\n')
  const issuedBut = (left: string): RegExp[] =>
    decisions(parseEvidence(left)).some((d) => d.includes(' issue'))
      ? needed.filter((part) => !part.test(left))
      : []

  it('is issued on when nothing is lost', () => {
    expect(needed.filter((part) => !part.test(log))).toEqual([])
    expect(decisions(parseEvidence(log))).toEqual(['/dev/sdb issue'])
  })

  it('is never issued on without all the facts, whichever single line is lost', () => {
    const refused = lines.filter((_, i) => {
      const left = lines.toSpliced(i, 1).join('\n')
      expect(issuedBut(left)).toEqual([])
      return !decisions(parseEvidence(left)).some((d) => d.endsWith(' issue'))
    })
    // So that the property is not held by a reader that always issues.
    expect(refused.length).toBeGreaterThanOrEqual(10)
  })

  it('is never issued on without all the facts, whichever lines are lost', () => {
    const indexes = fc.uniqueArray(fc.nat(lines.length - 1), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(indexes, (lost) => {
        const left = lines.filter((_, i) => !lost.includes(i)).join('\n')
        expect(issuedBut(left)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('is never issued on when cut at the end, and only whole when cut at the start', () => {
    const end = log.indexOf('Nwipe successfully')
    fc.assert(
      fc.property(fc.nat(end), (at) => {
        expect(decisions(parseEvidence(log.slice(0, at))).join()).not.toContain(' issue')
        expect(issuedBut(log.slice(at))).toEqual([])
      }),
    )
  })

  const bad = files
    .filter((name) => name.startsWith('nwipe') && name.endsWith('.log'))
    .map((name) => [name, text(name).split('\n')] as const)
  it.each(bad)('%s: no lost line makes a bad drive good', (_name, all) => {
    const good = decisions(parseEvidence(all.join('\n'))).filter((d) => d.endsWith(' issue'))
    const indexes = fc.uniqueArray(fc.nat(all.length - 1), { minLength: 1, maxLength: 60 })
    const span = fc
      .tuple(fc.nat(all.length - 1), fc.nat(all.length - 1))
      .map(([a, b]) => all.map((_, i) => i).slice(Math.min(a, b), Math.max(a, b)))
    fc.assert(
      fc.property(fc.oneof(indexes, span), (lost) => {
        const gone = new Set(lost)
        const left = all.filter((_, i) => !gone.has(i)).join('\n')
        const issued = decisions(parseEvidence(left)).filter((d) => d.endsWith(' issue'))
        expect(issued.filter((d) => !good.includes(d))).toEqual([])
        expect(issued.length).toBeLessThanOrEqual(good.length)
      }),
      { numRuns: 400 },
    )
  })
})

describe('text that is no evidence', () => {
  it.each(['', '\ufeff', '\0\0\0', '{', '{}', '[]', '<', '<plist', '<blancco_data', '%PDF-1.7'])(
    '%j is of unknown format',
    (garbage) =>
      expect(parseEvidence(garbage)).toEqual({
        format: 'unknown',
        tool: null,
        toolVersion: null,
        sessions: [],
        reason: 'UNKNOWN_FORMAT',
      }),
  )

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => void parseEvidence(any)))
    fc.assert(fc.property(fc.json(), (json) => void parseEvidence(json)))
  })

  it('never throws on pieces of real evidence in any order', () => {
    const pieces = files.flatMap((name) => text(name).split('\n'))
    const soup = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 80 })
    fc.assert(
      fc.property(soup, (lines) => {
        expect(decisions(parseEvidence(lines.join('\n'))).join()).not.toContain(' issue')
      }),
      { numRuns: 500 },
    )
  })

  const stamp = '[2026/03/16 08:00:25]  notice: '
  const size = 50_000_000
  const fill = (line: (i: number) => string): string => {
    const all: string[] = []
    for (let i = 0, length = 0; length < size; i++)
      length += all[all.push(line(i)) - 1]?.length ?? 0
    return all.join('')
  }
  it.each<[string, () => string]>([
    ['one log again and again', () => fill(() => text('nwipe-0.42-zero-verifylast.log'))],
    [
      'drives without end',
      () => fill((i) => `${stamp}Found /dev/sd${i}, ATA, M, 5 MB, S/N=${i}\n`),
    ],
    [
      'passes without end',
      () =>
        `${stamp}Invoking method 'x' on /dev/sda\n` +
        fill((i) => `${stamp}Finished pass ${i}/9, round 1/1, on /dev/sda\n`),
    ],
    ['one line', () => `${stamp}Found /dev/sda, ATA, ${' ,'.repeat(size / 2)}`],
    [
      'rows without end',
      () =>
        `${stamp}nwipe 0.42\n${'*'.repeat(30)} Drive Status ${'*'.repeat(30)}\n${fill((i) => ` sd${i} | Erased | 1 |\n`)}`,
    ],
    ['runs without end', () => fill(() => `[2026/03/16 08:00:25]    info: nwipe 0.42\n`)],
    ['stars', () => '*'.repeat(size)],
    ['braces', () => '{"a":'.repeat(size / 5)],
    ['tags', () => `<blancco_data>${'<a>'.repeat(size / 3)}`],
    ['the largest braces that are read', () => '{"a":'.repeat(799_000)],
    ['the largest tags that are read', () => `<blancco_data>${'<a>'.repeat(1_300_000)}`],
    ['the largest progress of badblocks', () => `Checking for bad blocks\n${'\b'.repeat(999_000)}`],
  ])('reads 50 MB of %s in seconds', (_name, make) => {
    const garbage = make()
    const begun = performance.now()
    parseEvidence(garbage)
    expect(performance.now() - begun).toBeLessThan(15_000)
  })
})
