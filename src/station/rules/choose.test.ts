import { describe, expect, it } from 'vitest'
import type { AtaIdentity } from '../../features/erasure/rules/station/ata.ts'
import { chooseMethod, type Medium } from './choose.ts'

const all = new Set(['nwipe', 'hdparm', 'nvme'])
const open = {
  ...{ supported: true, enabled: false, locked: false, frozen: false, enhanced: false },
  ...{ minutes: null, enhancedMinutes: null },
}
const ata = (more: {
  security?: Partial<NonNullable<AtaIdentity['security']>> | null
  sanitize?: Partial<AtaIdentity['sanitize']>
}): AtaIdentity => ({
  ...{ serial: 'S', model: 'M' },
  security: more.security === null ? null : { ...open, ...more.security },
  sanitize: { block: false, crypto: false, overwrite: false, ...more.sanitize },
})
const medium = (more: Partial<Medium>): Medium => ({
  ...{ kind: 'flash', transport: 'sata', ata: null, nativeSize: null, nvme: null },
  ...more,
})
const hdd = medium({ kind: 'magnetic', ata: ata({}) })
const usb = medium({ kind: 'unknown', transport: 'usb' })
const nvme = (sanicap: number, fna: number) => medium({ transport: 'nvme', nvme: { sanicap, fna } })

describe('the method for a medium under a policy', () => {
  it.each([
    ['a magnetic drive', hdd, 'clear', 'overwrite-zeros'],
    ['a magnetic drive, purge', hdd, 'purge', 'purge-impossible'],
    ['a USB drive', usb, 'clear', 'overwrite-zeros'],
    ['a USB drive, purge', usb, 'purge', 'purge-impossible'],
    [
      'SATA flash with block erase',
      medium({ ata: ata({ sanitize: { block: true, crypto: true } }) }),
      'purge',
      'ata-sanitize-block',
    ],
    [
      'SATA flash with crypto scramble',
      medium({ ata: ata({ sanitize: { crypto: true } }) }),
      'purge',
      'ata-sanitize-crypto',
    ],
    [
      'SATA flash with block erase, clear',
      medium({ ata: ata({ sanitize: { block: true } }) }),
      'clear',
      'ata-sanitize-block',
    ],
    ['SATA flash with Security', medium({ ata: ata({}) }), 'clear', 'ata-security-erase'],
    [
      'SATA flash with enhanced Security',
      medium({ ata: ata({ security: { enhanced: true } }) }),
      'clear',
      'ata-security-erase-enhanced',
    ],
    ['SATA flash with Security, purge', medium({ ata: ata({}) }), 'purge', 'purge-impossible'],
    [
      'frozen SATA flash',
      medium({ ata: ata({ security: { frozen: true } }) }),
      'clear',
      'overwrite-zeros',
    ],
    [
      'SATA flash without Security',
      medium({ ata: ata({ security: null }) }),
      'clear',
      'overwrite-zeros',
    ],
    [
      'a drive with a password',
      medium({ ata: ata({ security: { locked: true } }) }),
      'clear',
      'drive-locked',
    ],
    [
      'a magnetic drive with a password',
      medium({ kind: 'magnetic', ata: ata({ security: { enabled: true } }) }),
      'clear',
      'drive-locked',
    ],
    ['NVMe with all of Sanitize', nvme(7, 0), 'purge', 'nvme-sanitize-block'],
    ['NVMe with crypto erase', nvme(1, 0), 'purge', 'nvme-sanitize-crypto'],
    ['NVMe with overwrite', nvme(4, 0), 'purge', 'nvme-sanitize-overwrite'],
    ['NVMe without Sanitize, FNA bit 2', nvme(0, 4), 'clear', 'nvme-format-crypto'],
    ['NVMe without Sanitize, FNA bit 2, purge', nvme(0, 4), 'purge', 'purge-impossible'],
    ['NVMe with neither', nvme(0, 3), 'clear', 'overwrite-zeros'],
    [
      'a hidden area',
      medium({ nativeSize: { visibleSectors: 98_304, nativeSectors: 131_072 } }),
      'clear',
      'hidden-area',
    ],
    ['anything, destroy', hdd, 'destroy', 'policy-destroy'],
  ] as const)('%s', (_, one, asked, expected) => {
    const chosen = chooseMethod(one, asked, all)
    expect(chosen.ok ? chosen.value.method : chosen.code).toBe(expected)
  })

  it('falls back on overwriting where the tool is missing, and never below the policy', () => {
    const without = (tool: string) => new Set([...all].filter((one) => one !== tool))
    expect(chooseMethod(nvme(7, 0), 'clear', without('nvme'))).toMatchObject({
      value: { method: 'overwrite-zeros' },
    })
    expect(chooseMethod(nvme(7, 0), 'purge', without('nvme'))).toMatchObject({
      ...{ code: 'tool-missing', details: { tool: 'nvme' } },
    })
    expect(chooseMethod(hdd, 'clear', without('nwipe'))).toMatchObject({ code: 'tool-missing' })
  })

  it('says that a frozen drive could do more, and writes random data when asked', () => {
    const frozen = medium({ ata: ata({ security: { frozen: true } }) })
    expect(chooseMethod(frozen, 'clear', all)).toMatchObject({
      value: { reason: 'overwrite-since-frozen' },
    })
    expect(chooseMethod(hdd, 'clear', all, true)).toMatchObject({
      value: { method: 'overwrite-random' },
    })
  })
})
