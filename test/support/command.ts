// The `omlopp` command as people run it: a process with a data folder and a port of its own.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync } from 'node:fs'
import { mkdir, rm, rmdir } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Run {
  readonly child: ChildProcess
  readonly said: () => string
  readonly printed: () => string
  /** Exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>
}

export interface RunOptions {
  readonly data?: string
  readonly port?: number
  readonly uid?: number | undefined
  readonly env?: Readonly<Record<string, string>>
}

/** Builds once before several test files start the command, since they would build at once. */
export async function build(): Promise<void> {
  const lock = join(
    tmpdir(),
    `omlopp-build-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`,
  )
  const until = Date.now() + 120_000
  while (
    !(await mkdir(lock).then(
      () => true,
      () => Date.now() > until,
    ))
  )
    await pause(50)
  try {
    const source = `import { buildCommand, buildWeb } from ${JSON.stringify(join(root, 'scripts/build.mjs'))}
      await buildCommand(); await buildWeb()`
    const { ended, said } = start(process.execPath, ['--input-type=module', '-e', source], {})
    if ((await ended) !== 0) throw new Error(said())
  } finally {
    await rmdir(lock).catch(() => {})
  }
}

export const omlopp = (args: readonly string[], options: RunOptions = {}): Run =>
  start(process.execPath, [join(root, 'bin/omlopp.mjs'), ...args], options)

function start(
  program: string,
  args: readonly string[],
  { data, port, uid, env }: RunOptions,
): Run {
  const { DATABASE_URL: _url, VITEST: _vitest, NODE_OPTIONS: _options, ...rest } = process.env
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
    env: {
      ...rest,
      ...(data ? { OMLOPP_DATA: data, HOME: data } : {}),
      ...(port ? { PORT: String(port) } : {}),
      ...env,
    },
  })
  let said = ''
  let printed = ''
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  child.stdout.on('data', (piece: Buffer) => (printed += piece.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, said: () => said, printed: () => printed }
}

/** Until the server has told its address; what it said when it ended before that. */
export async function listening(run: Run, port: number): Promise<string> {
  const address = `http://localhost:${port}`
  const until = Date.now() + 180_000
  while (!run.said().includes(`Omlopp  ${address}`)) {
    if (run.child.exitCode !== null || run.child.signalCode !== null || Date.now() > until)
      throw new Error(`It did not come up:\n${run.said()}`)
    await pause(10)
  }
  return address
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

export function newFolder(uid?: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'omlopp-test-'))
  if (uid !== undefined) chownSync(folder, uid, uid)
  // Root starts the database as nobody, who must reach its folder.
  else if (process.getuid?.() === 0) chmodSync(folder, 0o755)
  return folder
}

export const dropFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
