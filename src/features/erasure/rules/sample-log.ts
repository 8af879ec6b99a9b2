// Makes logs in the manner of nwipe 0.42 for training, demonstration and tests. Each says so in
// its first line, which the reader passes over: such a log proves nothing about any drive.
import { TRAINING_MARK } from './training.ts'

export interface SampleDrive {
  /** `/dev/sda` */
  readonly device: string
  /** As nwipe names it: `ATA`, `ATA-SSD`, `NVME`, `USB`. */
  readonly bus: string
  readonly model: string
  readonly serial: string
  readonly bytes: number
  readonly status: 'erased' | 'failed' | 'aborted'
}

export interface SampleLog {
  readonly version: '0.42'
  /** The station's local time, `YYYY/MM/DD HH:MM:SS`. */
  readonly startedAt: string
  readonly method: 'Fill With Zeros' | 'PRNG Stream'
  readonly devices: readonly SampleDrive[]
}

/** Bytes per second of the imagined drives. */
const speed = 180_000_000

const two = (n: number): string => String(n).padStart(2, '0')
const right = (value: string | number, width: number): string => String(value).padStart(width)

/** Local time is counted as if it were UTC: a training log never crosses a change of the clock. */
const asMillis = (local: string): number =>
  Date.parse(`${local.replaceAll('/', '-').replace(' ', 'T')}Z`)
const asLocal = (millis: number): string => {
  const iso = new Date(millis).toISOString()
  return `${iso.slice(0, 10).replaceAll('-', '/')} ${iso.slice(11, 19)}`
}

