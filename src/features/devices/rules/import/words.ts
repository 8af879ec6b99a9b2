// The words that tools and people use for kinds, statuses and ownership, and what they mean here.
import { wordsOf } from './cells.ts'
import type { DeviceKind } from '../kinds.ts'
import type { ImportStatus } from './fields.ts'

const table = <T extends string>(words: Record<T, string>): Map<string, T> => {
  const map = new Map<string, T>()
  for (const [meaning, list] of Object.entries(words) as [T, string][])
    for (const word of list.split(',')) map.set(wordsOf(word), meaning)
  return map
}

/** `accessory` and `other` are a person's choice: a file's words for them say nothing of the kind. */
const kinds = table<Exclude<DeviceKind, 'accessory' | 'other'>>({
  laptop:
    'laptop, laptops, notebook, notebooks, bärbar, bärbara, bärbar dator, bärbara datorer, bärbar pc, laptopdator, portable, ordinateur portable, ultrabook, chromebook, chromebooks, macbook, macbook air, macbook pro, elevdator, lärardator, tunn bärbar, convertible, detachable, sub notebook, 2 i 1, 2 in 1',
  mobile_workstation: 'mobile workstation, mobil arbetsstation, bärbar arbetsstation',
  desktop:
    'desktop, desktops, desktop computer, stationär, stationära, stationär dator, stationära datorer, stationär pc, tower, mini tower, minitower, low profile desktop, small form factor, mini pc, minidator, mac mini, ordinateur de bureau, pizza box, space saving, stick pc',
  workstation: 'workstation, workstations, arbetsstation, arbetsstationer, mac studio, mac pro',
  all_in_one: 'all in one, all in one pc, allt i ett, allt i ett dator, aio, imac',
  thin_client: 'thin client, thin clients, tunn klient, tunna klienter, client léger, zero client',
  monitor:
    'monitor, monitors, display, displays, skärm, skärmar, bildskärm, bildskärmar, datorskärm, screen, écran, moniteur, moniteurs',
  large_display:
    'large display, storbildsskärm, interaktiv skärm, interaktiv tavla, digital tavla, smartboard, interactive display, interactive whiteboard, konferensskärm, signage display',
  smartphone:
    'smartphone, smartphones, smart phone, mobile phone, mobile phones, mobil, mobiler, mobiltelefon, mobiltelefoner, telefon, telefoner, phone, phones, cell phone, iphone, iphones, téléphone, téléphones, ios phone, android phone, handset',
  feature_phone: 'feature phone, knapptelefon, enkel telefon, basic phone',
  tablet:
    'tablet, tablets, surfplatta, surfplattor, platta, plattor, läsplatta, lärplatta, lärplattor, ipad, ipads, tablette, android tablet',
  smartwatch: 'smartwatch, smart watch, apple watch, smartklocka, smart klocka, watch',
  server:
    'server, servers, servrar, rack server, rackserver, blade, blade server, serveur, main server chassis, rack mount chassis',
  printer:
    'printer, printers, skrivare, multifunktionsskrivare, mfp, kopiator, multifunction printer, imprimante, imprimantes, etikettskrivare, label printer',
  router:
    'router, routers, routrar, 4g router, 5g router, firewall, brandvägg, modem, bredbandsrouter',
  switch: 'switch, switches, switchar, nätverksswitch, network switch, commutateur, network device',
  access_point:
    'access point, access points, accesspunkt, accesspunkter, wifi, wlan ap, trådlös accesspunkt',
  dock: 'dock, docks, docking station, docking stations, dockningsstation, dockningsstationer, docka, dockor, dockning, usb c dock, portreplikator, port replicator',
  headset: 'headset, headsets, hörlurar, headphones, hörlur',
  speaker: 'speaker, speakers, högtalare, speakerphone, konferenshögtalare, konferenstelefon',
  webcam: 'webcam, webcams, webbkamera, webbkameror, kamera, camera, konferenskamera',
  keyboard: 'keyboard, keyboards, tangentbord, clavier',
  mouse: 'mouse, mice, mus, möss, datormus, souris',
  projector: 'projector, projectors, projektor, projektorer, kanon',
  television: 'television, tv, tv apparat, televisions, tv skärm',
  vr_headset: 'vr headset, vr, vr glasögon, vr headsets, virtual reality',
  external_hdd:
    'external hdd, external drive, extern hårddisk, extern disk, usb disk, external hard drive',
})

