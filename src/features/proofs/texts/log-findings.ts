// The words of what only the check of a whole log answers, by its stable codes.
import type { Words } from './findings.ts'

export const logFindings = {
  'groups-agree': {
    sv: ({ groups }) => `De ${groups} sparade mellansummorna är de som posterna ger.`,
    en: ({ groups }) => `The ${groups} kept groups of hashes are those that the entries give.`,
  },
  'chains-whole': {
    sv: 'Varje post i journalen pekar på den före, också över loggarnas gränser.',
    en: 'Each entry of the journal points to the one before, also across logs.',
  },
  'group-differs': {
    sv: 'En sparad mellansumma är en annan än den som posterna ger.',
    en: 'A kept group of hashes is not the one that the entries give.',
  },
  'group-missing': { sv: 'En mellansumma saknas.', en: 'A group of hashes is missing.' },
  'group-added': {
    sv: 'En mellansumma som inga poster ger.',
    en: 'A group of hashes that no entries give.',
  },
  'edge-differs': {
    sv: 'Loggens högra kant är en annan än den som posterna ger.',
    en: 'The right edge of the log is not the one that the entries give.',
  },
  'entry-not-in-journal': {
    sv: 'Loggen nämner en post som inte finns i journalen.',
    en: 'The log names an entry that is not in the journal.',
  },
  'entry-in-no-log': {
    sv: 'Posten finns i journalen men inte i loggen.',
    en: 'The entry is in the journal and in no log.',
  },
  'entry-columns-differ': {
    sv: 'Tabellens kolumner säger något annat än posten.',
    en: 'The columns of the table say otherwise than the entry.',
  },
  'head-not-signed': {
    sv: 'De senaste posterna har inget signerat läge.',
    en: 'The last entries have no signed head.',
  },
} as const satisfies Record<string, Words>
