// One good log, changed in one place at a time: what must never pass unseen.
import { describe, expect, it } from 'vitest'
import { fixture } from '../../../../../../test/support/samples.ts'
import { parseEvidence } from '../parse.ts'

const good = fixture('erasure/nwipe-0.42-zero-verifylast.log')
const threeRounds = fixture('erasure/nwipe-0.42-prng-3rounds-verifyall-noblank.log')
const twoRuns = fixture('erasure/nwipe-0.42-appended-two-sessions.log')

const verdicts = (log: string): string[] =>
  parseEvidence(log).sessions.flatMap((session) =>
    session.devices.map(({ certificate: { decision, reasons } }) =>
      [decision, ...reasons].join(' '),
    ),
  )
/** Fails when there is nothing to change, so that no case is empty. */
const change = (log: string, from: string | RegExp, to: string): string => {
  const changed = log.replace(from, to)
  expect(changed).not.toBe(log)
  return changed
}
const after = (line: string): [RegExp, string] => [
  /^(.*Finished pass 1\/1.*)$/m,
  `$1\n[2026/03/16 08:01:55] ${line}`,
]

describe('a good log changed in one place', () => {
  it('is issued on as it is', () => expect(verdicts(good)).toEqual(['issue']))

  it.each<[string, string | RegExp, string, string]>([
    [
      'a mismatch',
      ...after("  error: Verification mismatch on '/dev/sdb' at offset 0"),
      'refuse STATUS_FAILED',
    ],
    [
      'counted errors',
      ...after("  error: 3 verification errors on '/dev/sdb'."),
      'refuse STATUS_FAILED',
    ],
    [
      'a failed flush',
      ...after("warning: Buffer flush failure on '/dev/sdb'."),
      'refuse STATUS_FAILED',
    ],
    [
      'an error nobody knows',
      ...after('  error: something new about /dev/sdb'),
      'review ERRORS_IN_LOG',
    ],
    [
      'a second start',
      ...after(" notice: Invoking method 'PRNG Stream' on /dev/sdb"),
      'refuse CONTRADICTORY',
    ],
    [
      'a pass done twice',
      ...after(' notice: Finished pass 1/1, round 1/1, on /dev/sdb'),
      'refuse CONTRADICTORY',
    ],
    [
      'a pass of another count',
      ...after(' notice: Finished pass 2/3, round 1/1, on /dev/sdb'),
      'refuse CONTRADICTORY',
    ],
    [
      'a way back to the cache',
      ...after(" notice: O_DIRECT not supported on '/dev/sdb', falling back to cached I/O"),
      'review CACHED_VERIFY',
    ],
    [
      'two serials',
      'has serial number OMLHDD0001',
      'has serial number OMLHDD0002',
      'refuse CONTRADICTORY',
    ],
    ['a hidden serial', /OMLHDD0001/g, 'XXXXXXXXXX', 'review SERIAL_MASKED'],
    ['no serial', /S\/N=.*|.*has serial number.*/g, 'S/N=', 'review SERIAL_MISSING'],
    ['a filler serial', /OMLHDD0001/g, '0000000000', 'review SERIAL_UNKNOWN'],
    ['a version not tried', /nwipe 0\.42/g, 'nwipe 0.43', 'review UNKNOWN_VERSION'],
    ['a very old version', /nwipe 0\.42/g, 'nwipe 0.30', 'review UNKNOWN_VERSION'],
    ['a method nobody knows', /Fill With Zeros/g, 'Fill With Hope', 'review UNKNOWN_METHOD'],
    [
      'a method that only reads',
      /Invoking method 'Fill With Zeros'/,
      "Invoking method 'Verify Ones  (0xFF)'",
      'refuse NO_ERASURE_PERFORMED',
    ],
    ['a pass error', 'sdb |           0 |', 'sdb |           1 |', 'refuse STATUS_FAILED'],
    [
      'a verification error',
      '|                    0 |',
      '|                    7 |',
      'refuse STATUS_FAILED',
    ],
    [
      'a mark in the status table',
      /^ {7}sdb \| Erased/m,
      '!      sdb | Erased',
      'refuse STATUS_FAILED',
    ],
    ['an unknown status', '| Erased |', '|INSANITY|', 'refuse STATUS_FAILED'],
    [
      'fewer bytes than there are',
      'sdb |          50331648 |',
      'sdb |          50331136 |',
      'refuse PARTIAL_ERASURE',
    ],
    ['a percentage below the whole', '100.00%', ' 99.99%', 'refuse PARTIAL_ERASURE'],
    [
      'sectors hidden by numbers alone',
      'HPA values 98304 / 98304',
      'HPA values 98304 / 131072',
      'refuse HIDDEN_AREA_NOT_ERASED',
    ],
    ['a partition', /sdb/g, 'sdb1', 'refuse PARTIAL_ERASURE'],
    ['a mapped device', /\/dev\/sdb/g, '/dev/mapper/sdb', 'review VIRTUAL_DEVICE'],
    [
      'an end before the start',
      /\[2026\/03\/16 08:01:55\](.*SUCCESS)/g,
      '[2026/03/16 08:01:50]$1',
      'review CLOCK_BACKWARDS',
    ],
    ['a duration of two thousand years', '00:00:01', '19088743:02:21', 'review CLOCK_IMPLAUSIBLE'],
    ['a row that stands twice', /^( {7}sdb \| Erased.*)$/m, '$1\n$1', 'refuse CONTRADICTORY'],
    ['no verification', /^.*\[SUCCESS\] Verified.*\n/m, '', 'refuse NOT_VERIFIED'],
  ])('%s', (_what, from, to, want) => expect(verdicts(change(good, from, to))).toEqual([want]))

  it('needs every pass read back when every pass was to be', () => {
    expect(verdicts(threeRounds)).toEqual(['issue'])
    const lost = change(threeRounds, /^.*Verified pass 1 of 1, round 2 of 3.*\n/m, '')
    expect(verdicts(lost)).toEqual(['refuse NOT_VERIFIED'])
  })

  it('needs every pass of every round', () => {
    const lost = change(threeRounds, /^.*Finished pass 1\/1, round 2\/3.*\n/m, '')
    expect(verdicts(lost)).toEqual(['refuse TRUNCATED'])
  })

  it('does not know rows of two drives with one short name apart', () => {
    const second = good
      .split('\n')
      .filter((line) => line.includes('/dev/sdb') && !line.includes('Found'))
      .join('\n')
      .replaceAll('/dev/sdb', '/dev/mapper/sdb')
    const both = change(good, /^(.*\[SUCCESS\] Blanked.*)$/m, `$1\n${second}`)
    expect(verdicts(both)).toEqual(['refuse CONTRADICTORY', 'refuse CONTRADICTORY'])
  })
})

describe('runs in one file', () => {
  it('are told apart by the version line', () =>
    expect(verdicts(twoRuns)).toEqual(['refuse STATUS_ABORTED', 'issue']))

  it('are told apart without it, as 0.34 writes it to the screen only', () => {
    const old = change(twoRuns, /^.*info: nwipe 0\.42\n/gm, '')
    expect(verdicts(old)).toEqual(['refuse STATUS_ABORTED', 'issue'])
  })

  it('are told apart when the first was cut off before its end', () => {
    const cut = change(twoRuns, /\*+ Error Summary [^]*aborted by the user.*\n/, '')
    expect(verdicts(cut)).toEqual(['refuse TRUNCATED', 'issue'])
  })

  it('are told apart by the closing line alone, and a run without its beginning gives nothing', () => {
    const at = twoRuns.indexOf('Nwipe was aborted')
    const end = twoRuns.indexOf('\n', at)
    const rest = twoRuns.slice(end)
    const began = rest.slice(rest.lastIndexOf('\n', rest.indexOf('Invoking method')))
    const [first, second] = verdicts(twoRuns.slice(0, end) + began)
    expect(first).toBe('refuse STATUS_ABORTED')
    expect(second).toMatch(/^(?:review|refuse) /)
  })
})
