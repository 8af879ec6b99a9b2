// What every way of wiping takes and answers.
import type { ChildProcess } from 'node:child_process'
import type { MethodName } from '../../features/erasure/rules/station/methods.ts'
import type { ReadDrive } from '../hardware.ts'

export interface WipeAsked {
  readonly drive: ReadDrive
  readonly method: MethodName
  /** Of this run alone. */
  readonly folder: string
  /** Written down before it has time to write, so that a next start can end it. */
  readonly started: (child: ChildProcess) => void
  /** 0 to 1, where the drive itself tells; otherwise the kernel's counts do. */
  readonly progress: (part: number) => void
  readonly stopped: () => boolean
}

export interface WipeLog {
  readonly role: 'wipe' | 'identityAfter' | 'hardware'
  readonly name: string
  readonly text: string
}

export interface Wiped {
  readonly logs: readonly WipeLog[]
  /** The command was not even taken: what a status page says is then of another time. */
  readonly failed: boolean
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** A drive answers while it sanitises, but is not hurried by it. */
export const POLL_MS = 2000
