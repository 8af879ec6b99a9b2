import type { DiscrepancyKind, Resolution } from './rules/discrepancy.ts'
import type { ScanOutcome } from './rules/scan.ts'
import type { CollectionState, LineState, PackageKind } from './rules/states.ts'

type Words = { readonly sv: string; readonly en: string }

export const collectionStateTexts: Record<CollectionState, Words> = {
  packing: { sv: 'Packas', en: 'Packing' },
  sent: { sv: 'Skickad', en: 'Sent' },
  receiving: { sv: 'Tas emot', en: 'Receiving' },
  closed: { sv: 'Mottagen', en: 'Received' },
}

export const lineStateTexts: Record<LineState, Words> = {
  packed: { sv: 'Packad', en: 'Packed' },
  received: { sv: 'Stämmer', en: 'Matches' },
  missing: { sv: 'Saknas', en: 'Missing' },
  takenBack: { sv: 'Skickades aldrig', en: 'Never sent' },
}

export const packageKindTexts: Record<PackageKind, Words> = {
  box: { sv: 'Kartong', en: 'Box' },
  cage: { sv: 'Bur', en: 'Cage' },
  pallet: { sv: 'Pall', en: 'Pallet' },
}

export const scanOutcomeTexts: Record<ScanOutcome, Words> = {
  packed: { sv: 'Packad', en: 'Packed' },
  match: { sv: 'Stämmer', en: 'Matches' },
  already: { sv: 'Redan skannad', en: 'Scanned already' },
  extra: { sv: 'Utöver listan', en: 'Not on the list' },
  ambiguous: { sv: 'Flera passar. Välj en.', en: 'Several fit. Choose one.' },
  unknown: { sv: 'Känns inte igen', en: 'Not recognised' },
  refused: { sv: 'Går inte att packa', en: 'Cannot be packed' },
}

export const discrepancyKindTexts: Record<DiscrepancyKind, Words> = {
  missing: { sv: 'Saknas', en: 'Missing' },
  extra: { sv: 'Utöver listan', en: 'Not on the list' },
  mismatch: { sv: 'Stämmer inte', en: 'Does not match' },
}

export const resolutionTexts: Record<Resolution, Words> = {
  found: { sv: 'Hittad hos mottagaren', en: 'Found at the receiver' },
  neverSent: { sv: 'Finns kvar hos avsändaren', en: 'Still with the sender' },
  lostInTransit: { sv: 'Förlorad på vägen', en: 'Lost on the way' },
  lostAtReceiver: { sv: 'Förlorad hos mottagaren', en: 'Lost at the receiver' },
  acceptedBySender: { sv: 'Avsändaren har skickat den', en: 'The sender sent it' },
  sentBack: { sv: 'Skickad tillbaka', en: 'Sent back' },
  notOurs: { sv: 'Inte avsändarens', en: 'Not the sender’s' },
  corrected: { sv: 'Rättad i registret', en: 'Corrected in the register' },
  acceptedAsIs: { sv: 'Godtagen som den är', en: 'Accepted as it is' },
}

export const refusals = {
  'collection-not-found': {
    sv: 'Sändningen finns inte, eller så är ni inte part i den.',
    en: 'There is no such collection, or you are not party to it.',
  },
  'package-not-found': {
    sv: 'Kollit finns inte i sändningen.',
    en: 'There is no such package in the collection.',
  },
  'discrepancy-not-found': {
    sv: 'Avvikelsen finns inte i sändningen.',
    en: 'There is no such discrepancy in the collection.',
  },
  'line-not-found': {
    sv: 'Utrustningen står inte på följesedeln.',
    en: 'The device is not on the delivery note.',
  },
  'receiver-not-partner': {
    sv: 'Ni har inget pågående samarbete med mottagaren.',
    en: 'You have no active partnership with the receiver.',
  },
  'not-sender': {
    sv: 'Bara avsändaren kan göra det här.',
    en: 'Only the sender can do this.',
  },
  'not-receiver': {
    sv: 'Bara mottagaren kan göra det här.',
    en: 'Only the receiver can do this.',
  },
  'not-packing': {
    sv: 'Sändningen är redan skickad. Ta tillbaka den om något ska ändras.',
    en: 'The collection has been sent. Take it back to change it.',
  },
  'not-sent': {
    sv: 'Sändningen är inte skickad än.',
    en: 'The collection has not been sent yet.',
  },
  'receiving-begun': {
    sv: 'Mottagaren har börjat räkna, så sändningen kan inte tas tillbaka.',
    en: 'The receiver has begun counting, so the collection cannot be taken back.',
  },
  'receiving-closed': {
    sv: 'Mottagningen är redan stängd.',
    en: 'Receiving has already been closed.',
  },
  'nothing-received-yet': {
    sv: 'Ingenting är skannat än. Bekräfta att allt saknas om det är så.',
    en: 'Nothing has been scanned yet. Confirm that all is missing if so.',
  },
  'collection-empty': {
    sv: 'Sändningen är tom. Packa något innan den skickas.',
    en: 'The collection is empty. Pack something before sending it.',
  },
  'collection-full': {
    sv: 'Sändningen rymmer inte fler enheter. Börja på en ny.',
    en: 'The collection holds no more devices. Begin a new one.',
  },
  'device-unready': {
    sv: 'En packad enhet står inte längre i er depå. Ta ut den ur sändningen.',
    en: 'A packed device is no longer in your depot. Take it out of the collection.',
  },
  'already-packed': {
    sv: 'Enheten är redan packad här.',
    en: 'The device is already packed here.',
  },
  'packed-elsewhere': {
    sv: 'Enheten är packad i en annan sändning.',
    en: 'The device is packed in another collection.',
  },
  'device-elsewhere': {
    sv: 'Enheten står inte i er depå enligt registret. Ta in den först.',
    en: 'By the register the device is not in your depot. Take it in first.',
  },
  'not-for-receiver': {
    sv: 'Enheten tillhör en annan organisation och får inte skickas till den här mottagaren.',
    en: 'The device belongs to another organisation and may not go to this receiver.',
  },
  'code-unknown': {
    sv: 'Ingen enhet i ert register har det numret.',
    en: 'No device in your register has that number.',
  },
  'code-ambiguous': {
    sv: 'Flera enheter har det numret. Välj en.',
    en: 'Several devices have that number. Choose one.',
  },
  'discrepancy-closed': {
    sv: 'Avvikelsen har redan avgjorts.',
    en: 'The discrepancy has already been closed.',
  },
  'resolution-unfit': {
    sv: 'Den här avvikelsen kan inte avgöras så.',
    en: 'This discrepancy cannot be closed that way.',
  },
  'resolution-other-side': {
    sv: 'Det kan bara den andra parten avgöra.',
    en: 'Only the other side can decide that.',
  },
  'device-missing-in-answer': {
    sv: 'Ange vilken av era enheter det är.',
    en: 'Say which of your devices it is.',
  },
  'not-in-transit': {
    sv: 'Enheten är inte längre på väg till er.',
    en: 'The device is no longer on its way to you.',
  },
} as const
