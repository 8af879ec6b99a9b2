// Följesedel for what was bought: each device with its serial, grade and warranty, and a place to sign.
import type { Language } from '../../../core/text.ts'
import type { CertificateParty } from '../rules.ts'
import { deliveryNoteTexts as common } from '../texts/handover.ts'
import { purchaseNoteTexts as t } from '../texts/purchase-note.ts'
import { facet, facetColumns, facts, section, signatureLines, table } from './blocks.ts'
import { partyLines } from './certificate-parts.ts'
import { localMinute, wholeNumber } from './format.ts'
import { masthead } from './masthead.ts'
import { openSheet, pageFrame, styles } from './page.ts'

export interface PurchaseNote {
  readonly documentNumber: string
  readonly purchaseUrl: string
  /** When it was sent; before that the note says that it has not been. */
  readonly sentAt: Date | null
  readonly issuedAt: Date
  readonly timeZone: string
  readonly seller: CertificateParty
  readonly buyer: CertificateParty
  readonly reference: string | null
  readonly devices: readonly {
    readonly manufacturer: string
    readonly model: string
    readonly serialNumber: string | null
    readonly grade: string
    readonly warrantyMonths: number
    readonly warrantyUntilOn: string | null
  }[]
}

export async function renderPurchaseNote(
  note: PurchaseNote,
  language: Language,
): Promise<Uint8Array> {
  const title = `${common.title[language]} ${note.documentNumber}`
  const count = note.devices.length
  const sheet = openSheet({
    title,
    language,
    createdAt: note.issuedAt,
    running: title,
    footer: [title, note.purchaseUrl],
  })
  masthead(sheet, {
    issuerName: note.seller.name,
    kicker: title,
    heading: t.heading[language](wholeNumber(count, language), count),
    lead: t.lead[language](note.seller.name, note.buyer.name),
    url: note.purchaseUrl,
    urlNote: t.scan[language],
  })
  section(sheet, common.parties[language], null, () =>
    facetColumns(sheet, [
      facet(t.seller[language], partyLines(note.seller, language)),
      facet(t.buyer[language], partyLines(note.buyer, language)),
    ]),
  )
  section(sheet, t.purchase[language], null, () =>
    facts(sheet, [
      { label: t.number[language], value: note.documentNumber, text: styles.strong },
      { label: t.reference[language], value: note.reference ?? '–' },
      {
        label: t.sent[language],
        value: note.sentAt
          ? localMinute(note.sentAt, note.timeZone, language)
          : t.notSent[language],
      },
    ]),
  )
  section(
    sheet,
    common.signatures[language],
    null,
    () =>
      signatureLines(
        sheet,
        [common.handedOver[language], common.received[language], common.discrepancies[language]],
        common.nameAndDate[language],
      ),
    'H2',
    140,
  )
  section(sheet, common.devices[language], null, () => {
    sheet.space(20)
    table(
      sheet,
      [
        { label: '#', width: 30, align: 'right', text: styles.cellQuiet },
        { label: common.model[language], width: 170 },
        { label: common.serial[language], width: 118, text: styles.cellSerial },
        { label: t.grade[language], width: 40 },
        { label: t.warranty[language], width: 91 },
      ],
      note.devices.map((device, index) => [
        wholeNumber(index + 1, language),
        `${device.manufacturer} ${device.model}`,
        device.serialNumber ?? '–',
        device.grade,
        device.warrantyUntilOn
          ? t.until[language](device.warrantyUntilOn)
          : device.warrantyMonths > 0
            ? t.months[language](device.warrantyMonths)
            : '–',
      ]),
      pageFrame.left,
    )
  })
  return sheet.finish()
}
