// Reads a drive, and the computer around it, with the real tools and the readers of the register.
import { parseInventory } from '../features/devices/rules/inventory/parse.ts'
import type { SystemFacts } from '../features/devices/rules/inventory/shape.ts'
import { parseEvidence } from '../features/erasure/rules/evidence/parse.ts'
import type { MediumKind } from '../features/erasure/rules/gate.ts'
import {
  readAtaIdentity,
  readNativeSize,
  type AtaIdentity,
  type NativeSize,
} from '../features/erasure/rules/station/ata.ts'
import type { ListedDrive } from './rules/exclude.ts'
import { logOf, runTool, toolPackages, type ToolName } from './tools.ts'

export interface Capture {
  readonly role: 'identityBefore' | 'identityAfter' | 'nativeSize' | 'hardware'
  readonly name: string
  readonly text: string
}

export interface ReadDrive extends ListedDrive {
  readonly kind: MediumKind
  /** As lsblk names it, where the drive itself was asked as well. */
  readonly lsblkSerial: string | null
  readonly ata: AtaIdentity | null
  readonly nativeSize: NativeSize | null
  readonly nvme: { readonly fna: number; readonly sanicap: number } | null
  readonly reallocated: number | null
  readonly pending: number | null
  /** Null: smartctl did not say. */
  readonly healthy: boolean | null
  readonly captures: readonly Capture[]
}

const SECONDS = { timeoutMs: 60_000 }

export async function readDrive(drive: ListedDrive): Promise<ReadDrive> {
  const smart = await runTool('smartctl', ['-j', '-x', drive.path], SECONDS)
  const inventory = parseInventory(smart.stdout)
  const [health] = inventory?.health ?? []
  const isNvme = drive.name.startsWith('nvme')
  const identity = await identify(drive)
  const ata = isNvme ? null : readAtaIdentity(identity)
  const native = isNvme ? null : await runTool('hdparm', ['-N', drive.path], SECONDS)
  const evidence = isNvme ? parseEvidence(identity) : null
  const controller = evidence?.format === 'nvme-id-ctrl' ? evidence.controller : null
  const rotational =
    health?.rotationRate === null || health?.rotationRate === undefined
      ? drive.rotational
      : health.rotationRate > 0
  const captures: Capture[] = [
    { role: 'identityBefore', name: isNvme ? 'nvme id-ctrl' : 'hdparm -I', text: identity },
    {
      role: 'nativeSize',
      name: 'hdparm -N',
      text: native ? `${native.stdout}${native.stderr}` : '',
    },
    { role: 'hardware', name: 'smartctl -j -x', text: smart.stdout },
  ]
  return {
    ...drive,
    model: drive.model ?? controller?.model ?? ata?.model ?? health?.model ?? null,
    serial: controller?.serial || ata?.serial || health?.serial || drive.serial,
    lsblkSerial: drive.serial,
    // A loop device says that it does not turn, which tells nothing of what lies under it.
    kind:
      drive.transport === null || rotational === null
        ? 'unknown'
        : rotational
          ? 'magnetic'
          : 'flash',
    transport: isNvme ? 'nvme' : drive.transport,
    ata,
    nativeSize: native ? readNativeSize(native.stdout) : null,
    nvme: controller && { fna: controller.fna, sanicap: controller.sanicap },
    reallocated: health?.reallocated ?? null,
    pending: health?.pending ?? null,
    healthy: health?.passed ?? null,
    captures: captures.filter(({ text }) => text.trim() !== ''),
  }
}

/** What the drive says of itself: `hdparm -I`, or `nvme id-ctrl`. */
export async function identify(drive: Pick<ListedDrive, 'name' | 'path'>): Promise<string> {
  if (drive.name.startsWith('nvme'))
    return (await runTool('nvme', ['id-ctrl', '-o', 'json', drive.path], SECONDS)).stdout
  const said = await runTool('hdparm', ['-I', drive.path], SECONDS)
  return said.code === null ? '' : logOf('hdparm', ['-I', drive.path], said)
}

/** The computer that the station runs on: the bench, or the very device that is being erased. */
export async function readComputer(): Promise<SystemFacts | null> {
  const [dmidecode, lshw] = await Promise.all([
    runTool('dmidecode', [], SECONDS),
    runTool('lshw', ['-json', '-quiet'], SECONDS),
  ])
  return parseInventory(dmidecode.stdout)?.system ?? parseInventory(lshw.stdout)?.system ?? null
}

export const missingTools = (present: ReadonlySet<ToolName>): ToolName[] =>
  (Object.keys(toolPackages) as ToolName[]).filter((tool) => !present.has(tool))
