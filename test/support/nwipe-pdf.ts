// A PDF in the manner of nwipe 0.42, with what a test wants it to say.

/** A page as nwipe draws it: each text by itself. */
const drawn = (texts: readonly (readonly [number, number, string])[]): string =>
  '%PDF-1.3\r\n' +
  texts
    .map(
      ([x, y, text]) =>
        `BT /GS0 gs ${x}.000000 ${y}.000000 TD /F3 10.000000 Tf 0.0 0.0 0.0 rg 0.000000 Tc (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\r\n`,
    )
    .join('')

const fields: Readonly<Record<string, string>> = {
  'Make/Model:': 'OMLOPP VIRT-HDD',
  'Serial:': 'OMLHDD0001',
  'Bus:': ' ATA    ',
  'Size(Apparent): ': '  50 MB, 50331648 bytes',
  'Size(Real):': '  50 MB,50331648b',
  'Start time:': '2026/03/16 08:01:55',
  'End time:': '2026/03/16 08:01:56',
  'Status:': 'ERASED',
  'Method:': 'Fill With Zeros',
  'Final Pass(Zeros/Ones/None):': 'Zeros',
  'Verify Pass(Last/All/None):': 'Last',
  '*Bytes Erased:': '50331648, (100.00%)',
  'Rounds(completed/requested):': '1/1',
  'Errors(pass/sync/verify/retries):': '0/0/0/0',
  'HPA/DCO:': 'No hidden sectors',
  'Name/ID:': 'tekniker-07',
}

export const nwipePdf = (changes: Readonly<Record<string, string>> = {}): string =>
  drawn([
    [194, 30, 'Disc Erasure by NWIPE version 0.42'],
    [189, 765, 'Disk Erasure Report'],
    ...Object.entries({ ...fields, ...changes }).flatMap(([label, value], line) => [
      [60, 700 - line * 20, label] as const,
      [200, 700 - line * 20, value] as const,
    ]),
  ])
