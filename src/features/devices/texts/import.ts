// What the import says: why a file or a row is not read in, and what the fields are called.

/** What a refusal of a row may show. */
export interface RowRefusalValues {
  /** The cell as it stands in the file. */
  readonly value: string
  /** The column's heading, or the field's name where the row has no such column. */
  readonly heading: string
  /** The earlier row of the file that has the same. */
  readonly firstRow: number
  /** The device that has it already, as people call it. */
  readonly device: string
}

export const rowRefusalTexts = {
  'row-too-long': {
    sv: () => 'Raden har fler celler än rubriken. Kontrollera citattecken och avgränsare.',
    en: () => 'The row has more cells than the heading. Check quotes and delimiters.',
  },
  'row-too-short': {
    sv: () => 'Raden har färre celler än rubriken. Kontrollera radbrytningar och avgränsare.',
    en: () => 'The row has fewer cells than the heading. Check line breaks and delimiters.',
  },
  'text-unreadable': {
    sv: (v: RowRefusalValues) =>
      `”${v.value}” i ${v.heading} har tecken som inte går att läsa. Välj en annan teckenkodning.`,
    en: (v: RowRefusalValues) =>
      `“${v.value}” in ${v.heading} has characters that cannot be read. Choose another encoding.`,
  },
  'text-too-long': {
    sv: (v: RowRefusalValues) => `Texten i ${v.heading} är för lång: ”${v.value}”`,
    en: (v: RowRefusalValues) => `The text in ${v.heading} is too long: “${v.value}”`,
  },
  'serial-in-scientific-notation': {
    sv: (v: RowRefusalValues) =>
      `${v.value} i ${v.heading} har förlorat siffror i ett kalkylblad. Hämta numret ur källan, med kolumnen som text.`,
    en: (v: RowRefusalValues) =>
      `${v.value} in ${v.heading} has lost digits in a spreadsheet. Fetch it from the source, with the column as text.`,
  },
  'imei-wrong': {
    sv: (v: RowRefusalValues) =>
      `${v.value} är inget IMEI: femton siffror, varav den sista är en kontrollsiffra.`,
    en: (v: RowRefusalValues) =>
      `${v.value} is not an IMEI: fifteen digits, of which the last is a check digit.`,
  },
  'mac-wrong': {
    sv: (v: RowRefusalValues) => `${v.value} är ingen MAC-adress: tolv tecken, 0–9 och A–F.`,
    en: (v: RowRefusalValues) => `${v.value} is not a MAC address: twelve characters, 0–9 and A–F.`,
  },
  'date-unreadable': {
    sv: (v: RowRefusalValues) => `”${v.value}” i ${v.heading} är inget datum. Skriv 2026-03-12.`,
    en: (v: RowRefusalValues) => `“${v.value}” in ${v.heading} is not a date. Write 2026-03-12.`,
  },
  'date-ambiguous': {
    sv: (v: RowRefusalValues) =>
      `${v.value} i ${v.heading} kan läsas på två sätt, och kolumnen blandar båda. Skriv 2026-03-12.`,
    en: (v: RowRefusalValues) =>
      `${v.value} in ${v.heading} can be read in two ways, and the column mixes both. Write 2026-03-12.`,
  },
  'amount-unreadable': {
    sv: (v: RowRefusalValues) =>
      `”${v.value}” i ${v.heading} är inget belopp. Skriv 12\u00a0490,00.`,
    en: (v: RowRefusalValues) => `“${v.value}” in ${v.heading} is not an amount. Write 12,490.00.`,
  },
  'number-unreadable': {
    sv: (v: RowRefusalValues) => `”${v.value}” i ${v.heading} är inget tal som går att räkna med.`,
    en: (v: RowRefusalValues) => `“${v.value}” in ${v.heading} is not a number.`,
  },
  'kind-unknown': {
    sv: (v: RowRefusalValues) =>
      `Vilket slag är ”${v.value}”? Svara en gång, så gäller det alla rader.`,
    en: (v: RowRefusalValues) =>
      `Which kind is “${v.value}”? Answer once, and it holds for all rows.`,
  },
  'status-unknown': {
    sv: (v: RowRefusalValues) =>
      `Vilken status är ”${v.value}”? Svara en gång, så gäller det alla rader.`,
    en: (v: RowRefusalValues) =>
      `Which status is “${v.value}”? Answer once, and it holds for all rows.`,
  },
  'status-needs-proof': {
    sv: (v: RowRefusalValues) =>
      `”${v.value}” kan inte läsas in ur en fil. Radering och grad måste ha ett eget resultat.`,
    en: (v: RowRefusalValues) =>
      `“${v.value}” cannot be imported from a file. Erasure and grade need a result of their own.`,
  },
  'personal-device': {
    sv: () => 'Utrustningen är privat och läses aldrig in.',
    en: () => 'The device is personal and is never imported.',
  },
  'key-missing': {
    sv: (v: RowRefusalValues) => `Raden saknar ${v.heading}, som är vald som nyckel.`,
    en: (v: RowRefusalValues) => `The row has no ${v.heading}, which is the chosen key.`,
  },
  'placeholder-serial': {
    sv: (v: RowRefusalValues) =>
      `${v.value} är inget serienummer utan vad tillverkaren skriver när det saknas. Välj en annan nyckel.`,
    en: (v: RowRefusalValues) =>
      `${v.value} is not a serial number but what the maker writes where there is none. Choose another key.`,
  },
  'duplicate-in-file': {
    sv: (v: RowRefusalValues) => `${v.value} står redan på rad ${v.firstRow} i filen.`,
    en: (v: RowRefusalValues) => `${v.value} is already on row ${v.firstRow} of the file.`,
  },
  'serial-belongs-to-other': {
    sv: (v: RowRefusalValues) => `Serienumret ${v.value} finns redan på ${v.device}.`,
    en: (v: RowRefusalValues) => `The serial number ${v.value} already belongs to ${v.device}.`,
  },
  'asset-tag-belongs-to-other': {
    sv: (v: RowRefusalValues) => `Inventarienumret ${v.value} finns redan på ${v.device}.`,
    en: (v: RowRefusalValues) => `The asset tag ${v.value} already belongs to ${v.device}.`,
  },
  'imei-belongs-to-other': {
    sv: (v: RowRefusalValues) => `IMEI ${v.value} finns redan på ${v.device}.`,
    en: (v: RowRefusalValues) => `IMEI ${v.value} already belongs to ${v.device}.`,
  },
  'kind-missing': {
    sv: () =>
      'Varken filen eller modellen säger vilket slag det är. Välj ett slag för sådana rader.',
    en: () => 'Neither the file nor the model tells the kind. Choose a kind for such rows.',
  },
  'key-ambiguous': {
    sv: (v: RowRefusalValues) =>
      `Flera enheter i registret har ${v.heading} ${v.value}. Välj en nyckel som skiljer dem åt.`,
    en: (v: RowRefusalValues) =>
      `Several devices in the register have ${v.heading} ${v.value}. Choose a key that tells them apart.`,
  },
  'mark-missing': {
    sv: () => 'Raden saknar serienummer, inventarienummer och IMEI. Minst ett av dem behövs.',
    en: () => 'The row has no serial number, asset tag or IMEI. At least one of them is needed.',
  },
  'holder-ambiguous': {
    sv: (v: RowRefusalValues) =>
      `Flera personer heter eller kallas ${v.value}. Ange e-post för innehavaren.`,
    en: (v: RowRefusalValues) =>
      `Several people are called ${v.value}. Give the holder’s e-mail address.`,
  },
  'device-has-left': {
    sv: (v: RowRefusalValues) =>
      `Enligt ${v.heading} (${v.value}) har utrustningen redan lämnat er, och den finns inte i registret.`,
    en: (v: RowRefusalValues) =>
      `By ${v.heading} (${v.value}) the device has already left you, and it is not in the register.`,
  },
} as const

