import { describe, expect, it } from 'vitest'
import { organisationNumberOf, shownNumber } from './number.ts'

describe('an organisation number', () => {
  it.each([
    ['556000-0001', '5560000001'],
    ['5560000001', '5560000001'],
    [' 556000 0001 ', '5560000001'],
    ['SE556000000101', '5560000001'],
    ['165560000001', '5560000001'],
  ])('is read from %j', (text, number) => expect(organisationNumberOf(text)).toBe(number))

  it.each(['', '55600', 'Omtag AB', '556000-00011'])('is not read from %j', (text) =>
    expect(organisationNumberOf(text)).toBeNull(),
  )

  it('is shown with its hyphen', () => expect(shownNumber('5560000001')).toBe('556000-0001'))
})
