// Drives that erase themselves: what hdparm and nvme are asked, in which order, and what is made of
// their answers. The answers are captures of the real tools, played by stand-ins on the PATH.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { playedTools, type Played, type PlayedTools } from '../../../test/support/played-tools.ts'
import { fixture } from '../../../test/support/samples.ts'
import type { MethodName } from '../../features/erasure/rules/station/methods.ts'
import { readAtaIdentity } from '../../features/erasure/rules/station/ata.ts'
import type { ReadDrive } from '../hardware.ts'
import { chooseMethod } from '../rules/choose.ts'
import type { WipeAsked, Wiped } from './wipe.ts'

let tools: PlayedTools
let wipeWithHdparm: (asked: WipeAsked) => Promise<Wiped>
let wipeWithNvme: (asked: WipeAsked) => Promise<Wiped>
const path = process.env['PATH']
beforeAll(async () => {
  tools = playedTools(['hdparm', 'nvme'])
  process.env['PATH'] = `${tools.folder}:${path}`
  // The folders of the PATH are read when the module is.
  ;({ wipeWithHdparm } = await import('./hdparm.ts'))
  ;({ wipeWithNvme } = await import('./nvme.ts'))
})
afterAll(() => {
  process.env['PATH'] = path
  tools.remove()
})

const identity = (state: { enabled?: boolean; frozen?: boolean } = {}) => `
/dev/sdz:

ATA device, with non-removable media
	Model Number:       Samsung SSD 860 EVO 500GB
	Serial Number:      S3Z2NB0K123456A
Security:
	Master password revision code = 65534
		supported
	${state.enabled ? '' : 'not'}	enabled
	not	locked
	${state.frozen ? '' : 'not'}	frozen
	not	expired: security count
		supported: enhanced erase
	4min for SECURITY ERASE UNIT. 8min for ENHANCED SECURITY ERASE UNIT.
`
const sata = { name: 'sdz', path: '/dev/sdz', ata: readAtaIdentity(identity()), nvme: null }
const nvme = { name: 'nvme0n1', path: '/dev/nvme0n1', ata: null, nvme: { fna: 0, sanicap: 2 } }

async function wiped(drive: typeof sata | typeof nvme, method: MethodName) {
  const parts: number[] = []
  const pids: (number | undefined)[] = []
  const done = await (drive === nvme ? wipeWithNvme : wipeWithHdparm)({
    ...{ drive: drive as unknown as ReadDrive, method, folder: '/tmp' },
    started: (child) => pids.push(child.pid),
    progress: (part) => parts.push(part),
    stopped: () => false,
  })
  return { ...done, parts, pids, texts: Object.fromEntries(done.logs.map((l) => [l.role, l.text])) }
}

const ok: Played = {}
const status = (state: string, more = ''): Played => ({
  stdout: `\n/dev/sdz:\nIssuing SANITIZE_STATUS command\nSanitize status:\n    State:    ${state}\n${more}`,
})
const done = status('SD0 Sanitize Idle', '    Last Sanitize Operation Completed Without Error\n')

describe('hdparm', () => {
  it('sets a password, erases by the enhanced command, and asks the drive afterwards', async () => {
    tools.answers('hdparm', [ok, ok, { stdout: identity() }])
    const one = await wiped(sata, 'ata-security-erase-enhanced')
    expect(tools.asked('hdparm')).toEqual([
      '--user-master u --security-set-pass omlopp /dev/sdz',
      '--user-master u --security-erase-enhanced omlopp /dev/sdz',
      '-I /dev/sdz',
    ])
    expect(one.failed).toBe(false)
    // The tool that works is known by its number, so that a next start can end it.
    expect(one.pids).toHaveLength(1)
  })

  it('lifts the password again from a drive that kept it', async () => {
    const kept = { stdout: identity({ enabled: true }) }
    tools.answers('hdparm', [
      ok,
      { stderr: 'SG_IO: bad', code: 5 },
      kept,
      ok,
      { stdout: identity() },
    ])
    const one = await wiped(sata, 'ata-security-erase')
    expect(tools.asked('hdparm').slice(3)).toEqual([
      '--user-master u --security-disable omlopp /dev/sdz',
      '-I /dev/sdz',
    ])
    expect(one.failed).toBe(true)
    expect(readAtaIdentity(one.texts['identityAfter']!)?.security?.enabled).toBe(false)
  })

  it('sends no erase to a drive that takes no password, as a frozen one', async () => {
    tools.answers('hdparm', [{ stderr: 'SECURITY_SET_PASS: Input/output error', code: 5 }])
    const one = await wiped(sata, 'ata-security-erase')
    expect(tools.asked('hdparm')).toEqual(['--user-master u --security-set-pass omlopp /dev/sdz'])
    expect(one).toMatchObject({ failed: true })
    expect(one.texts['wipe']).toContain('rc=5')
  })

  it('keeps the words of a false success: exit 0, and only stderr tells', async () => {
    const text = fixture('erasure/hdparm-security-erase-false-success.txt')
    const stderr = text
      .split('\n')
      .filter((line) => line.startsWith('SG_IO'))
      .join('\n')
    tools.answers('hdparm', [{ stderr }, { stderr }, { stdout: '' }])
    const one = await wiped(sata, 'ata-security-erase')
    expect(one.failed).toBe(false)
    expect(one.texts['wipe']).toContain('bad/missing sense data')
  })

  it('waits while the drive sanitises, and shows how far it says that it is', async () => {
    const running = status('SD2 Sanitize operation In Process', '    Progress: 0x4000 (25%)\n')
    tools.answers('hdparm', [{ stdout: 'Operation started in background\n' }, running, done])
    const one = await wiped(sata, 'ata-sanitize-block')
    expect(tools.asked('hdparm').slice(0, 3)).toEqual([
      '--yes-i-know-what-i-am-doing --sanitize-block-erase /dev/sdz',
      '--sanitize-status /dev/sdz',
      '--sanitize-status /dev/sdz',
    ])
    expect(one.parts).toEqual([0.25])
    expect(one.texts['wipe']).toContain('Completed Without Error')
  })

  it.each([
    ['failed', status('SD3 Sanitize Operation Failed')],
    ['is gone', { stderr: '/dev/sdz: No such file or directory', code: 2 }],
  ] as const)('stops asking a drive that %s', async (_, answer) => {
    tools.answers('hdparm', [ok, answer, { stdout: '' }])
    const one = await wiped(sata, 'ata-sanitize-crypto')
    expect(tools.asked('hdparm')[0]).toContain('--sanitize-crypto-scramble')
    expect(one.texts['wipe']).not.toContain('Completed Without Error')
  })

  it('asks nothing more of a drive that did not take the command', async () => {
    tools.answers('hdparm', [{ stderr: 'SG_IO: not supported', code: 5 }, { stdout: '' }])
    const one = await wiped(sata, 'ata-sanitize-block')
    expect(one.failed).toBe(true)
    expect(tools.asked('hdparm')).toHaveLength(2)
  })
})

