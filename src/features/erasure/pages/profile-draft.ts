// A profile as it is being written: every field is text, and words stand in one line.
import type { Input } from '../../../core/endpoint.ts'
import type { api } from '../api/profiles.ts'
import { profileFields, type ProfileField } from '../rules/evidence/profile.ts'

type Body = Input<typeof api.addReportProfile>['body']

export interface Draft {
  readonly name: string
  readonly tool: string
  readonly format: 'csv' | 'xml'
  readonly row: string
  readonly fields: Readonly<Partial<Record<ProfileField, string>>>
  readonly success: string
}

/** No column is named so: the choice that the report does not hold the field. */
export const noPlace = '\u0000'

export const draftOf = (profile: Body | null): Draft => ({
  name: profile?.name ?? '',
  tool: profile?.tool ?? '',
  format: profile?.format ?? 'csv',
  row: profile?.row ?? '',
  fields: profile?.fields ?? {},
  success: profile?.success.join(', ') ?? '',
})

export function bodyOf({ name, tool, format, row, fields, success }: Draft): Body {
  const named = profileFields.flatMap((field) => {
    const place = fields[field]?.trim()
    return place ? [[field, place] as const] : []
  })
  return {
    name: name.trim(),
    tool: tool.trim(),
    format,
    ...(format === 'xml' && row.trim() && { row: row.trim() }),
    fields: Object.fromEntries(named),
    success: success
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  }
}
