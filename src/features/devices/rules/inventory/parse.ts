// Which tool described this machine?
import { readPowerSupply, readUpower } from './batteries.ts'
import { readDmidecode } from './dmidecode.ts'
import { readEreuse } from './ereuse.ts'
import { readFwupd } from './fwupd.ts'
import { readInxi } from './inxi.ts'
import { readLsblk, readLscpu, readNvmeList } from './lists.ts'
import { readLshw } from './lshw.ts'
import { isObject, jsonIn } from './read.ts'
import type { Inventory } from './shape.ts'
import { readSmartctl } from './smartctl.ts'

const longestText = 5_000_000

/** Reads a capture of hardware; null when no tool we know wrote it. Never throws. */
export function parseInventory(text: string): Inventory | null {
  const json = jsonIn(text)
  if (isObject(json)) {
    const read = readSmartctl(json) ?? readLsblk(json) ?? readNvmeList(json) ?? readLscpu(json)
    return read ?? readFwupd(json) ?? readEreuse(json) ?? readLshw(json)
  }
  if (Array.isArray(json)) return readInxi(json) ?? readLshw(json)
  if (text.length > longestText) return null
  return readDmidecode(text) ?? readUpower(text) ?? readPowerSupply(text)
}