/** Makers' product lines, where a file names the model and not the kind. */
const models: readonly (readonly [RegExp, DeviceKind])[] = [
  [/\b(?:iphone|galaxy (?:s|a|z|note|xcover)\s?\w*\d|pixel \d|xperia|redmi|moto g)/, 'smartphone'],
  [/\b(?:ipad|galaxy tab|lenovo tab|mediapad|surface go)/, 'tablet'],
  [/\bapple watch/, 'smartwatch'],
  [/\b(?:zbook|precision (?:m?[3579]\d{3}|mobile)|thinkpad p\d)/, 'mobile_workstation'],
  [/\bimac|all-in-one|\baio\b|eliteone|proone/, 'all_in_one'],
  [
    /\b(?:macbook|chromebook|elitebook|probook|dragonfly|thinkpad|thinkbook|ideapad|yoga|latitude|xps|inspiron|vostro|travelmate|lifebook|zenbook|vivobook|expertbook|surface (?:laptop|pro|book)|notebook|spin \d|matebook|toughbook)/,
    'laptop',
  ],
  [/\b(?:thin ?client|wyse|igel|t6\d0 thin)/, 'thin_client'],
  [
    /\b(?:mac studio|mac pro|thinkstation|hp z\d|z[2468] (?:g\d|tower|mini)|precision (?:tower|t)\w*)/,
    'workstation',
  ],
  [
    /\b(?:optiplex|elitedesk|prodesk|thinkcentre|mac mini|macmini|esprimo|veriton|nuc|compaq (?:dc|8|6)|chromebox)/,
    'desktop',
  ],
  [/\b(?:proliant|poweredge|primergy|thinksystem)/, 'server'],
  [/\b(?:laserjet|officejet|pagewide|ecosys|bizhub|imagerunner|workcentre|ecotank)/, 'printer'],
  [
    /\b(?:elitedisplay|prodisplay|ultrasharp|thinkvision|flexscan|[ep]2\dm? g\d|[upse]2[2-9]\d\d\w*|studio display)/,
    'monitor',
  ],
  [/\b(?:dock\b|docking|wd1[59]|wd22|thunderbolt dock)/, 'dock'],
  [/\b(?:catalyst|procurve|aruba \d|nexus \d)/, 'switch'],
]

/** True for what names a system or "computer" at large: the model has to tell the kind. */
const kindless = new Set([
  'windows',
  'apple mac',
  'mac',
  'linux',
  'unix',
  'apple',
  'android',
  'ios',
  'computer',
  'computers',
  'dator',
  'datorer',
  'pc',
  'ordinateur',
  'hardware',
  'hårdvara',
  'it',
  'it utrustning',
  'utrustning',
  'device',
  'devices',
  'asset',
  'unknown',
  'okänd',
  'okänt',
  'other',
  'annat',
  'övrigt',
  'övriga',
  'uncategorized',
])

export const saysNoKind = (text: string): boolean => kindless.has(wordsOf(text))

/** Our own code, a known word, or a heading of several words of which one is known. */
export function readKind(text: string): DeviceKind | null {
  const words = wordsOf(text)
  const exact = kinds.get(words) ?? kinds.get(words.replace(/^(?:hp|dell|lenovo|apple|acer) /, ''))
  if (exact) return exact
  const parts = words.split(' ')
  if (parts.length === 1) return null
  // `Bärbar dator elev`, `IT/Laptops`: the longest run of words that means something.
  for (let length = parts.length - 1; length > 0; length--)
    for (let at = 0; at + length <= parts.length; at++) {
      const found = kinds.get(parts.slice(at, at + length).join(' '))
      if (found) return found
    }
  return null
}

