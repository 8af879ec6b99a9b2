// The readers beside nwipe: what each tool may say, and how far it is believed.
import { describe, expect, it } from 'vitest'
import { fixture } from '../../../../../test/support/samples.ts'
import { parseEvidence } from './parse.ts'

const verdict = (text: string): string => {
  const evidence = parseEvidence(text)
  const all = evidence.sessions.flatMap((session) => session.devices)
  return all
    .map(({ result, maxLevel, certificate: { decision, reasons } }) =>
      [result, maxLevel ?? 'none', decision, ...reasons].join(' '),
    )
    .join(' + ')
}
const change = (text: string, from: string | RegExp, to: string): string => {
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return changed
}

/** A report of our own making, on the paths that Blancco's reports have. */
const entry = (name: string, value: string): string =>
  `<entry name="${name}" type="string">${value}</entry>`
const blancco = (changes: Record<string, string | null> = {}, version = '7.16.0'): string => {
  const fields: Record<string, string | null> = {
    start_time: '2026-09-14T13:05:00+0200',
    end_time: '2026-09-14T13:45:10+0200',
    elapsed_time: '00:40:10',
    erasure_standard_name: 'NIST 800-88 Purge',
    overwriting_rounds: '0',
    firmware_rounds: '1',
    total_erasure_rounds: '1',
    failed_sectors: '0',
    state: 'Successful',
    serial: '0123456E78',
    bus: 'NVMe',
    verified: 'true',
    ...changes,
  }
  const { serial, bus, verified, ...erasure } = fields
  const target = entry('model', 'OMLOPP A&amp;B') + entry('serial', serial ?? '')
  const entries = Object.entries(erasure).map(([name, value]) =>
    value === null ? '' : entry(name, value),
  )
  return `<?xml version="1.0"?><root><report><blancco_data>
    <description><document_log><log_entry><author><product_version>${version}</product_version></author></log_entry></document_log>
      <description_entries>${entry('verified', verified ?? '')}</description_entries></description>
    <blancco_hardware_report><entries name="disks"><entries name="disk">${entry('serial', serial ?? '')}${entry('interface_type', bus ?? '')}</entries></entries></blancco_hardware_report>
    <blancco_erasure_report><entries name="erasures"><entries name="erasure">${entries.join('')}<entries name="target">${target}${entry('capacity', '256060514304')}</entries></entries></entries></blancco_erasure_report>
  </blancco_data></report></root>`
}

describe('a Blancco report', () => {
  it.each<[string, Record<string, string | null>, string]>([
    ['that went well', {}, 'erased purge issue'],
    ['of overwriting', { firmware_rounds: '0', overwriting_rounds: '1' }, 'erased clear issue'],
    [
      'of a standard below purge',
      { erasure_standard_name: 'NIST 800-88 Clear' },
      'erased clear issue',
    ],
    ['on SATA, where areas may hide', { bus: 'SATA' }, 'erased purge review HIDDEN_AREA_UNKNOWN'],
    ['without serial', { serial: '' }, 'erased purge review SERIAL_MISSING HIDDEN_AREA_UNKNOWN'],
    ['that failed', { state: 'Failed' }, 'failed none refuse STATUS_FAILED'],
    ['that was cancelled', { state: 'Cancelled' }, 'aborted none refuse STATUS_ABORTED'],
    [
      'with exceptions',
      { state: 'Successful with exceptions' },
      'failed none refuse STATUS_FAILED',
    ],
    [
      'with an exception beside',
      { exceptions: '3 remapped sectors' },
      'failed none refuse STATUS_FAILED',
    ],
    ['in an unknown state', { state: 'successful' }, 'failed none refuse STATUS_FAILED'],
    ['with failed sectors', { failed_sectors: '8' }, 'failed none refuse STATUS_FAILED'],
    ['without the failed sectors', { failed_sectors: null }, 'incomplete none refuse TRUNCATED'],
    ['without state', { state: null }, 'incomplete none refuse TRUNCATED'],
    ['of no rounds', { total_erasure_rounds: '0' }, 'verify_only none refuse NO_ERASURE_PERFORMED'],
    [
      'whose signature does not hold',
      { verified: 'false' },
      'erased purge review REPORT_UNVERIFIED',
    ],
    [
      'that ends before it starts',
      { end_time: '2026-09-14T12:00:00+0200' },
      'erased purge review CLOCK_BACKWARDS',
    ],
  ])('%s', (_what, changes, want) => expect(verdict(blancco(changes))).toBe(want))

  it('of a version not tried', () =>
    expect(verdict(blancco({}, '9.1'))).toBe('erased purge review UNKNOWN_VERSION'))

  it('keeps numbers as they are written, and times in UTC', () => {
    expect(parseEvidence(blancco()).sessions[0]?.devices[0]).toMatchObject({
      serial: '0123456E78',
      model: 'OMLOPP A&B',
      bytesTotal: 256060514304,
      startAt: '2026-09-14T11:05:00Z',
      endAt: '2026-09-14T11:45:10Z',
    })
  })

  it('expands no entity', () => {
    const bomb = `<!DOCTYPE root [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`
    const text = change(blancco({ serial: '&b;' }), '<root>', `${bomb}<root>`)
    expect(JSON.stringify(parseEvidence(text))).not.toContain('aaaaaaaaaa')
  })
})

