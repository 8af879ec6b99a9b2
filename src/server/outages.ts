// What is neither the caller's fault nor a mistake of ours: the disk is full, or the database is away.

/** SQLSTATE of PostgreSQL and codes of the system: what could not be written has not been. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT'])

/** It is starting, stopping or not there; what was on its way may have been kept or not. */
const AWAY = new Set([
  ...['57P01', '57P02', '57P03', '08000', '08003', '08006', '53300'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
])
const BROKEN = /^Connection terminated|^Client has encountered a connection error/

export function outageOf(error: unknown): 'disk-full' | 'database-away' | null {
  const {
    code = '',
    message = '',
    syscall,
  } = error as {
    code?: string
    message?: string
    syscall?: string
  }
  if (FULL.has(code)) return 'disk-full'
  // A unix socket that is gone is a file that is missing, and only then.
  const gone = code === 'ENOENT' && syscall === 'connect'
  return AWAY.has(code) || gone || BROKEN.test(message) ? 'database-away' : null
}
