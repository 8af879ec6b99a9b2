import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeWhole } from '../../features/devices/reading/decode.ts'
import { parseInventory } from '../../features/devices/rules/inventory/parse.ts'
import { inventoryReport } from '../../features/devices/rules/inventory/report.ts'
import type { Inventory } from '../../features/devices/rules/inventory/shape.ts'
import { readCaptures, type Capture } from '../captures.ts'
import type { Command } from '../main.ts'
import { printJson, Refused } from '../talk.ts'

export const inventory: Command = {
  usage: 'inventory FILE… --json',
  about:
    'Reads captures of hardware (lshw, dmidecode, smartctl, lsblk …); captures of one machine complete each other.',
  run: async (args) => {
    const { positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    })
    if (positionals.length === 0)
      throw new Refused('Say which files: omlopp inventory FILE… --json')
    printJson(await readInventoryFiles(positionals))
  },
}

const parse = (bytes: Uint8Array): Inventory | null => parseInventory(decodeWhole(bytes).text)

/** What each capture says, by its name; null is a file that no tool we know wrote. */
export async function readInventoryFiles(
  paths: readonly string[],
): Promise<Record<string, object>> {
  const captures = await readCaptures(paths)
  const parsed = new Map(captures.map((capture) => [capture.path, parse(capture.bytes)]))
  const printed: Record<string, object> = {}
  for (const capture of captures) {
    const read = parsed.get(capture.path)
    if (!read) {
      printed[capture.name] = { format: 'unknown' }
      continue
    }
    const given = captures.filter((other) => other !== capture && stemOf(other) === stemOf(capture))
    const beside =
      given.length > 0 ? given.map((other) => parsed.get(other.path)) : await lyingBeside(capture)
    printed[capture.name] = inventoryReport(
      read,
      beside.filter((one) => one !== null && one !== undefined),
    )
  }
  return printed
}

/** A station writes the captures of one machine under one name: `7QW1XY2.lshw.json`, `7QW1XY2.lsblk.json`. */
const stemOf = ({ path }: Pick<Capture, 'path'>): string =>
  join(dirname(path), basename(path).split('.')[0]!)

async function lyingBeside(capture: Capture): Promise<(Inventory | null)[]> {
  const folder = dirname(capture.path)
  const paths = (await readdir(folder))
    .map((name) => join(folder, name))
    .filter((path) => path !== capture.path && /\.(?:json|txt|ini)$/.test(path))
    .filter((path) => stemOf({ path }) === stemOf(capture))
  return Promise.all(paths.sort().map(async (path) => parse(await readFile(path))))
}
