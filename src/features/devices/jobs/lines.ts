// New devices as lines of COPY: the same rows that registering them one by one would give, made
// without asking the database again. Every line carries the one organisation given here.
import { bearsData, type DeviceKind } from '../rules/kinds.ts'
import { osFamilyOf } from '../rules/os-family.ts'
import { waitingStatuses, type DataState, type DeviceStatus } from '../rules/status.ts'
import type { OrganisationId, PersonId, PlaceId, UnitId, Uuid } from '../../../core/ids.ts'
import { column, NULL } from '../../../database/copy.ts'
import { firstEntryLines } from '../../../journal/append-new.ts'
import type { NewLines } from '../store/import-write.ts'
import type { DeviceFacts } from '../store/register.ts'

/** Where a new device is, as the file says. */
export interface Beginning {
  readonly holderId: PersonId | null
  readonly unitId: UnitId | null
  readonly placeId: PlaceId | null
  readonly unused: boolean
  /** Missing or stolen already when it came into the register. */
  readonly lost: 'missing' | 'stolen' | null
}

export interface LinesOf {
  readonly organisationId: OrganisationId
  readonly actorId: Uuid
  readonly at: Date
  readonly newId: () => Uuid
}

export interface LineMaker {
  add(id: Uuid, facts: DeviceFacts, beginning: Beginning, markKeys: MarkKeys): void
  end(): { readonly lines: NewLines; readonly entries: string }
}

export interface MarkKeys {
  readonly serial: string | null
  readonly assetTag: string | null
  readonly imei: string | null
}

// As JSON.stringify writes it, without the call where nothing needs care.
const plain = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/
const quoted = (text: string | null): string =>
  text === null ? 'null' : plain.test(text) ? `"${text}"` : JSON.stringify(text)
const quotedId = (id: Uuid | null): string => (id === null ? 'null' : `"${id}"`)
const number = (value: number | null): string => (value === null ? NULL : String(value))
const plainNull = (value: string | null): string => value ?? NULL

const WAITING: ReadonlySet<DeviceStatus> = new Set(waitingStatuses)

