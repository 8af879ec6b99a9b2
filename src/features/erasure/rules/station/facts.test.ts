import { describe, expect, it } from 'vitest'
import { fixture } from '../../../../../test/support/samples.ts'
import { decideCertificate } from '../certificate.ts'
import type { StationDocument, StationLog } from './document.ts'
import { stationFacts } from './facts.ts'
import type { MethodName } from './methods.ts'
import { methods } from './methods.ts'
import { hexOf, sampleDocument } from './sample-document.ts'

const GB = 1_000_000_000
const base = sampleDocument({
  station: { id: '01900000-0000-7000-8000-000000000001', name: 'Bänk 1' },
  ...{ runId: 'run', tag: 'EX-1', operatorId: null, seconds: 1200, timeZone: 'Europe/Stockholm' },
  drive: {
    ...{ path: '/dev/sdb', serial: 'S3Z2NB0K123456A', model: 'Samsung SSD 860', bytes: 32 * GB },
    ...{ transport: 'sata', kind: 'flash' },
  },
  startedAt: new Date('2026-03-12T09:00:00Z'),
  outcome: 'proven',
})
const log = (role: StationLog['role'], text: string): StationLog => ({
  ...{ role, name: role, text, sha256: hexOf(text) },
})

function documentOf(
  method: MethodName,
  logs: readonly StationLog[],
  more: Partial<StationDocument> = {},
): StationDocument {
  const { tool, expect: expected } = methods[method]
  return {
    ...base,
    choice: { tool, method, reason: 'test' },
    logs: [...logs, ...base.logs.filter(({ role }) => role === 'nativeSize')],
    readBack: { ...base.readBack!, expect: expected },
    ...more,
  }
}

const security = (state: string) => `
/dev/sdb:
	Model Number:       Samsung SSD 860
Security:
	Master password revision code = 65534
		supported
	${state}	enabled
	not	locked
	not	frozen
`
const issued = `
/dev/sdb:
 Issuing SECURITY_SET_PASS command, password="omlopp", user=user, mode=high

/dev/sdb:
 Issuing SECURITY_ERASE command, password="omlopp", user=user
`
const sanitised = `
/dev/sdb:
Issuing SANITIZE_BLOCK_ERASE command
Operation started in background

/dev/sdb:
Issuing SANITIZE_STATUS command
Sanitize status:
    State:    SD0 Sanitize Idle
    Last Sanitize Operation Completed Without Error
`

