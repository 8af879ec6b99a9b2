// Overwriting with the real nwipe, one process and one log for each drive.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { invariant } from '../../core/result.ts'
import { runTool } from '../tools.ts'
import type { WipeAsked, Wiped } from './wipe.ts'

export const nwipeLogIn = (folder: string) => join(folder, 'nwipe.log')

export async function wipeWithNwipe({ drive, method, folder, started }: WipeAsked): Promise<Wiped> {
  // `nwipe --autonuke` without a device wipes every drive that it finds.
  invariant(/^\/dev\/[A-Za-z0-9/_-]+$/.test(drive.path), 'nwipe is told which drive')
  const log = nwipeLogIn(folder)
  const pattern =
    method === 'overwrite-random' ? ['--method=random'] : ['--method=zero', '--noblank']
  const flags = ['--autonuke', '--nogui', '--nowait', ...pattern, '--verify=last', '--rounds=1']
  // It lays its PDF in the folder where it stands.
  await runTool('nwipe', [...flags, `--logfile=${log}`, drive.path], { folder, started })
  return { logs: [{ role: 'wipe', name: 'nwipe.log', text: readLog(log) }], failed: false }
}

export const readLog = (path: string): string =>
  existsSync(path) ? readFileSync(path, 'utf8') : ''

/** Bytes that pass over the wire: each pass, the blanking and the verification. */
export const bytesToMove = (bytes: number, random: boolean): number => bytes * (random ? 3 : 2)

export async function nwipeVersion(): Promise<string | null> {
  const said = await runTool('nwipe', ['-V'], { timeoutMs: 10_000 })
  return /(?:version\s+|nwipe\s+)(\d+\.\d+\S*)/i.exec(said.stdout + said.stderr)?.[1] ?? null
}
