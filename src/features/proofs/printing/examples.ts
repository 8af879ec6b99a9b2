// Invented certificates for the tests: ordinary, awkwardly long, and decided by a person.
import type { DeliveryNote } from './delivery-note.ts'
import type { HandOutReceipt } from './hand-out-receipt.ts'
import type { PurchaseNote } from './purchase-note.ts'
import {
  leastNotChecked,
  type CertificateParty,
  type DestructionCertificate,
  type ErasureCertificate,
  type MediumErasure,
  type Signatory,
} from '../rules.ts'

const partner: CertificateParty = {
  name: 'Omtag AB',
  organisationNumber: '556000-0001',
  addressLines: ['Slingan 4', '123 45 Exempelby'],
  contact: 'intyg@omtag.example, 010-123 45 67',
}

const municipality: CertificateParty = {
  name: 'Exempelby kommun',
  organisationNumber: '212000-0000',
  addressLines: ['Stora torget 1', '123 40 Exempelby'],
  contact: 'it@exempelby.example',
}

const signatory = (name: string, title: string, at: string, entry: string): Signatory => ({
  personId: name,
  name,
  title,
  organisationName: 'Omtag AB',
  place: 'Depå Exempelby, station 4',
  contact: 'radering@omtag.example',
  signedAt: new Date(at),
  signature: `Elektronisk underskrift, loggpost\u00a0${entry.replace(' ', '\u00a0')}`,
})

const usual: MediumErasure = {
  certificateNumber: 'RI-2026-004711-1',
  medium: {
    manufacturer: 'Samsung',
    model: 'MZVLB512HBJQ-000L7',
    modelByTool: 'SAMSUNG MZVLB512H',
    serialNumber: 'S4EMNX0R628817',
    serialSources: ['inventory', 'tool', 'label'],
    assetTag: null,
    type: 'flash',
    transport: 'NVMe',
    nativeCapacityBytes: 512_110_190_592,
  },
  categoryBefore: 'moderate',
  method: 'purge',
  requiredMethod: 'purge',
  technique: 'block-erase',
  techniqueDetail: null,
  interfaceCommand: 'NVMe Sanitize, action 2 (Block Erase)',
  toolName: 'nvme-cli',
  toolVersion: '2.8',
  toolPackageVersion: '2.8-1',
  startedAt: new Date('2026-10-25T00:41:07Z'),
  endedAt: new Date('2026-10-25T01:12:44Z'),
  timeZone: 'Europe/Stockholm',
  clockSource: 'station-corrected',
  roundsRequested: 1,
  roundsDone: 1,
  passesRequested: 1,
  passesDone: 1,
  erasedBytes: 512_110_190_592,
  hostProtectedArea: 'not-applicable',
  deviceConfigurationOverlay: 'not-applicable',
  passErrors: 0,
  verificationErrors: 0,
  syncErrors: 0,
  reallocatedSectors: 0,
  pendingSectors: 0,
  verification: {
    method: 'full',
    samplePercent: null,
    result: 'passed',
    ioMode: 'direct',
    checkedByTool: 'omlopp-station 0.1.0',
  },
  verdict: 'approved',
  ruleVersion: 'gate/1',
  review: null,
  categoryAfter: 'none',
  destination: 'internal-reuse',
  sanitisedBy: signatory('Åsa Öberg', 'Tekniker', '2026-10-25T01:13:02Z', '88 120'),
  verifiedBy: signatory('Åsa Öberg', 'Tekniker', '2026-10-25T01:13:02Z', '88 120'),
  validatedBy: signatory('Dženan Šarić', 'Kvalitetsansvarig', '2026-10-26T07:30:00Z', '88 164'),
  evidenceFileName: 'nvme_sanitize_S4EMNX0R628817_20261025.json',
  evidenceSha256Hex: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  evidenceOrigin: 'station-signed',
  notChecked: [],
  log: {
    origin: 'omlopp.exempelby.example/log/2026',
    entryIndex: 88_164,
    checkpointSize: 88_201,
    checkpointRootBase64: 'W8LfK1n0aHc6m3nVbq1mG7y0q3oVYzq2oH1u1yS4x0M=',
  },
  succession: { supersedes: null, supersededBy: null },
}

/** With its compulsory list filled, unless the changes name another. */
export function exampleErasure(changes: Partial<MediumErasure> = {}): MediumErasure {
  const erasure = { ...usual, ...changes }
  return changes.notChecked ? erasure : { ...erasure, notChecked: leastNotChecked(erasure) }
}

export const exampleCertificate: ErasureCertificate = {
  documentNumber: 'RI-2026-004711',
  issuedAt: new Date('2026-10-26T07:31:00Z'),
  timeZone: 'Europe/Stockholm',
  issuer: partner,
  owner: municipality,
  publicUrl: 'https://omlopp.exempelby.example/i/RI-2026-004711',
  devices: [
    {
      device: {
        manufacturer: 'Lenovo',
        model: 'ThinkPad T14 Gen 2',
        serialNumber: 'PF3A7K9Q',
        assetTag: 'EX-103 390',
      },
      media: [exampleErasure()],
    },
  ],
}

