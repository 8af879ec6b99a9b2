// What a pass over an nwipe log writes down, before anything is judged.

export interface DriveNotes {
  readonly device: string
  bus: string | null
  model: string | null
  /** From `Found …, S/N=…` and from `… has serial number …`; null when the line is not there. */
  serialFound: string | null
  serialStated: string | null
  noHidden: boolean
  hiddenDetected: boolean
  hiddenUnknown: boolean
  direct: boolean
  cached: boolean
  method: string | null
  timesInvoked: number
  timesFound: number
  startLocal: string | null
  endLocal: string | null
  roundsSeen: number | null
  readonly roundsFinished: Set<number>
  /** `round:pass`, since each must be there once. */
  readonly passesFinished: Set<string>
  readonly passesVerified: Set<string>
  finishedLines: number
  passesPerRound: number | null
  emptyVerified: boolean
  randomVerified: boolean
  patternVerified: boolean
  bytesTotal: number | null
  failed: boolean
  complained: boolean
  contradictory: boolean
}

/** More than any station holds or any method does; a log with more is not judged. */
export const most = { drives: 500, passes: 10_000, sessions: 10_000 }

export interface TableRow {
  readonly flagged: boolean
  readonly cells: readonly string[]
}
export type TableName = 'errors' | 'erased' | 'status'

export interface SessionNotes {
  version: string | null
  optionsSeen: boolean
  verifyMode: 'off' | 'last' | 'all' | null
  rounds: number | null
  readonly drives: Map<string, DriveNotes>
  readonly rows: Record<TableName, Map<string, TableRow>>
  readonly tablesSeen: Set<TableName>
  /** Set when there was more than can be kept, so that nothing here is the whole truth. */
  overfull: boolean
  /** Short names with two rows in one table. */
  readonly rowsTwice: Set<string>
  optionsSummary: string | null
  finalLine: string | null
  hostSerial: string | null
  assetTag: string | null
  /** Drives whose geometry lines are still to come; those lines name no drive. */
  readonly geometryOf: string[]
}

export const newSession = (): SessionNotes => ({
  version: null,
  optionsSeen: false,
  verifyMode: null,
  rounds: null,
  drives: new Map(),
  rows: { errors: new Map(), erased: new Map(), status: new Map() },
  tablesSeen: new Set(),
  overfull: false,
  rowsTwice: new Set(),
  optionsSummary: null,
  finalLine: null,
  hostSerial: null,
  assetTag: null,
  geometryOf: [],
})

export function driveOf(session: SessionNotes, device: string): DriveNotes {
  const known = session.drives.get(device)
  if (known) return known
  const drive: DriveNotes = {
    device,
    bus: null,
    model: null,
    serialFound: null,
    serialStated: null,
    noHidden: false,
    hiddenDetected: false,
    hiddenUnknown: false,
    direct: false,
    cached: false,
    method: null,
    timesInvoked: 0,
    timesFound: 0,
    startLocal: null,
    endLocal: null,
    roundsSeen: null,
    roundsFinished: new Set(),
    passesFinished: new Set(),
    passesVerified: new Set(),
    finishedLines: 0,
    passesPerRound: null,
    emptyVerified: false,
    randomVerified: false,
    patternVerified: false,
    bytesTotal: null,
    failed: false,
    complained: false,
    contradictory: false,
  }
  session.drives.set(device, drive)
  return drive
}
