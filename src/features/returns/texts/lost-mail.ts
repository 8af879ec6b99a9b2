// The letter about what was lost on its way, in both languages: it is sent without anybody asking.
import type { DataState } from '../../devices/rules/status.ts'

export interface LostDevice {
  readonly name: string
  readonly dataState: DataState
}

/** As many as a letter names; the rest stand in the register. */
const NAMED = 30

const gone = (dataState: DataState): boolean => dataState !== 'holdsData'

export function lostMail(
  devices: readonly LostDevice[],
  organisation: string,
): { subject: string; text: string } {
  const n = devices.length
  const unproven = devices.filter(({ dataState }) => !gone(dataState)).length
  const lines = (data: string, none: string) => [
    ...devices
      .slice(0, NAMED)
      .map(({ name, dataState }) => `  ${name} · ${gone(dataState) ? none : data}`),
    ...(n > NAMED ? [`  + ${n - NAMED}`] : []),
  ]
  return {
    subject: `${n === 1 ? '1 enhet försvann' : `${n} enheter försvann`} på vägen · ${organisation}`,
    text: [
      `${n === 1 ? 'En enhet' : `${n} enheter`} som ${organisation} är part i har rapporterats förlorad${n === 1 ? '' : 'e'} mellan två organisationer.`,
      unproven > 0
        ? `${unproven === n ? (n === 1 ? 'Den' : 'De') : `${unproven} av dem`} kan bära data. En personuppgiftsincident anmäls inom 72 timmar från att den upptäcks.`
        : 'Ingen data var kvar på det som försvann.',
      'Kommer den fram ändå skannas den som vanligt.',
      '',
      ...lines('kan bära data', 'ingen data'),
      '',
      `${n === 1 ? 'A device' : `${n} devices`} that ${organisation} is party to ${n === 1 ? 'has' : 'have'} been reported lost between two organisations.`,
      unproven > 0
        ? `${unproven === n ? (n === 1 ? 'It' : 'They') : `${unproven} of them`} may hold data. A breach of personal data is reported within 72 hours of its discovery.`
        : 'No data was left on what was lost.',
      'If it arrives after all, it is scanned as usual.',
      '',
      ...lines('may hold data', 'no data'),
    ].join('\n'),
  }
}