const longModel = 'ProLiant DL380 Gen10 Plus Network Choice 8SFF NC Server 2U XL'

const disk = (bay: number): MediumErasure =>
  exampleErasure({
    certificateNumber: `RI-2026-004712-${bay}`,
    medium: {
      manufacturer: 'Hewlett Packard Enterprise',
      model: 'EG002400JWJNT 2.4TB SAS 12G Mission Critical 10K SFF BC 512e',
      modelByTool: 'HPE EG002400JWJNT',
      serialNumber: `WFK0-A1B2C3D4E5F6-${bay}`,
      serialSources: ['inventory', 'tool'],
      assetTag: `EX-S-00${bay}`,
      type: 'magnetic',
      transport: 'SAS',
      nativeCapacityBytes: 2_400_476_553_216,
    },
    categoryBefore: 'high',
    method: 'clear',
    requiredMethod: 'clear',
    technique: 'overwrite',
    techniqueDetail: 'PRNG (ISAAC-64), sedan nollor',
    interfaceCommand: null,
    toolName: 'nwipe',
    toolVersion: '0.38',
    toolPackageVersion: '0.38-1+b1',
    clockSource: 'station-uncorrected',
    erasedBytes: 2_400_476_553_216,
    hostProtectedArea: 'none',
    deviceConfigurationOverlay: 'unknown',
    reallocatedSectors: 4,
    pendingSectors: null,
    verification: {
      method: 'sample',
      samplePercent: 12.5,
      result: 'passed',
      ioMode: 'cached',
      checkedByTool: null,
    },
    review: {
      reasonCodes: ['CACHED_VERIFY', 'HIDDEN_AREA_UNKNOWN', 'CLOCK_UNCORRECTED'],
      writtenReason:
        'Disken är 37 gånger större än stationens minne, så verifieringen kan inte ha kommit ur cachen. DCO går inte att läsa bakom kontrollern; disken flyttades till en HBA och visade samma kapacitet. Stationens klocka gick 41 sekunder före, kontrollerat mot servern samma dag.',
    },
    evidenceOrigin: 'third-party-unsigned',
    destination: 'resale',
    succession: { supersedes: bay === 2 ? 'RI-2026-003998-2' : null, supersededBy: null },
  })

export const longCertificate: ErasureCertificate = {
  ...exampleCertificate,
  documentNumber: 'RI-2026-004712',
  publicUrl: 'https://omlopp.exempelby.example/i/RI-2026-004712',
  owner: {
    ...municipality,
    name: 'Exempelby kommuns förvaltning för utbildning, kultur och arbetsmarknad & fritid',
  },
  devices: [
    {
      device: {
        manufacturer: 'Hewlett Packard Enterprise',
        model: longModel,
        serialNumber: 'CZ2-9400-ABCDEF-12345678',
        assetTag: 'EX-S-000 117',
      },
      media: [disk(1), disk(2), disk(3)],
    },
  ],
}

export const exampleDestruction: DestructionCertificate = {
  documentNumber: 'DI-2026-000093',
  issuedAt: new Date('2026-03-12T14:02:00Z'),
  timeZone: 'Europe/Stockholm',
  issuer: partner,
  owner: municipality,
  publicUrl: 'https://omlopp.exempelby.example/i/DI-2026-000093',
  device: exampleCertificate.devices[0]!.device,
  medium: { ...disk(1).medium, modelByTool: null },
  categoryBefore: 'high',
  reason: 'Raderingen misslyckades: 406 313 verifieringsfel. Disken kan inte raderas på nytt.',
  failedErasureNumber: 'RF-2026-000411',
  method: 'shredding',
  equipment: 'Fragmenterare HDS 230, serienr 1177-20',
  largestParticleMm: 9.5,
  destroyedAt: new Date('2026-03-12T13:40:00Z'),
  verification: 'witness-and-photo',
  verdict: 'approved',
  ruleVersion: 'destruction/1',
  categoryAfter: null,
  performedBy: signatory('Åsa Öberg', 'Tekniker', '2026-03-12T13:44:10Z', '41 007'),
  witness: {
    ...signatory('Siv Håkansson', 'IT-samordnare', '2026-03-12T13:46:00Z', '41 008'),
    organisationName: 'Exempelby kommun',
    contact: 'siv.hakansson@exempelby.example',
    role: 'owner',
    confirmed: false,
  },
  photos: [
    {
      fileName: 'destruktion-fore.jpg',
      sha256Hex:
        'a'.repeat(12) + '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d'.slice(0, 52),
      takenAt: new Date('2026-03-12T13:38:00Z'),
    },
    {
      fileName: 'destruktion-efter.jpg',
      sha256Hex:
        'b'.repeat(12) + '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a'.slice(0, 52),
      takenAt: new Date('2026-03-12T13:43:00Z'),
    },
  ],
  remainsTo: 'Återvinnaren i Exempelby AB',
  handOverNoteNumber: 'AI-2026-118',
  notChecked: ['ieee-2883', 'remains-identity', 'laboratory-recovery', 'witness-confirmation'],
  log: exampleErasure().log,
  succession: { supersedes: null, supersededBy: null },
}

