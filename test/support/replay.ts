// The present of every device, rebuilt from the journal alone: from each entry's `set`, `move` and
// `device`, with nothing of the product's own code, so that it can disagree with it.

export interface ReplayedEntry {
  readonly subjectId: string
  readonly seq: number
  readonly kind: string
  readonly body: string
  readonly partyIds: readonly string[]
}

interface Account {
  readonly kind: 'outside' | 'depot' | 'person' | 'unit' | 'transit'
  readonly organisationId?: string
  readonly placeId?: string | null
  readonly personId?: string
  readonly unitId?: string | null
  readonly takerId?: string
}

interface ToldReservation {
  readonly forId: string
  readonly until: string | null
  /** Absent in entries from before promises said so: then whatever has an end is one. */
  readonly promised?: boolean
}

export const isPromised = (told: ToldReservation | null): boolean =>
  told !== null && (told.promised ?? told.until !== null)

interface Content {
  readonly device?: Readonly<Record<string, string | number | null>>
  readonly facts?: Readonly<Record<string, string | number | null>>
  readonly set?: {
    readonly status?: string
    readonly dataState?: string
    readonly grade?: string | null
    readonly life?: number
    readonly partnerId?: string | null
    readonly endsOn?: string | null
    readonly reservation?: ToldReservation | null
  }
  readonly move?: { readonly kind: string; readonly giver: Account; readonly taker: Account }
}

interface Body {
  readonly at: string
  readonly organisation: string
  readonly content: Content
}

export interface ReplayedMovement {
  readonly seq: number
  readonly kind: string
  readonly entrySeq: number
  readonly giver: string
  readonly taker: string
  readonly movedAt: string
}

export interface ReplayedDevice {
  readonly id: string
  facts: Record<string, string | number | null>
  ownerId: string
  partnerId: string | null
  status: string
  statusSince: string
  dataState: string
  grade: string | null
  life: number
  endsOn: string | null
  reservation: ToldReservation | null
  account: Account
  accountSince: string
  parties: readonly string[]
  /** Steps taken, registration included: what the row's version counts. */
  steps: number
  movements: ReplayedMovement[]
  /** Of each entry, who must share it: party before or after. */
  entryParties: (readonly string[])[]
  /** Faults in the chain itself: a giver that did not have the device. */
  faults: string[]
}

const text = ({ kind, organisationId, ...of }: Account): string =>
  [
    kind,
    organisationId ?? '',
    kind === 'unit' ? of.unitId : (of.placeId ?? of.personId ?? of.takerId ?? ''),
  ].join(' ')

/** Law 7: owner, appointed partner, custodian, and the taker in transit. */
function partiesOf(device: {
  ownerId: string
  partnerId: string | null
  account: Account
}): string[] {
  const { account } = device
  const all = [device.ownerId, device.partnerId, account.organisationId, account.takerId]
  return [...new Set(all.filter((id) => typeof id === 'string'))].sort()
}

/** @param entries in the order of their chains: by subject, then number */
export function replay(entries: readonly ReplayedEntry[]): Map<string, ReplayedDevice> {
  const devices = new Map<string, ReplayedDevice>()
  for (const entry of entries) {
    const body = JSON.parse(entry.body) as Body
    const device = devices.get(entry.subjectId)
    if (device) step(device, entry, body)
    else if (entry.kind === 'devices.registered') devices.set(entry.subjectId, first(entry, body))
  }
  return devices
}

function first(entry: ReplayedEntry, { at, organisation, content }: Body): ReplayedDevice {
  const { set = {}, move, device: facts = {} } = content
  if (!move) throw new Error(`${entry.subjectId} is registered without a movement`)
  const device: ReplayedDevice = {
    id: entry.subjectId,
    facts: { ...facts },
    ownerId: organisation,
    partnerId: set.partnerId ?? null,
    status: set.status!,
    statusSince: at,
    dataState: set.dataState!,
    grade: set.grade ?? null,
    life: set.life!,
    endsOn: (facts['endsOn'] as string | null) ?? null,
    reservation: null,
    account: { kind: 'outside' },
    accountSince: at,
    parties: [],
    steps: 1,
    movements: [],
    entryParties: [],
    faults: [],
  }
  carry(device, entry, at, move)
  device.parties = partiesOf(device)
  device.entryParties.push(device.parties)
  return device
}

function step(device: ReplayedDevice, entry: ReplayedEntry, { at, content }: Body) {
  const { set = {}, move, facts } = content
  const before = device.parties
  device.steps++
  Object.assign(device.facts, facts)
  const goesOn = set.status !== undefined && set.status !== device.status
  if (goesOn) {
    device.status = set.status!
    device.statusSince = at
    // A promise to the next holder follows the device into the pool.
    if (!isPromised(device.reservation)) device.reservation = null
  }
  device.dataState = set.dataState ?? device.dataState
  if (set.grade !== undefined) device.grade = set.grade
  device.life = set.life ?? device.life
  if (set.partnerId !== undefined) device.partnerId = set.partnerId
  if (set.endsOn !== undefined) device.endsOn = set.endsOn
  if (set.reservation !== undefined) device.reservation = set.reservation
  if (!['handedIn', 'received', 'erased', 'graded', 'pool'].includes(device.status))
    device.reservation = null
  if (move) carry(device, entry, at, move)
  device.parties = partiesOf(device)
  device.entryParties.push([...new Set([...before, ...device.parties])].sort())
}

function carry(
  device: ReplayedDevice,
  entry: ReplayedEntry,
  at: string,
  { kind, giver, taker }: NonNullable<Content['move']>,
) {
  if (text(giver) !== text(device.account))
    device.faults.push(
      `${entry.kind} ${entry.seq}: ${text(giver)} gives what ${text(device.account)} has`,
    )
  device.movements.push({
    seq: device.movements.length + 1,
    kind,
    entrySeq: entry.seq,
    giver: text(giver),
    taker: text(taker),
    movedAt: at,
  })
  device.account = taker
  device.accountSince = at
}

export const accountText = text

/** What each party's list must show of a device. */
export function listingOf(device: ReplayedDevice) {
  const { account, facts } = device
  const custodian = account.organisationId ?? null
  return device.parties.map((party) => ({
    organisation: party,
    device: device.id,
    assetTag: facts['assetTag'] ?? null,
    serialNumber: facts['serialNumber'] ?? null,
    kind: facts['kind'],
    maker: facts['maker'],
    model: facts['model'],
    status: device.status,
    statusSince: device.statusSince,
    dataState: device.dataState,
    grade: device.grade,
    owner: device.ownerId,
    custodian,
    holder: account.kind === 'person' && custodian === party ? account.personId! : null,
    unit: custodian === party ? (account.unitId ?? null) : null,
    place: account.kind === 'depot' && custodian === party ? (account.placeId ?? null) : null,
    endsOn: device.ownerId === party ? device.endsOn : null,
    priceOre: device.ownerId === party ? (facts['priceOre'] ?? null) : null,
  }))
}