const page = (name: string): Played => ({
  stdout: fixture(`erasure/nvme-sanitize-log-${name}.json`),
})

describe('nvme', () => {
  it.each([
    ['nvme-sanitize-block', '2'],
    ['nvme-sanitize-overwrite', '3'],
    ['nvme-sanitize-crypto', '4'],
  ] as const)(
    '%s is action %s, of the controller and not of a namespace',
    async (method, action) => {
      tools.answers('nvme', [ok, page('blockerase-success')])
      const one = await wiped(nvme, method)
      expect(tools.asked('nvme')).toEqual([
        `sanitize /dev/nvme0 -a ${action}`,
        'sanitize-log /dev/nvme0 -o json',
      ])
      expect(one.failed).toBe(false)
      expect(JSON.parse(one.texts['wipe']!)).toMatchObject({ nvme0n1: { sprog: 65_535 } })
    },
  )

  it('waits while the page says that it goes on', async () => {
    tools.answers('nvme', [ok, page('inprogress'), page('blockerase-success')])
    const one = await wiped(nvme, 'nvme-sanitize-block')
    expect(one.parts[0]).toBeCloseTo(0.2, 3)
    expect(tools.asked('nvme')).toHaveLength(3)
  })

  it.each([
    ['failed', page('failed'), '(3)'],
    ['is gone', { stderr: 'No such device', code: 1 }, ''],
    ['answers with something else', { stdout: '<html>' }, '<html>'],
  ] as const)('stops asking a drive that %s', async (_, answer, says) => {
    tools.answers('nvme', [ok, answer])
    const one = await wiped(nvme, 'nvme-sanitize-block')
    expect(one.texts['wipe']).toContain(says)
    expect(one.texts['wipe']).not.toContain('(1)')
  })

  it('believes no page of a former time when the command was not taken', async () => {
    tools.answers('nvme', [{ stderr: 'NVMe status: INVALID_OPCODE', code: 1 }, page('inprogress')])
    const one = await wiped(nvme, 'nvme-sanitize-block')
    expect(one.failed).toBe(true)
    expect(tools.asked('nvme')).toHaveLength(2)
  })

  it('formats one namespace by crypto erase', async () => {
    tools.answers('nvme', [{ stdout: 'Success formatting namespace:1\n' }])
    const one = await wiped(nvme, 'nvme-format-crypto')
    expect(tools.asked('nvme')).toEqual(['format /dev/nvme0n1 -s 2 --force'])
    expect(one.texts['wipe']).toContain('Success formatting namespace:1')
  })
})

describe('the choice from what the tools really say', () => {
  const all = new Set(['nwipe', 'hdparm', 'nvme'])
  const flash = { kind: 'flash', transport: 'sata', nativeSize: null, nvme: null } as const
  const chosen = (text: string, level: 'clear' | 'purge') => {
    const choice = chooseMethod({ ...flash, ata: readAtaIdentity(text) }, level, all)
    return choice.ok ? `${choice.value.method} ${choice.value.reason}` : choice.code
  }
  it.each([
    ['open', identity(), 'clear', 'ata-security-erase-enhanced security-erase'],
    ['open, purge', identity(), 'purge', 'purge-impossible'],
    ['frozen', identity({ frozen: true }), 'clear', 'overwrite-zeros overwrite-since-frozen'],
    ['with a password', identity({ enabled: true }), 'clear', 'drive-locked'],
    ['that says nothing', '', 'clear', 'overwrite-zeros overwrite-only'],
  ] as const)('of a drive %s', (_, text, level, expected) => {
    expect(chosen(text, level)).toBe(expected)
  })
})
