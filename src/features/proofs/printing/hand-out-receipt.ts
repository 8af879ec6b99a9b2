// Kvittens: what a holder has received, from whom and until when; the one document that names the holder.
import type { Day } from '../../../core/dates.ts'
import type { Language } from '../../../core/text.ts'
import type { CertificateParty } from '../rules.ts'
import { deliveryNoteTexts, receiptTexts as t } from '../texts/handover.ts'
import { facts, mainLeft, mainWidth, paragraph, section, signatureLines, table } from './blocks.ts'
import { masthead } from './masthead.ts'
import { localDay, localMinute } from './format.ts'
import { openSheet, pageFrame, styles, type Sheet } from './page.ts'

export interface HandOutReceipt {
  readonly documentNumber: string
  readonly receiptUrl: string
  readonly handedOutAt: Date
  readonly timeZone: string
  readonly organisation: CertificateParty
  readonly unitName: string
  readonly holderName: string
  readonly handedOutByName: string
  readonly placeName: string
  readonly returnBy: Day | null
  readonly devices: readonly {
    readonly manufacturer: string
    readonly model: string
    readonly serialNumber: string
    readonly assetTag: string | null
    readonly accessories: readonly string[]
    readonly condition: string
  }[]
  /** The organisation's own words, one paragraph each. */
  readonly terms: readonly string[]
  /** Null leaves lines to sign by hand. */
  readonly confirmedAt: Date | null
}

export async function renderHandOutReceipt(
  receipt: HandOutReceipt,
  language: Language,
): Promise<Uint8Array> {
  const title = `${t.title[language]} ${receipt.documentNumber}`
  const sheet = openSheet({
    title,
    language,
    createdAt: receipt.confirmedAt ?? receipt.handedOutAt,
    running: title,
    footer: [title, receipt.receiptUrl],
  })
  masthead(sheet, {
    issuerName: receipt.organisation.name,
    kicker: title,
    heading: t.heading[language](receipt.devices.length),
    lead: t.lead[language](receipt.holderName, localDay(receipt.handedOutAt, receipt.timeZone)),
    url: receipt.receiptUrl,
    urlNote: t.scan[language],
  })
  section(sheet, t.who[language], null, () =>
    facts(sheet, [
      { label: t.holder[language], value: receipt.holderName, text: styles.strong },
      { label: t.unit[language], value: receipt.unitName },
      { label: t.handedOutBy[language], value: receipt.handedOutByName },
      {
        label: t.handedOutAt[language],
        value: localMinute(receipt.handedOutAt, receipt.timeZone, language),
      },
      { label: t.place[language], value: receipt.placeName },
      { label: t.returnBy[language], value: receipt.returnBy ?? t.noReturnDay[language] },
    ]),
  )
  deviceSection(sheet, receipt)
  if (receipt.terms.length > 0)
    section(sheet, t.terms[language], null, () =>
      receipt.terms.forEach((term) => {
        paragraph(sheet, term, styles.body)
        sheet.space(5)
      }),
    )
  confirmation(sheet, receipt)
  return sheet.finish()
}

function deviceSection(sheet: Sheet, receipt: HandOutReceipt): void {
  const { language } = sheet
  section(sheet, t.devices[language], null, () => {
    sheet.space(20)
    table(
      sheet,
      [
        { label: deliveryNoteTexts.model[language], width: 150, text: styles.cellStrong },
        { label: deliveryNoteTexts.serial[language], width: 100, text: styles.cellSerial },
        { label: deliveryNoteTexts.assetTag[language], width: 64 },
        { label: t.accessories[language], width: 91 },
        { label: t.condition[language], width: 54 },
      ],
      receipt.devices.map((device) => [
        `${device.manufacturer} ${device.model}`,
        device.serialNumber,
        device.assetTag ?? '–',
        device.accessories.length > 0 ? device.accessories.join(', ') : '–',
        device.condition,
      ]),
      pageFrame.left,
    )
  })
}

function confirmation(sheet: Sheet, receipt: HandOutReceipt): void {
  const { language } = sheet
  const { confirmedAt } = receipt
  const fill = (): void => {
    if (confirmedAt === null)
      return signatureLines(
        sheet,
        [t.receivedBy[language], t.givenBy[language]],
        deliveryNoteTexts.nameAndDate[language],
      )
    const at = localMinute(confirmedAt, receipt.timeZone, language)
    const words = t.confirmed[language](receipt.holderName, at)
    paragraph(sheet, words, styles.body, { x: mainLeft, width: mainWidth })
  }
  section(sheet, t.confirmation[language], null, fill, 'H2', confirmedAt ? 84 : 120)
}
