// smartctl -j: who the drive is and how it fares.
import { isObject, nameIn, numberIn, objectsIn, textIn, type JsonObject } from './read.ts'
import { emptyInventory, type DriveFacts, type DriveHealth, type Inventory } from './shape.ts'

const inside = (json: JsonObject, name: string): JsonObject => {
  const value = json[name]
  return isObject(value) ? value : {}
}

/** Raw value of an ATA attribute; 5 is reallocated sectors, 197 those that wait for it. */
function attribute(json: JsonObject, id: number): number | null {
  const table = objectsIn(inside(json, 'ata_smart_attributes')['table'])
  const row = table.find((line) => line['id'] === id)
  return row ? numberIn(inside(row, 'raw')['value']) : null
}

function healthOf(json: JsonObject): DriveHealth {
  const nvme = inside(json, 'nvme_smart_health_information_log')
  const passed = inside(json, 'smart_status')['passed']
  const smartctl = inside(json, 'smartctl')
  const device = inside(json, 'device')
  return {
    device: textIn(device['name']),
    model: textIn(json['model_name']) ?? textIn(json['scsi_model_name']),
    serial: nameIn(json['serial_number']),
    bytes: numberIn(inside(json, 'user_capacity')['bytes']),
    protocol: textIn(device['protocol']),
    rotationRate: numberIn(json['rotation_rate']),
    powerOnHours: numberIn(inside(json, 'power_on_time')['hours']),
    passed: typeof passed === 'boolean' ? passed : null,
    reallocated: attribute(json, 5),
    pending: attribute(json, 197),
    nvmePercentUsed: numberIn(nvme['percentage_used']),
    nvmeAvailableSpare: numberIn(nvme['available_spare']),
    exitStatus: numberIn(smartctl['exit_status']),
    firstMessage: textIn(objectsIn(smartctl['messages'])[0]?.['string']),
  }
}

function driveOf(health: DriveHealth): DriveFacts {
  const { device, model, serial, bytes, protocol, rotationRate } = health
  const rotational = rotationRate === null ? (protocol === 'NVMe' ? false : null) : rotationRate > 0
  return { device, model, serial, bytes, bytesExact: true, bus: protocol, rotational, inUse: false }
}

export function readSmartctl(json: JsonObject): Inventory | null {
  if (!isObject(json['smartctl'])) return null
  const devices = objectsIn(json['devices'])
  if (devices.length > 0) {
    const drives = devices.map((device): DriveFacts => ({
      ...driveOf(healthOf({ device })),
      rotational: null,
    }))
    return { ...emptyInventory('smartctl-scan'), drives }
  }
  const health = healthOf(json)
  // Nothing but a message, as over a USB bridge that smartctl does not know.
  const drives = health.model === null && health.serial === null ? [] : [driveOf(health)]
  return { ...emptyInventory('smartctl'), drives, health: [health] }
}
