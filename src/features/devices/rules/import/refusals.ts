// Why a file or a row is not read in: the closed lists that the texts word.

/** The file as a whole. */
export const fileRefusalCodes = [
  'file-too-large',
  'file-unreadable',
  'file-empty',
  'heading-missing',
  'sheet-missing',
  'quote-not-closed',
] as const
export type FileRefusalCode = (typeof fileRefusalCodes)[number]

/** A row that does not fit under its heading. */
export const rowShapeCodes = ['row-too-long', 'row-too-short'] as const
export type RowShapeCode = (typeof rowShapeCodes)[number]

/** A cell that cannot be read as what its column holds. */
export const valueRefusalCodes = [
  'text-unreadable',
  'text-too-long',
  'serial-in-scientific-notation',
  'imei-wrong',
  'mac-wrong',
  'date-unreadable',
  'date-ambiguous',
  'amount-unreadable',
  'number-unreadable',
  'kind-unknown',
  'status-unknown',
  'status-needs-proof',
  'personal-device',
] as const
export type ValueRefusalCode = (typeof valueRefusalCodes)[number]

/** A row that reads well and still cannot become or change a device. */
export const planRefusalCodes = [
  'key-missing',
  'placeholder-serial',
  'duplicate-in-file',
  'serial-belongs-to-other',
  'asset-tag-belongs-to-other',
  'imei-belongs-to-other',
  'kind-missing',
  'key-ambiguous',
  'mark-missing',
  'holder-ambiguous',
  'device-has-left',
] as const
export type PlanRefusalCode = (typeof planRefusalCodes)[number]

export type RowRefusalCode = RowShapeCode | ValueRefusalCode | PlanRefusalCode
export const rowRefusalCodes: readonly RowRefusalCode[] = [
  ...rowShapeCodes,
  ...valueRefusalCodes,
  ...planRefusalCodes,
]
