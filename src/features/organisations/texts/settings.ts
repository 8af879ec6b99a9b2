// The pages of the organisation itself: units, places, partners, API tokens and people.
export const settingsTexts = {
  organisation: { sv: 'Organisation', en: 'Organisation' },
  organisationLead: {
    sv: 'Hur ni är indelade, var utrustningen står och vilka ni samarbetar med.',
    en: 'How you are organised, where the equipment stands and whom you work with.',
  },
  changeOrganisation: { sv: 'Ändra namn och nummer', en: 'Change name and number' },
  saveOrganisation: { sv: 'Spara', en: 'Save' },
  organisationNameHint: {
    sv: 'Så heter ni för partner och på intyg.',
    en: 'Your name to partners and on certificates.',
  },
  ownNumberHint: {
    sv: 'Tio siffror, till exempel 556000-0001. Partner hittar er med det.',
    en: 'Ten digits, such as 556000-0001. Partners find you by it.',
  },
  parts: { sv: 'Delar', en: 'Parts' },
  name: { sv: 'Namn', en: 'Name' },
  writeName: { sv: 'Skriv ett namn.', en: 'Write a name.' },

  units: { sv: 'Enheter', en: 'Units' },
  unitsLead: {
    sv: 'Ansvaret betalar för enhetens utrustning och står på varje interndebitering.',
    en: 'The cost centre pays for the unit’s equipment and stands on every internal charge.',
  },
  addUnit: { sv: 'Lägg till enhet', en: 'Add a unit' },
  unitsEmpty: {
    sv: 'Här står förvaltningarna och deras enheter, med det ansvar som betalar. Börja med en förvaltning, eller läs in en lista över utrustning: enheter som nämns där läggs till.',
    en: 'The departments and their units appear here, with the cost centre that pays. Begin with a department, or import a list of devices: units named there are added.',
  },
  unitKind: { sv: 'Vad är det?', en: 'What is it?' },
  department: { sv: 'Förvaltning', en: 'Department' },
  departmentNote: { sv: 'Överst, till exempel Utbildning.', en: 'At the top, such as Education.' },
  unit: { sv: 'Enhet', en: 'Unit' },
  unitNote: {
    sv: 'Under en förvaltning, till exempel en skola.',
    en: 'Below a department, such as a school.',
  },
  under: { sv: 'Under', en: 'Below' },
  chooseParent: {
    sv: 'Välj den förvaltning eller enhet som den hör till.',
    en: 'Choose the department or unit that it belongs to.',
  },
  costCentre: { sv: 'Ansvar', en: 'Cost centre' },
  costCentreHint: { sv: 'Koden i er kodsträng.', en: 'The code in your coding string.' },

  places: { sv: 'Platser', en: 'Places' },
  placesLead: {
    sv: 'I en depå förvaras och tas utrustning emot. En plats är ett hus eller ett rum där den används.',
    en: 'Equipment is kept and received in a depot. A site is a house or a room where it is used.',
  },
  addPlace: { sv: 'Lägg till plats', en: 'Add a place' },
  placesEmpty: {
    sv: 'Här står depåer och andra platser. En depå behövs för att ta emot det som lämnas in.',
    en: 'Depots and other places appear here. A depot is needed to receive what is handed in.',
  },
  placeKind: { sv: 'Vad är det?', en: 'What is it?' },
  kind: { sv: 'Slag', en: 'Kind' },
  depot: { sv: 'Depå', en: 'Depot' },
  depotNote: {
    sv: 'Här förvaras och tas utrustning emot.',
    en: 'Equipment is kept and received here.',
  },
  site: { sv: 'Plats', en: 'Site' },
  siteNote: { sv: 'Ett hus eller ett rum.', en: 'A house or a room.' },
  address: { sv: 'Adress', en: 'Address' },
  addressHint: { sv: 'Dit hämtningar bokas.', en: 'Where collections are booked to.' },

  partners: { sv: 'Partner', en: 'Partners' },
  partnersLead: {
    sv: 'Den ni samarbetar med ser bara de enheter som ni skickar eller hyr av dem.',
    en: 'Those you work with see only the devices that you send them or rent from them.',
  },
  propose: { sv: 'Föreslå samarbete', en: 'Propose a partnership' },
  partnersEmpty: {
    sv: 'Här står återbrukspartner, finansiärer och leverantörer. Samarbetet gäller när båda har sagt ja.',
    en: 'Reuse partners, financiers and suppliers appear here. A partnership holds when both have said yes.',
  },
  organisationNumber: { sv: 'Organisationsnummer', en: 'Organisation number' },
  organisationNumberHint: {
    sv: 'Tio siffror, till exempel 556000-0001. Motparten måste redan använda Omlopp.',
    en: 'Ten digits, such as 556000-0001. The other organisation must already use Omlopp.',
  },
  writeNumber: {
    sv: 'Skriv ett organisationsnummer med tio siffror.',
    en: 'Write an organisation number of ten digits.',
  },
  numberNotFound: {
    sv: 'Ingen organisation i Omlopp har det numret. Kontrollera siffrorna, eller be dem att börja använda Omlopp.',
    en: 'No organisation in Omlopp has that number. Check the digits, or ask them to start using Omlopp.',
  },
  partnershipKind: { sv: 'Vad gäller samarbetet?', en: 'What is it about?' },
  about: { sv: 'Gäller', en: 'About' },
  state: { sv: 'Läge', en: 'State' },
  since: { sv: 'Sedan', en: 'Since' },
  reuse: { sv: 'Återbruk', en: 'Reuse' },
  reuseNote: {
    sv: 'De hämtar, raderar, graderar och säljer vidare.',
    en: 'They collect, erase, grade and resell.',
  },
  finance: { sv: 'Finansiering', en: 'Finance' },
  financeNote: {
    sv: 'De äger det som ni hyr.',
    en: 'They own what you rent.',
  },
  supply: { sv: 'Leverans', en: 'Supply' },
  supplyNote: { sv: 'De säljer till er.', en: 'They sell to you.' },
  proposed: { sv: 'Väntar på deras ja', en: 'Waiting for their yes' },
  waitsForYou: { sv: 'Väntar på ert ja', en: 'Waiting for your yes' },
  active: { sv: 'Gäller', en: 'In force' },
  ended: { sv: 'Avslutat', en: 'Ended' },
  wantsToWork: {
    sv: (name: string, about: string) => `${name} vill samarbeta med er om ${about}`,
    en: (name: string, about: string) => `${name} wants to work with you on ${about}`,
  },
  wantsToWorkLead: {
    sv: 'När ni har sagt ja ser ni varandra i listor, och det som skickas emellan kan tas emot.',
    en: 'When you have said yes you see each other in lists, and what is sent between you can be received.',
  },
  accept: { sv: 'Säg ja', en: 'Say yes' },

  tokens: { sv: 'API-nycklar', en: 'API tokens' },
  tokensLead: {
    sv: 'För system som läser eller skriver i Omlopp utan att någon sitter framför.',
    en: 'For systems that read or write in Omlopp with nobody in front of them.',
  },
  readApi: { sv: 'Så här fungerar API:et', en: 'How the API works' },
  addToken: { sv: 'Skapa nyckel', en: 'Create a token' },
  tokensEmpty: {
    sv: 'Här står nycklarna, vad de får göra och när de senast användes.',
    en: 'The tokens appear here, with what they may do and when they were last used.',
  },
  tokenName: { sv: 'Vad ska den användas till?', en: 'What will it be used for?' },
  tokenNameHint: {
    sv: 'Till exempel ”Ekonomisystemet, nattlig hämtning”.',
    en: 'Such as “Accounting, nightly fetch”.',
  },
  scopes: { sv: 'Nyckeln får', en: 'The token may' },
  scopesHint: {
    sv: 'Ge bara det som behövs. Du kan inte ge mer än du själv får.',
    en: 'Give only what is needed. You cannot give more than you hold.',
  },
  chooseScope: { sv: 'Välj minst en sak.', en: 'Choose at least one thing.' },
  scopesOf: {
    sv: (first: string, more: number) => (more === 0 ? first : `${first} och ${more} till`),
    en: (first: string, more: number) => (more === 0 ? first : `${first} and ${more} more`),
  },
  expires: { sv: 'Gäller till och med', en: 'Valid until' },
  never: { sv: 'tills den återkallas', en: 'until revoked' },
  created: { sv: 'Skapad', en: 'Created' },
  used: { sv: 'Senast använd', en: 'Last used' },
  notUsed: { sv: 'aldrig', en: 'never' },
  revoke: { sv: 'Återkalla', en: 'Revoke' },
  revoked: { sv: 'Återkallad', en: 'Revoked' },
  expired: { sv: 'Har gått ut', en: 'Expired' },
  revokeWhat: {
    sv: (name: string) => `Återkalla ${name}`,
    en: (name: string) => `Revoke ${name}`,
  },
  revokeAsk: {
    sv: (name: string) => `Återkalla ”${name}”?`,
    en: (name: string) => `Revoke “${name}”?`,
  },
  revokeLead: {
    sv: 'System som använder nyckeln slutar fungera genast. Det går inte att ångra.',
    en: 'Systems that use the token stop working at once. This cannot be undone.',
  },
  secret: { sv: 'Din nya nyckel', en: 'Your new token' },
  secretLead: {
    sv: 'Kopiera den nu. Den visas bara här och går inte att hämta igen.',
    en: 'Copy it now. It is shown only here and cannot be fetched again.',
  },
  secretKept: { sv: 'Jag har sparat den', en: 'I have saved it' },

  people: { sv: 'Personer', en: 'People' },
  peopleLead: {
    sv: 'Alla som kan vara innehavare, och vad var och en får göra.',
    en: 'Everybody who can be a holder, and what each may do.',
  },
  addPerson: { sv: 'Lägg till person', en: 'Add a person' },
  peopleEmpty: {
    sv: 'Här står de som arbetar hos er. De som nämns som innehavare i en lista som läses in läggs till.',
    en: 'The people who work with you appear here. Those named as holders in an imported list are added.',
  },
  peopleNone: {
    sv: (query: string) => `Ingen här heter något med ”${query}”.`,
    en: (query: string) => `Nobody here has a name with “${query}” in it.`,
  },
  clearSearch: { sv: 'Visa alla', en: 'Show all' },
  search: { sv: 'Sök namn, e-post eller användarnamn', en: 'Search name, e-mail or user name' },
  email: { sv: 'E-post', en: 'E-mail' },
  writeEmail: {
    sv: 'Skriv en e-postadress, till exempel anna.berg@exempelby.se.',
    en: 'Write an e-mail address, such as anna.berg@exempelby.se.',
  },
  username: { sv: 'Användarnamn', en: 'User name' },
  usernameHint: {
    sv: 'Som i er katalog, så att listor känner igen personen.',
    en: 'As in your directory, so that lists know the person.',
  },
  belongsTo: { sv: 'Enhet', en: 'Unit' },
  wholeOrganisation: { sv: 'Hela organisationen', en: 'The whole organisation' },
  roles: { sv: 'Roller', en: 'Roles' },
  rolesHint: {
    sv: 'Rollerna avgör vad personen ser och får göra.',
    en: 'Roles decide what the person sees and may do.',
  },
  chooseRole: { sv: 'Välj minst en roll.', en: 'Choose at least one role.' },
  leaves: { sv: 'Slutar', en: 'Leaves' },
  starts: { sv: 'Börjar', en: 'Starts' },
  leavesFirst: {
    sv: 'Sista dagen kommer före den första.',
    en: 'The last day is before the first.',
  },
  profile: { sv: 'Profil', en: 'Profile' },
  profileHint: {
    sv: 'Vad personen arbetar som. Avgör vad som behövs första dagen.',
    en: 'What the person works as. Decides what is needed the first day.',
  },
  change: { sv: 'Ändra', en: 'Change' },
  changeWho: { sv: (name: string) => `Ändra ${name}`, en: (name: string) => `Change ${name}` },
  save: { sv: 'Spara', en: 'Save' },
  password: { sv: 'Lösenord', en: 'Password' },
  passwordHint: {
    sv: 'Bara för den som ska logga in med e-post och lösenord här. Minst tolv tecken.',
    en: 'Only for those who sign in here with e-mail and password. At least twelve characters.',
  },
  passwordShort: {
    sv: 'Skriv minst tolv tecken, eller lämna tomt.',
    en: 'Write at least twelve characters, or leave it empty.',
  },
  passwordNeedsEmail: {
    sv: 'Skriv också en e-postadress, den loggar personen in med.',
    en: 'Write an e-mail address too, the person signs in with it.',
  },
  added: {
    sv: (name: string) => `${name} finns nu i listan.`,
    en: (name: string) => `${name} is now in the list.`,
  },
  notMine: {
    sv: 'Du har inte behörighet att se det här',
    en: 'You do not have permission to see this',
  },
  toStart: { sv: 'Till Omloppet', en: 'To the circle' },
  notMineLead: {
    sv: 'Be er administratör, om du behöver den.',
    en: 'Ask your administrator, if you need it.',
  },
} as const
