// How a station may wipe: with which tool, what level that reaches at most, and what the medium must
// hold afterwards.
import type { EvidenceFacts, Level } from '../evidence/shape.ts'
import type { Expectation } from './read-back.ts'

export interface Method {
  readonly tool: 'nwipe' | 'hdparm' | 'nvme'
  /** At most; what was achieved is for the gate to say. */
  readonly level: Level
  readonly technique: NonNullable<EvidenceFacts['technique']>
  readonly expect: Expectation
}

export const methods = {
  'overwrite-zeros': { tool: 'nwipe', level: 'clear', technique: 'overwrite', expect: 'zeros' },
  'overwrite-random': { tool: 'nwipe', level: 'clear', technique: 'overwrite', expect: 'zeros' },
  'ata-sanitize-block': {
    tool: 'hdparm',
    level: 'purge',
    technique: 'block-erase',
    expect: 'uniform',
  },
  'ata-sanitize-crypto': {
    tool: 'hdparm',
    level: 'purge',
    technique: 'crypto-erase',
    expect: 'changed',
  },
  // SECURITY ERASE UNIT writes zeros, the enhanced one a pattern that the maker chose (ACS-4 §7.41).
  'ata-security-erase': {
    tool: 'hdparm',
    level: 'clear',
    technique: 'firmware',
    expect: 'uniform',
  },
  'ata-security-erase-enhanced': {
    tool: 'hdparm',
    level: 'clear',
    technique: 'firmware',
    expect: 'changed',
  },
  'nvme-sanitize-block': {
    tool: 'nvme',
    level: 'purge',
    technique: 'block-erase',
    expect: 'uniform',
  },
  'nvme-sanitize-crypto': {
    tool: 'nvme',
    level: 'purge',
    technique: 'crypto-erase',
    expect: 'changed',
  },
  'nvme-sanitize-overwrite': {
    tool: 'nvme',
    level: 'purge',
    technique: 'firmware',
    expect: 'uniform',
  },
  'nvme-format-crypto': { tool: 'nvme', level: 'clear', technique: 'format', expect: 'changed' },
} as const satisfies Record<string, Method>
export type MethodName = keyof typeof methods
export const methodNames = Object.keys(methods) as readonly MethodName[]
