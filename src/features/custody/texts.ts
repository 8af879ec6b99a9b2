import type { Condition } from './rules.ts'

export const conditionTexts: Record<Condition, { sv: string; en: string }> = {
  good: { sv: 'Bra', en: 'Good' },
  worn: { sv: 'Sliten', en: 'Worn' },
  damaged: { sv: 'Skadad', en: 'Damaged' },
  broken: { sv: 'Trasig', en: 'Broken' },
}

export const refusals = {
  'data-unproven': {
    sv: 'Data kan finnas kvar på enheten. Den måste raderas med bevis innan någon ny får den.',
    en: 'The device may hold data. It must be erased with proof before anybody new gets it.',
  },
  'not-custodian': {
    sv: 'Enheten är inte hos er just nu, så ni kan inte lämna ut den eller ta in den.',
    en: 'The device is not in your keeping now, so you cannot hand it out or take it in.',
  },
  'not-owner': {
    sv: 'Bara ägaren kan göra det här.',
    en: 'Only the owner can do this.',
  },
  'not-holder': {
    sv: 'Du är inte innehavare av enheten.',
    en: 'You are not the holder of the device.',
  },
  'device-reserved': {
    sv: 'Enheten är reserverad för ett annat behov.',
    en: 'The device is reserved for another need.',
  },
  'not-in-pool': {
    sv: 'Enheten står inte i poolen längre.',
    en: 'The device no longer stands in the pool.',
  },
  'taker-missing': {
    sv: 'Ange vem som får utrustningen: en innehavare eller en enhet som delar den.',
    en: 'Say who gets the device: a holder, or a unit that shares it.',
  },
  'repeated-device': {
    sv: 'Samma enhet står två gånger på listan.',
    en: 'The same device is on the list twice.',
  },
} as const
