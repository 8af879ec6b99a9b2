// Words of the events page: what has happened, as a file for other systems.
export const eventTexts = {
  title: { sv: 'Händelser (EPCIS)', en: 'Events (EPCIS)' },
  lead: {
    sv: 'Vad som har hänt med er utrustning, i ett format som andra system läser: EPCIS 2.0 från GS1.',
    en: 'What has happened to your devices, in a format that other systems read: EPCIS 2.0 by GS1.',
  },
  period: { sv: 'Hämta en period', en: 'Fetch a period' },
  periodLead: {
    sv: 'Varje händelse ni delar: registrerad, utlämnad, skickad, mottagen, raderad, graderad och vad den blev. Inga personer nämns.',
    en: 'Every event that you share: registered, handed out, sent, received, erased, graded, and what became of it. No person is named.',
  },
  from: { sv: 'Från och med', en: 'From' },
  to: { sv: 'Till och med', en: 'To' },
  dayMissing: { sv: 'Välj en dag.', en: 'Choose a day.' },
  backwards: { sv: 'Perioden slutar innan den börjar.', en: 'The period ends before it begins.' },
  fetch: { sv: 'Ladda ner EPCIS', en: 'Download EPCIS' },
  fetching: { sv: 'Hämtar händelser', en: 'Fetching events' },
  fetched: {
    sv: (count: string) => `${count} hämtade`,
    en: (count: string) => `${count} fetched`,
  },
  done: {
    sv: (count: string, file: string) => `${count} händelser finns i ${file}.`,
    en: (count: string, file: string) => `${count} events are in ${file}.`,
  },
  none: {
    sv: 'Ingenting hände i perioden.',
    en: 'Nothing happened in the period.',
  },
  oneByOne: { sv: 'En i taget', en: 'One at a time' },
  oneByOneLead: {
    sv: 'På en enhets sida och på en sändnings sida hämtas händelserna för just den.',
    en: 'On the page of a device, and of a collection, the events of that one are fetched.',
  },
} as const