describe('nvme sanitize-log', () => {
  const json = fixture('erasure/nvme-sanitize-log-blockerase-success.json')
  const text = fixture('erasure/nvme-sanitize-log-blockerase-success.txt')
  const done = 'sanitized purge review READBACK_MISSING SERIAL_MISSING'
  it.each([
    ['done', json, done],
    ['done, in text', text, done],
    ['done without deallocating', change(json, '"(1) ', '"(4) '), done],
    ['crypto erase', change(json, '"cdw10_info":2', '"cdw10_info":4'), done],
    ['never', change(json, '"(1) ', '"(0) '), 'not_started none refuse NOT_STARTED'],
    ['running, in text', change(text, '0x101', '0x2'), 'in_progress none refuse IN_PROGRESS'],
    ['failed, in text', change(text, '0x101', '0x103'), 'failed none refuse STATUS_FAILED'],
    [
      'written since',
      change(json, '"global_erased":1', '"global_erased":0'),
      'sanitized none refuse NOT_VERIFIED',
    ],
    ['written since, in text', change(text, '0x101', '0x1'), 'sanitized none refuse NOT_VERIFIED'],
    [
      'no action',
      change(json, '"cdw10_info":2', '"cdw10_info":0'),
      'incomplete none refuse TRUNCATED',
    ],
    [
      'of an older layout, whose version is not known',
      change(json, /,\s*"sanitize_state_information":\s*\{[^}]*\}/, ''),
      done,
    ],
    ['status as a number', change(json, /"sstat":\{[^}]*\}/, '"sstat":257'), done],
  ])('%s', (_what, page, want) => expect(verdict(page)).toBe(want))
})

