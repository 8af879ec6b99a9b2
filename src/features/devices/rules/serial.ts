// Serial numbers and makers as keys: what a search compares. A proof compares the serial as written.

/** A label printed or scanned together with its number: `S/N: 7QW1XY2`. */
const labelBefore = /^(?:(?:S\/?N|SERIAL(?:NO|NR|NUMBER)?\.?|SERIENUMMER|SERIENR\.?)[:=])+/

/** Spaces, dashes of every kind, underscores, marks, and what cannot be seen. */
const notPartOfAKey = /[\s_\p{Pd}\p{M}\p{C}\p{Z}]/gu

/**
 * The serial as a key for finding: upper case, and without what people and tools add or lose.
 * nwipe prints `OMLSSD_0002` in one report and `OMLSSD-0002` in another for the same drive.
 */
export function normaliseSerial(text: string): string {
  const upper = text.normalize('NFKC').toUpperCase().normalize('NFKC')
  return upper.replace(notPartOfAKey, '').normalize('NFKC').replace(labelBefore, '')
}

/** Letters and digits only, so that `To be filled by O.E.M.` is found however it is punctuated. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** What firmware, tools and people write where there is no serial number. */
const fillers = new Set(
  [
    'To be filled by O.E.M.',
    'To be filled',
    'O.E.M.',
    'OEM default string',
    'Default string',
    'Default',
    'System serial number',
    'Chassis serial number',
    'Base board serial number',
    'Board serial number',
    'Type2 - Board serial number',
    'Serial number',
    'Serial no',
    'Serial',
    'SN',
    'SSN',
    'S/N unknown',
    'SN not available',
    'Not specified',
    'Not available',
    'Not applicable',
    'Not present',
    'Not provided',
    'Not settable',
    'No serial',
    'No serial number',
    'No asset tag',
    'No asset information',
    'No enclosure',
    'None',
    'No',
    'N/A',
    'NaN',
    'Null',
    'Undefined',
    'Unknown',
    'Unspecified',
    'Invalid',
    'Empty',
    'Blank',
    'Missing',
    'Filter',
    'Removed',
    'Redacted',
    'Test',
    'TBD',
    'Asset tag',
    'Evaluation',
    'Okänd',
    'Okänt',
    'Saknas',
    'Saknar serienummer',
    'Ej angivet',
    'Ingen',
    'Inget',
    'Serienummer',
    // The system UUID that several boards share, by dmidecode on machines of different owners.
    '03000200-0400-0500-0006-000700080009',
    '0x00000000',
    'BSN12345678901234567',
    'MB-1234567890',
    '123456789ABCDEF',
    'ABCDEF',
    'ABCDEFGH',
    'QWERTY',
  ].map(bare),
)

/** `1234`, `0123456789`, `12345678901234567890`: counting, not numbering. */
function isCounting(key: string): boolean {
  if (key.length < 4 || !/^[01]\d+$/.test(key)) return false
  for (let i = 1; i < key.length; i++)
    if (Number(key[i]) !== (Number(key[i - 1]) + 1) % 10) return false
  return true
}

/** True when the text names no single thing, and so may never be a key. */
export function isPlaceholderSerial(text: string): boolean {
  const key = bare(text)
  // Nothing left, or one character over and over: `0`, `FFFFFFFF`, `XXXX` (nwipe --quiet), `????`.
  if (/^(.?)\1*$/u.test(key)) return true
  return fillers.has(key) || isCounting(key)
}

/** One name for makers that write themselves in several ways; the firmware's words on the left. */
const sameMaker: readonly (readonly [RegExp, string])[] = [
  [/^(?:hewlett packard enterprise|hpe)\b/, 'hpe'],
  [/^(?:hewlett ?packard|hp)\b/, 'hp'],
  [/^dell\b/, 'dell'],
  [/^lenovo\b/, 'lenovo'],
  [/^asus(?:tek)?\b/, 'asus'],
  [/^apple\b/, 'apple'],
  [/^(?:micro star|msi)\b/, 'msi'],
  [/^samsung\b/, 'samsung'],
  [/^fujitsu\b/, 'fujitsu'],
  [/^gigabyte\b/, 'gigabyte'],
  [/^lg\b/, 'lg'],
  [/^(?:western digital|wdc?)\b/, 'western digital'],
  [/^microsoft\b/, 'microsoft'],
  [/^intel\b/, 'intel'],
  [/^acer\b/, 'acer'],
]

const companyForm =
  / (?:ab|as|asa|aps|oy|oyj|inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|kg|sa|spa|srl|bv|nv|pte|pty|kk|publ|group|international|holdings?)$/

/** The maker as a key: `Dell Inc.` → `dell`, `Hewlett-Packard` and `HP Inc.` → `hp`. */
export function normaliseMaker(text: string): string {
  let name = text
    .normalize('NFKC')
    .replace(/\((?:r|tm|c)\)|[®™©]/giu, ' ')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[.'’]/gu, '')
    .replace(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim()
  for (const [written, maker] of sameMaker) if (written.test(name)) return maker
  while (companyForm.test(name)) name = name.replace(companyForm, '')
  return bare(name) === '' || fillers.has(bare(name)) || name === 'system manufacturer' ? '' : name
}
