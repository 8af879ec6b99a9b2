// Importing a list of devices: send in, map, check, start, stop, and see what came of each row.
import { Type } from 'typebox'
import {
  Choice,
  Closed,
  endpoint,
  InstantType,
  Nullable,
  PageOf,
  PageQuery,
  UuidType,
} from '../../../core/endpoint.ts'
import { importFieldNames, importStatuses } from '../rules/import/fields.ts'
import { importKeys } from '../rules/import/plan.ts'
import { fileRefusalCodes } from '../rules/import/refusals.ts'
import { importOutcomes, importStates, importWorks } from '../rules/import/run.ts'
import { deviceKinds } from '../rules/kinds.ts'

const Count = Type.Integer({ minimum: 0 })
const Counts = Closed({
  rows: Count,
  created: Count,
  updated: Count,
  unchanged: Count,
  refused: Count,
  /** Rows that differ in holder, unit, place or status: shown, never applied. */
  notApplied: Count,
})
const mappingGrounds = ['preset', 'title', 'values', 'saved'] as const
const formats = ['csv', 'xlsx', 'json'] as const
const units = ['bytes', 'megabytes', 'gigabytes'] as const
const dateOrders = ['dmy', 'mdy', 'ymd'] as const

const DeviceImport = Closed({
  id: UuidType(),
  fileName: Type.String(),
  fileSize: Count,
  format: Choice(formats),
  preset: Nullable(Type.String()),
  key: Choice(importKeys),
  state: Choice(importStates),
  /** What is at work or was last: the dry run or the import itself. */
  work: Choice(importWorks),
  rowsTotal: Nullable(Count),
  counts: Counts,
  /** What the dry run said. */
  checked: Nullable(Counts),
  secondsLeft: Nullable(Count),
  refusal: Nullable(Closed({ code: Type.String(), message: Type.String() })),
  uploadedAt: InstantType(),
  startedAt: Nullable(InstantType()),
  finishedAt: Nullable(InstantType()),
  version: Type.Integer(),
})

const ImportPreview = Closed({
  id: UuidType(),
  format: Choice(formats),
  encoding: Nullable(Type.String()),
  delimiter: Nullable(Type.String()),
  sheets: Type.Array(Type.String()),
  headings: Type.Array(Type.String()),
  headingRow: Type.Integer(),
  sampleRows: Type.Array(Type.Array(Type.String())),
  preset: Nullable(Type.String()),
  presetConfidence: Type.Number(),
  presets: Type.Array(Closed({ id: Type.String(), name: Type.String() })),
  columns: Type.Array(
    Closed({
      column: Count,
      field: Choice(importFieldNames),
      unit: Nullable(Choice(units)),
      confidence: Type.Number(),
      /** What the proposal goes by; null when somebody has chosen. */
      ground: Nullable(Choice(mappingGrounds)),
    }),
  ),
  dateOrder: Choice(dateOrders),
  key: Choice(importKeys),
  keyIsMapped: Type.Boolean(),
  sheet: Nullable(Type.String()),
  /** Rows read to make the proposal; `more` when the file goes on. */
  rowsSeen: Count,
  more: Type.Boolean(),
  /** What the words of the file mean, beyond those that are known. */
  words: Closed({
    kind: Type.Record(Type.String(), Choice(deviceKinds)),
    status: Type.Record(Type.String(), Choice(importStatuses)),
  }),
  /** What has been chosen of how to read the file and what to do with its cells. */
  chosen: Closed({
    encoding: Type.Optional(Type.String()),
    delimiter: Type.Optional(Type.String()),
    sheet: Type.Optional(Type.String()),
    headingRow: Type.Optional(Type.Integer()),
    emptyClears: Type.Optional(Type.Boolean()),
    defaultKind: Type.Optional(Type.String()),
  }),
  /** Name of the saved mapping that fits these headings and has been applied. */
  saved: Nullable(Type.String()),
  notApplied: Type.String(),
})

const fileRefusals = [...fileRefusalCodes, 'preset-unknown'] as const
const importId = Closed({ importId: UuidType() })
const words = <const T extends readonly string[]>(meanings: T) =>
  Type.Optional(Type.Record(Type.String({ maxLength: 200 }), Choice(meanings)))