describe('tools that say little', () => {
  const shred = fixture('erasure/shred-n1-z.txt')
  const bad = fixture('erasure/badblocks-w-random.txt')
  const hdparm = fixture('erasure/hdparm-security-erase-false-success.txt')
  const quiet = hdparm.replace(/^SG_IO:.*\n/gm, '')
  const looked = 'clear review SERIAL_MISSING HIDDEN_AREA_UNKNOWN CACHED_VERIFY'
  it.each([
    ['shred cut short', change(shred, /^.*pass 2\/2.*\n/m, ''), 'incomplete none refuse TRUNCATED'],
    [
      'shred with an error',
      `${shred}shred: /dev/sdb: error writing at offset 5: Input/output error\n`,
      'failed none refuse STATUS_FAILED',
    ],
    ['badblocks', bad, `erased ${looked}`],
    [
      'badblocks with blocks that differ',
      change(bad, 'found. (0/0/0', 'found. (0/0/12288'),
      'failed none refuse STATUS_FAILED',
    ],
    [
      'badblocks cut short',
      change(bad, /^Pass completed.*\n/m, ''),
      'incomplete none refuse TRUNCATED',
    ],
    [
      'badblocks on a part',
      change(bad, 'From block 0', 'From block 99'),
      'incomplete none refuse TRUNCATED',
    ],
    [
      'badblocks that only reads',
      change(bad, 'in read-write mode', 'in read-only mode'),
      'verify_only none refuse NO_ERASURE_PERFORMED',
    ],
    [
      'hdparm without complaint',
      quiet,
      'command_accepted clear review COMMAND_ONLY READBACK_MISSING SERIAL_MISSING HIDDEN_AREA_UNKNOWN',
    ],
    [
      'hdparm with an exit code',
      change(quiet, /rc=0\n$/, 'rc=5\n'),
      'failed none refuse STATUS_FAILED',
    ],
    [
      'nvme format',
      fixture('erasure/nvme-format-ses1-success.txt'),
      'command_accepted clear review COMMAND_ONLY READBACK_MISSING SERIAL_MISSING',
    ],
  ])('%s', (_what, text, want) => expect(verdict(text)).toBe(want))
})

describe('hdparm --sanitize-status', () => {
  const page = (...lines: string[]): string =>
    ['', '/dev/sdb:', 'Issuing SANITIZE_STATUS command', 'Sanitize status:', ...lines].join('\n')
  const done = '    Last Sanitize Operation Completed Without Error'
  const idle = '    State:    SD0 Sanitize Idle'
  it.each([
    [
      'idle after one that ended well',
      page(idle, done),
      'sanitized purge review READBACK_MISSING SERIAL_MISSING HIDDEN_AREA_UNKNOWN',
    ],
    ['idle, of no erasure', page(idle), 'not_started none refuse NOT_STARTED'],
    [
      'running',
      page('    State:    SD2 Sanitize operation In Process', '    Progress: 0x8000 (50%)'),
      'in_progress none refuse IN_PROGRESS',
    ],
    ['frozen', page('    State:    SD1 Sanitize Frozen'), 'failed none refuse STATUS_FAILED'],
    [
      'failed',
      page('SANITIZE device error reason: Command unsuccessful', idle, done),
      'failed none refuse STATUS_FAILED',
    ],
  ])('%s', (_what, text, want) => expect(verdict(text)).toBe(want))
})

describe('scrub, dd and blkdiscard', () => {
  const dots = '.'.repeat(48)
  const scrub = [
    'scrub: using NNSA NAP-14.1-C patterns',
    'scrub: please verify that device size below is correct!',
    'scrub: scrubbing /dev/sdb 50331648 bytes (~48MB)',
    `scrub: random  |${dots}|`,
    `scrub: random  |${dots}|`,
    `scrub: 0x00    |${dots}|`,
    `scrub: verify  |${dots}|`,
    '',
  ].join('\n')
  const dd = (...first: string[]): string =>
    [
      ...first,
      '48+0 records in',
      '48+0 records out',
      '50331648 bytes (50 MB, 48 MiB) copied, 0.1 s, 480 MB/s',
    ].join('\n')
  const full = "dd: error writing '/dev/sdb': No space left on device"
  it.each([
    ['scrub', scrub, 'erased clear review SERIAL_MISSING HIDDEN_AREA_UNKNOWN CACHED_VERIFY'],
    [
      'scrub that does not read back',
      change(scrub, `scrub: verify  |${dots}|\n`, ''),
      'erased clear refuse NOT_VERIFIED',
    ],
    [
      'scrub cut short',
      change(scrub, `verify  |${dots}|`, 'verify  |.....'),
      'incomplete none refuse TRUNCATED',
    ],
    [
      'scrub whose reading differs',
      `${scrub}scrub: verification error\n`,
      'failed none refuse STATUS_FAILED',
    ],
    ['dd to a full drive', dd(full), 'erased clear refuse NOT_VERIFIED'],
    ['dd of part of a drive', dd(), 'incomplete none refuse TRUNCATED'],
    [
      'dd with an error',
      dd("dd: error writing '/dev/sdb': Input/output error"),
      'failed none refuse STATUS_FAILED',
    ],
    [
      'blkdiscard, which is no erasure',
      '/dev/sdb: Discarded 50331648 bytes from the offset 0\n',
      'verify_only none refuse NO_ERASURE_PERFORMED',
    ],
    [
      'blkdiscard that writes zeros',
      '/dev/sdb: Zero-filled 50331648 bytes from the offset 0\n',
      'erased clear refuse NOT_VERIFIED',
    ],
    [
      'blkdiscard that failed',
      'blkdiscard: /dev/sdb: BLKDISCARD ioctl failed: Operation not supported\n/dev/sdb: Discarded 0 bytes from the offset 0\n',
      'failed none refuse STATUS_FAILED',
    ],
  ])('%s', (_what, text, want) => expect(verdict(text)).toBe(want))
})

