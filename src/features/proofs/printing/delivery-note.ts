// Följesedel: the list of devices that travels along, with packages, seals and places to sign.
import type { Language } from '../../../core/text.ts'
import type { CertificateParty } from '../rules.ts'
import { dataStateNames, deliveryNoteTexts as t, packageKindNames } from '../texts/handover.ts'
import { facetColumns, facet, facts, mainLeft, section, signatureLines, table } from './blocks.ts'
import { masthead } from './masthead.ts'
import { partyLines } from './certificate-parts.ts'
import { decimal, localMinute, wholeNumber } from './format.ts'
import { openSheet, pageFrame, styles, type Sheet } from './page.ts'

export interface DeliveryNote {
  readonly documentNumber: string
  readonly collectionNumber: string
  readonly collectionUrl: string
  readonly issuedAt: Date
  readonly timeZone: string
  readonly sender: CertificateParty
  readonly receiver: CertificateParty
  readonly carrierName: string | null
  readonly waybillNumber: string | null
  readonly packages: readonly {
    readonly packageNumber: string
    readonly kind: 'pallet' | 'cage' | 'box'
    readonly sealNumbers: readonly string[]
    readonly weightGrams: number | null
  }[]
  readonly devices: readonly {
    readonly packageNumber: string
    readonly manufacturer: string
    readonly model: string
    readonly serialNumber: string
    readonly assetTag: string | null
    readonly dataState: 'data-bearing' | 'erased' | 'none'
  }[]
}

export async function renderDeliveryNote(
  note: DeliveryNote,
  language: Language,
): Promise<Uint8Array> {
  const title = `${t.title[language]} ${note.documentNumber}`
  const sheet = openSheet({
    title,
    language,
    createdAt: note.issuedAt,
    running: `${title}, ${t.collection[language]} ${note.collectionNumber}`,
    footer: [title, note.collectionUrl],
  })
  masthead(sheet, {
    issuerName: note.sender.name,
    kicker: title,
    heading: t.heading[language](
      wholeNumber(note.devices.length, language),
      wholeNumber(note.packages.length, language),
      note.devices.length,
      note.packages.length,
    ),
    lead: t.lead[language](note.sender.name, note.receiver.name),
    url: note.collectionUrl,
    urlNote: t.scan[language],
  })
  section(sheet, t.parties[language], null, () =>
    facetColumns(sheet, [
      facet(t.sender[language], partyLines(note.sender, language)),
      facet(t.receiver[language], partyLines(note.receiver, language)),
    ]),
  )
  section(sheet, t.transport[language], null, () =>
    facts(sheet, [
      { label: t.collectionNumber[language], value: note.collectionNumber, text: styles.strong },
      { label: t.carrier[language], value: note.carrierName ?? '–' },
      { label: t.waybill[language], value: note.waybillNumber ?? '–' },
      { label: t.issued[language], value: localMinute(note.issuedAt, note.timeZone, language) },
    ]),
  )
  packageSection(sheet, note)
  section(
    sheet,
    t.signatures[language],
    null,
    () =>
      signatureLines(
        sheet,
        [
          t.handedOver[language],
          t.carried[language],
          t.received[language],
          t.discrepancies[language],
        ],
        t.nameAndDate[language],
      ),
    'H2',
    140,
  )
  deviceSection(sheet, note)
  return sheet.finish()
}

function packageSection(sheet: Sheet, note: DeliveryNote): void {
  const { language } = sheet
  const counts = new Map<string, number>()
  for (const { packageNumber } of note.devices)
    counts.set(packageNumber, (counts.get(packageNumber) ?? 0) + 1)
  const kilograms = (grams: number | null): string =>
    grams === null ? '–' : decimal(grams / 1000, 1, language)
  const weights = note.packages.map(({ weightGrams }) => weightGrams)
  const totalGrams = weights.reduce((sum, w) => (sum === null || w === null ? null : sum + w), 0)
  section(sheet, t.packages[language], null, () =>
    table(
      sheet,
      [
        { label: t.package[language], width: 82, text: styles.cellStrong },
        { label: t.kind[language], width: 44 },
        { label: t.seals[language], width: 92, text: styles.cellSerial },
        { label: t.weight[language], width: 54, align: 'right' },
        { label: t.count[language], width: 39, align: 'right' },
      ],
      [
        ...note.packages.map((each) => [
          each.packageNumber,
          packageKindNames[each.kind][language],
          each.sealNumbers.length > 0 ? each.sealNumbers.join('\n') : '–',
          kilograms(each.weightGrams),
          wholeNumber(counts.get(each.packageNumber) ?? 0, language),
        ]),
        [
          t.total[language],
          '',
          '',
          kilograms(totalGrams),
          wholeNumber(note.devices.length, language),
        ],
      ],
      mainLeft,
    ),
  )
}

function deviceSection(sheet: Sheet, note: DeliveryNote): void {
  const { language } = sheet
  section(sheet, t.devices[language], null, () => {
    sheet.space(20)
    table(
      sheet,
      [
        { label: '#', width: 30, align: 'right', text: styles.cellQuiet },
        { label: t.model[language], width: 160 },
        { label: t.serial[language], width: 104, text: styles.cellSerial },
        { label: t.assetTag[language], width: 62 },
        { label: t.package[language], width: 42 },
        { label: t.data[language], width: 51 },
      ],
      note.devices.map((device, i) => [
        wholeNumber(i + 1, language),
        `${device.manufacturer} ${device.model}`,
        device.serialNumber,
        device.assetTag ?? '–',
        device.packageNumber,
        dataStateNames[device.dataState][language],
      ]),
      pageFrame.left,
    )
  })
}
