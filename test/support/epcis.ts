// Is it EPCIS 2.0? Our own check of its structure, always; the official schema where it is there.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { samplesFolder } from './samples.ts'

const steps = new Set(
  `accepting arriving assembling collecting commissioning consigning creating_class_instance
  cycle_counting decommissioning departing destroying disassembling dispensing encoding
  entering_exiting holding inspecting installing killing loading other packing picking receiving
  removing repackaging repairing replacing reserving retail_selling shipping staging_outbound
  stock_taking stocking storing transporting unloading unpacking void_shipping sensor_reporting
  sampling`.split(/\s+/),
)
const dispositions = new Set(
  `active container_closed damaged destroyed dispensed disposed encoded expired in_progress
  in_transit inactive no_pedigree_match non_sellable_other partially_dispensed recalled reserved
  retail_sold returned sellable_accessible sellable_not_accessible stolen unknown available
  completeness_verified completeness_inferred conformant container_open mismatch_instance
  mismatch_class mismatch_quantity needs_replacement non_conformant unavailable`.split(/\s+/),
)

const address = /^(?:https?:\/\/[^\s/]+\/|urn:[a-z0-9-]+:|ni:\/\/\/)[^\s]+$/i
const cbv = /^(?:urn:epcglobal:cbv|https?:\/\/ns\.gs1\.org\/cbv\/)/
const isWord = (known: ReadonlySet<string>) => (value: unknown) =>
  typeof value === 'string' && (known.has(value) || (address.test(value) && !cbv.test(value)))
const isStep = isWord(steps)
const isDisposition = isWord(dispositions)
const isAddress = (value: unknown) => typeof value === 'string' && address.test(value)
const isInstant = (value: unknown) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value))

type Values = Readonly<Record<string, unknown>>
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const own = (name: string) => /^omlopp:[a-zA-Z]+$/.test(name) || address.test(name)

const common = [
  ...['type', 'eventID', 'eventTime', 'eventTimeZoneOffset', 'action', 'bizStep', 'disposition'],
  ...['readPoint', 'bizLocation', 'bizTransactionList', 'sourceList', 'destinationList'],
  ...['errorDeclaration'],
]
const named: Readonly<Record<string, readonly string[]>> = {
  ObjectEvent: [...common, 'epcList', 'persistentDisposition', 'ilmd'],
  AssociationEvent: [...common, 'parentID', 'childEPCs'],
  AggregationEvent: [...common, 'parentID', 'childEPCs'],
}

function* faultsOfEvent(event: Values): Generator<string> {
  const names = named[String(event['type'])]
  if (!names) return yield `type ${String(event['type'])}`
  for (const name of Object.keys(event))
    if (!names.includes(name) && !own(name)) yield `there is no ${name}`
  if (!isInstant(event['eventTime'])) yield 'eventTime'
  if (!/^[+-](?:0\d|1[0-3]):[0-5]\d$/.test(String(event['eventTimeZoneOffset']))) yield 'offset'
  if (!['OBSERVE', 'ADD', 'DELETE'].includes(String(event['action']))) yield 'action'
  if (!isAddress(event['eventID'])) yield 'eventID'
  if (!isStep(event['bizStep'])) yield `bizStep ${String(event['bizStep'])}`
  if ('disposition' in event && !isDisposition(event['disposition'])) yield 'disposition'
  const things = event['type'] === 'ObjectEvent' ? event['epcList'] : event['childEPCs']
  const ids = list(things)
  if (ids.length === 0 || !ids.every(isAddress) || new Set(ids).size < ids.length) yield 'things'
  if (event['type'] !== 'ObjectEvent' && !isAddress(event['parentID'])) yield 'parentID'
  const persistent = event['persistentDisposition'] as Values | undefined
  for (const words of Object.values(persistent ?? {}))
    if (list(words).length === 0 || !list(words).every(isDisposition)) yield 'persistentDisposition'
  for (const name of ['readPoint', 'bizLocation'])
    if (name in event && !isAddress((event[name] as Values)['id'])) yield name
  yield* faultsOfLists(event)
}

function* faultsOfLists(event: Values): Generator<string> {
  const each = (name: string) => list(event[name]) as readonly Values[]
  for (const one of each('bizTransactionList'))
    if (!isAddress(one['bizTransaction'])) yield 'bizTransaction'
  for (const one of each('sourceList')) if (!isAddress(one['source'])) yield 'source'
  for (const one of each('destinationList')) if (!isAddress(one['destination'])) yield 'destination'
  const error = event['errorDeclaration'] as Values | undefined
  if (error && !isInstant(error['declarationTime'])) yield 'declarationTime'
  if (error && !list(error['correctiveEventIDs']).every(isAddress)) yield 'correctiveEventIDs'
}

/** What is wrong with the structure, or nothing. */
export function epcisFaults(document: unknown): string[] {
  const all = document as Values
  const faults: string[] = []
  if (all['type'] !== 'EPCISDocument' || all['schemaVersion'] !== '2.0') faults.push('document')
  if (!isInstant(all['creationDate'])) faults.push('creationDate')
  if (!list(all['@context']).some((one) => String(one).includes('epcis-context')))
    faults.push('@context')
  const events = list((all['epcisBody'] as Values | undefined)?.['eventList']) as readonly Values[]
  for (const [index, event] of events.entries())
    for (const fault of faultsOfEvent(event)) faults.push(`event ${index}: ${fault}`)
  return faults
}

const folder = samplesFolder('epcis')

/** What the official schema says, or null where it is not there. */
export const officialFaults: ((document: unknown) => string[]) | null = folder
  ? (() => {
      const ajv = new Ajv({ strict: false })
      formats.default(ajv)
      const schema = JSON.parse(readFileSync(`${folder}/EPCIS-JSON-Schema.json`, 'utf8')) as object
      const check = ajv.compile(schema)
      return (document) =>
        check(document)
          ? []
          : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`)
    })()
  : null
if (!officialFaults)
  console.warn('Left out: the official EPCIS schema, since ../shared/samples is not there.')
