// The questions of a new order, in the order of need: reused before new.
export const wizardTexts = {
  title: { sv: 'Beställ', en: 'Order' },
  lead: {
    sv: 'Fyra frågor, i den ordning som sparar mest. Nytt kommer sist.',
    en: 'Four questions, in the order that saves the most. New comes last.',
  },
  next: { sv: 'Gå vidare', en: 'Go on' },
  steps: {
    need: { sv: 'Behövs det?', en: 'Is it needed?' },
    have: { sv: 'Finns det?', en: 'Do we have one?' },
    reuse: { sv: 'Kan det återbrukas?', en: 'Can it be reused?' },
    new: { sv: 'Annars nytt, varför?', en: 'Otherwise new, why?' },
    send: { sv: 'Kontera och skicka', en: 'Code the cost and send' },
  },
  whose: { sv: 'Till vem', en: 'For whom' },
  whoseOptions: {
    me: { sv: 'Mig', en: 'Me' },
    person: { sv: 'En annan person', en: 'Another person' },
    unit: { sv: 'En enhet', en: 'A unit' },
    replace: { sv: 'Dem som byter', en: 'Those getting a replacement' },
  },
  unitNote: { sv: 'En eller många, upp till 1\u00a0000', en: 'One or many, up to 1,000' },
  replaceNote: {
    sv: 'Klistra in det som ska bytas, upp till 1\u00a0000: den som har en gammal får en ny',
    en: 'Paste what is to be replaced, up to 1,000: whoever has an old one gets a new one',
  },
  codes: { sv: 'Det som ska bytas', en: 'What is to be replaced' },
  codesHint: {
    sv: 'Inventarienummer eller serienummer, ett på varje rad. Klistra in från ett kalkylblad.',
    en: 'Asset tags or serial numbers, one on each line. Paste from a spreadsheet.',
  },
  codesLookUp: { sv: 'Slår upp dem …', en: 'Looking them up …' },
  codesFound: {
    sv: (n: number, of: number) => `${n} av ${of} hittade hos den som har dem.`,
    en: (n: number, of: number) => `${n} of ${of} found with those who have them.`,
  },
  codeInRows: {
    sv: (code: string, rows: string) => `${code} (rad ${rows})`,
    en: (code: string, rows: string) => `${code} (row ${rows})`,
  },
  codesRepeated: {
    sv: (codes: string) => `Står flera gånger, räknas en: ${codes}.`,
    en: (codes: string) => `Pasted several times, counted once: ${codes}.`,
  },
  writeCodes: { sv: 'Klistra in minst ett nummer.', en: 'Paste at least one number.' },
  codesUnknown: {
    sv: (codes: string, n: number) =>
      n === 1 ? `Ingen enhet heter ${codes}.` : `${n} finns inte: ${codes}.`,
    en: (codes: string, n: number) =>
      n === 1 ? `No device is called ${codes}.` : `${n} do not exist: ${codes}.`,
  },
  codesSeveral: {
    sv: (codes: string) => `Flera enheter heter ${codes}: skriv serienumret.`,
    en: (codes: string) => `Several devices are called ${codes}: write the serial number.`,
  },
  codesUnheld: {
    sv: (codes: string) => `Ingen har ${codes}: det finns ingen att ge en ny.`,
    en: (codes: string) => `Nobody has ${codes}: there is nobody to give a new one.`,
  },
  codesTooMany: {
    sv: 'En beställning tar 1\u00a0000. Dela upp dem på flera.',
    en: 'One order takes 1,000. Divide them into several.',
  },
  person: { sv: 'Person', en: 'Person' },
  unit: { sv: 'Enhet', en: 'Unit' },
  choosePerson: { sv: 'Välj personen.', en: 'Choose the person.' },
  chooseUnit: { sv: 'Välj enheten.', en: 'Choose the unit.' },
  kind: { sv: 'Slag', en: 'Kind' },
  count: { sv: 'Antal', en: 'How many' },
  writeCount: { sv: 'Skriv 1 till 1\u00a0000.', en: 'Write 1 to 1,000.' },
  from: { sv: 'Behövs från', en: 'Needed from' },
  until: { sv: 'Behövs till', en: 'Needed until' },
  endsFirst: { sv: 'Välj en dag efter den första.', en: 'Choose a day after the first.' },
  special: { sv: 'Särskilt behov', en: 'Special need' },
  specialHint: { sv: 'Det som inte syns i kraven.', en: 'What the requirements do not show.' },
  held: { sv: 'Finns redan där', en: 'Is there already' },
  noneHeld: { sv: 'Inget av det slaget finns där.', en: 'Nothing of that kind is there.' },
  heldCount: {
    sv: (n: number, shown: number) =>
      n > shown ? `${n} av slaget, här de första ${shown}.` : `${n} av slaget.`,
    en: (n: number, shown: number) =>
      n > shown ? `${n} of the kind, here the first ${shown}.` : `${n} of the kind.`,
  },
  replaces: { sv: 'Ersätter', en: 'Replaces' },
  replacesHint: {
    sv: 'Den gamla blir dags att lämna in samma dag som den nya lämnas ut.',
    en: 'The old one becomes due for hand-in the day the new one is handed out.',
  },
  replacesNone: { sv: 'Ingen', en: 'None' },
  memory: { sv: 'Minst arbetsminne', en: 'Minimum memory' },
  storage: { sv: 'Minst lagring', en: 'Minimum storage' },
  screen: { sv: 'Minst skärm', en: 'Minimum screen size' },
  inches: { sv: 'tum', en: 'inches' },
  cores: { sv: 'Minst antal kärnor', en: 'Minimum cores' },
  processor: { sv: 'Processor från år', en: 'Processor from year' },
  processorHint: {
    sv: 'Året då processorns generation kom. Windows 11 vill ha 2017 eller senare.',
    en: 'The year its generation came. Windows 11 wants 2017 or later.',
  },
  processorUnknown: {
    sv: (n: number, more: boolean) =>
      n === 1 && !more
        ? '1 till passar i övrigt, men dess processor är inte känd. Det du kräver är inte visat.'
        : `${n}${more ? ' eller fler' : ''} till passar i övrigt, men deras processor är inte känd. Det du kräver är inte visat.`,
    en: (n: number, more: boolean) =>
      n === 1 && !more
        ? '1 more would fit, but its processor is not known, so it may not meet what you ask.'
        : `${n}${more ? ' or more' : ''} more would fit, but their processor is not known, so they may not meet what you ask.`,
  },
  stockUnsaid: {
    sv: (what: string) =>
      `Partnernas butiker anger inte ${what}. Fråga innan du väljer en av deras.`,
    en: (what: string) =>
      `The partners’ shops do not state the ${what}. Ask before you choose one of theirs.`,
  },
  unsaid: {
    screen: { sv: 'skärm', en: 'screen' },
    processor: { sv: 'processor', en: 'processor' },
  },
  contradicts: {
    sv: 'Det finns ingen sådan av det här slaget. Ändra kravet för att gå vidare.',
    en: 'There is no such device of this kind. Change what is asked to go on.',
  },
  nobodyHas: {
    sv: 'Ingen i poolen passar, och ingen tjänst når upp till kraven. Sänk ett krav, vänta på poolen eller beställ ny och ange skäl.',
    en: 'None in the pool fits, and no service meets what is asked. Ask for less, wait for the pool or order new with a reason.',
  },
  system: { sv: 'System', en: 'System' },
  anySystem: { sv: 'Vilket som helst', en: 'Any' },
  grade: { sv: 'Sämsta grad som duger', en: 'Lowest acceptable grade' },
  anyGrade: { sv: 'Alla som är klara för användning', en: 'Any that is fit for use' },
  place: { sv: 'Plats', en: 'Place' },
  fits: {
    sv: (n: number, more: boolean) =>
      n === 0 ? 'Ingen i poolen passar.' : `${n}${more ? ' eller fler' : ''} i poolen passar.`,
    en: (n: number, more: boolean) =>
      n === 0
        ? 'None in the pool fits.'
        : `${n}${more ? ' or more' : ''} in the pool ${n === 1 ? 'fits' : 'fit'}.`,
  },
  chooseDevices: { sv: 'Reservera nu', en: 'Reserve now' },
  chooseDevicesHint: {
    sv: (n: number) => `Upp till ${n}. Det som du inte väljer kan ändå komma ur poolen.`,
    en: (n: number) => `Up to ${n}. What you do not choose may still come from the pool.`,
  },
  tooMany: {
    sv: (n: number) => `Välj högst ${n}.`,
    en: (n: number) => `Choose ${n} at most.`,
  },
  allReserved: {
    sv: (n: number) => (n === 1 ? 'Den finns i poolen.' : `Alla ${n} finns i poolen.`),
    en: (n: number) => (n === 1 ? 'It is in the pool.' : `All ${n} are in the pool.`),
  },
  nothingNew: {
    sv: 'Inget nytt behöver tillverkas.',
    en: 'Nothing new has to be made.',
  },
  restOf: {
    sv: (n: number) => `Hur ska ${n === 1 ? 'behovet' : `${n} behov`} mötas`,
    en: (n: number) => `How ${n === 1 ? 'the need is' : `${n} needs are`} to be met`,
  },
  wait: { sv: 'Ur poolen, vid nästa matchning', en: 'From the pool, at the next match' },
  waitNote: {
    sv: (n: number) => `${n} passar i dag`,
    en: (n: number) => `${n} ${n === 1 ? 'fits' : 'fit'} today`,
  },
  fromShop: {
    sv: (name: string) => `Köps återbrukad: ${name}`,
    en: (name: string) => `Bought reused: ${name}`,
  },
  offer: {
    sv: (name: string, price: string) => `Återbrukad: ${name}, ${price}`,
    en: (name: string, price: string) => `Reused: ${name}, ${price}`,
  },
  offerOf: {
    sv: (grade: string, seller: string, count: string) =>
      `grad ${grade}, ${count} i butiken hos ${seller}`,
    en: (grade: string, seller: string, count: string) =>
      `grade ${grade}, ${count} in the shop of ${seller}`,
  },
  warranty: {
    sv: (months: number) => `${months} månaders garanti`,
    en: (months: number) => `${months} months’ warranty`,
  },
  tooFew: {
    sv: (n: number) => `Bara ${n} finns kvar. Välj en annan, eller beställ resten för sig.`,
    en: (n: number) =>
      `Only ${n} ${n === 1 ? 'is' : 'are'} left. Choose another, or order the rest by itself.`,
  },
  newAs: { sv: (name: string) => `Ny: ${name}`, en: (name: string) => `New: ${name}` },
  newPlain: { sv: 'Ny, utan tjänst', en: 'New, without a service' },
  way: { sv: 'Väg', en: 'Way' },
  month: { sv: 'Per månad', en: 'Per month' },
  making: { sv: 'Att tillverka en ny', en: 'Making a new one' },
  reused: { sv: 'Återbrukad ur poolen', en: 'Reused from the pool' },
  ofPartner: {
    sv: (name: string) => `Återbrukad, köps av ${name}`,
    en: (name: string) => `Reused, bought from ${name}`,
  },
  partnerHas: {
    sv: (count: number, grades: string) =>
      `${count} i butiken, grad ${grades}, priset delat på tre år`,
    en: (count: number, grades: string) =>
      `${count} in the shop, grade ${grades}, its price over three years`,
  },
  fromPrice: { sv: (price: string) => `från ${price}`, en: (price: string) => `from ${price}` },
  none: { sv: 'ingen', en: 'none' },
  noneMade: { sv: 'inget tillverkas', en: 'nothing is made' },
  kg: {
    sv: (kg: string, span: string) => `${kg} kg, spann ${span}`,
    en: (kg: string, span: string) => `${kg} kg, range ${span}`,
  },
  unknownKg: { sv: 'okänt', en: 'unknown' },
  months: { sv: (n: number) => `${n} månader`, en: (n: number) => `${n} months` },
  meetsNot: { sv: 'lovar inte det du kräver', en: 'does not promise what you ask' },
  noPrice: { sv: 'inget pris gäller', en: 'no price is valid' },
  chooseWay: { sv: 'Välj en väg.', en: 'Choose a way.' },
  stillInPool: {
    sv: (n: number) => (n === 1 ? '1 i poolen passar' : `${n} i poolen passar`),
    en: (n: number) => `${n} in the pool ${n === 1 ? 'fits' : 'fit'}`,
  },
  toPool: { sv: 'Ta ur poolen', en: 'Take from the pool' },
  reason: { sv: 'Varför duger inget som finns', en: 'Why nothing that exists will do' },
  reasonHint: {
    sv: 'Skälet följer med beställningen och räknas i redovisningen.',
    en: 'The reason goes with the order and is counted in the reports.',
  },
  chooseReason: { sv: 'Välj ett skäl.', en: 'Choose a reason.' },
  words: { sv: 'Med egna ord', en: 'In words' },
  writeWords: { sv: 'Beskriv det särskilda behovet.', en: 'Describe the special need.' },
  deliverTo: { sv: 'Levereras till', en: 'Delivered to' },
  deliverToHint: {
    sv: 'Står på följesedeln. Utan plats står enhetens namn där.',
    en: 'Stands on the delivery note. Without a place the unit’s name stands there.',
  },
  summary: { sv: 'Det du beställer', en: 'What you order' },
  sumReserved: { sv: 'Ur poolen, reserverat', en: 'From the pool, reserved' },
  sumWait: { sv: 'Ur poolen, vid matchning', en: 'From the pool, at a match' },
  sumShop: { sv: 'Köps återbrukat', en: 'Bought reused' },
  sumPurchase: { sv: 'Köpet, en gång', en: 'The purchase, once' },
  heldUntil: {
    sv: 'Det som köps hålls i butiken i tre dygn, tills beställningen attesteras. Först då köps det.',
    en: 'What is bought is held in the shop for three days, until the order is approved. Only then is it bought.',
  },
  sumNew: { sv: 'Nytt', en: 'New' },
  sumMonth: { sv: 'Kostnad per månad', en: 'Cost per month' },
  sumYear: { sv: 'Kostnad per år', en: 'Cost per year' },
  send: { sv: 'Skicka för attest', en: 'Send for approval' },
  save: { sv: 'Spara utkast', en: 'Save draft' },
  answerNeed: {
    sv: (n: number, kind: string, who: string) => `${n} st ${kind} till ${who}`,
    en: (n: number, kind: string, who: string) => `${n} × ${kind} for ${who}`,
  },
  answerHave: {
    sv: (n: number) => (n === 0 ? 'Ingen vald' : `${n} reserveras`),
    en: (n: number) => (n === 0 ? 'None chosen' : `${n} to be reserved`),
  },
  answerAll: { sv: 'Allt ur poolen', en: 'All from the pool' },
} as const
