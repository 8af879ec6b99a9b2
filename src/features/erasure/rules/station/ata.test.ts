import { describe, expect, it } from 'vitest'
import { readAtaIdentity, readNativeSize, readSanitizeStatus } from './ata.ts'

const identity = (security: string, features = '') => `
/dev/sdb:

ATA device, with non-removable media
	Model Number:       Samsung SSD 860 EVO 500GB
	Serial Number:      S3Z2NB0K123456A
Commands/features:
	Enabled	Supported:
	   *	SMART feature set
${features}${security}Logical Unit WWN Device Identifier: 5002538e4
`
const open = `Security:
	Master password revision code = 65534
		supported
	not	enabled
	not	locked
	not	frozen
	not	expired: security count
		supported: enhanced erase
	4min for SECURITY ERASE UNIT. 8min for ENHANCED SECURITY ERASE UNIT.
`

describe('what hdparm says', () => {
  it('of security, where only the word not tells', () => {
    expect(readAtaIdentity(identity(open))).toEqual({
      ...{ serial: 'S3Z2NB0K123456A', model: 'Samsung SSD 860 EVO 500GB' },
      security: {
        ...{ supported: true, enabled: false, locked: false, frozen: false, enhanced: true },
        ...{ minutes: 4, enhancedMinutes: 8 },
      },
      sanitize: { block: false, crypto: false, overwrite: false },
    })
    const frozen = open.replace('not\tfrozen', '\tfrozen').replace('not\tenabled', '\tenabled')
    expect(readAtaIdentity(identity(frozen))?.security).toMatchObject({
      frozen: true,
      enabled: true,
    })
    expect(readAtaIdentity(identity(''))?.security).toBeNull()
  })

  it('of Sanitize, which counts only with its feature set', () => {
    const set = '\t   *\tSANITIZE feature set\n\t   *\tBLOCK_ERASE_EXT command\n'
    expect(readAtaIdentity(identity(open, set))?.sanitize).toEqual({
      ...{ block: true, crypto: false, overwrite: false },
    })
    expect(
      readAtaIdentity(identity(open, '\t   *\tCRYPTO_SCRAMBLE_EXT command\n'))?.sanitize.crypto,
    ).toBe(false)
  })

  it('of a drive that it cannot ask, which is nothing', () => {
    for (const text of [
      '',
      '/dev/sdb:\nSG_IO: bad/missing sense data, sb[]:  70 00',
      '/dev/loop0:',
    ])
      expect(readAtaIdentity(text)).toBeNull()
  })

  it.each([
    [
      ' max sectors   = 98304/131072, HPA is enabled',
      { visibleSectors: 98_304, nativeSectors: 131_072 },
    ],
    [
      ' max sectors   = 976773168/976773168, HPA is disabled',
      { visibleSectors: 976_773_168, nativeSectors: 976_773_168 },
    ],
    [' max sectors   = 98304/1, HPA setting seems invalid', null],
    ['SG_IO: bad/missing sense data', null],
  ])('of the native size: %s', (text, size) => {
    expect(readNativeSize(`\n/dev/sda:\n${text}\n`)).toEqual(size)
  })

  it.each([
    [
      '    State:    SD0 Sanitize Idle\n    Last Sanitize Operation Completed Without Error',
      'done',
    ],
    ['    State:    SD2 Sanitize operation In Process\n    Progress: 0x7fff (49%)', 'running'],
    ['    State:    SD0 Sanitize Idle\n    Last Sanitize Operation Completed With Error', 'failed'],
    ['    State:    SD1 Sanitize Frozen', 'frozen'],
    ['    State:    SD0 Sanitize Idle', 'never'],
    ['SG_IO: bad/missing sense data', 'failed'],
  ])('of a sanitisation: %s', (text, state) => {
    expect(
      readSanitizeStatus(`/dev/sdb:\nIssuing SANITIZE_STATUS command\nSanitize status:\n${text}\n`),
    ).toBe(state)
    expect(readSanitizeStatus('/dev/sdb:')).toBeNull()
  })
})
