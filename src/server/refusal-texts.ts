// Every refusal code with its words; a code twice with different words is caught by a test.
import { refusals as organisations } from '../features/organisations/texts.ts'
import { refusals as catalogue } from '../features/catalogue/texts.ts'
import { climateRefusalTexts as climate } from '../features/climate/texts.ts'
import { refusals as custody } from '../features/custody/texts.ts'
import { refusals as erasure } from '../features/erasure/texts/refusals.ts'
import { refusals as proofs } from '../features/proofs/texts/refusals.ts'
import { refusals as devices } from '../features/devices/texts.ts'
import { importRefusals } from '../features/devices/texts/import.ts'
import { refusals as ordering } from '../features/ordering/texts/refusals.ts'
import { refusals as resale } from '../features/resale/texts/refusals.ts'
import { refusals as returns } from '../features/returns/texts.ts'
import { refusals as disposition } from '../features/disposition/texts.ts'
import { refusals as grading } from '../features/grading/texts.ts'

/** Refusals that every endpoint may answer with. */
export const common = {
  'not-signed-in': { sv: 'Logga in för att fortsätta.', en: 'Sign in to continue.' },
  'not-permitted': {
    sv: 'Din roll har inte behörighet till det här.',
    en: 'Your role is not permitted to do this.',
  },
  'origin-refused': {
    sv: 'Anropet kom från en annan webbplats och togs inte emot.',
    en: 'The call came from another site and was not accepted.',
  },
  'invalid-input': {
    sv: 'Något i det som skickades stämmer inte.',
    en: 'Something in what was sent is not right.',
  },
  'day-not-valid': { sv: 'Dagen finns inte', en: 'There is no such day' },
  'endpoint-not-found': { sv: 'Adressen finns inte.', en: 'There is no such address.' },
  'idempotency-key-reused': {
    sv: 'Nyckeln Idempotency-Key har redan använts till något annat.',
    en: 'The Idempotency-Key has already been used for something else.',
  },
  'version-changed': {
    sv: 'Någon annan har ändrat sedan du läste. Ladda om och försök igen.',
    en: 'Somebody else has changed this since you read it. Reload and try again.',
  },
  'too-many-requests': {
    sv: 'För många anrop på kort tid. Vänta en stund.',
    en: 'Too many calls in a short time. Wait a little.',
  },
  'file-too-large': { sv: 'Filen är för stor.', en: 'The file is too large.' },
  'file-missing': { sv: 'Ingen fil kom med.', en: 'No file came along.' },
  'body-unreadable': {
    sv: 'Det som skickades gick inte att läsa som JSON.',
    en: 'What was sent cannot be read as JSON.',
  },
  'disk-full': {
    sv: 'Disken är full på servern. Inget ändrades. Den som sköter servern behöver ge plats.',
    en: 'The server’s disk is full. Nothing was changed. Whoever runs the server has to make room.',
  },
  'database-away': {
    sv: 'Databasen svarar inte just nu. Se efter om ändringen kom med innan du gör om den.',
    en: 'The database does not answer just now. See whether the change was kept before doing it again.',
  },
  fault: {
    sv: 'Något gick fel hos oss. Inget ändrades. Försök igen om en stund.',
    en: 'Something went wrong on our side. Nothing was changed. Try again in a while.',
  },
} as const

export const refusalTexts: Readonly<Record<string, { readonly sv: string; readonly en: string }>> =
  {
    ...common,
    ...organisations,
    ...catalogue,
    ...devices,
    ...importRefusals,
    ...custody,
    ...returns,
    ...ordering,
    ...grading,
    ...climate,
    ...disposition,
    ...resale,
    ...erasure,
    ...proofs,
  }