/** Lenovo reports a machine type instead of a name: the first digits tell its family. */
const lenovoTypes: readonly (readonly [RegExp, DeviceKind])[] = [
  [/^(?:20|21|80|81|82|83)[0-9a-z]{2,8}$/, 'laptop'],
  [/^(?:10|11|12)[0-9a-z]{2,8}$/, 'desktop'],
  [/^30[0-9a-z]{2,8}$/, 'workstation'],
]

/** The kind by the model's name, else by a system that only one kind runs. */
export function kindOfModel(model: string, osName = '', maker = ''): DeviceKind | null {
  const text = model.toLowerCase()
  for (const [pattern, kind] of models) if (pattern.test(text)) return kind
  if (/lenovo/i.test(maker))
    for (const [type, kind] of lenovoTypes) if (type.test(text)) return kind
  const os = osName.toLowerCase()
  if (os.startsWith('ipados')) return 'tablet'
  if (/^chrome ?os/.test(os)) return 'laptop'
  return null
}

const statuses = table<ImportStatus | 'erased' | 'graded'>({
  ordered:
    'ordered, beställd, beställt, on order, pending order, à commander, commandé, pending arrival',
  delivered: 'delivered, levererad, levererat, received from supplier',
  inStock:
    'in stock, i lager, lager, på lager, stock, en stock, available, tillgänglig, ledig, ready to deploy, ready to use, redo, deployable, ready, klar, pool, i pool, spare, reserv, unassigned, in storage, förråd, i förråd, deprovisioned, oanvänd, ny, new, archived stock',
  handedOut:
    'handed out, utlämnad, utlämnat, deployed, utplacerad, in use, i bruk, i drift, används, en service, in production, i produktion, produktion, aktiv, active, assigned, tilldelad, checked out, utcheckad, installed, installerad, utlånad, on loan, uthyrd, leased, enrolled',
  handedIn:
    'handed in, inlämnad, inlämnat, returned, återlämnad, retur, inväntar radering, pending return',
  shipped: 'shipped, skickad, skickat, in transit, på väg, under transport',
  sold: 'sold, såld, sålt, avyttrad, vendu, donated, skänkt, bortskänkt',
  recycled:
    'recycled, återvunnen, återvunnet, skrotad, skrotat, scrapped, kasserad, kasserat, au rebut, destroyed, destruerad',
  missing:
    'missing, saknad, saknas, lost, borttappad, förlorad, perdu, ej återfunnen, lost missing, not found, lost or missing',
  stolen: 'stolen, stulen, stulet, lost stolen, lost or stolen, volé',
  erased: 'erased, raderad, raderat, wiped, effacé',
  graded: 'graded, graderad, graderat',
})

/**
 * What the word means here; `needs-proof` for what a file may not claim. Words for "out of
 * the register" (retired, archived, utrangerad) name no outcome, so the user is asked about them.
 */
export function readStatus(text: string): ImportStatus | 'needs-proof' | null {
  const words = wordsOf(text)
  // Snipe-IT shows the label with its kind: `Utlämnad (deployed)`.
  const found = statuses.get(words) ?? statuses.get(wordsOf(text.replace(/\s*\(.*\)$/, '')))
  if (found === 'erased' || found === 'graded') return 'needs-proof'
  return found ?? null
}

const personal = new Set([
  'personal',
  'personally owned',
  'privat',
  'privatägd',
  'employee owned',
  'employee',
  'byod',
  'egen',
  'user',
  'true',
  'yes',
  'ja',
  'oui',
  '1',
])

/** True for what an employee owns: such a device is never read in. */
export const isPersonal = (text: string): boolean => personal.has(wordsOf(text))
