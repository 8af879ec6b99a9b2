// Snapshots of eReuse Workbench: older ones list components, newer ones carry other tools' output
// as text. An erasure in one is a claim; `erase: []` says nothing.
import { readDmidecode } from './dmidecode.ts'
import { readInxi } from './inxi.ts'
import { isObject, jsonIn, nameIn, objectsIn, textIn, type JsonObject } from './read.ts'
import { emptyInventory, type DriveFacts, type ErasureClaim, type Inventory } from './shape.ts'
import { readSmartctl } from './smartctl.ts'

function readTools(tools: JsonObject): Inventory {
  const dmidecode = readDmidecode(textIn(tools['dmidecode']) ?? '')
  const inxi = readInxi(jsonIn(tools['inxi']))
  const smart = objectsIn(jsonIn(tools['smartctl'])).map(readSmartctl)
  const drives = smart.flatMap((inventory) => inventory?.drives ?? [])
  return {
    ...emptyInventory('ereuse'),
    system: dmidecode?.system ?? inxi?.system ?? null,
    biosVersion: dmidecode?.biosVersion ?? null,
    memory: dmidecode?.memory ?? [],
    drives,
    health: smart.flatMap((inventory) => inventory?.health ?? []),
    batteries: inxi?.batteries ?? [],
  }
}

function driveOf(component: JsonObject): DriveFacts {
  return {
    device: null,
    model: textIn(component['model']),
    serial: nameIn(component['serialNumber']),
    // In mebibytes, rounded.
    bytes: typeof component['size'] === 'number' ? component['size'] * 2 ** 20 : null,
    bytesExact: false,
    bus: textIn(component['interface']),
    rotational: null,
    inUse: false,
  }
}

function claimOf(component: JsonObject): ErasureClaim | null {
  const erasure = component['erasure']
  if (!isObject(erasure)) return null
  const success = erasure['success']
  return {
    type: textIn(erasure['@type'])?.replace(/^.*:/, '') ?? null,
    steps: objectsIn(erasure['steps']).map((step) => textIn(step['@type']) ?? ''),
    success: typeof success === 'boolean' ? success : null,
    start: textIn(erasure['startingTime']),
    end: textIn(erasure['endingTime']),
  }
}

function readComponents(snapshot: JsonObject): Inventory | null {
  const device = snapshot['device']
  if (!isObject(device)) return null
  const drives = objectsIn(snapshot['components']).filter((component) =>
    /(?:HardDrive|SolidStateDrive|DataStorage)$/.test(
      textIn(component['@type']) ?? textIn(component['type']) ?? '',
    ),
  )
  return {
    ...emptyInventory('ereuse'),
    system: {
      manufacturer: nameIn(device['manufacturer']),
      model: nameIn(device['model']),
      serial: nameIn(device['serialNumber']),
      uuid: null,
      sku: null,
      assetTag: null,
    },
    drives: drives.map(driveOf),
    claims: drives.map(claimOf).filter((claim) => claim !== null),
  }
}

export function readEreuse(json: JsonObject): Inventory | null {
  const kind = textIn(json['type']) ?? textIn(json['@type']) ?? ''
  const body = isObject(json['data']) ? json['data'] : null
  // Wrapped as a verifiable credential, the tools lie one level deeper.
  const inner = body && isObject(body['data']) ? body['data'] : body
  if (inner && ('smartctl' in inner || 'dmidecode' in inner)) return readTools(inner)
  return kind.endsWith('Snapshot') ? readComponents(json) : null
}
