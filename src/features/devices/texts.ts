import type { DeviceKind } from './rules/kinds.ts'
import type { DataState, DeviceStatus } from './rules/status.ts'

type Words = { readonly sv: string; readonly en: string }

export const kindTexts: Record<DeviceKind, Words> = {
  laptop: { sv: 'Bärbar dator', en: 'Laptop' },
  mobile_workstation: { sv: 'Bärbar arbetsstation', en: 'Mobile workstation' },
  desktop: { sv: 'Stationär dator', en: 'Desktop' },
  workstation: { sv: 'Arbetsstation', en: 'Workstation' },
  all_in_one: { sv: 'Allt-i-ett-dator', en: 'All-in-one' },
  thin_client: { sv: 'Tunn klient', en: 'Thin client' },
  monitor: { sv: 'Bildskärm', en: 'Monitor' },
  large_display: { sv: 'Storskärm', en: 'Large display' },
  smartphone: { sv: 'Telefon', en: 'Phone' },
  feature_phone: { sv: 'Knapptelefon', en: 'Feature phone' },
  tablet: { sv: 'Surfplatta', en: 'Tablet' },
  server: { sv: 'Server', en: 'Server' },
  printer: { sv: 'Skrivare', en: 'Printer' },
  router: { sv: 'Router', en: 'Router' },
  switch: { sv: 'Switch', en: 'Switch' },
  access_point: { sv: 'Accesspunkt', en: 'Access point' },
  speaker: { sv: 'Högtalare', en: 'Speaker' },
  webcam: { sv: 'Webbkamera', en: 'Webcam' },
  headset: { sv: 'Headset', en: 'Headset' },
  dock: { sv: 'Dockningsstation', en: 'Dock' },
  keyboard: { sv: 'Tangentbord', en: 'Keyboard' },
  mouse: { sv: 'Mus', en: 'Mouse' },
  projector: { sv: 'Projektor', en: 'Projector' },
  television: { sv: 'TV', en: 'Television' },
  vr_headset: { sv: 'VR-glasögon', en: 'VR headset' },
  smartwatch: { sv: 'Klocka', en: 'Smartwatch' },
  external_hdd: { sv: 'Extern disk', en: 'External drive' },
  accessory: { sv: 'Tillbehör', en: 'Accessory' },
  other: { sv: 'Annat', en: 'Other' },
}

export const statusTexts: Record<DeviceStatus, Words> = {
  ordered: { sv: 'Beställd', en: 'Ordered' },
  inStock: { sv: 'I lager', en: 'In stock' },
  handedOut: { sv: 'Utlämnad', en: 'Handed out' },
  inUse: { sv: 'I bruk', en: 'In use' },
  handedIn: { sv: 'Inlämnad', en: 'Handed in' },
  sent: { sv: 'Skickad', en: 'Sent' },
  received: { sv: 'Mottagen', en: 'Received' },
  erased: { sv: 'Raderad', en: 'Erased' },
  graded: { sv: 'Graderad', en: 'Graded' },
  pool: { sv: 'I pool', en: 'In the pool' },
  sold: { sv: 'Såld', en: 'Sold' },
  donated: { sv: 'Skänkt', en: 'Donated' },
  parts: { sv: 'Blev delar', en: 'Became parts' },
  recycled: { sv: 'Återvunnen', en: 'Recycled' },
  destroyed: { sv: 'Destruerad', en: 'Destroyed' },
  missing: { sv: 'Saknad', en: 'Missing' },
  stolen: { sv: 'Stulen', en: 'Stolen' },
}

export const dataStateTexts: Record<DataState, Words> = {
  notDataBearing: { sv: 'Bär inga data', en: 'Stores no data' },
  unused: { sv: 'Oanvänd, inga data', en: 'Unused, no data' },
  holdsData: { sv: 'Data kan finnas kvar', en: 'May hold data' },
  erased: { sv: 'Raderad, med bevis', en: 'Erased, with proof' },
  destroyed: { sv: 'Lagringsmediet destruerat', en: 'Data carrier destroyed' },
}

export const refusals = {
  'device-not-found': {
    sv: 'Utrustningen finns inte, eller så är ni inte part i den.',
    en: 'There is no such device, or you are not party to it.',
  },
  'serial-taken': {
    sv: 'Serienumret finns redan på en annan enhet från samma tillverkare.',
    en: 'The serial number already belongs to another device from the same maker.',
  },
  'asset-tag-taken': {
    sv: 'Inventarienumret finns redan på en annan enhet.',
    en: 'The asset tag already belongs to another device.',
  },
  'imei-taken': {
    sv: 'IMEI-numret finns redan på en annan enhet.',
    en: 'The IMEI already belongs to another device.',
  },
  'placeholder-serial': {
    sv: 'Det där är ett utfyllnadsvärde, inte ett serienummer. Läs av etiketten på enheten.',
    en: 'That is a filler value, not a serial number. Read the label on the device.',
  },
  'mark-missing': {
    sv: 'Ange minst ett av serienummer, inventarienummer och IMEI.',
    en: 'Give at least one of serial number, asset tag and IMEI.',
  },
  'status-forbids': {
    sv: 'Det går inte från den status som enheten har nu.',
    en: 'That cannot be done from the status the device has now.',
  },
  'cursor-unknown': {
    sv: 'Sidan av listan går inte att hitta. Börja om från början.',
    en: 'That page of the list cannot be found. Start from the beginning.',
  },
} as const
