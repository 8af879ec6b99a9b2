// Battery health from power_supply, upower and inxi: full against design, in one unit.
import { nameIn } from './read.ts'
import { emptyInventory, type BatteryFacts, type Inventory } from './shape.ts'

const technologies: Record<string, string> = {
  'lithium-polymer': 'Li-poly',
  'lithium-ion': 'Li-ion',
  'lithium-iron-phosphate': 'LiFe',
}

interface Reading {
  readonly name: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly technology: string | null
  readonly unit: BatteryFacts['unit']
  readonly full: number
  readonly design: number
  readonly cycles: number
}

/** Null where there is nothing to compare; a cycle count of 0 means that none is kept. */
export function batteryFrom(reading: Reading): BatteryFacts | null {
  const { full, design, cycles, technology } = reading
  if (!(full > 0) || !(design > 0)) return null
  return {
    ...reading,
    serial: nameIn(reading.serial),
    technology: technology === null ? null : (technologies[technology] ?? technology),
    healthPercent: Math.round((full / design) * 1000) / 10,
    cycles: cycles > 0 ? cycles : null,
  }
}

/** `uevent` files one after another, each begun by a heading or by its name. */
export function readPowerSupply(text: string): Inventory | null {
  if (!/^POWER_SUPPLY_NAME=/m.test(text)) return null
  const supplies: Map<string, string>[] = []
  for (const line of text.split(/\r?\n/)) {
    const [, key, value] = /^(?:POWER_SUPPLY_)?([A-Z_]{1,40})=(.{0,200})$/.exec(line) ?? []
    const last = supplies.at(-1)
    if (line.startsWith('# ') || !last || (key === 'NAME' && last.has('NAME')))
      supplies.push(new Map())
    if (key !== undefined) supplies.at(-1)?.set(key, value ?? '')
  }
  const batteries = supplies.map((supply) => {
    const energy = supply.has('ENERGY_FULL_DESIGN')
    const kind = energy ? 'ENERGY' : 'CHARGE'
    return batteryFrom({
      name: supply.get('NAME') ?? null,
      model: supply.get('MODEL_NAME')?.trim() || null,
      serial: supply.get('SERIAL_NUMBER') ?? null,
      technology: supply.get('TECHNOLOGY') ?? null,
      unit: energy ? 'µWh' : 'µAh',
      full: Number(supply.get(`${kind}_FULL`)),
      design: Number(supply.get(`${kind}_FULL_DESIGN`)),
      cycles: Number(supply.get('CYCLE_COUNT')),
    })
  })
  return { ...emptyInventory('power_supply'), batteries: batteries.filter((b) => b !== null) }
}

const microWattHours = (text: string | undefined): number =>
  Math.round(Number(/^([\d.]{1,12}) Wh$/.exec(text ?? '')?.[1]) * 1_000_000)

/** `upower -d`; DisplayDevice is a sum of the others and has no design value. */
export function readUpower(text: string): Inventory | null {
  if (!/^Device: \/org\/freedesktop\/UPower\//m.test(text)) return null
  const batteries = text
    .split(/^Device: /m)
    .slice(1)
    .filter((device) => !/^\S*DisplayDevice/.test(device))
    .map((device) => {
      const values = new Map<string, string>()
      for (const line of device.split('\n')) {
        const [, key, value] = /^ {2,4}([a-z][a-z -]{0,30}): {1,30}(\S.{0,200})$/.exec(line) ?? []
        if (key !== undefined && !values.has(key)) values.set(key, value?.trim() ?? '')
      }
      return batteryFrom({
        name: values.get('native-path') ?? null,
        model: values.get('model') ?? null,
        serial: values.get('serial') ?? null,
        technology: values.get('technology') ?? null,
        unit: 'µWh',
        full: microWattHours(values.get('energy-full')),
        design: microWattHours(values.get('energy-full-design')),
        cycles: Number(values.get('charge-cycles')),
      })
    })
  return { ...emptyInventory('upower'), batteries: batteries.filter((b) => b !== null) }
}
