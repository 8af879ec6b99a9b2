// The search for the best devices, on a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { match, type Making, type MatchInput } from '../rules/proposals.ts'

/** Functions do not go between threads: what a new one takes comes as a table by kind. */
export type SearchInput = Omit<MatchInput, 'makingOf'> & {
  readonly making: Readonly<Record<string, Making>>
}

const { making, ...input } = workerData as SearchInput
parentPort!.postMessage(match({ ...input, makingOf: (kind) => making[kind]! }))