describe('a Blancco report in JSON', () => {
  const named = (name: string, value: string) => ({ [name]: value, '@type': 'string' })
  const report = (state: string, failed = '0') => ({
    report: [
      {
        blancco_data: [
          {
            description: [
              { document_log: [{ log_entry: [{ author: [{ product_version: '7.16.0' }] }] }] },
            ],
          },
          {
            blancco_hardware_report: [
              { system: [named('serial', '7QW1XY2')] },
              { disks: [{ disk: [named('serial', '0123E78'), named('interface_type', 'NVMe')] }] },
            ],
          },
          {
            blancco_erasure_report: [
              {
                erasures: ['0123E78', '0456E78'].map((serial) => ({
                  erasure: [
                    named('start_time', '2026-09-14T13:05:00+0200'),
                    named('end_time', '2026-09-14T13:45:10+0200'),
                    named('erasure_standard_name', 'NIST 800-88 Purge'),
                    { overwriting_rounds: 0, '@type': 'uint' },
                    { firmware_rounds: 1, '@type': 'uint' },
                    { total_erasure_rounds: 1, '@type': 'uint' },
                    { failed_sectors: { '@type': 'uint', value: failed } },
                    named('state', state),
                    { target: [named('serial', serial), named('model', 'M')] },
                  ],
                })),
              },
            ],
          },
        ],
      },
      { user_data: [{ fields: [named('Asset ID', 'KLM-004711')] }] },
    ],
  })
  const twice = (one: string) => [one, one].join(' + ')
  it.each([
    [
      'that went well, one drive known to be NVMe',
      report('Successful'),
      'erased purge issue + erased purge review HIDDEN_AREA_UNKNOWN',
    ],
    ['that failed', report('Failed'), twice('failed none refuse STATUS_FAILED')],
    ['with failed sectors', report('Successful', '8'), twice('failed none refuse STATUS_FAILED')],
    ['in an unknown state', report('OK'), twice('failed none refuse STATUS_FAILED')],
  ])('%s', (_what, json, want) => {
    expect(verdict(JSON.stringify(json))).toBe(want)
    expect(verdict(JSON.stringify({ root: [json] }, null, 2))).toBe(want)
    const [session] = parseEvidence(JSON.stringify(json)).sessions
    expect(session).toMatchObject({ hostSerial: '7QW1XY2', assetTag: 'KLM-004711' })
  })

  it('reads entries that are named by an attribute, as in the XML', () => {
    const entry = (name: string, value: string) => ({ '@name': name, '@type': 'string', value })
    const json = {
      report: {
        blancco_data: {
          description: { document_log: { log_entry: { author: { product_version: '6.1' } } } },
          blancco_erasure_report: {
            entries: [
              {
                '@name': 'erasures',
                entries: [
                  {
                    '@name': 'erasure',
                    entry: [
                      entry('state', 'Successful'),
                      entry('failed_sectors', '0'),
                      entry('total_erasure_rounds', '1'),
                    ],
                    entries: [{ '@name': 'target', entry: [entry('serial', '0789')] }],
                  },
                ],
              },
            ],
          },
        },
      },
    }
    expect(verdict(JSON.stringify(json))).toBe('erased clear review HIDDEN_AREA_UNKNOWN')
    expect(parseEvidence(JSON.stringify(json)).sessions[0]?.devices[0]?.serial).toBe('0789')
  })
})

