// What the endpoints of the import answer, under the names that the pages use.
import type { Input, Output } from '../../../../core/endpoint.ts'
import type { importApi } from '../../api/import.ts'

export type Run = Output<typeof importApi.getImport>
export type Preview = Output<typeof importApi.getImportMapping>
export type MappedColumn = Preview['columns'][number]
export type OutcomeRow = Output<typeof importApi.listImportRows>['items'][number]
export type MappingBody = Input<typeof importApi.mapImport>['body']

/** The whole of what is chosen, since a mapping replaces the one before. */
export const bodyOf = (preview: Preview, change: MappingBody = {}): MappingBody => ({
  ...(preview.preset !== null && { preset: preview.preset }),
  columns: preview.columns.map(({ column, field, unit }) => ({ column, field, unit })),
  key: preview.key,
  dateOrder: preview.dateOrder,
  words: preview.words,
  ...(preview.chosen as MappingBody),
  ...change,
})
