// Strings of printing many certificates at once.
import { plural } from '../../../core/text.ts'

export const batchTexts = {
  title: { sv: 'Utskrifter', en: 'Print jobs' },
  kept: {
    sv: 'En PDF för varje intyg och en innehållsförteckning, i en zip. Filerna sparas en vecka.',
    en: 'One PDF for each certificate and a list of contents, in a zip. Files are kept for a week.',
  },
  progress: {
    sv: (done: string, all: string) => `Skriver ut, ${done} av ${all} intyg`,
    en: (done: string, all: string) => `Printing, ${done} of ${all} certificates`,
  },
  outcome: {
    sv: (made: string, refused: string) =>
      refused === '0' ? `${made} utskrivna,` : `${made} utskrivna, ${refused} inte,`,
    en: (made: string, refused: string) =>
      refused === '0' ? `${made} printed,` : `${made} printed, ${refused} not,`,
  },
  zip: { sv: 'Hämta zip', en: 'Download zip' },
  print: { sv: 'Skriv ut valda', en: 'Print selected' },
  printAll: { sv: 'Skriv ut intygen', en: 'Print certificates' },
  see: { sv: 'Se utskriften', en: 'See the print job' },
  collected: { sv: 'Alla intyg i en fil', en: 'All certificates in one file' },
  ofCollection: {
    sv: (number: string) => `Intyg för ${number}`,
    en: (number: string) => `Certificates for ${number}`,
  },
  ofCertificates: {
    sv: (n: number) => `${n} intyg`,
    en: (n: number) => `${n} ${plural(n, 'certificate', 'certificates')}`,
  },
  contents: { sv: 'innehåll', en: 'contents' },
  number: { sv: 'Intyg nr', en: 'Certificate no.' },
  file: { sv: 'Fil', en: 'File' },
  remark: { sv: 'Anmärkning', en: 'Remark' },
  notMade: {
    sv: 'Hann inte skrivas ut innan arbetet stoppades.',
    en: 'Not printed before the work was stopped.',
  },
} as const