export const importApi = {
  sendImport: endpoint({
    method: 'POST',
    path: '/device-imports',
    permission: 'devices.import',
    summary: 'Sends in a list of devices (CSV, XLSX or JSON) and answers how it reads.',
    upload: true,
    output: ImportPreview,
    refusals: fileRefusals,
    status: 201,
  }),
  getImportMapping: endpoint({
    method: 'GET',
    path: '/device-imports/{importId}/mapping',
    permission: 'devices.import',
    summary: 'How the file of an import is read, as it stands: while its file is kept.',
    params: importId,
    output: ImportPreview,
    refusals: [...fileRefusals, 'import-not-found'],
  }),
  listImportWords: endpoint({
    method: 'GET',
    path: '/device-imports/{importId}/words',
    permission: 'devices.import',
    summary: 'Words for kind and status that the last run did not know, the commonest first.',
    params: importId,
    output: Closed({
      items: Type.Array(
        Closed({ field: Choice(['kind', 'status']), word: Type.String(), rows: Count }),
      ),
      next: Type.Null(),
    }),
    refusals: ['import-not-found'],
  }),
  mapImport: endpoint({
    method: 'PUT',
    path: '/device-imports/{importId}/mapping',
    permission: 'devices.import',
    summary: 'Says what the columns mean and which key tells devices apart; may save it by name.',
    params: importId,
    body: Closed({
      preset: Type.Optional(Nullable(Type.String({ maxLength: 60 }))),
      columns: Type.Optional(
        Type.Array(
          Closed({
            column: Type.Integer({ minimum: 0, maximum: 2000 }),
            field: Choice(importFieldNames),
            unit: Type.Optional(Nullable(Choice(units))),
          }),
          { maxItems: 200 },
        ),
      ),
      key: Type.Optional(Choice(importKeys)),
      dateOrder: Type.Optional(Choice(dateOrders)),
      words: Type.Optional(Closed({ kind: words(deviceKinds), status: words(importStatuses) })),
      encoding: Type.Optional(Type.String({ maxLength: 20 })),
      delimiter: Type.Optional(Choice([',', ';', '\t', '|'])),
      sheet: Type.Optional(Type.String({ maxLength: 200 })),
      headingRow: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      /** Empty cells wipe what the register has; never unless said. */
      emptyClears: Type.Optional(Type.Boolean()),
      defaultKind: Type.Optional(Choice(deviceKinds)),
      saveAs: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    }),
    output: ImportPreview,
    refusals: [
      ...fileRefusals,
      'import-not-found',
      'import-state-forbids',
      'import-key-missing',
      'import-column-unknown',
    ],
  }),
  checkImport: endpoint({
    method: 'POST',
    path: '/device-imports/{importId}/check',
    permission: 'devices.import',
    summary: 'Tries the whole file against the register and writes nothing to it.',
    params: importId,
    output: DeviceImport,
    refusals: ['import-not-found', 'import-state-forbids', 'import-key-missing'],
    status: 202,
  }),
  startImport: endpoint({
    method: 'POST',
    path: '/device-imports/{importId}/start',
    permission: 'devices.import',
    summary: 'Imports the file, or goes on where a stopped import was.',
    params: importId,
    output: DeviceImport,
    refusals: ['import-not-found', 'import-state-forbids', 'import-key-missing'],
    status: 202,
  }),
  stopImport: endpoint({
    method: 'POST',
    path: '/device-imports/{importId}/stop',
    permission: 'devices.import',
    summary: 'Stops after the batch at hand; what has been imported stays.',
    params: importId,
    output: DeviceImport,
    refusals: ['import-not-found', 'import-state-forbids'],
    status: 202,
  }),
  getImport: endpoint({
    method: 'GET',
    path: '/device-imports/{importId}',
    permission: 'devices.import',
    summary: 'State, progress and counts of one import.',
    params: importId,
    output: DeviceImport,
    refusals: ['import-not-found'],
  }),
  listImports: endpoint({
    method: 'GET',
    path: '/device-imports',
    permission: 'devices.import',
    summary: 'Imports, newest first.',
    query: Closed(PageQuery),
    output: PageOf(DeviceImport),
    refusals: ['cursor-unknown'],
  }),
  listImportReasons: endpoint({
    method: 'GET',
    path: '/device-imports/{importId}/reasons',
    permission: 'devices.import',
    summary: 'Why rows are refused: how many for each reason and column, the most first.',
    params: importId,
    output: Closed({
      items: Type.Array(
        Closed({
          code: Type.String(),
          heading: Nullable(Type.String()),
          rows: Count,
          /** The first of them in the file, and what is said of it. */
          row: Type.Integer(),
          message: Type.String(),
        }),
      ),
    }),
    refusals: ['import-not-found'],
  }),
  listImportRows: endpoint({
    method: 'GET',
    path: '/device-imports/{importId}/rows',
    permission: 'devices.import',
    summary: 'Every refused row with its reason, and a sample of the differences.',
    params: importId,
    query: Closed({
      ...PageQuery,
      outcome: Type.Optional(Choice(importOutcomes)),
      /** Only what is refused for this reason. */
      code: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    output: PageOf(
      Closed({
        /** As the file counts it; the heading is row 1. */
        row: Type.Integer(),
        outcome: Choice(importOutcomes),
        code: Nullable(Type.String()),
        message: Nullable(Type.String()),
        heading: Nullable(Type.String()),
        value: Nullable(Type.String()),
        firstRow: Nullable(Type.Integer()),
        deviceId: Nullable(UuidType()),
        device: Nullable(Type.String()),
        changes: Type.Array(
          Closed({
            field: Choice(importFieldNames),
            from: Nullable(Type.String()),
            to: Nullable(Type.String()),
            applied: Type.Boolean(),
          }),
        ),
      }),
    ),
    refusals: ['import-not-found', 'cursor-unknown'],
  }),
  listImportMappings: endpoint({
    method: 'GET',
    path: '/device-import-mappings',
    permission: 'devices.import',
    summary: 'Mappings that the organisation has saved.',
    output: Closed({
      items: Type.Array(
        Closed({
          name: Type.String(),
          preset: Nullable(Type.String()),
          key: Choice(importKeys),
          columns: Count,
          savedAt: InstantType(),
        }),
      ),
    }),
    refusals: [],
  }),
}
