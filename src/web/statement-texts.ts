// The accessibility statement that the law asks for (2018:1937), with the supplier's part filled in.
export const statementTexts = {
  title: { sv: 'Tillgänglighetsredogörelse', en: 'Accessibility statement' },
  link: { sv: 'Tillgänglighet', en: 'Accessibility' },
  api: { sv: 'API', en: 'API' },
  lead: {
    sv: 'Alla ska kunna använda Omlopp, oavsett hjälpmedel. Här står hur väl det går i dag, vad som brister och hur du säger till.',
    en: 'Everybody should be able to use Omlopp, whatever aids they use. This page says how well that works today, what falls short and how to tell us.',
  },
  who: {
    sv: (organisation: string) =>
      `Den här redogörelsen gäller tjänsten Omlopp, som ${organisation} använder för sin IT-utrustning.`,
    en: (organisation: string) =>
      `This statement is about the service Omlopp, which ${organisation} uses for its IT equipment.`,
  },
  someOrganisation: { sv: 'din organisation', en: 'your organisation' },
  how: { sv: 'Hur tillgänglig är tjänsten?', en: 'How accessible is the service?' },
  level: {
    sv: 'Omlopp är delvis förenligt med lagen om tillgänglighet till digital offentlig service (2018:1937), som hänvisar till EN 301 549 och WCAG 2.1 nivå AA. Målet är WCAG 2.2 nivå AA.',
    en: 'Omlopp complies in part with the Swedish act on accessibility of digital public services (2018:1937), which refers to EN 301 549 and WCAG 2.1 level AA. The aim is WCAG 2.2 level AA.',
  },
  gaps: { sv: 'Vad som brister', en: 'What falls short' },
  gapList: {
    sv: [
      'Personer som använder skärmläsare till vardags har ännu inte provat tjänsten. Roller, namn och ordning är kontrollerade med verktyg, men det kan finnas sådant som låter fel.',
      'Att läsa streckkoder med kameran kräver att du ser vad kameran ser. Numret kan alltid skrivas in eller läsas med en handskanner i stället.',
      'Bilden av omloppet visar flöden med bredd och läge. Samma siffror finns som tabell, under Visa som tabell.',
      'Mycket långa listor ritar bara de rader som syns. Webbläsarens egen sökning på sidan når då inte resten; använd listans filter och sökfältet överst.',
      'Den del av API-sidan som beskriver varje anrop finns bara på engelska.',
      'Foton som andra har lagt in, till exempel av skador, saknar ofta beskrivning i ord.',
    ],
    en: [
      'People who use a screen reader every day have not yet tried the service. Roles, names and order have been checked with tools, but some things may sound wrong.',
      'Reading barcodes with the camera requires that you see what the camera sees. The number can always be typed, or read with a hand scanner, instead.',
      'The picture of the circle shows flows by width and place. The same figures are there as a table, under Show as table.',
      'Very long lists draw only the rows in sight. The browser’s own search on the page then does not reach the rest; use the filters of the list and the search field at the top.',
      'The part of the API page that describes each call is in English only.',
      'Photos that others have added, such as of damage, often lack a description in words.',
    ],
  },
  burden: {
    sv: 'Vi åberopar inte att något skulle vara oskäligt betungande att åtgärda.',
    en: 'We do not claim that anything would be an undue burden to put right.',
  },
  tell: { sv: 'Säg till om något brister', en: 'Tell us when something falls short' },
  tellHow: {
    sv: 'Säg till hos den som ansvarar för Omlopp i din organisation, till exempel IT-supporten. Skriv vilken sida det gäller, vad du försökte göra och vilket hjälpmedel du använder. Du kan också be att få innehållet i en annan form.',
    en: 'Tell those who are responsible for Omlopp in your organisation, such as IT support. Say which page it is about, what you tried to do and which aid you use. You may also ask for the content in another form.',
  },
  supervision: {
    sv: 'Myndigheten för digital förvaltning, Digg, har tillsyn. Är du inte nöjd med svaret kan du anmäla det till dem:',
    en: 'The Swedish Agency for Digital Government, Digg, supervises the law. If you are not satisfied with the answer you can report it to them:',
  },
  tested: { sv: 'Så har vi prövat', en: 'How we have tested' },
  testedList: {
    sv: [
      'Med regelverktyget axe-core på sidorna, i ljust och mörkt läge.',
      'Med enbart tangentbord, i automatiska prov i webbläsare.',
      'Vid 320 bildpunkters bredd, så att inget måste rullas i sidled, och med rörelser avstängda.',
      'Kontrasten i varje färgpar är uträknad: minst 4,5 till 1 för text och 3 till 1 för kanter och tecken.',
      'Intyg och rapporter i PDF är märkta med rubriker, ordning och språk.',
    ],
    en: [
      'With the rule tool axe-core on the pages, in light and dark.',
      'With the keyboard alone, in automatic tests in a browser.',
      'At a width of 320 pixels, so that nothing has to be scrolled sideways, and with motion off.',
      'The contrast of every pair of colours has been calculated: at least 4.5 to 1 for text and 3 to 1 for edges and marks.',
      'Certificates and reports as PDF are tagged with headings, order and language.',
    ],
  },
  dates: {
    sv: (assessed: string) =>
      `Bedömningen är leverantörens egen och gjordes ${assessed}. Redogörelsen uppdaterades senast ${assessed}.`,
    en: (assessed: string) =>
      `The assessment is the supplier’s own and was made on ${assessed}. The statement was last updated on ${assessed}.`,
  },
} as const

export const assessedOn = '2026-11-23'