describe('what a drive did by its own command', () => {
  it('SECURITY ERASE counts with the state afterwards and the read-back together', () => {
    const logs = [log('wipe', issued), log('identityAfter', security('not'))]
    const { facts } = stationFacts(documentOf('ata-security-erase', logs))
    expect(facts).toMatchObject({
      ...{ result: 'sanitized', maxLevel: 'clear', verifiedByTool: true },
      ...{ serial: 'S3Z2NB0K123456A', hiddenArea: 'none' },
    })
  })

  it.each([
    ['the password is still set', [log('wipe', issued), log('identityAfter', security(''))], {}],
    ['nobody asked the drive afterwards', [log('wipe', issued)], {}],
    [
      'nothing was read back',
      [log('wipe', issued), log('identityAfter', security('not'))],
      { readBack: null },
    ],
    [
      'the reading went through the cache',
      [log('wipe', issued), log('identityAfter', security('not'))],
      { readBack: { ...base.readBack!, expect: 'uniform' as const, mode: 'flushed' as const } },
    ],
  ] as const)('SECURITY ERASE is only a command when %s', (_, logs, more) => {
    const { facts } = stationFacts(documentOf('ata-security-erase', logs, more))
    expect(facts.result).toBe('command_accepted')
    expect(decideCertificate(facts).decision).not.toBe('issue')
  })

  it('the false success of hdparm stays a failure, whatever else is said', () => {
    const text = fixture('erasure/hdparm-security-erase-false-success.txt')
    const device = /^(\/dev\/[^\s:]+):\s*$/m.exec(text)?.[1] ?? '/dev/sdb'
    const drive = { ...base.drive, path: device }
    const logs = [log('wipe', text), log('identityAfter', security('not'))]
    const { facts } = stationFacts(documentOf('ata-security-erase', logs, { drive }))
    expect(facts).toMatchObject({ result: 'failed', maxLevel: null })
  })

  it('SANITIZE reaches purge when its status page says done', () => {
    const { facts } = stationFacts(documentOf('ata-sanitize-block', [log('wipe', sanitised)]))
    expect(facts).toMatchObject({
      ...{ result: 'sanitized', maxLevel: 'purge', technique: 'block-erase' },
    })
    const running = sanitised.replace(
      /State:[\s\S]*/,
      'State:    SD2 Sanitize operation In Process\n',
    )
    expect(
      stationFacts(documentOf('ata-sanitize-block', [log('wipe', running)])).facts.result,
    ).toBe('in_progress')
  })

  it('NVMe Sanitize is bound to the controller that was asked before it', () => {
    const page = fixture('erasure/nvme-sanitize-log-blockerase-success.json')
    const controller = fixture('erasure/nvme-id-ctrl-fna0.json')
    const name = /"(nvme\d+)[^"]*"\s*:/.exec(page)?.[1] ?? 'nvme0'
    const drive = { ...base.drive, path: `/dev/${name}n1`, transport: 'nvme' }
    const logs = [log('identityBefore', controller), log('wipe', page)]
    const { facts, tool } = stationFacts(documentOf('nvme-sanitize-block', logs, { drive }))
    expect(tool).toBe('nvme-cli')
    expect(facts).toMatchObject({ result: 'sanitized', maxLevel: 'purge' })
    const failed = [log('wipe', fixture('erasure/nvme-sanitize-log-failed.json'))]
    expect(
      stationFacts(documentOf('nvme-sanitize-block', failed, { drive })).facts.maxLevel,
    ).toBeNull()
  })

  it('Format by crypto erase counts only on a controller that has it', () => {
    const page = fixture('erasure/nvme-format-ses1-success.txt')
    const drive = { ...base.drive, path: '/dev/nvme0n1', transport: 'nvme' }
    const logs = [
      log('identityBefore', fixture('erasure/nvme-id-ctrl-fna0.json')),
      log('wipe', page),
    ]
    const { facts } = stationFacts(documentOf('nvme-format-crypto', logs, { drive }))
    expect(facts.result).toBe('command_accepted')
    const able = logs[0]!.text.replace(/"fna"\s*:\s*\d+/, '"fna":4')
    const other = [log('identityBefore', able), logs[1]!]
    expect(stationFacts(documentOf('nvme-format-crypto', other, { drive })).facts).toMatchObject({
      ...{ result: 'sanitized', maxLevel: 'clear' },
    })
  })

  it('a hidden area that hdparm saw is said, though nwipe did not see it', () => {
    const native = '\n/dev/sdb:\n max sectors   = 98304/131072, HPA is enabled\n'
    const logs = [
      log('wipe', issued),
      log('identityAfter', security('not')),
      log('nativeSize', native),
    ]
    const document = documentOf('ata-security-erase', logs)
    const only = document.logs.filter(({ role, text }) => role !== 'nativeSize' || text === native)
    expect(stationFacts({ ...document, logs: only }).facts.hiddenArea).toBe('present')
  })

  it('logs of two runs in one, or of another drive, contradict', () => {
    const twice = [...base.logs, ...base.logs.filter(({ role }) => role === 'wipe')]
    expect(stationFacts({ ...base, logs: twice }).facts.result).toBe('contradictory')
    const drive = { ...base.drive, path: '/dev/sdz' }
    expect(stationFacts({ ...base, drive }).facts.result).toBe('incomplete')
    expect(stationFacts({ ...base, logs: [] }).facts.result).toBe('incomplete')
  })
})
