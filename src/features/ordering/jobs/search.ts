// Where a search is done: a small one here, a long one on a thread of its own, so that it holds up
// no request meanwhile.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { match, type Matched } from '../rules/proposals.ts'
import type { SearchInput } from './search-worker.ts'

/** Pairs of need and device that are judged in some ten milliseconds: a thread takes longer to start. */
const FEW = 20_000

export const search = (input: SearchInput): Promise<Matched> =>
  input.needs.length * input.devices.length <= FEW
    ? Promise.resolve(match({ ...input, makingOf: (kind) => input.making[kind]! }))
    : searchApart(input)

export async function searchApart(input: SearchInput): Promise<Matched> {
  const worker = new Worker(await program(), { workerData: input })
  try {
    return await new Promise<Matched>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) =>
        reject(new Error(`the search ended without an answer: ${code}`)),
      )
    })
  } finally {
    await worker.terminate()
  }
}

/** Beside the bundle where the command is built; from its source where it is not, as in tests. */
async function program(): Promise<URL> {
  const built = new URL('./search-worker.js', import.meta.url)
  return existsSync(built) ? built : (bundled ??= bundle())
}
let bundled: Promise<URL> | undefined

async function bundle(): Promise<URL> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./search-worker.ts', import.meta.url))],
    ...{ bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'error' },
  })
  return new URL(`data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`)
}
