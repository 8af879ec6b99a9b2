// Every field that NIST SP 800-88 r2 asks of a certificate (§4.6, numbered as the form of r1 has
// them) and our own, one by one: in the signed record, and in words on the paper, in both languages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDisks, wipe, type Disk } from '../../../test/support/disks.ts'
import { logAll } from '../../../test/support/log.ts'
import {
  newOrganisation,
  newPerson,
  newToken,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { languages, type Language } from '../../core/text.ts'
import { recordDestruction } from '../erasure/actions/destroy.ts'
import { localSecond, wholeNumber } from './printing/format.ts'
import { readPdf } from './printing/read-pdf.ts'
import type { CertificateRecord, DestructionRecord, ErasureRecord } from './rules/record.ts'
import { certificateTexts as t, frameTexts } from './texts/certificate.ts'
import * as terms from './texts/certificate-terms.ts'

let world: World
let owner: Actor
let token: string
let witnessId: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world, 'user', 'Exempelby kommun')
  token = await newToken(world, owner.organisationId, ['itManager'])
  witnessId = await newPerson(world, owner.organisationId, ['technician'], { name: 'Vera Vittne' })
})
afterAll(() => world.close())

async function get(path: string) {
  const app = await world.app()
  const headers = { authorization: `Bearer ${token}`, host: 'omlopp.example' }
  return app.inject({ method: 'GET', url: `/api/v1${path}`, headers })
}

interface Issued<Of extends CertificateRecord> {
  readonly record: Of
  readonly sha256: string
  readonly papers: Readonly<Record<Language, string>>
}

const bare = (text: string): string => text.replace(/\s+/g, '')

async function issuedOf<Of extends CertificateRecord>(disk: Disk): Promise<Issued<Of>> {
  await logAll(world.database)
  const [{ id }] = (await get(`/certificates?deviceId=${disk.deviceId}`)).json().items
  const { record, recordSha256 } = (await get(`/certificates/${id}`)).json()
  const paper = async (language: Language) =>
    bare(
      readPdf((await get(`/certificates/${id}/pdf?language=${language}`)).rawPayload).pages.join(
        '\n',
      ),
    )
  return {
    record: JSON.parse(record) as Of,
    sha256: recordSha256,
    papers: { sv: await paper('sv'), en: await paper('en') },
  }
}

/** What the record must hold, and the label and words that the paper must. */
type Field<Of> = readonly [
  name: string,
  ofRecord: (record: Of) => unknown,
  onPaper: (record: Of, language: Language) => readonly string[],
]

const at = (instant: string, zone: string, language: Language) =>
  localSecond(new Date(instant), zone, language)
const missing = (language: Language) => frameTexts.notStated[language]

const common: readonly Field<CertificateRecord>[] = [
  [
    '1 manufacturer',
    (r) => r.medium.manufacturer,
    (r, l) => [t.manufacturer[l], r.medium.manufacturer],
  ],
  ['2 model', (r) => r.medium.model, (r, l) => [t.model[l], r.medium.model]],
  ['3 serial number', (r) => r.medium.serialNumber, (r, l) => [t.serial[l], r.medium.serialNumber]],
  ['4 property number', (r) => r.medium.assetTag === null, (_, l) => [t.assetTag[l]]],
  [
    '5 media type',
    (r) => r.medium.type,
    (r, l) => [t.mediaType[l], terms.mediaTypeNames[r.medium.type][l]],
  ],
  [
    '6 media source',
    (r) => r.device.serialNumber,
    (r, l) => [t.mediaSource[l], r.device.serialNumber],
  ],
  [
    '7 and 13 category before and after',
    () => true,
    (_, l) => [t.category[l] + t.categoryValue[l](missing(l), missing(l))],
  ],
  ['13 destination', () => true, (_, l) => [t.destination[l] + terms.destinationNames.unknown[l]]],
  ['ours: certificate number', (r) => r.number, (r, l) => [t.certificateNumber[l], r.number]],
  ['ours: issued', (r) => r.issuedAt, (_, l) => [t.issued[l]]],
  ['ours: zone', (r) => r.timeZone, (r) => [r.timeZone]],
  [
    'ours: capacity',
    (r) => r.medium.nativeCapacityBytes,
    (r, l) => [t.capacity[l], wholeNumber(r.medium.nativeCapacityBytes, l)],
  ],
  [
    'ours: what was not checked',
    (r) => r.notChecked.length,
    (r, l) => r.notChecked.map((item) => terms.notCheckedTexts[item][l]),
  ],
  [
    'ours: owner and issuer',
    (r) => r.owner && r.issuer,
    (_, l) => [t.owner[l], t.issuer[l], 'Exempelby kommun'],
  ],
  ['ours: place in the log', () => true, (_, l) => [t.logOrigin[l], t.logIndex[l], t.logRoot[l]]],
  ['ours: code', (r) => r.publicId, (r) => [`omlopp.example/c/${r.publicId}`]],
  ['text: rendering', () => true, (_, l) => [t.rendering[l]]],
  ['text: not assessed', () => true, (_, l) => [t.notAssessed[l]]],
]

