// What the station refuses, and what to do about it, Swedish and English side by side.
import type { ChoiceRefusal } from './rules/choose.ts'
import type { TagRefusal } from './rules/tags.ts'
import type { Words } from './texts.ts'

export type StationRefusal =
  | ChoiceRefusal
  | TagRefusal
  | 'drive-busy'
  | 'drive-not-found'
  | 'drive-excluded'
  | 'station-busy'
  | 'not-enrolled'
  | 'already-enrolled'
  | 'not-root'
  | 'server-unreachable'
  | 'operator-unknown'
  | 'level-unknown'
  | 'tools-missing'

/** What is wrong, and what to do. */
export const refusalTexts: Record<StationRefusal, Words> = {
  'policy-destroy': {
    sv: 'Ägaren kräver att mediet destrueras. Ta ur det, destruera med vittne och foto, och redovisa i Omlopp.',
    en: 'The owner asks for the medium to be destroyed. Take it out, destroy it with a witness and a photo, and report it in Omlopp.',
  },
  'purge-impossible': {
    sv: 'Ägaren kräver purge, och disken har inget kommando som når dit. Destruera den med vittne och foto.',
    en: 'The owner asks for purge, and the drive has no command that reaches it. Destroy it with a witness and a photo.',
  },
  'drive-locked': {
    sv: 'Disken har ett lösenord. Lås upp den med lösenordet (hdparm --security-unlock), eller destruera den.',
    en: 'The drive has a password. Unlock it with the password (hdparm --security-unlock), or destroy it.',
  },
  'hidden-area': {
    sv: 'Disken har ett dolt område (HPA) som inte skulle raderas. Ta bort det med hdparm -N p<antal sektorer>, koppla från och till disken och börja om.',
    en: 'The drive has a hidden area (HPA) that would not be erased. Remove it with hdparm -N p<sectors>, reconnect the drive and start again.',
  },
  'tool-missing': {
    sv: 'Verktyget som behövs är inte installerat. Installera det och börja om.',
    en: 'The tool that is needed is not installed. Install it and start again.',
  },
  'tag-missing': {
    sv: 'Ingen etikett skannades. Disken rördes inte.',
    en: 'No tag was scanned. The drive was not touched.',
  },
  'tag-of-a-drive': {
    sv: 'Det som skannades är serienumret på en disk. Skanna etiketten på datorn som disken sitter i.',
    en: 'What was scanned is the serial number of a drive. Scan the tag of the computer that the drive sits in.',
  },
  'drive-of-another': {
    sv: 'Disken är inventerad i en annan enhet. Ta reda på vilken enhet den hör till innan något raderas.',
    en: 'The drive is inventoried in another device. Find out which device it belongs to before anything is erased.',
  },
  'drive-busy': {
    sv: 'Disken är öppen eller monterad. Koppla loss den (umount) och börja om.',
    en: 'The drive is open or mounted. Unmount it and start again.',
  },
  'drive-not-found': { sv: 'Disken finns inte.', en: 'There is no such drive.' },
  'drive-excluded': { sv: 'Disken får inte raderas.', en: 'The drive must not be erased.' },
  'station-busy': {
    sv: 'Stationen är redan i gång i den här mappen.',
    en: 'The station is already at work in this folder.',
  },
  'not-enrolled': {
    sv: 'Stationen är inte inskriven, så att ingenting den gör kan bevisas. Kör omlopp station enrol först.',
    en: 'The station is not enrolled, so that nothing it does can be proven. Run omlopp station enrol first.',
  },
  'already-enrolled': {
    sv: 'Mappen hör redan till en station. Välj en annan med --folder, eller töm den.',
    en: 'The folder already belongs to a station. Choose another with --folder, or empty it.',
  },
  'not-root': {
    sv: 'Diskar läses och skrivs bara av root. Kör med sudo.',
    en: 'Only root reads and writes drives. Run with sudo.',
  },
  'server-unreachable': {
    sv: 'Servern går inte att nå. Resultaten ligger kvar och skickas när den svarar.',
    en: 'The server cannot be reached. The results are kept and sent when it answers.',
  },
  'operator-unknown': {
    sv: 'Ingen med det namnet får radera. Se omlopp station status.',
    en: 'Nobody by that name may erase. See omlopp station status.',
  },
  'level-unknown': { sv: 'Nivån är clear eller purge.', en: 'The level is clear or purge.' },
  'tools-missing': {
    sv: 'lsblk saknas, så att inga diskar kan hittas. Installera util-linux.',
    en: 'lsblk is missing, so that no drive can be found. Install util-linux.',
  },
}
