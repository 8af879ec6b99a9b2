// Runs the real tools. What they answer is kept whole; their exit code is only ever written down.
import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

/** What the station uses, the Debian package of each, and the order they are shown in. */
export const toolPackages = {
  lsblk: 'util-linux',
  blockdev: 'util-linux',
  nwipe: 'nwipe',
  hdparm: 'hdparm',
  nvme: 'nvme-cli',
  smartctl: 'smartmontools',
  lshw: 'lshw',
  dmidecode: 'dmidecode',
} as const
export type ToolName = keyof typeof toolPackages

/** Administrators' tools lie outside the PATH of a plain shell. */
const folders = [...new Set([...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin'])]

function pathOf(tool: string): string | null {
  for (const folder of folders) {
    if (folder === '') continue
    try {
      accessSync(`${folder}/${tool}`, constants.X_OK)
      return `${folder}/${tool}`
    } catch {
      // The next folder.
    }
  }
  return null
}

export const presentTools = (): Set<ToolName> =>
  new Set((Object.keys(toolPackages) as ToolName[]).filter((tool) => pathOf(tool) !== null))

export interface Said {
  readonly stdout: string
  readonly stderr: string
  /** Null: it did not start, or a signal ended it. */
  readonly code: number | null
}

const nothing: Said = { stdout: '', stderr: '', code: null }
/** Larger than any page of these tools, and of a bench with a hundred drives. */
const MOST = 8_000_000

/** Answers what the tool said; a tool that is missing says nothing. */
export async function runTool(
  tool: string,
  args: readonly string[],
  options: {
    readonly timeoutMs?: number
    readonly folder?: string
    readonly started?: (child: ChildProcess) => void
  } = {},
): Promise<Said> {
  const path = pathOf(tool)
  if (!path) return nothing
  const child = spawn(path, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.folder && { cwd: options.folder }),
    // Their tables must not follow the language of the bench.
    env: { ...process.env, LC_ALL: 'C' },
    // Ctrl C at the terminal reaches the station alone, which ends its tools in order.
    detached: true,
  })
  options.started?.(child)
  const timer = options.timeoutMs
    ? setTimeout(() => child.kill('SIGKILL'), options.timeoutMs)
    : undefined
  const pieces = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream]!.setEncoding('utf8').on('data', (text: string) => {
      if (pieces[stream].length < MOST) pieces[stream] += text
    })
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null))
    child.on('close', (ended) => resolve(ended))
  })
  clearTimeout(timer)
  return { ...pieces, code }
}

/** All that a tool said, as a log: the command, its words, and its exit code as a remark. */
export const logOf = (tool: string, args: readonly string[], said: Said): string =>
  `$ ${tool} ${args.join(' ')}\n${said.stdout}${said.stderr}${said.stderr.endsWith('\n') || said.stderr === '' ? '' : '\n'}rc=${said.code ?? 'none'}\n`

/** Version of the Debian package, which knows what the tool calls itself wrongly. */
export async function packageVersion(tool: ToolName): Promise<string | null> {
  const name = toolPackages[tool]
  const said = await runTool('dpkg-query', ['-W', '-f=${Version}', name], { timeoutMs: 10_000 })
  return said.code === 0 && said.stdout ? `${name} ${said.stdout.trim()}` : null
}