export const fileRefusalTexts = {
  'file-too-large': {
    sv: (limitMegabytes?: number) =>
      limitMegabytes
        ? `Filen är större än ${limitMegabytes} MB. Dela upp den, eller spara den som CSV.`
        : 'Arbetsboken spänner över för många celler. Spara bladet som CSV.',
    en: (limitMegabytes?: number) =>
      limitMegabytes
        ? `The file is larger than ${limitMegabytes} MB. Split it, or save it as CSV.`
        : 'The workbook spans too many cells. Save the sheet as CSV.',
  },
  'file-unreadable': {
    sv: () => 'Filen går inte att läsa som tabell. Spara den som CSV eller XLSX.',
    en: () => 'The file cannot be read as a table. Save it as CSV or XLSX.',
  },
  'file-empty': {
    sv: () => 'Filen har inga rader att läsa in.',
    en: () => 'The file has no rows to import.',
  },
  'heading-missing': {
    sv: () => 'Ingen rubrikrad hittades. Välj vilken rad som är rubrik.',
    en: () => 'No heading row was found. Choose which row is the heading.',
  },
  'sheet-missing': {
    sv: () => 'Bladet finns inte i arbetsboken. Välj ett annat.',
    en: () => 'The sheet is not in the workbook. Choose another.',
  },
  'quote-not-closed': {
    sv: (row?: number) =>
      `Ett citattecken på rad ${row ?? 1} avslutas aldrig, så resten av filen hör till en enda cell.`,
    en: (row?: number) =>
      `A quote on row ${row ?? 1} is never closed, so the rest of the file belongs to one cell.`,
  },
} as const