describe('device management', () => {
  const wipe = (actionState: string, actionName = 'wipe'): string =>
    JSON.stringify({
      serialNumber: '7QW1XY2',
      model: 'Latitude 7420',
      deviceActionResults: [
        { actionName, actionState, lastUpdatedDateTime: '2026-09-14T11:00:00Z' },
        { actionName, actionState: 'failed', lastUpdatedDateTime: '2026-09-01T11:00:00Z' },
      ],
    })
  it.each([
    ['pending', 'in_progress none refuse IN_PROGRESS'],
    ['done', 'command_accepted clear review COMMAND_ONLY SERIAL_MISSING'],
    ['failed', 'failed none refuse STATUS_FAILED'],
    ['canceled', 'aborted none refuse STATUS_ABORTED'],
    ['something new', 'failed none refuse STATUS_FAILED'],
  ])('Intune says %s of the latest wipe', (state, want) => expect(verdict(wipe(state))).toBe(want))

  it('does not take another action for a wipe', () =>
    expect(verdict(wipe('done', 'syncDevice'))).toBe('not_started none refuse NOT_STARTED'))

  it('keeps the serial of the computer apart from that of a drive', () => {
    const [session] = parseEvidence(wipe('done')).sessions
    expect(session).toMatchObject({ hostSerial: '7QW1XY2', devices: [{ serial: null }] })
  })

  const plist = (status: string): string =>
    `<plist><dict><key>CommandUUID</key><string>EraseDevice</string><key>Status</key><string>${status}</string></dict></plist>`
  it.each([
    ['Acknowledged', 'command_accepted clear review COMMAND_ONLY SERIAL_MISSING'],
    ['NotNow', 'not_started none refuse NOT_STARTED'],
    ['Error', 'failed none refuse STATUS_FAILED'],
  ])('an Apple device answers %s', (status, want) => expect(verdict(plist(status))).toBe(want))

  const jamf = (commandState: string, commandType = 'ERASE_DEVICE'): string =>
    JSON.stringify({ totalCount: 1, results: [{ uuid: 'u', commandState, commandType }] })
  it.each([
    ['PENDING', 'in_progress none refuse IN_PROGRESS'],
    ['ACKNOWLEDGED', 'command_accepted clear review COMMAND_ONLY SERIAL_MISSING'],
    ['ERROR', 'failed none refuse STATUS_FAILED'],
    ['SOMETHING', 'failed none refuse STATUS_FAILED'],
  ])('Jamf says %s', (state, want) => expect(verdict(jamf(state))).toBe(want))

  it('takes a command that Jamf was given for one that is under way', () =>
    expect(
      verdict('{"body":{"commandData":{"commandType":"ERASE_DEVICE"}},"response":{"status":201}}'),
    ).toBe('in_progress none refuse IN_PROGRESS'))

  it('does not take another command of Jamf for an erasure', () =>
    expect(parseEvidence(jamf('ACKNOWLEDGED', 'RESTART_DEVICE')).format).toBe('unknown'))

  it.each([
    ['ERASED', 'command_accepted clear review COMMAND_ONLY SERIAL_MISSING'],
    ['NOT_ERASED', 'not_started none refuse NOT_STARTED'],
    ['MAYBE', 'failed none refuse STATUS_FAILED'],
  ])('Apple Business says %s', (deviceEraseStatus, want) =>
    expect(
      verdict(
        JSON.stringify({ data: [{ attributes: { serialNumber: 'F17XX', deviceEraseStatus } }] }),
      ),
    ).toBe(want),
  )
})
