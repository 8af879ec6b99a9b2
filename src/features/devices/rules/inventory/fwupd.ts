// fwupdmgr --json: the firmware of each part, and how well the host is secured.
import { isObject, nameIn, objectsIn, textIn, type JsonObject } from './read.ts'
import { emptyInventory, type Inventory } from './shape.ts'

export function readFwupd(json: JsonObject): Inventory | null {
  const devices = objectsIn(json['Devices']).filter((device) => 'DeviceId' in device)
  const security = 'SecurityAttributes' in json || 'HostSecurityId' in json
  // On a virtual machine `fwupdmgr security` answers with an error and nothing else.
  const error = isObject(json['Error']) && 'Domain' in json['Error'] && 'Message' in json['Error']
  if (devices.length === 0 && !security && !error) return null
  return {
    ...emptyInventory('fwupd'),
    firmware: devices.map((device) => ({
      name: textIn(device['Name']),
      vendor: textIn(device['Vendor']),
      version: textIn(device['Version']),
      serial: nameIn(device['Serial']),
    })),
    hostSecurity: textIn(json['HostSecurityId'])?.split(' ')[0] ?? null,
  }
}
