// One pass over an nwipe log: where runs begin and end, and the three tables at the foot of each.
import { linesOf } from '../lines.ts'
import { readMessage } from './messages.ts'
import { most, newSession, type SessionNotes, type TableName } from './notes.ts'

const stamped =
  /^\[(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d)\] {1,5}(notice|info|warning|error|fatal|debug): ?(.*)$/
const throughput = /^\[\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\] Total Throughput .*, ([^,\s]+)\s*$/
const heading = /^\*{5,}(?: (Error Summary|Erasure Summary|Drive Status) \*{5,})?$/
const row = /^(!?)\s*([^\s|!][^\s|]*)\s*\|(.*)$/

const tables: Record<string, TableName> = {
  'Error Summary': 'errors',
  'Erasure Summary': 'erased',
  'Drive Status': 'status',
}

/**
 * nwipe appends to its log. A run begins with `nwipe X.Y`; 0.34 writes that line to the screen
 * only, so a run also begins with whatever follows a closing line, and where drives are found
 * again after the options were listed.
 */
function beginsRun(session: SessionNotes, message: string): boolean {
  if (session.finalLine !== null) return message.trim() !== ''
  const something = session.drives.size > 0 || session.tablesSeen.size > 0 || session.optionsSeen
  if (/^nwipe \d\S*$/.test(message)) return session.version !== null || something
  if (message.startsWith('Found /dev/') || message.startsWith('  banner '))
    return session.optionsSeen || session.tablesSeen.size > 0
  return false
}

function readRow(session: SessionNotes, table: TableName, line: string): void {
  const match = row.exec(line)
  if (!match || match[2] === 'Device') return
  const name = match[2] ?? ''
  if (session.rows[table].has(name)) session.rowsTwice.add(name)
  if (session.rows[table].size >= most.drives) {
    session.overfull = true
    return
  }
  const cells = (match[3] ?? '').split('|').map((cell) => cell.trim())
  session.rows[table].set(name, { flagged: match[1] === '!', cells })
}

/** The runs in the text, or null when there are more than any station has logged in one file. */
export function readSessions(text: string): SessionNotes[] | null {
  const sessions: SessionNotes[] = []
  let session = newSession()
  let table: TableName | null = null
  const close = (): void => {
    if (session.drives.size > 0 || session.optionsSeen || session.version !== null)
      sessions.push(session)
    session = newSession()
    table = null
  }
  for (const line of linesOf(text)) {
    const first = line[0]
    if (first === '[') {
      const match = stamped.exec(line)
      if (match) {
        const [, stamp = '', level = '', message = ''] = match
        if (beginsRun(session, message)) close()
        if (sessions.length > most.sessions) return null
        readMessage(session, stamp, level, message)
      } else session.optionsSummary = throughput.exec(line)?.[1] ?? session.optionsSummary
    } else if (first === '*') {
      const title = heading.exec(line)
      if (title) table = title[1] === undefined ? null : (tables[title[1]] ?? null)
      if (title && table) session.tablesSeen.add(table)
    } else if (table !== null && line.includes('|')) readRow(session, table, line)
  }
  close()
  return sessions
}