export function lineMaker(of: LinesOf): LineMaker {
  const { organisationId: own, actorId, newId } = of
  const at = of.at.toISOString()
  const parties = `{${own}}`
  const entryLine = firstEntryLines({ ...of, kind: 'devices.registered', partyIds: [own] })
  const device: string[] = []
  const mark: string[] = []
  const present: string[] = []
  const movement: string[] = []
  const listing: string[] = []
  const entries: string[] = []
  const tally = new Map<string, number>()
  const count = (...key: readonly string[]) => {
    const line = key.join('\t')
    tally.set(line, (tally.get(line) ?? 0) + 1)
  }

  function add(id: Uuid, facts: DeviceFacts, begin: Beginning, marks: MarkKeys) {
    const { kind, dataBearing, dataState, status } = presentOf(facts.kind, begin)
    const [maker, model] = [column(facts.maker), column(facts.model)]
    const [tag, serial] = [column(facts.assetTag), column(facts.serialNumber)]
    const name = column(facts.name)
    const imei = plainNull(facts.imei)
    const mac = plainNull(facts.macAddress)
    const serialKey = column(facts.serialKey)
    const ends = plainNull(facts.endsOn)
    const price = number(facts.priceOre)
    device.push(
      `${id}\t${facts.kind}\t${maker}\t${column(facts.makerKey)}\t${model}\t${plainNull(facts.modelId)}\t${tag}\t${serial}\t${serialKey}\t${imei}\t${plainNull(facts.imei2)}\t${mac}\t${column(facts.theftMarking)}\t${name}\t${plainNull(facts.purchasedOn)}\t${price}\t${plainNull(facts.warrantyUntilOn)}\t${ends}\t${column(facts.orderNumber)}\t${column(facts.supplierName)}\t${column(facts.osName)}\t${column(facts.osVersion)}\t${number(facts.ramMb)}\t${number(facts.storageGb)}\t${plainNull(facts.lastSeenAt)}\t${plainNull(facts.enrolledAt)}\t${column(facts.driveSerials)}\t${column(facts.condition)}\t${column(facts.note)}\t${dataBearing ? 't' : 'f'}\t${status}\t${dataState}\t${own}\t${parties}\t${at}\t${at}\n`,
    )
    if (marks.serial !== null) mark.push(`${own}\tserial\t${column(marks.serial)}\t${id}\n`)
    if (marks.assetTag !== null) mark.push(`${own}\tassetTag\t${column(marks.assetTag)}\t${id}\n`)
    if (marks.imei !== null) mark.push(`${own}\timei\t${marks.imei}\t${id}\n`)
    const [account, unit] =
      kind === 'person'
        ? [begin.holderId!, plainNull(begin.unitId)]
        : kind === 'unit'
          ? [begin.unitId!, begin.unitId!]
          : [plainNull(begin.placeId), NULL]
    present.push(`${id}\t${kind}\t${own}\t${account}\t${unit}\t${at}\t1\t${parties}\n`)
    movement.push(
      `${id}\t1\tregistered\toutside\t${kind}\t${own}\t${account}\t${at}\t${actorId}\t1\t${parties}\n`,
    )
    // As devices.refresh_listing() writes it.
    listing.push(
      `${own}\t${id}\t${tag}\t${serial}\t${facts.kind}\t${maker}\t${model}\t${status}\t${at}\t${dataState}\t${own}\t${own}\t${kind === 'person' ? account : NULL}\t${unit}\t${kind === 'depot' ? account : NULL}\t${ends}\t${price}\t${upper(facts.assetTag ?? '')}\t${facts.serialKey === null ? '' : serialKey}\t${upper(`${facts.maker} ${facts.model}`)}\t${status === 'pool' ? asked(facts) : NOT_ASKED}\n`,
    )
    // As devices.facets_of() counts it: all of it owned and kept.
    count('standing', status, facts.kind, dataState, NULL, 't', 't', NULL)
    if (WAITING.has(status)) count('since', status, NULL, NULL, NULL, 't', 't', at.slice(0, 10))
    if (status === 'inUse' && facts.endsOn !== null)
      count('ends', status, NULL, NULL, NULL, NULL, NULL, facts.endsOn)
    const taker =
      kind === 'person'
        ? `{"kind":"person","organisationId":"${own}","personId":"${begin.holderId!}","unitId":${quotedId(begin.unitId)}}`
        : kind === 'unit'
          ? `{"kind":"unit","organisationId":"${own}","unitId":"${begin.unitId!}"}`
          : `{"kind":"depot","organisationId":"${own}","placeId":${quotedId(begin.placeId)}}`
    entries.push(
      entryLine(
        id,
        newId(),
        // RFC 8785: names in order. The same content as `registrationContent`.
        `{"device":{"assetTag":${quoted(facts.assetTag)},"endsOn":${quoted(facts.endsOn)},"imei":${quoted(facts.imei)},"kind":"${facts.kind}","maker":${quoted(facts.maker)},"model":${quoted(facts.model)},"priceOre":${facts.priceOre === null ? 'null' : String(facts.priceOre)},"purchasedOn":${quoted(facts.purchasedOn)},"serialNumber":${quoted(facts.serialNumber)}},"move":{"giver":{"kind":"outside"},"kind":"registered","taker":${taker}},"set":{"dataState":"${dataState}","grade":null,"life":1,"status":"${status}"}}`,
      ),
    )
  }

  const end = () => ({
    lines: {
      device: device.join(''),
      mark: mark.join(''),
      present: present.join(''),
      movement: movement.join(''),
      listing: listing.join(''),
      tally: [...tally].map(([line, n]) => `${own}\t${line}\t${n}\n`).join(''),
    },
    entries: entries.join(''),
  })
  return { add, end }
}

/** What needs ask of what is in the pool; a new device is not reserved. */
const asked = ({ modelId, ramMb, storageGb, osName }: DeviceFacts): string =>
  `${plainNull(modelId)}\t${number(ramMb === null ? null : Math.trunc(ramMb / 1024))}\t${number(storageGb)}\t${plainNull(osFamilyOf(osName))}`
const NOT_ASKED = [NULL, NULL, NULL, NULL].join('\t')

const upper = (text: string): string => column(text.toUpperCase())

/** As `registered` in custody decides it, and what a file may say beyond that. */
function presentOf(kind: DeviceKind, begin: Beginning) {
  const account: 'person' | 'unit' | 'depot' =
    begin.holderId !== null ? 'person' : begin.unitId !== null ? 'unit' : 'depot'
  const inUse = account !== 'depot'
  const dataBearing = bearsData(kind)
  const dataState: DataState = !dataBearing
    ? 'notDataBearing'
    : begin.unused && !inUse
      ? 'unused'
      : 'holdsData'
  const status: DeviceStatus =
    begin.lost ?? (inUse ? 'inUse' : dataState === 'holdsData' ? 'inStock' : 'pool')
  return { kind: account, dataBearing, dataState, status }
}