/** Field 14 for one role: who, position, date, place, contact and how it was signed. */
const signed = (of: CertificateRecord['roles'][number]['role']): Field<CertificateRecord> => [
  `14 ${of}: name, position, date, place, contact, signature`,
  (record) => {
    const one = record.roles.find(({ role }) => role === of)
    return one && [one.person ?? one.rule, one.organisation, one.at].every(Boolean)
  },
  (record, l) => {
    const one = record.roles.find(({ role }) => role === of)!
    return one.rule === null
      ? [at(one.at, record.timeZone, l), 'Exempelby kommun']
      : [t.ruleTitle[l](one.rule), t.noPerson[l]]
  },
]

const ofErasure: readonly Field<ErasureRecord>[] = [
  [
    '8 method',
    (r) => r.sanitisation.method,
    (r, l) => [
      t.level[l],
      terms.methodNames[r.sanitisation.method][l],
      terms.levelSentences.clearMagnetic[l],
    ],
  ],
  [
    '8 level required',
    (r) => r.sanitisation.requiredMethod,
    (r, l) => [t.requiredLevel[l](terms.methodNames[r.sanitisation.requiredMethod!][l])],
  ],
  [
    '9 technique',
    (r) => r.sanitisation.technique,
    (r, l) => [
      t.technique[l],
      terms.techniqueNames[r.sanitisation.technique][l],
      r.sanitisation.techniqueDetail!,
    ],
  ],
  ['9 interface command', () => true, (_, l) => [t.command[l]]],
  [
    '10 tool with version',
    (r) => r.sanitisation.toolVersion,
    (r, l) => [t.tool[l], `${r.sanitisation.toolName} ${r.sanitisation.toolVersion}`],
  ],
  [
    '11 verification',
    (r) => r.verification.method,
    (_, l) => [t.extent[l], terms.verificationTexts.full[l], terms.verificationTexts.passed[l]],
  ],
  [
    '11 I/O mode',
    (r) => r.verification.ioMode,
    (r, l) => [t.ioMode[l], terms.ioModeNames[r.verification.ioMode][l]],
  ],
  [
    '12 verdict',
    (r) => r.validation.verdict,
    (r, l) => [
      t.verdict[l],
      terms.verdictNames[r.validation.verdict][l],
      t.byRule[l](r.validation.rule),
    ],
  ],
  signed('sanitised'),
  signed('verified'),
  signed('validated'),
  [
    'ours: start',
    (r) => r.sanitisation.startedAt,
    (r, l) => [t.started[l], at(String(r.sanitisation.startedAt), r.timeZone, l)],
  ],
  [
    'ours: end',
    (r) => r.sanitisation.endedAt,
    (r, l) => [t.ended[l], at(String(r.sanitisation.endedAt), r.timeZone, l)],
  ],
  [
    'ours: clock',
    (r) => r.sanitisation.clockSource,
    (r, l) => [t.clock[l], terms.clockNames[r.sanitisation.clockSource][l]],
  ],
  [
    'ours: rounds and passes',
    (r) => r.sanitisation.roundsDone,
    ({ sanitisation: s }, l) => [
      t.rounds[l],
      t.roundsValue[l](s.roundsDone, s.roundsRequested, s.passesDone, s.passesRequested),
    ],
  ],
  [
    'ours: bytes of capacity',
    (r) => r.sanitisation.erasedBytes === r.medium.nativeCapacityBytes,
    (r, l) => [t.erasedOfNative[l], wholeNumber(r.sanitisation.erasedBytes, l)],
  ],
  [
    'ours: hidden areas',
    (r) => r.sanitisation.hostProtectedArea && r.sanitisation.deviceConfigurationOverlay,
    (_, l) => [t.hiddenAreas[l], 'HPA', 'DCO'],
  ],
  [
    'ours: errors',
    (r) =>
      r.sanitisation.passErrors === 0 &&
      r.sanitisation.verificationErrors === 0 &&
      r.sanitisation.syncErrors === 0,
    (_, l) => [t.errors[l], t.errorsValue[l](0, 0, 0)],
  ],
  [
    'ours: SMART',
    () => true,
    (_, l) => [t.smart[l], t.smartValue[l](t.notReported[l], t.notReported[l])],
  ],
  [
    'ours: evidence file',
    (r) => r.sealed.evidenceFileName,
    (_, l) => [t.evidenceFile[l], 'nwipe_log.txt'],
  ],
  ['ours: evidence SHA-256', (r) => r.evidence.sha256, (r, l) => [t.sha256[l], r.evidence.sha256]],
  [
    'ours: origin of evidence',
    (r) => r.evidence.origin,
    (r, l) => [t.evidenceOrigin[l], terms.evidenceOriginNames[r.evidence.origin][l]],
  ],
]