export const importFieldTexts = {
  assetTag: { sv: 'inventarienummer', en: 'asset tag' },
  serialNumber: { sv: 'serienummer', en: 'serial number' },
  imei: { sv: 'IMEI', en: 'IMEI' },
  imei2: { sv: 'IMEI 2', en: 'IMEI 2' },
  macAddress: { sv: 'MAC-adress', en: 'MAC address' },
  theftMarking: { sv: 'stöldmärkning', en: 'theft marking' },
  name: { sv: 'namn', en: 'name' },
  kind: { sv: 'slag', en: 'kind' },
  maker: { sv: 'tillverkare', en: 'maker' },
  model: { sv: 'modell', en: 'model' },
  modelNumber: { sv: 'modellnummer', en: 'model number' },
  status: { sv: 'status', en: 'status' },
  condition: { sv: 'uppgivet skick', en: 'stated condition' },
  holderName: { sv: 'innehavarens namn', en: 'holder’s name' },
  holderEmail: { sv: 'innehavarens e-post', en: 'holder’s e-mail' },
  holderUsername: { sv: 'innehavarens användarnamn', en: 'holder’s user name' },
  unitName: { sv: 'enhet eller förvaltning', en: 'unit or department' },
  costCentre: { sv: 'ansvar', en: 'cost centre' },
  placeName: { sv: 'plats', en: 'place' },
  purchasedOn: { sv: 'inköpsdatum', en: 'purchase date' },
  priceOre: { sv: 'inköpspris', en: 'purchase price' },
  warrantyUntil: { sv: 'garanti till och med', en: 'warranty until' },
  warrantyMonths: { sv: 'garantitid i månader', en: 'warranty in months' },
  endsOn: { sv: 'slutdatum', en: 'end date' },
  orderNumber: { sv: 'ordernummer', en: 'order number' },
  supplierName: { sv: 'leverantör', en: 'supplier' },
  note: { sv: 'anteckning', en: 'note' },
  osName: { sv: 'operativsystem', en: 'operating system' },
  osVersion: { sv: 'operativsystemets version', en: 'operating system version' },
  lastSeenAt: { sv: 'senast sedd', en: 'last seen' },
  enrolledAt: { sv: 'i enhetshantering sedan', en: 'in device management since' },
  ramMb: { sv: 'minne', en: 'memory' },
  storageGb: { sv: 'lagring', en: 'storage' },
  driveSerials: { sv: 'diskarnas serienummer', en: 'drive serial numbers' },
  ownership: { sv: 'ägarskap', en: 'ownership' },
} as const