const hms = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`

/** nwipe writes sizes in powers of ten, with at most four digits. */
function shownSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB']
  let value = bytes
  let unit = 0
  while (value >= 10_000 && unit < units.length - 1) {
    value = Math.floor(value / 1000)
    unit++
  }
  return `${right(value, 4)} ${units[unit]}`
}

const levels = {
  notice: ' notice',
  info: '   info',
  warning: 'warning',
  error: '  error',
  fatal: '  fatal',
}
type Level = keyof typeof levels

interface Run {
  readonly drive: SampleDrive
  readonly short: string
  readonly written: number
  readonly seconds: number
}

function runOf(drive: SampleDrive): Run {
  const block = 4_194_304
  // An aborted run stops at some four tenths of its first pass, on a block.
  const written =
    drive.status === 'aborted' ? Math.floor((drive.bytes * 0.4166) / block) * block : drive.bytes
  const passes = drive.status === 'erased' ? 3 : 1
  const seconds = Math.max(1, Math.ceil((written * passes) / speed))
  return { drive, short: drive.device.slice(drive.device.lastIndexOf('/') + 1), written, seconds }
}

const isNvme = (drive: SampleDrive): boolean => drive.bus === 'NVME'

function foundLines({ drive }: Run): [Level, string][] {
  const { device, bus, model, serial, bytes } = drive
  const sectors = bytes / 512
  const found = `Found ${device}, ${isNvme(drive) ? '' : ' '}${bus.padEnd(7)}, ${model}, ${shownSize(bytes)}, S/N=${serial}`
  const lines: [Level, string][] = [
    ['notice', found],
    ['info', `${device}, sector(logical)/block(physical) sizes 512/512`],
  ]
  if (!isNvme(drive))
    lines.push(
      ['info', `HPA:  max sectors   = ${sectors}/${sectors}, hpa is disabled\n on ${device}`],
      ['info', `HPA values ${sectors} / ${sectors} on ${device}`],
      ['info', `No hidden sectors on ${device}`],
    )
  return [...lines, ['info', ' ']]
}

function optionLines(log: SampleLog): [Level, string][] {
  const option = (name: string, value: string): [Level, string] => [
    'notice',
    `  ${name.padEnd(12)} = ${value}`,
  ]
  return [
    ['notice', 'Program options are set as follows...'],
    option('autonuke', '1 (on)'),
    option('banner', `nwipe ${log.version}`),
    option('prng', 'ChaCha20 (CSPRNG)'),
    option('method', log.method),
    option('direction', 'start -> end (forward)'),
    option('quiet', '0'),
    option('rounds', '1'),
    option('sync', '100000'),
    option('verify', '1 (last pass)'),
  ]
}

const openLines = ({ drive: { device, serial, bytes } }: Run): [Level, string][] => [
  ['notice', `Using direct I/O (O_DIRECT) on device '${device}'.`],
  ['notice', `${device} has serial number ${serial}`],
  ['notice', `${device}: Device geometry is as follows...`],
  ['notice', '  Logical sector size  = 512'],
  ['notice', '  Physical sector size = 512'],
  ['notice', '  I/O block size       = 4194304'],
  ['notice', `  Total device bytes   = ${bytes}`],
]

/** What is written about one drive, each line with its seconds after the start. */
function wipeLines(run: Run, method: string): [number, Level, string][] {
  const { device, bytes, status } = run.drive
  const pass = Math.floor(run.seconds / 3)
  const start: [number, Level, string][] = [
    [0, 'notice', `Invoking method '${method}' on ${device}`],
    [0, 'notice', `Starting round 1 of 1 on ${device}`],
    [0, 'notice', `Starting pass 1/1, round 1/1, on ${device}`],
    [0, 'notice', `I/O direction on '${device}' is start -> end (forward)`],
    [0, 'notice', `Disabled fdatasync for ${device}, DirectI/O in use.`],
  ]
  if (status === 'aborted') return start
  if (status === 'failed')
    return [
      ...start,
      [run.seconds, 'notice', `${bytes} bytes written to ${device}`],
      [run.seconds, 'error', `1 verification errors on '${device}'.`],
      [
        run.seconds,
        'fatal',
        `Nwipe exited with errors on device = ${device}, see log for specific error\n`,
      ],
    ]
  return [
    ...start,
    [pass, 'notice', `${bytes} bytes written to ${device}`],
    [pass, 'notice', `Finished pass 1/1, round 1/1, on ${device}`],
    [pass, 'notice', `Finished final round 1 of 1 on ${device}`],
    [pass, 'notice', `Blanking device ${device}`],
    [2 * pass, 'notice', `${bytes} bytes written to ${device}`],
    [2 * pass, 'notice', `Verifying that ${device} is empty.`],
    [run.seconds, 'notice', `${bytes} bytes read from ${device}`],
    [run.seconds, 'notice', `[SUCCESS] Verified that ${device} is empty.`],
    [run.seconds, 'notice', `[SUCCESS] Blanked device ${device}`],
  ]
}

const words = { erased: ' Erased ', failed: '-FAILED-', aborted: 'UABORTED' }

function table(title: string, head: string, rows: string[]): string[] {
  const stars = 80 - title.length - 2
  const left = '*'.repeat(Math.ceil(stars / 2))
  return [
    '',
    `${left} ${title} ${'*'.repeat(Math.floor(stars / 2))}`,
    head,
    '-'.repeat(80),
    ...rows,
  ]
}

function tables(runs: readonly Run[], method: string, endedAt: string): string[] {
  const mark = ({ drive, short }: Run): string =>
    `${drive.status === 'erased' ? ' ' : '!'}${right(short, 9)}`
  const errors = runs.map((run) => {
    const failed = run.drive.status === 'failed' ? 1 : 0
    const flag = failed ? mark(run) : ` ${right(run.short, 9)}`
    return `${flag} | ${right(failed, 11)} | ${right(failed, 20)} | ${right(0, 20)}`
  })
  const erased = runs.map((run) => {
    const { bytes } = run.drive
    const percent = `${(Math.floor((run.written / bytes) * 10_000) / 100).toFixed(2)}%`
    return `${mark(run)} | ${right(run.written, 17)} | ${right(bytes, 16)} | ${right(percent, 17)}`
  })
  const status = runs.map((run) => {
    const { model, serial, status: how } = run.drive
    const name = `${model.slice(0, 17)}/${serial}`
    return `${mark(run)} |${words[how]}|  180 MB/s | ${hms(run.seconds)} | ${name}`
  })
  const line = '*'.repeat(80)
  return [
    ...table(
      'Error Summary',
      '!   Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors',
      errors,
    ),
    line,
    ...table(
      'Erasure Summary',
      '!   Device |      Bytes Erased |      Bytes Total | Percentage Erased',
      erased,
    ),
    line,
    ...table(
      'Drive Status',
      '!   Device | Status | Thru-put | HH:MM:SS | Model/Serial Number',
      status,
    ),
    '-'.repeat(80),
    `[${endedAt}] Total Throughput  180 MB/s, ${method}, 1R+B+VL`,
    line,
    '',
  ]
}

function finalLine(devices: readonly SampleDrive[]): string {
  const statuses = devices.map((drive) => drive.status)
  if (statuses.includes('failed'))
    return 'Nwipe exited with errors, check the log & summary table for individual drive status.'
  if (statuses.includes('aborted'))
    return 'Nwipe was aborted by the user. Check the summary table for the drive status.'
  return 'Nwipe successfully completed. See summary table for details.'
}

/** The text of one run over the given drives. */
export function writeNwipeLog(log: SampleLog): string {
  const started = asMillis(log.startedAt)
  const runs = log.devices.map(runOf)
  const at = (seconds: number): string => asLocal(started + seconds * 1000)
  const say = (seconds: number, level: Level, message: string): string =>
    `[${at(seconds)}] ${levels[level]}: ${message}`
  const before: [Level, string][] = [
    ['info', `nwipe ${log.version}`],
    ...runs.flatMap(foundLines),
    ...optionLines(log),
    ...runs.flatMap(openLines),
  ]
  const during = runs
    .flatMap((run) => wipeLines(run, log.method))
    .map((line, order) => ({ line, order }))
    .sort((a, b) => a.line[0] - b.line[0] || a.order - b.order)
  const last = Math.max(0, ...runs.map((run) => run.seconds)) + 4
  return [
    `# ${TRAINING_MARK} and demonstration. No drive was erased.`,
    ...before.map(([level, message]) => say(0, level, message)),
    ...during.map(({ line: [seconds, level, message] }) => say(seconds, level, message)),
    ...tables(runs, log.method, at(last)),
    say(last, 'info', finalLine(log.devices)),
    '',
  ].join('\n')
}
