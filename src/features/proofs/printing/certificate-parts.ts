// What the certificates of erasure and of destruction have in common on paper.
import type { Language } from '../../../core/text.ts'
import type {
  CertificateParty,
  CertifiedDevice,
  CertifiedMedium,
  ChainPlace,
  LogPlace,
  Signatory,
  Succession,
} from '../rules.ts'
import { certificateTexts as t, frameTexts } from '../texts/certificate.ts'
import { mediaTypeNames, serialSourceNames } from '../texts/certificate-terms.ts'
import { facet, facetColumns, section, type Fact } from './blocks.ts'
import { capacity, localMinute, localSecond, wholeNumber } from './format.ts'
import { styles, type Sheet } from './page.ts'

export const deviceName = (device: { manufacturer: string; model: string }): string =>
  `${device.manufacturer} ${device.model}`

export function partyLines(party: CertificateParty, language: Language): string[] {
  return [
    party.name,
    ...(party.organisationNumber ? [t.organisationNumber[language](party.organisationNumber)] : []),
    ...(party.addressLines.length > 0 ? party.addressLines : []),
    ...(party.contact ? [party.contact] : []),
  ]
}

export function partiesSection(
  sheet: Sheet,
  certificate: {
    readonly owner: CertificateParty
    readonly issuer: CertificateParty
    readonly issuedAt: Date
    readonly timeZone: string
  },
): void {
  const { language } = sheet
  section(sheet, t.parties[language], null, () =>
    facetColumns(sheet, [
      facet(t.owner[language], partyLines(certificate.owner, language)),
      facet(t.issuer[language], [
        ...partyLines(certificate.issuer, language),
        `${t.issued[language]} ${localMinute(certificate.issuedAt, certificate.timeZone, language)}`,
      ]),
    ]),
  )
}

/** Fields 1–6. The source is the parent device, never the person who used it. */
export function mediumFacts(
  medium: CertifiedMedium,
  device: CertifiedDevice | null,
  language: Language,
): Fact[] {
  const sources = medium.serialSources
    .map((source) => serialSourceNames[source][language])
    .join(', ')
  const transport = medium.transport ? `, ${t.transport[language](medium.transport)}` : ''
  const source = device
    ? [deviceName(device), device.serialNumber, ...(device.assetTag ? [device.assetTag] : [])].join(
        ', ',
      )
    : t.sourceUnknown[language]
  return [
    { label: t.manufacturer[language], value: stated(medium.manufacturer, language) },
    { label: t.model[language], value: stated(medium.model, language) },
    ...(medium.modelByTool && medium.modelByTool !== medium.model
      ? [{ label: t.modelByTool[language], value: medium.modelByTool }]
      : []),
    {
      label: t.serial[language],
      value: `${medium.serialNumber}${sources ? `\n${t.serialFrom[language](sources, medium.serialSources.length)}` : ''}`,
      text: styles.serial,
    },
    { label: t.assetTag[language], value: medium.assetTag ?? frameTexts.none[language] },
    { label: t.mediaType[language], value: mediaTypeNames[medium.type][language] + transport },
    { label: t.mediaSource[language], value: source },
    {
      label: t.capacity[language],
      value: `${frameTexts.bytes[language](wholeNumber(medium.nativeCapacityBytes, language))} (${capacity(medium.nativeCapacityBytes, language)})`,
    },
  ]
}

/** Records write a dash for what nobody has stated. */
export const stated = (value: string, language: Language): string =>
  value === '–' ? frameTexts.notStated[language] : value

export interface Signed {
  readonly role: string
  readonly person: Signatory
  /** A line of its own, e.g. the role of a witness. */
  readonly note?: string
}

/** Field 14: name, title, date, place, contact, signature; the roles side by side. */
export function signatures(
  sheet: Sheet,
  signed: readonly Signed[],
  timeZone: string,
  level: 'H2' | 'H3',
): void {
  const { language } = sheet
  section(
    sheet,
    t.signatures[language],
    null,
    () =>
      facetColumns(
        sheet,
        signed.map(({ role, person, note }) => ({
          head: role,
          lead: person.name ?? person.title,
          lines: [
            ...(note ? [note] : []),
            ...(person.name ? [person.title] : []),
            person.organisationName,
            localSecond(person.signedAt, timeZone, language),
            person.place,
            person.contact,
            person.signature,
          ].filter((line) => line !== ''),
        })),
        24,
      ),
    level,
    150,
  )
}

export function logFacts(log: LogPlace | ChainPlace, language: Language): Fact[] {
  if ('deviceId' in log)
    return [
      { label: t.logOrigin[language], value: t.chain[language](log.deviceId) },
      { label: t.logIndex[language], value: wholeNumber(log.seq, language) },
      { label: t.entryHash[language], value: `SHA-256 ${log.sha256Hex}` },
    ]
  return [
    { label: t.logOrigin[language], value: log.origin },
    {
      label: t.logIndex[language],
      value: t.logIndexValue[language](
        wholeNumber(log.entryIndex, language),
        wholeNumber(log.checkpointSize, language),
      ),
    },
    { label: t.logRoot[language], value: log.checkpointRootBase64 },
  ]
}

export function successionFacts(succession: Succession, language: Language): Fact[] {
  return [
    ...(succession.supersedes
      ? [{ label: t.succession[language], value: succession.supersedes }]
      : []),
    ...(succession.supersededBy
      ? [{ label: t.supersededBy[language], value: succession.supersededBy }]
      : []),
  ]
}