const ofDestruction: readonly Field<DestructionRecord>[] = [
  [
    '8 method',
    (r) => r.destruction.method,
    (r, l) => [
      t.level[l],
      terms.methodNames[r.destruction.method][l],
      terms.levelSentences.destroy[l],
    ],
  ],
  [
    '9 technique',
    (r) => r.destruction.technique,
    (r, l) => [t.technique[l], terms.destructionMethodNames[r.destruction.technique][l]],
  ],
  ['10 equipment', (r) => r.sealed.equipment, (_, l) => [t.equipment[l], 'HDS 230']],
  [
    '11 verification',
    (r) => r.verification!.method,
    (r, l) => [t.seen[l], terms.destructionVerificationTexts[r.verification!.method][l]],
  ],
  [
    '12 verdict',
    (r) => r.validation!.verdict,
    (r, l) => [
      t.verdict[l],
      terms.verdictNames[r.validation!.verdict][l],
      t.byRule[l](r.validation!.rule),
    ],
  ],
  signed('destroyed'),
  signed('witnessed'),
  [
    '14 the witness has not signed',
    () => true,
    (_, l) => ['Vera Vittne', t.namedByOperator[l], terms.witnessRoleNames.owner[l]],
  ],
  [
    'ours: time',
    (r) => r.destruction.destroyedAt,
    (r, l) => [t.destroyedAt[l], at(r.destruction.destroyedAt, r.timeZone, l)],
  ],
  ['ours: clock', () => true, (_, l) => [t.clock[l], terms.clockNames.server[l]]],
  [
    'ours: reason',
    (r) => !r.destruction.afterFailedErasure,
    (_, l) => [t.reason[l], t.reasonChosen[l]],
  ],
  [
    'ours: photo',
    (r) => r.evidence.photoSha256,
    (r, l) => [t.photo[l](1), r.evidence.photoSha256!, t.photoKeptBy[l]('Exempelby kommun')],
  ],
  ['ours: supersedes', (r) => r.replaces, (r, l) => [t.succession[l], r.replaces!.number]],
]

describe.each(languages)('the certificate of erasure in %s', (language) => {
  let issued: Issued<ErasureRecord>
  beforeAll(async () => {
    const [disk] = await newDisks(world, owner, 1)
    await wipe(world, owner, [disk!])
    issued = await issuedOf<ErasureRecord>(disk!)
  })
  it.each([...common, ...ofErasure])('has field %s', (_, ofRecord, onPaper) => {
    const { record, papers } = issued
    expect(ofRecord(record)).toBeTruthy()
    for (const words of onPaper(record, language)) expect(papers[language]).toContain(bare(words))
  })
})

describe.each(languages)('the certificate of destruction in %s', (language) => {
  let issued: Issued<DestructionRecord>
  beforeAll(async () => {
    const [disk] = await newDisks(world, owner, 1)
    await wipe(world, owner, [disk!])
    const body = {
      mediumId: disk!.mediumId,
      method: 'shredding' as const,
      witnessId,
      equipment: 'HDS 230',
      photoSha256: 'ab'.repeat(32),
    }
    value(await world.act(owner, (ctx) => recordDestruction(ctx, { body })))
    issued = await issuedOf<DestructionRecord>(disk!)
  })
  it.each([...common, ...ofDestruction])('has field %s', (_, ofRecord, onPaper) => {
    const { record, papers } = issued
    expect(ofRecord(record)).toBeTruthy()
    for (const words of onPaper(record, language)) expect(papers[language]).toContain(bare(words))
  })
})
