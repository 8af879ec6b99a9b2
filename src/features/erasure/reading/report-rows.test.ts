// Reports of other tools by a profile: at best something for a person to look at.
import { describe, expect, it } from 'vitest'
import { profileFault, type ReportProfile } from '../rules/evidence/profile.ts'
import { readByProfile } from './report-rows.ts'

const csv: ReportProfile = {
  name: 'Partnerns lista',
  tool: 'WipeDrive',
  format: 'csv',
  fields: { serial: 'Drive Serial', result: 'Status', model: 'Model', start: 'Started' },
  success: ['Success'],
}
const xml: ReportProfile = {
  name: 'KillDisk',
  tool: 'KillDisk',
  format: 'xml',
  row: 'disk',
  fields: { serial: '@serial', result: 'erase/result', end: 'erase/finished' },
  success: ['Erased', 'Completed'],
}
const verdict = (text: string, ...profiles: ReportProfile[]): string =>
  (readByProfile(text, profiles)?.sessions ?? [])
    .flatMap((session) => session.devices)
    .map(({ serial, result, certificate: { decision, reasons } }) =>
      [serial, result, decision, ...reasons].join(' '),
    )
    .join(' + ')

const list = (status: string, serial = 'S123456') =>
  `Started;Drive Serial;Model;Status\n2026-03-16 08:00:00;${serial};"A;B";${status}\n`
const tree = (result: string) =>
  `<report><disks><disk serial="K1"><erase><result>${result}</result><finished>2026-03-16T08:00:00+01:00</finished></erase></disk></disks></report>`

describe('a report read by a profile', () => {
  it.each([
    ['CSV', list('Success'), 'S123456 erased review MAPPED_REPORT HIDDEN_AREA_UNKNOWN'],
    ['CSV of a failure', list('Failed'), 'S123456 failed refuse STATUS_FAILED'],
    ['CSV in other words', list('success'), 'S123456 failed refuse STATUS_FAILED'],
    ['CSV without result', list(''), 'S123456 incomplete refuse TRUNCATED'],
    [
      'CSV without serial',
      list('Success', ''),
      ' erased review MAPPED_REPORT SERIAL_MISSING HIDDEN_AREA_UNKNOWN',
    ],
    ['CSV without a column', list('Success').replace('Model', 'Modell'), ''],
    ['XML', tree('Erased'), 'K1 erased review MAPPED_REPORT HIDDEN_AREA_UNKNOWN'],
    ['XML of a failure', tree('Cancelled'), 'K1 failed refuse STATUS_FAILED'],
    ['XML of another kind', '<report><drive/></report>', ''],
    ['XML that is broken', '<report><disk serial="K1">', ''],
  ])('%s', (_what, text, want) => expect(verdict(text, csv, xml)).toBe(want))

  it('keeps times as they are told, with zone or without', () => {
    const [local] = readByProfile(list('Success'), [csv])!.sessions[0]!.devices
    expect(local).toMatchObject({ startLocal: '2026/03/16 08:00:00', startAt: null, model: 'A;B' })
    const [zoned] = readByProfile(tree('Erased'), [xml])!.sessions[0]!.devices
    expect(zoned).toMatchObject({ endAt: '2026-03-16T07:00:00Z', endLocal: null })
  })

  it.each([
    [null, 'profile'],
    [{ ...csv, name: '' }, 'name'],
    [{ ...csv, format: 'pdf' }, 'format'],
    [{ ...xml, row: undefined }, 'row'],
    [{ ...csv, fields: { result: 'Status' } }, 'fields/serial'],
    [{ ...csv, fields: { ...csv.fields, colour: 'Colour' } }, 'fields/colour'],
    [{ ...csv, success: [] }, 'success'],
    [csv, null],
    [xml, null],
  ])('a profile is refused by the place of its fault', (profile, want) =>
    expect(profileFault(profile)).toBe(want),
  )
})
