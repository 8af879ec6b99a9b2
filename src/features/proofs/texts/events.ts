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
  corrected: {
    sv: (count: string) => `${count} av dem är rättelser.`,
    en: (count: string) => `${count} of them are corrections.`,
  },
  device: { sv: 'En enhet', en: 'A device' },
  deviceLead: {
    sv: 'Hela dess väg, så långt ni är eller har varit part.',
    en: 'All its way, as far as you are or have been party to it.',
  },
  deviceField: { sv: 'Enhet', en: 'Device' },
  deviceHint: {
    sv: 'Skriv inventarienummer, serienummer eller modell.',
    en: 'Write an asset tag, a serial number or a model.',
  },
  chooseDevice: { sv: 'Välj en enhet.', en: 'Choose a device.' },
  shipment: { sv: 'En sändning', en: 'A shipment' },
  shipmentLead: {
    sv: 'Packad, skickad, mottagen och vad som saknades.',
    en: 'Packed, sent, received, and what was missing.',
  },
  shipmentField: { sv: 'Sändning', en: 'Shipment' },
  shipmentHint: {
    sv: 'De hundra senaste. Äldre hämtas på sin egen sida.',
    en: 'The latest hundred. Older ones are fetched on their own page.',
  },
  chooseShipment: { sv: 'Välj en sändning.', en: 'Choose a shipment.' },
  noShipments: {
    sv: 'Ingen sändning ännu. När något har packats och skickats kan händelserna hämtas här.',
    en: 'No shipment yet. Once something has been packed and sent, its events can be fetched here.',
  },
  corrections: { sv: 'Rättelser', en: 'Corrections' },
  correctionsLead: {
    sv: 'En händelse som var fel skickas en gång till med samma id och en felmarkering (errorDeclaration): att den inte inträffade, eller att uppgifterna var fel, och vilken händelse som gäller i stället. Ingenting tas bort.',
    en: 'An event that was wrong is sent once more under the same id with an errorDeclaration: that it did not occur, or that its data were wrong, and which event is true instead. Nothing is removed.',
  },
} as const
