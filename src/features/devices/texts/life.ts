// What each kind of journal entry says to a reader, on the device's own page.
// Kinds of later features that appear here are worded already; an unknown one is named as it is.

type Words = { readonly sv: string; readonly en: string }

/** What the words are made from: names as the reader may know them, and the entry's own content. */
export interface EntryFacts {
  /** Who has the device after the entry, when it moved. */
  readonly taker: string | null
  readonly content: Readonly<Record<string, unknown>>
}
export interface EntryWords {
  readonly title: Words
  readonly detail?: Words | undefined
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const inner = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
/** Of known codes the words, of others nothing: a code says nothing to a reader. */
const from = (table: Readonly<Record<string, Words>>, code: unknown): Words | undefined =>
  typeof code === 'string' ? table[code] : undefined
const both = (...parts: readonly (Words | undefined | false | null | '')[]): Words | undefined => {
  const said = parts.filter((part): part is Words => Boolean(part))
  if (said.length === 0) return undefined
  return { sv: said.map(({ sv }) => sv).join(' '), en: said.map(({ en }) => en).join(' ') }
}

const conditions: Readonly<Record<string, Words>> = {
  good: { sv: 'Skick enligt innehavaren: bra.', en: 'Condition as the holder states it: good.' },
  worn: { sv: 'Skick enligt innehavaren: sliten.', en: 'Condition as the holder states it: worn.' },
  damaged: {
    sv: 'Skick enligt innehavaren: skadad.',
    en: 'Condition as the holder states it: damaged.',
  },
  broken: {
    sv: 'Skick enligt innehavaren: trasig.',
    en: 'Condition as the holder states it: broken.',
  },
}
const steps: Readonly<Record<string, Words>> = {
  internalReuse: { sv: 'Utfall: internt återbruk', en: 'Outcome: internal reuse' },
  resale: { sv: 'Såld', en: 'Sold' },
  donation: { sv: 'Skänkt', en: 'Donated' },
  parts: { sv: 'Blev delar', en: 'Used for parts' },
  recycling: { sv: 'Materialåtervunnen', en: 'Recycled as material' },
  recovery: { sv: 'Annan återvinning', en: 'Other recovery' },
  disposal: { sv: 'Bortskaffad', en: 'Disposed of as waste' },
}
const fields: Readonly<Record<string, Words>> = {
  assetTag: { sv: 'inventarienummer', en: 'asset tag' },
  imei: { sv: 'IMEI', en: 'IMEI' },
  imei2: { sv: 'IMEI 2', en: 'IMEI 2' },
  macAddress: { sv: 'MAC-adress', en: 'MAC address' },
  theftMarking: { sv: 'stöldmärkning', en: 'theft marking' },
  name: { sv: 'namn i nätet', en: 'name on the network' },
  purchasedOn: { sv: 'inköpsdag', en: 'day of purchase' },
  priceOre: { sv: 'pris', en: 'price' },
  warrantyUntilOn: { sv: 'garanti', en: 'warranty' },
  endsOn: { sv: 'slutdatum', en: 'end date' },
  orderNumber: { sv: 'ordernummer', en: 'order number' },
  supplierName: { sv: 'leverantör', en: 'supplier' },
  osName: { sv: 'operativsystem', en: 'operating system' },
  osVersion: { sv: 'version av operativsystem', en: 'operating system version' },
  ramMb: { sv: 'arbetsminne', en: 'memory' },
  storageGb: { sv: 'lagring', en: 'storage' },
  lastSeenAt: { sv: 'senast sedd', en: 'last seen' },
  enrolledAt: { sv: 'inskriven i enhetshantering', en: 'enrolled in device management' },
  driveSerials: { sv: 'diskar', en: 'drives' },
  condition: { sv: 'skick', en: 'condition' },
  note: { sv: 'anteckning', en: 'note' },
}

function changedFields({ facts, words }: Readonly<Record<string, unknown>>): Words | undefined {
  const names = [...Object.keys(inner(facts)), ...(Array.isArray(words) ? words.map(String) : [])]
  const known = names.flatMap((name) => fields[name] ?? [])
  if (known.length === 0) return undefined
  const [sv, en] = [known.map((one) => one.sv).join(', '), known.map((one) => one.en).join(', ')]
  return { sv: `Nytt: ${sv}.`, en: `New: ${en}.` }
}

/** NIST SP 800-88 names the levels. */
const levels: Readonly<Record<string, Words>> = {
  clear: { sv: 'NIST 800-88 Clear, kontrolläst.', en: 'NIST 800-88 Clear, verified.' },
  purge: { sv: 'NIST 800-88 Purge, kontrolläst.', en: 'NIST 800-88 Purge, verified.' },
}

function proofWords(content: EntryFacts['content'], sv: string, en: string): Words | undefined {
  const certificates = Array.isArray(content['certificates']) ? content['certificates'] : []
  const numbers = certificates.flatMap((one: unknown) => text(inner(one)['number']) ?? [])
  const said = numbers.join(', ')
  return both(
    from(levels, content['level']),
    said && { sv: `${sv} ${said}.`, en: `${en} ${said}.` },
  )
}

/** With a photo, or the witness's word, the same destruction gets a new certificate. */
function destructionTitle(content: EntryFacts['content']): Words {
  const certificates = Array.isArray(content['certificates']) ? content['certificates'] : []
  const last = inner(certificates.at(-1))
  if (last['sameAct'] !== true)
    return { sv: 'Lagringsmediet destruerat', en: 'Data carrier destroyed' }
  return text(last['witnessConfirmedAt'])
    ? { sv: 'Destruktionen bekräftad av vittnet', en: 'Destruction confirmed by its witness' }
    : { sv: 'Destruktionen intygad på nytt', en: 'Destruction certified again' }
}

const to = (taker: string | null, sv: string, en: string): Words =>
  taker ? { sv: `${sv} till ${taker}`, en: `${en} to ${taker}` } : { sv, en }
const at = (taker: string | null, sv: string, en: string): Words =>
  taker ? { sv: `${sv} av ${taker}`, en: `${en} by ${taker}` } : { sv, en }
/** Which life a device began with its owner: more than 1 where it was bought reused. */
export const registeredLife = (content: { readonly [name: string]: unknown }): number =>
  number(inner(content['set'])['life']) ?? 1

const plain = (sv: string, en: string) => (): EntryWords => ({ title: { sv, en } })

const kinds: Readonly<Record<string, (facts: EntryFacts) => EntryWords>> = {
  'devices.registered': ({ content }) => {
    return registeredLife(content) > 1
      ? { title: { sv: 'Inlagd, köpt återbrukad', en: 'Registered, bought reused' } }
      : { title: { sv: 'Inlagd i registret', en: 'Registered' } }
  },
  'devices.imported': plain('Inläst från lista', 'Imported from a list'),
  'devices.changed': ({ content }) => ({
    title: { sv: 'Uppgifter ändrade', en: 'Facts changed' },
    detail: changedFields(content),
  }),
  'custody.handedOut': ({ taker, content }) => ({
    title: to(taker, 'Utlämnad', 'Handed out'),
    detail:
      content['secondLife'] === true
        ? {
            sv: 'Ett nytt liv börjar: den ersätter ett köp av ny.',
            en: 'A new life begins: it takes the place of a new purchase.',
          }
        : undefined,
  }),
  'custody.receiptConfirmed': plain('Kvitterad av innehavaren', 'Receipt confirmed by the holder'),
  'custody.handedIn': ({ content }) => ({
    title: { sv: 'Inlämnad', en: 'Handed in' },
    detail: both(
      from(conditions, content['condition']),
      content['lockRemoved'] === true && {
        sv: 'Aktiveringslås borttaget.',
        en: 'Activation lock removed.',
      },
      content['lockRemoved'] === false && {
        sv: 'Aktiveringslåset är kvar.',
        en: 'The activation lock is still there.',
      },
    ),
  }),
  'custody.reserved': () => ({ title: { sv: 'Reserverad', en: 'Reserved' } }),
  'custody.released': () => ({
    title: { sv: 'Reservationen släppt', en: 'Reservation released' },
  }),
  'ordering.returnOpened': ({ content }) => ({
    title: { sv: 'Dags att lämna in', en: 'Due for hand-in' },
    detail:
      content['because'] === 'leaver'
        ? { sv: 'Senast den dag som innehavaren slutar.', en: 'By the day that its holder leaves.' }
        : { sv: 'Den som ersätter den är utlämnad.', en: 'Its replacement has been handed out.' },
  }),
  'ordering.returnTakenBack': () => ({
    title: { sv: 'Får behållas till sin planerade dag', en: 'May be kept to its planned day' },
    detail: { sv: 'Innehavarens sista dag har flyttats.', en: 'Its holder’s last day has moved.' },
  }),
  'custody.moved': ({ taker }) => ({ title: to(taker, 'Flyttad', 'Moved') }),
  'custody.reportedLost': ({ content }) => ({
    title:
      content['as'] === 'stolen'
        ? { sv: 'Anmäld stulen', en: 'Reported stolen' }
        : { sv: 'Anmäld saknad', en: 'Reported missing' },
  }),
  'custody.found': plain('Hittad', 'Found'),
  'returns.sent': ({ taker }) => ({ title: to(taker, 'Skickad', 'Sent') }),
  'returns.received': ({ taker }) => ({ title: at(taker, 'Mottagen', 'Received') }),
  'returns.takenBack': plain('Tagen tillbaka ur sändningen', 'Taken back from the collection'),
  'returns.reportedMissing': plain('Saknades vid mottagningen', 'Missing on receipt'),
  'returns.neverSent': plain('Skickades aldrig, står kvar', 'Never sent, still here'),
  'returns.lostInTransit': plain('Försvann under transporten', 'Lost in transit'),
  'returns.lostAtReceiver': plain('Försvann hos mottagaren', 'Lost at the receiver'),
  'returns.acceptedBySender': plain(
    'Avsändaren bekräftade sändningen',
    'Sender confirmed it was sent',
  ),
  'returns.discrepancyOpened': plain('Avvikelse vid mottagning', 'Discrepancy on receipt'),
  'returns.discrepancyClosed': plain('Avvikelse utredd', 'Discrepancy settled'),
  'returns.mismatchReported': plain(
    'Stämde inte med följesedeln',
    'Did not match the delivery note',
  ),
  'erasure.ordered': plain('Radering beställd', 'Erasure ordered'),
  'erasure.mediaRecorded': plain('Databärare inlästa', 'Storage media recorded'),
  'erasure.proven': ({ content }) => ({
    title: { sv: 'Raderad, med bevis', en: 'Erased, with proof' },
    detail: proofWords(content, 'Raderingsintyg', 'Certificate of erasure'),
  }),
  'erasure.refused': plain('Raderingen godkändes inte', 'The erasure was not accepted'),
  'erasure.awaitingReview': plain('Raderingen väntar på granskning', 'The erasure awaits review'),
  'erasure.mediumErased': ({ content }) => ({
    title: { sv: 'Ett lagringsmedium raderat', en: 'One data carrier erased' },
    detail: proofWords(content, 'Raderingsintyg', 'Certificate of erasure'),
  }),
  'erasure.mediumDestroyed': plain('En databärare destruerad', 'One data carrier destroyed'),
  'erasure.destroyed': ({ content }) => ({
    title: destructionTitle(content),
    detail: proofWords(content, 'Destruktionsintyg', 'Certificate of destruction'),
  }),
  'erasure.certificateRevoked': plain(
    'Raderingsintyget återkallat',
    'Certificate of erasure revoked',
  ),
  'grading.graded': ({ content }) => {
    const grade = text(inner(content['set'])['grade'])
    const battery = number(content['batteryPercent'])
    return {
      title: grade
        ? { sv: `Graderad ${grade}`, en: `Graded ${grade}` }
        : { sv: 'Graderad', en: 'Graded' },
      detail: both(
        text(content['rule']) && {
          sv: `Regel ${text(content['rule'])}.`,
          en: `Rule ${text(content['rule'])}.`,
        },
        battery !== null && {
          sv: `Batterihälsa ${battery}\u00a0%.`,
          en: `Battery health ${battery}%.`,
        },
      ),
    }
  },
  'grading.repaired': plain('Reparerad', 'Repaired'),
  'resale.published': plain('Lades ut i butiken', 'Put up in the shop'),
  'resale.priced': plain('Fick nytt pris i butiken', 'Got a new price in the shop'),
  'resale.withdrawn': plain('Togs ur butiken', 'Taken out of the shop'),
  'resale.sent': ({ taker }) => ({
    title: { sv: 'Skickad till köparen', en: 'Sent to the buyer' },
    detail: taker ? { sv: `Till ${taker}.`, en: `To ${taker}.` } : undefined,
  }),
  'resale.takenBack': plain('Kom aldrig fram, togs tillbaka', 'Never arrived, taken back'),
  'resale.returnOpened': plain(
    'Ersatt på garanti, ska lämnas tillbaka',
    'Replaced under warranty, to be given back',
  ),
  'disposition.outcomeDecided': ({ content }) => ({
    title: from(steps, content['step']) ?? { sv: 'Utfall beslutat', en: 'Outcome decided' },
    detail:
      content['hazardous'] === true
        ? {
            sv: 'Blev farligt avfall genom beslutet.',
            en: 'Became hazardous waste by the decision.',
          }
        : undefined,
  }),
}

export function entryWords(kind: string, facts: EntryFacts): EntryWords {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (known) return known(facts)
  return { title: { sv: 'Annan händelse', en: 'Another event' }, detail: { sv: kind, en: kind } }
}
export const wordedKinds: readonly string[] = Object.keys(kinds)
