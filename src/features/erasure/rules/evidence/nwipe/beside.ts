// A PDF beside its log: which drive it is of, what it was called, and where the two differ.
import type { EvidenceDevice, EvidenceSession } from '../shape.ts'
import type { NwipeDiskPdf, NwipePdf, NwipeSystemPdf } from './pdf.ts'

/** As nwipe makes file names: everything but letters and digits becomes an underscore. */
const inFileName = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '_')
const timeInName = (local: string): string => local.replace(/[/: ]/g, '-')
const shortNameOf = (device: string): string => device.slice(device.lastIndexOf('/') + 1)

/** From 0.41 the name also says which device it was, which only the log knows. */
const namesDevice = (version: string): boolean =>
  Number(/^0\.(\d{1,4})/.exec(version)?.[1] ?? 0) >= 41

/** The name nwipe gave the file, or null when not all of it is known. */
export function originalNameOf(pdf: NwipePdf, device: EvidenceDevice | null): string | null {
  if (pdf.end === null) return null
  const time = timeInName(pdf.end)
  if (pdf.kind === 'system') {
    const { systemUuid: uuid, systemSerial: serial } = pdf
    return uuid && serial
      ? `nwipe_system_report_${time}_host-UUID-${uuid}_host-SN-${serial}.pdf`
      : null
  }
  const tail = !namesDevice(pdf.toolVersion)
    ? ''
    : device?.device
      ? `_device_${shortNameOf(device.device)}`
      : null
  if (tail === null || pdf.model === null || pdf.serial === null) return null
  return `nwipe_report_${time}_Model_${inFileName(pdf.model)}_Serial_${inFileName(pdf.serial)}${tail}.pdf`
}

/** What nwipe writes in its PDF where the log has no serial number. */
const noSerial = /^(?:Unknown|\(S\/N: unknown\)|)$/
const serialAgrees = (pdf: NwipeDiskPdf, device: EvidenceDevice): boolean =>
  device.serial === null ? noSerial.test(pdf.serial ?? '') : pdf.serial === device.serial

/** The drive of the log that the PDF is of: same serial number, same start. */
export function driveOfPdf(
  pdf: NwipePdf,
  sessions: readonly EvidenceSession[],
): EvidenceDevice | null {
  const devices = sessions.flatMap((session) => session.devices)
  if (pdf.kind === 'disk')
    return (
      devices.find(
        (device) =>
          serialAgrees(pdf, device) &&
          device.startLocal === pdf.start &&
          (device.serial !== null || device.model === pdf.model),
      ) ?? null
    )
  return (
    devices.find(
      ({ serial, startLocal }) =>
        serial !== null &&
        startLocal !== null &&
        pdf.diskSerials.includes(inFileName(serial)) &&
        (pdf.end === null || startLocal <= pdf.end),
    ) ?? null
  )
}

const statusRows: Readonly<Record<string, string>> = {
  ERASED: 'Erased',
  FAILED: 'FAILED',
  ABORTED: 'UABORTED',
}

const slashed = (...parts: readonly (number | null)[]): string | null =>
  parts.includes(null) ? null : parts.join('/')

/** In which fields PDF and log say different things; where one is silent they do not differ. */
function diskDifferences(pdf: NwipeDiskPdf, device: EvidenceDevice): string[] {
  const bytes = /^(\d{1,16}), \(([\d.]{1,6}%)\)$/.exec(pdf.bytesErased ?? '')
  const errors = slashed(device.passErrors, device.fsyncErrors, device.verifyErrors)
  const said: Record<string, readonly [unknown, unknown]> = {
    model: [pdf.model, device.model],
    start: [pdf.start, device.startLocal],
    status: [statusRows[pdf.status ?? ''] ?? pdf.status, device.statusRow],
    method: [pdf.method?.replace(/ \([RS]\)$/, '') ?? null, device.method],
    sizeApparentBytes: [pdf.sizeApparentBytes, device.bytesTotal],
    sizeRealBytes: [pdf.sizeRealBytes, device.bytesExpected],
    bytesErased: [bytes?.[1] ?? null, device.bytesErased?.toString() ?? null],
    rounds: [pdf.rounds, slashed(device.roundsCompleted, device.roundsRequested)],
    errors: [pdf.errors?.split('/').slice(0, 3).join('/') ?? null, errors],
  }
  const differ = Object.entries(said).filter(
    ([, [inPdf, inLog]]) => inPdf !== null && inLog !== null && inPdf !== inLog,
  )
  return [...(serialAgrees(pdf, device) ? [] : ['serial']), ...differ.map(([field]) => field)]
}

const systemDifferences = (pdf: NwipeSystemPdf, device: EvidenceDevice): string[] =>
  device.serial !== null && !pdf.diskSerials.includes(inFileName(device.serial)) ? ['serial'] : []

export const differences = (pdf: NwipePdf, device: EvidenceDevice): readonly string[] =>
  pdf.kind === 'disk' ? diskDifferences(pdf, device) : systemDifferences(pdf, device)
