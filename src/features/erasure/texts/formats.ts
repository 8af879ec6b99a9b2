// What each kind of evidence can prove, and what it cannot: kindly, and before it is read in.
interface Words {
  readonly sv: string
  readonly en: string
}

export const formatsTitle: Words = {
  sv: 'Vad en fil kan bevisa',
  en: 'What a file can prove',
}

export interface FormatWords {
  readonly name: Words
  readonly says: Words
  /** At best: a certificate at once, after a review, or never. */
  readonly best: 'issue' | 'review' | 'refuse'
}

export const bestTexts: Record<FormatWords['best'], Words> = {
  issue: { sv: 'Kan räcka för intyg', en: 'May be enough for a certificate' },
  review: { sv: 'Efter granskning', en: 'After a review' },
  refuse: { sv: 'Aldrig ensam', en: 'Never alone' },
}

export const formatTexts: readonly FormatWords[] = [
  {
    name: { sv: 'nwipe och ShredOS, loggen', en: 'nwipe and ShredOS, the log' },
    best: 'issue',
    says: {
      sv: 'Räcker när hela disken är skriven och läst tillbaka förbi minnet, utan fel och med rätt serienummer. Äldre versioner läser ur minnet: då granskar någon.',
      en: 'Is enough when the whole drive was written and read back past the memory, without errors and with the right serial number. Older versions read from memory: then somebody reviews.',
    },
  },
  {
    name: { sv: 'Blancco, XML eller JSON', en: 'Blancco, XML or JSON' },
    best: 'issue',
    says: {
      sv: 'Räcker när Blancco skriver att det lyckades helt, inga sektorer föll bort och serienumret är diskens. Nivån är Blanccos egen uppgift.',
      en: 'Is enough when Blancco writes that it succeeded wholly, no sectors were lost and the serial number is the drive’s. The level is Blancco’s own word.',
    },
  },
  {
    name: {
      sv: 'nvme sanitize-log, hdparm --sanitize-status',
      en: 'nvme sanitize-log, hdparm --sanitize-status',
    },
    best: 'review',
    says: {
      sv: 'Diskens eget ord om att den tömt sig, men filen säger inte vilken disk det är. Läs av etiketten och läs tillbaka stickprov.',
      en: 'The drive’s own word that it emptied itself, but the file does not say which drive. Read the label, and read back samples.',
    },
  },
  {
    name: {
      sv: 'nvme format, hdparm --security-erase',
      en: 'nvme format, hdparm --security-erase',
    },
    best: 'review',
    says: {
      sv: 'Säger att kommandot togs emot, inte att något försvann. Disken behöver läsas tillbaka.',
      en: 'Says that the command was taken, not that anything went away. The drive needs to be read back.',
    },
  },
  {
    name: { sv: 'badblocks -w, scrub', en: 'badblocks -w, scrub' },
    best: 'review',
    says: {
      sv: 'Mönstret skrevs och lästes tillbaka, men kanske ur minnet, och disken nämns inte.',
      en: 'The pattern was written and read back, but perhaps from memory, and the drive is not named.',
    },
  },
  {
    name: { sv: 'Intune, Jamf, Apple', en: 'Intune, Jamf, Apple' },
    best: 'review',
    says: {
      sv: 'Säger att enheten fick ordern. Granskaren behöver se att den var krypterad innan och att den startar som ny.',
      en: 'Says that the device got the order. The reviewer needs to see that it was encrypted before and that it starts as new.',
    },
  },
  {
    name: { sv: 'shred, dd, blkdiscard', en: 'shred, dd, blkdiscard' },
    best: 'refuse',
    says: {
      sv: 'Läser aldrig tillbaka, så de visar bara att någon skrev. Radera med ett verktyg som verifierar.',
      en: 'Never read back, so they only show that somebody wrote. Erase with a tool that verifies.',
    },
  },
  {
    name: { sv: 'PDF från nwipe', en: 'PDF of nwipe' },
    best: 'refuse',
    says: {
      sv: 'En bild av loggen. Den jämförs med loggen från samma körning, och skillnader sägs.',
      en: 'A picture of the log. It is held against the log of the same run, and differences are told.',
    },
  },
]
