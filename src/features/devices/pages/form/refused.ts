/** The field that a refusal is about, so that the sentence stands at it. */
const fields: Readonly<Record<string, string>> = {
  'serial-taken': 'serialNumber',
  'placeholder-serial': 'serialNumber',
  'mark-missing': 'serialNumber',
  'asset-tag-taken': 'assetTag',
  'imei-taken': 'imei',
}
export const fieldOfRefusal = (code: string): string | undefined => fields[code]
