// What the shell and the kit say. Features bring their own texts.
export const texts = {
  // shell
  toContent: { sv: 'Till innehållet', en: 'To the content' },
  mainMenu: { sv: 'Huvudmeny', en: 'Main menu' },
  menu: { sv: 'Meny', en: 'Menu' },
  closeMenu: { sv: 'Stäng menyn', en: 'Close the menu' },
  searchHint: {
    sv: 'Sök serienummer, inventarienummer, person, beställning',
    en: 'Search serial number, asset tag, person, order',
  },
  search: { sv: 'Sök', en: 'Search' },
  language: { sv: 'Språk', en: 'Language' },
  swedish: { sv: 'Svenska', en: 'Svenska' },
  english: { sv: 'English', en: 'English' },
  themeLight: { sv: 'Ljust', en: 'Light' },
  themeDark: { sv: 'Mörkt', en: 'Dark' },
  themeSystem: { sv: 'Som datorn', en: 'Same as the computer' },
  signedInAs: {
    sv: (name: string) => `Inloggad: ${name}`,
    en: (name: string) => `Signed in: ${name}`,
  },
  signOut: { sv: 'Logga ut', en: 'Sign out' },
  wholeOrganisation: { sv: 'Hela organisationen', en: 'The whole organisation' },
  loading: { sv: 'Hämtar sidan', en: 'Fetching the page' },
  groupEquipment: { sv: 'Utrustning', en: 'Equipment' },
  groupNeeds: { sv: 'Behov', en: 'Needs' },
  groupCatalogue: { sv: 'Katalog', en: 'Catalogue' },
  groupAccounts: { sv: 'Redovisning', en: 'Accounts' },
  groupSettings: { sv: 'Inställningar', en: 'Settings' },

  // signing in
  signIn: { sv: 'Logga in', en: 'Sign in' },
  /** All that a stranger sees of Omlopp before signing in. */
  signInLead: {
    sv: 'Omlopp följer IT-utrustningen från behov till nästa användare och bevisar att inga data följer med.',
    en: 'Omlopp follows IT equipment from need to next user, and proves that no data goes with it.',
  },
  signInHow: {
    sv: 'Använd kontot som din organisation har gett dig.',
    en: 'Use the account that your organisation gave you.',
  },
  email: { sv: 'E-post', en: 'E-mail' },
  password: { sv: 'Lösenord', en: 'Password' },
  writeEmail: { sv: 'Skriv din e-postadress.', en: 'Write your e-mail address.' },
  writePassword: { sv: 'Skriv ditt lösenord.', en: 'Write your password.' },
  signInRefused: {
    sv: 'E-post och lösenord hör inte ihop.',
    en: 'The e-mail and the password do not match.',
  },
  signInRefusedHow: {
    sv: 'Kontrollera båda och försök igen, eller be din administratör om ett nytt lösenord.',
    en: 'Check both and try again, or ask your administrator for a new password.',
  },
  sessionEnded: { sv: 'Du har blivit utloggad', en: 'You have been signed out' },
  sessionEndedLead: {
    sv: 'Det du höll på med finns kvar. Logga in så fortsätter det.',
    en: 'What you were doing is still here. Sign in to continue.',
  },
  demoPeople: { sv: 'Prova som någon i demon', en: 'Try as somebody in the demo' },
  demoPeopleLead: {
    sv: 'Alla är påhittade och allt går att ändra.',
    en: 'They are all invented, and you can change anything.',
  },

  // pages that are not there
  notFound: { sv: 'Sidan finns inte', en: 'This page does not exist' },
  notFoundLead: {
    sv: 'Adressen kan vara felskriven, eller så har sidan flyttats.',
    en: 'The address may be misspelt, or what stood here has moved.',
  },
  toStart: { sv: 'Till Omloppet', en: 'To the circle' },
  pageFailed: { sv: 'Sidan gick inte att visa', en: 'This page could not be shown' },
  pageFailedLead: {
    sv: 'Felet är vårt, inte ditt. Inget du har sparat är borta.',
    en: 'The fault is ours, not yours. Nothing you have saved is gone.',
  },
  tryAgain: { sv: 'Försök igen', en: 'Try again' },
  newVersion: { sv: 'Det finns en ny version', en: 'There is a new version' },
  newVersionLead: {
    sv: 'Sidan behöver laddas om för att gå vidare.',
    en: 'The page has to be reloaded to continue.',
  },
  readAgain: { sv: 'Ladda om sidan', en: 'Reload the page' },

  // command palette
  palette: { sv: 'Sök och gå till', en: 'Search and go to' },
  paletteHint: {
    sv: 'Skriv eller skanna ett nummer, ett namn eller en sida',
    en: 'Type or scan a number, a name or a page',
  },
  pages: { sv: 'Sidor', en: 'Pages' },
  nothingFound: {
    sv: (query: string) => `Inget stämmer med ${query}`,
    en: (query: string) => `Nothing matches ${query}`,
  },
  searching: { sv: 'Söker', en: 'Searching' },
  hits: {
    sv: (count: number) => (count === 1 ? '1 träff' : `${count} träffar`),
    en: (count: number) => (count === 1 ? '1 match' : `${count} matches`),
  },

  // problems that any endpoint may answer with
  whatHappened: { sv: 'Det gick inte', en: 'It did not work' },
  network: { sv: 'Ingen kontakt med Omlopp', en: 'No contact with Omlopp' },
  networkHow: {
    sv: 'Kontrollera nätet och försök igen. Inget har gått förlorat.',
    en: 'Check the network and try again. Nothing has been lost.',
  },
  forbidden: {
    sv: 'Du har inte behörighet till det här',
    en: 'You do not have permission for this',
  },
  forbiddenHow: {
    sv: 'Be din administratör, om du behöver den.',
    en: 'Ask your administrator, if you need it.',
  },
  gone: { sv: 'Det finns inte längre', en: 'It is no longer there' },
  goneHow: { sv: 'Gå till listan och sök efter det.', en: 'Go to the list and search for it.' },
  changedMeanwhile: {
    sv: 'Någon annan har ändrat det här',
    en: 'Somebody else has changed this',
  },
  changedMeanwhileHow: {
    sv: 'Ladda om, se vad som är nytt och gör din ändring igen.',
    en: 'Reload, see what is new and make your change again.',
  },
  tooMany: { sv: 'För många försök på kort tid', en: 'Too many attempts in a short time' },
  tooManyHow: { sv: 'Vänta en minut och försök igen.', en: 'Wait a minute and try again.' },
  fault: { sv: 'Felet är vårt, inte ditt', en: 'The fault is ours, not yours' },
  faultHow: {
    sv: 'Försök igen om en stund. Går det inte då heller, säg till supporten.',
    en: 'Try again in a while. If it still fails, tell support.',
  },
  reference: {
    sv: (id: string) => `Ange ${id} om du ber om hjälp.`,
    en: (id: string) => `Give ${id} if you ask for help.`,
  },

  // kit
  close: { sv: 'Stäng', en: 'Close' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  save: { sv: 'Spara', en: 'Save' },
  busy: { sv: 'Arbetar', en: 'Working' },
  voluntary: { sv: 'frivilligt', en: 'optional' },
  choose: { sv: 'Välj', en: 'Choose' },
  showCalendar: { sv: 'Visa kalender', en: 'Show calendar' },
  previousMonth: { sv: 'Föregående månad', en: 'Previous month' },
  nextMonth: { sv: 'Nästa månad', en: 'Next month' },
  increase: { sv: 'Öka', en: 'Increase' },
  decrease: { sv: 'Minska', en: 'Decrease' },
  showOptions: { sv: 'Visa alternativen', en: 'Show the options' },
  noOptions: { sv: 'Inget stämmer', en: 'Nothing matches' },
  chooseFile: { sv: 'Välj fil', en: 'Choose a file' },
  dropFile: { sv: 'eller släpp den här', en: 'or drop it here' },
  removeFile: {
    sv: (name: string) => `Ta bort ${name}`,
    en: (name: string) => `Remove ${name}`,
  },
  filters: { sv: 'Filter', en: 'Filters' },
  addFilter: { sv: 'Filter', en: 'Filter' },
  changeFilter: {
    sv: (name: string, value: string) => `Ändra filtret ${name}: ${value}`,
    en: (name: string, value: string) => `Change the filter ${name}: ${value}`,
  },
  removeFilter: {
    sv: (name: string, value: string) => `Ta bort filtret ${name}: ${value}`,
    en: (name: string, value: string) => `Remove the filter ${name}: ${value}`,
  },
  clearFilters: { sv: 'Rensa filter', en: 'Clear filters' },
  andMore: {
    sv: (first: string, more: number) => `${first} och ${more} till`,
    en: (first: string, more: number) => `${first} and ${more} more`,
  },
  countOf: {
    sv: (count: string, total: string) => `${count} av ${total}`,
    en: (count: string, total: string) => `${count} of ${total}`,
  },
  views: { sv: 'Vyer', en: 'Views' },
  viewChanged: { sv: 'ändrad', en: 'changed' },
  saveView: { sv: 'Spara vyn', en: 'Save the view' },
  copyLink: { sv: 'Kopiera länk', en: 'Copy link' },
  copy: { sv: 'Kopiera', en: 'Copy' },
  copied: { sv: 'Kopierad', en: 'Copied' },
  columns: { sv: 'Kolumner', en: 'Columns' },
  density: { sv: 'Täta rader', en: 'Compact rows' },
  download: { sv: 'Ladda ner', en: 'Download' },
  selectAll: {
    sv: (count: string) => `Välj alla ${count}`,
    en: (count: string) => `Select all ${count}`,
  },
  selectRow: { sv: (name: string) => `Välj ${name}`, en: (name: string) => `Select ${name}` },
  rowsShown: {
    sv: (from: string, to: string, total: string | null) =>
      `Rad ${from}–${to}${total === null ? ', fler finns' : ` av ${total}`}`,
    en: (from: string, to: string, total: string | null) =>
      `Row ${from}–${to}${total === null ? ', there are more' : ` of ${total}`}`,
  },
  rowsAll: {
    sv: (count: string, one: boolean) => `${count} ${one ? 'rad' : 'rader'}`,
    en: (count: string, one: boolean) => `${count} ${one ? 'row' : 'rows'}`,
  },
  noRoom: {
    sv: (names: string) => `Får inte plats på skärmen: ${names}`,
    en: (names: string) => `No room on this screen: ${names}`,
  },
  rowsEnd: {
    sv: (count: string) => `Här visas de första ${count}. Filtrera för att nå resten.`,
    en: (count: string) => `The first ${count} are shown here. Filter to reach the rest.`,
  },
  fetchingMore: { sv: 'Hämtar fler', en: 'Fetching more' },
  selected: {
    sv: (count: string) => `${count} valda`,
    en: (count: string) => `${count} selected`,
  },
  selectedOne: { sv: '1 vald', en: '1 selected' },
  clearSelection: { sv: 'Släpp urvalet', en: 'Clear the selection' },
  selection: { sv: 'Urval', en: 'Selection' },
  rowsOf: {
    sv: (done: string, total: string) => `${done} av ${total} rader`,
    en: (done: string, total: string) => `${done} of ${total} rows`,
  },
  minutesLeft: {
    sv: (minutes: number) =>
      minutes < 1 ? 'mindre än en minut kvar' : `ungefär ${minutes} min kvar`,
    en: (minutes: number) =>
      minutes < 1 ? 'less than a minute left' : `about ${minutes} min left`,
  },
  stop: { sv: 'Stoppa', en: 'Stop' },
  goesOn: {
    sv: 'Det fortsätter även om du lämnar sidan.',
    en: 'It goes on even if you leave the page.',
  },
  stepOf: {
    sv: (step: number, total: number) => `Steg ${step} av ${total}`,
    en: (step: number, total: number) => `Step ${step} of ${total}`,
  },
  steps: { sv: 'Steg', en: 'Steps' },
  change: { sv: 'Ändra', en: 'Change' },
  done: { sv: 'Klart', en: 'Done' },
  waiting: { sv: 'Hämtar', en: 'Fetching' },
  removeWhat: {
    sv: (what: string) => `Ta bort ${what}`,
    en: (what: string) => `Remove ${what}`,
  },
  carbon: { sv: 'koldioxidekvivalenter', en: 'carbon dioxide equivalents' },
} as const