/** Refusals of the endpoints of an import. */
export const importRefusals = {
  'import-not-found': {
    sv: 'Inläsningen finns inte.',
    en: 'There is no such import.',
  },
  'import-state-forbids': {
    sv: 'Det går inte i det läge som inläsningen är i nu.',
    en: 'That cannot be done in the state the import is in now.',
  },
  'import-key-missing': {
    sv: 'Ingen kolumn fyller den nyckel som är vald. Välj en annan nyckel eller koppla en kolumn till den.',
    en: 'No column fills the chosen key. Choose another key, or map a column to it.',
  },
  'import-column-unknown': {
    sv: 'Kopplingen nämner en kolumn som filen inte har, eller samma fält två gånger.',
    en: 'The mapping names a column that the file does not have, or the same field twice.',
  },
  'import-interrupted': {
    sv: 'Inläsningen avbröts av ett fel hos oss. Det som hann läsas in är kvar. Starta igen, så fortsätter den där den var.',
    en: 'The import was interrupted by a fault on our side. What has been imported stays. Start again, and it goes on where it was.',
  },
  'preset-unknown': {
    sv: 'Det finns ingen färdig koppling med det namnet.',
    en: 'There is no preset of that name.',
  },
  'file-unreadable': {
    sv: 'Filen går inte att läsa som tabell. Spara den som CSV eller XLSX.',
    en: 'The file cannot be read as a table. Save it as CSV or XLSX.',
  },
  'file-empty': {
    sv: 'Filen har inga rader att läsa in.',
    en: 'The file has no rows to import.',
  },
  'heading-missing': {
    sv: 'Ingen rubrikrad hittades. Välj vilken rad som är rubrik.',
    en: 'No heading row was found. Choose which row is the heading.',
  },
  'sheet-missing': {
    sv: 'Bladet finns inte i arbetsboken. Välj ett annat.',
    en: 'The sheet is not in the workbook. Choose another.',
  },
  'quote-not-closed': {
    sv: 'Ett citattecken i filen avslutas aldrig, så resten av filen hör till en enda cell.',
    en: 'A quote in the file is never closed, so the rest of the file belongs to one cell.',
  },
} as const

/** Beside a difference that an import shows and leaves. */
export const notAppliedText = {
  sv: 'En inläsning ändrar inte innehavare, enhet, plats eller status på det som redan finns. De ändras med utlämning, inlämning, flytt och förlustanmälan, så att data raderas och mottagandet bekräftas.',
  en: 'An import does not change holder, unit, place or status of what is already there. They change by hand-out, hand-in, move and report of loss, so that data are erased and receipt is confirmed.',
} as const

type Spoken = Readonly<Record<'sv' | 'en', (values: RowRefusalValues) => string>>

/** Why a row is refused, in words. */
export function rowRefusalMessage(
  refusal: {
    readonly code: string
    readonly field: string | null
    readonly heading: string | null
    readonly value: string | null
    readonly firstRow: number | null
    readonly device: string | null
  },
  language: 'sv' | 'en',
): string {
  const words = (rowRefusalTexts as Readonly<Record<string, Spoken>>)[refusal.code]
  if (!words) return refusal.code
  const field = refusal.field as keyof typeof importFieldTexts | null
  const named = field ? importFieldTexts[field][language] : ''
  // A field without a column stands under its own name.
  const heading = refusal.heading && refusal.heading !== field ? refusal.heading : named
  return words[language]({
    value: refusal.value ?? '',
    heading,
    firstRow: refusal.firstRow ?? 0,
    device: refusal.device ?? (language === 'sv' ? 'en annan enhet' : 'another device'),
  })
}