const models = [
  ['Lenovo', 'ThinkPad T14 Gen 2'],
  ['HP', 'EliteBook 840 G8 Notebook PC with Sure View Reflect 120 Hz'],
  ['Apple', 'iPhone SE (2022)'],
  ['Dell', 'P2422H'],
] as const

export const exampleDeliveryNote = (deviceCount: number): DeliveryNote => ({
  documentNumber: 'FS-2026-000214',
  collectionNumber: 'H-2026-0107',
  collectionUrl: 'https://omlopp.exempelby.example/h/H-2026-0107',
  issuedAt: new Date('2026-03-12T09:52:00Z'),
  timeZone: 'Europe/Stockholm',
  sender: municipality,
  receiver: partner,
  carrierName: 'Vägen Åkeri AB',
  waybillNumber: 'VA 7731 0042 118',
  packages: Array.from({ length: Math.max(1, Math.ceil(deviceCount / 60)) }, (_, i) => ({
    packageNumber: `K${i + 1}`,
    kind: i % 3 === 2 ? ('pallet' as const) : ('cage' as const),
    sealNumbers: i % 4 === 1 ? [`PL 20${410 + i}`, `PL 20${510 + i}`] : [`PL 20${410 + i}`],
    weightGrams: 184_500 + i * 1_300,
  })),
  devices: Array.from({ length: deviceCount }, (_, i) => ({
    packageNumber: `K${Math.floor(i / 60) + 1}`,
    manufacturer: models[i % 4]![0],
    model: models[i % 4]![1],
    serialNumber: `PF${(3_000_017 + i * 7919).toString(36).toUpperCase()}${i % 9}K`,
    assetTag: i % 11 === 5 ? null : `EX-${103_000 + i}`,
    dataState: i % 4 === 3 ? ('none' as const) : ('data-bearing' as const),
  })),
})

export const examplePurchaseNote = (deviceCount: number): PurchaseNote => ({
  documentNumber: 'K-2026-0042',
  purchaseUrl: 'https://omlopp.exempelby.example/purchases/0195a000-0000-7000-8000-0000000000a1',
  sentAt: new Date('2026-03-12T09:52:00Z'),
  issuedAt: new Date('2026-03-12T09:52:00Z'),
  timeZone: 'Europe/Stockholm',
  seller: partner,
  buyer: municipality,
  reference: 'Er beställning 4711',
  devices: Array.from({ length: deviceCount }, (_, i) => ({
    manufacturer: 'Apple',
    model: 'iPhone 13',
    serialNumber: `F2L${(3_000_017 + i * 7919).toString(36).toUpperCase()}`,
    grade: i % 5 === 0 ? 'A' : 'B',
    warrantyMonths: 12,
    warrantyUntilOn: i % 7 === 3 ? '2027-01-31' : null,
  })),
})

export const exampleReceipt: HandOutReceipt = {
  documentNumber: 'KV-2026-001190',
  receiptUrl: 'https://omlopp.exempelby.example/k/KV-2026-001190',
  handedOutAt: new Date('2026-08-17T06:40:00Z'),
  timeZone: 'Europe/Stockholm',
  organisation: municipality,
  unitName: 'Björkskolan, årskurs 4–6',
  holderName: 'Siri Håkansson',
  handedOutByName: 'Per Ek',
  placeName: 'Depå Rådhuset',
  returnBy: '2029-08-17',
  devices: [
    {
      manufacturer: 'Lenovo',
      model: 'ThinkPad T14 Gen 2',
      serialNumber: 'PF3A7K9Q',
      assetTag: 'EX-103 390',
      accessories: ['laddare', 'väska'],
      condition: 'B',
    },
    {
      manufacturer: 'Apple',
      model: 'iPhone SE (2022)',
      serialNumber: 'F17GQ2ABPLJM',
      assetTag: 'EX-103 391',
      accessories: [],
      condition: 'A',
    },
  ],
  terms: [
    'Utrustningen ägs av Exempelby kommun. Anmäl fel och förlust samma dag i Omlopp.',
    'Lämna in den när du slutar eller när den byts. Återbruket av en bärbar dator undviker omkring 130 kg CO₂e, spann 45–210.',
  ],
  confirmedAt: null,
}
