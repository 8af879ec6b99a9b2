import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleCertificate, exampleDestruction, exampleErasure } from './printing/examples.ts'
import {
  checkDestructionCertificate,
  checkErasureCertificate,
  leastNotChecked,
  type ErasureCertificate,
  type MediumErasure,
} from './rules.ts'

const withErasure = (changes: Partial<MediumErasure>): ErasureCertificate => ({
  ...exampleCertificate,
  devices: [{ ...exampleCertificate.devices[0]!, media: [exampleErasure(changes)] }],
})
const { medium, verification } = exampleErasure()

const refused: [string, string, Partial<MediumErasure>][] = [
  ['without serial', 'certificate-serial-missing', { medium: { ...medium, serialNumber: ' ' } }],
  [
    'whose serial only one source knows',
    'certificate-serial-unconfirmed',
    { medium: { ...medium, serialSources: ['tool', 'tool'] } },
  ],
  ['that was rejected', 'certificate-not-approved', { verdict: 'rejected' }],
  ['that waits for a person', 'certificate-not-approved', { verdict: 'escalated' }],
  [
    'without verification',
    'certificate-not-verified',
    { verification: { ...verification, method: 'none' } },
  ],
  [
    'whose verification failed',
    'certificate-not-verified',
    { verification: { ...verification, result: 'failed' } },
  ],
  [
    'verified through the cache with nobody to vouch',
    'certificate-not-verified',
    { verification: { ...verification, ioMode: 'cached' } },
  ],
  ['with a verification error', 'certificate-with-errors', { verificationErrors: 1 }],
  ['with a round undone', 'certificate-partial', { roundsRequested: 3, roundsDone: 2 }],
  ['one byte short', 'certificate-partial', { erasedBytes: medium.nativeCapacityBytes - 1 }],
  ['below the level required', 'certificate-level-too-low', { method: 'clear' }],
  [
    'that ended before it started',
    'certificate-times-impossible',
    { endedAt: new Date('2026-10-25T00:41:07Z') },
  ],
  ['that hides what was not checked', 'certificate-claims-too-much', { notChecked: ['ieee-2883'] }],
  ['with an empty list', 'certificate-claims-too-much', { notChecked: [] }],
]

describe('a certificate of erasure', () => {
  it('may be printed when every medium is proven', () => {
    expect(checkErasureCertificate(exampleCertificate).ok).toBe(true)
  })
  it.each(refused)('is refused for an erasure %s', (_, code, changes) => {
    expect(checkErasureCertificate(withErasure(changes))).toMatchObject({ ok: false, code })
  })
  it('is refused without media, as a whole or for one device', () => {
    const none = { ...exampleCertificate, devices: [] }
    const one = { ...exampleCertificate.devices[0]!, media: [] }
    const code = 'certificate-without-media'
    expect(checkErasureCertificate(none)).toMatchObject({ ok: false, code })
    const half = { ...exampleCertificate, devices: [...exampleCertificate.devices, one] }
    expect(checkErasureCertificate(half)).toMatchObject({ ok: false, code })
  })
  it('accepts a cached verification that a person has vouched for in writing', () => {
    const vouched = withErasure({
      verification: { ...verification, ioMode: 'cached' },
      review: { reasonCodes: ['CACHED_VERIFY'], writtenReason: 'Read back on another machine.' },
    })
    expect(checkErasureCertificate(vouched).ok).toBe(true)
  })
  it('never passes with any error counted, whichever counter it is', () => {
    const counts = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9))
    fc.assert(
      fc.property(counts, ([passErrors, verificationErrors, syncErrors]) => {
        const result = checkErasureCertificate(
          withErasure({ passErrors, verificationErrors, syncErrors }),
        )
        expect(result.ok).toBe(passErrors + verificationErrors + syncErrors === 0)
      }),
    )
  })
})

describe('the list of what was not checked', () => {
  it('always names laboratory recovery, firmware and IEEE 2883', () => {
    expect(leastNotChecked(exampleErasure())).toEqual([
      'ieee-2883',
      'laboratory-recovery',
      'medium-firmware',
    ])
  })
  it('names spare cells for overwriting on flash, and not on a magnetic disk', () => {
    const overwritten = exampleErasure({ technique: 'overwrite' })
    expect(leastNotChecked(overwritten)).toContain('over-provisioned-area')
    const magnetic = { ...overwritten, medium: { ...medium, type: 'magnetic' as const } }
    expect(leastNotChecked(magnetic)).not.toContain('over-provisioned-area')
  })
})

describe('a certificate of destruction', () => {
  it('may be printed with a witness and a photo', () => {
    expect(checkDestructionCertificate(exampleDestruction).ok).toBe(true)
  })
  it('is refused when the witness is the one who destroyed', () => {
    const { performedBy } = exampleDestruction
    const witness = { ...performedBy, role: 'partner' as const, confirmed: true }
    const alone = { ...exampleDestruction, witness }
    expect(checkDestructionCertificate(alone)).toMatchObject({
      code: 'certificate-witness-same-person',
    })
  })
  it('is refused without photo, and without the list of what was not checked', () => {
    expect(checkDestructionCertificate({ ...exampleDestruction, photos: [] })).toMatchObject({
      code: 'certificate-photo-missing',
    })
    const silent = exampleDestruction.notChecked.filter((item) => item !== 'witness-confirmation')
    expect(
      checkDestructionCertificate({ ...exampleDestruction, notChecked: silent }),
    ).toMatchObject({
      code: 'certificate-claims-too-much',
    })
    expect(checkDestructionCertificate({ ...exampleDestruction, notChecked: [] })).toMatchObject({
      code: 'certificate-claims-too-much',
    })
  })
})
