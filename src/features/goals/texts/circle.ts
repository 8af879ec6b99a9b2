// Words of the front page: what the circle shows, what needs somebody, and the figures.

type Counted = {
  readonly sv: (count: string, one: boolean, days: number) => string
  readonly en: (count: string, one: boolean, days: number) => string
}

/** `Torsdag 12 mars 2026`: a day of the week begins small in Swedish, a sentence does not. */
const capital = (day: string): string => day.charAt(0).toLocaleUpperCase('sv') + day.slice(1)

export const circleTexts = {
  title: { sv: 'Omloppet', en: 'The circle' },
  lead: {
    sv: (day: string, count: string, one: boolean) =>
      one
        ? `${capital(day)}. 1 enhet, hos någon.`
        : `${capital(day)}. ${count} enheter, var och en hos någon.`,
    en: (day: string, count: string, one: boolean) =>
      one ? `${day}. 1 device, with somebody.` : `${day}. ${count} devices, each with somebody.`,
  },
  leadPartner: {
    sv: (day: string, count: string, one: boolean) =>
      one
        ? `${capital(day)}. 1 enhet på väg eller hos er.`
        : `${capital(day)}. ${count} enheter på väg eller hos er.`,
    en: (day: string, count: string, one: boolean) =>
      one
        ? `${day}. 1 device with you or on its way.`
        : `${day}. ${count} devices with you or on their way.`,
  },
  period: { sv: 'Period', en: 'Period' },
  month: { sv: '30 dagar', en: '30 days' },
  year: { sv: '12 månader', en: '12 months' },
  inWeek: {
    sv: (count: string) => `${count} i veckan`,
    en: (count: string) => `${count} this week`,
  },
  ofAll: {
    sv: (part: string) => `${part} av alla`,
    en: (part: string) => `${part} of all`,
  },
  withinDays: {
    sv: (days: number) => `inom ${days} dagar`,
    en: (days: number) => `within ${days} days`,
  },
  late: {
    sv: (count: string, one: boolean) => `${count} ${one ? 'försenad' : 'försenade'}`,
    en: (count: string) => `${count} late`,
  },
  stuck: {
    sv: (count: string) => `${count} fastnat`,
    en: (count: string) => `${count} stuck`,
  },
  sourceWidth: {
    sv: (from: string, to: string) => `Bandets bredd: enheter som rörde sig ${from} till ${to}.`,
    en: (from: string, to: string) => `Width of the band: devices that moved ${from} to ${to}.`,
  },
  sourceStuck: {
    sv: 'Fastnat: längre än den lovade tiden vid stationen.',
    en: 'Stuck: longer than the promised time at the station.',
  },
  sourceFigures: {
    sv: 'Talen räknas ur journalen, de senaste tolv månaderna; linjen visar samma tal månad för månad.',
    en: 'The figures are counted from the journal, the last twelve months; the line shows the same figure month by month.',
  },
  emptyLines: {
    sv: ['Här syns var allt står', 'när första enheten är inlagd.'],
    en: ['Everything shows here', 'once the first device is in.'],
  },
  emptyLead: {
    sv: 'Omloppet ritas av era egna enheter: var de står, vad som rör sig och vad som har fastnat. Det behövs bara en lista för att börja.',
    en: 'The circle is drawn from your own devices: where they stand, what moves and what is stuck. A list is all it takes to begin.',
  },
  emptyLeadPartner: {
    sv: 'Omloppet ritas av det ni tar emot: mottaget, raderat, graderat och vidare. Det börjar när en kund skickar sin första sändning.',
    en: 'The circle is drawn from what you receive: received, erased, graded and onwards. It begins when a customer sends the first collection.',
  },
  emptyLeadElsewhere: {
    sv: 'Omloppet ritas av det ni äger hos era kunder: vem som har det, när det ska tillbaka och vad det blir. Det börjar när en kund lägger in utrustning med er som ägare.',
    en: 'The circle is drawn from what you own with your customers: who has it, when it is due back and what it becomes. It begins when a customer adds equipment with you as its owner.',
  },
  emptyTitle: { sv: 'Så börjar omloppet', en: 'How the circle begins' },
  emptyFirst: {
    sv: 'Ge organisationen namn och nummer',
    en: 'Give the organisation its name and number',
  },
  emptyFirstWhy: {
    sv: 'så hittar partner er, och intygen säger vilka ni är. Lägg sedan till enheter, platser och personer.',
    en: 'so that partners find you and certificates say who you are. Then add units, places and people.',
  },
  emptySteps: {
    sv: [
      'Läs in listan ni redan har, ur Excel, Snipe-IT, GLPI, Intune eller Jamf. Ni ser vad som blir nytt innan något sparas.',
      'Lämna ut en enhet. Innehavaren kvitterar i sin egen vy.',
      'Ta emot den när den kommer tillbaka, radera den med bevis och lämna ut den igen.',
    ],
    en: [
      'Import the list you already have, from Excel, Snipe-IT, GLPI, Intune or Jamf. You see what becomes new before anything is saved.',
      'Hand out a device. The holder confirms in a view of their own.',
      'Take it in when it comes back, erase it with proof and hand it out again.',
    ],
  },
  import: { sv: 'Läs in en lista', en: 'Import a list' },
  register: { sv: 'Lägg in en enhet', en: 'Add one device' },

  todo: { sv: 'Behöver dig i dag', en: 'Needs you today' },
  todoJump: {
    sv: (count: number) =>
      count === 1 ? 'En sak behöver dig i dag' : `${count} saker behöver dig i dag`,
    en: (count: number) =>
      count === 1 ? 'One thing needs you today' : `${count} things need you today`,
  },
  todoNone: {
    sv: 'Inget väntar på dig. Det som fastnar eller blir sent kommer hit.',
    en: 'Nothing is waiting for you. What gets stuck or late shows up here.',
  },
  andOthers: {
    sv: (said: string, count: string) => `${said}, övriga ${count}.`,
    en: (said: string, count: string) => `${said}, others ${count}.`,
  },
  week: { sv: 'Rörde sig senaste veckan', en: 'Moved in the last week' },
  weekNone: {
    sv: 'Inget har rört sig den senaste veckan.',
    en: 'Nothing has moved in the last week.',
  },
  figures: { sv: 'Nyckeltal', en: 'Key figures' },
  goalAtMost: {
    sv: (value: string) => `högst ${value}`,
    en: (value: string) => `at most ${value}`,
  },
  range: {
    // Two dashes in a row cannot be read.
    sv: (low: string, high: string) => `spann ${low}${low.startsWith('−') ? ' till ' : '–'}${high}`,
    en: (low: string, high: string) => `range ${low}${low.startsWith('−') ? ' to ' : '–'}${high}`,
  },
  setGoal: {
    sv: (figure: string) => `Mål för ${figure}`,
    en: (figure: string) => `Goal for ${figure}`,
  },
  goalField: { sv: 'Mål', en: 'Goal' },
  goalWrong: { sv: 'Skriv målet som ett tal.', en: 'Write the goal as a number.' },
  goalAct: { sv: 'Sätt målet', en: 'Set the goal' },
  goalHint: {
    sv: 'Gäller hela organisationen. Den streckade linjen visar det.',
    en: 'Applies to the whole organisation. The dashed line shows it.',
  },
} as const

/** What stands too long at a station, and what to do about it. */
export const stuckTexts: Readonly<
  Record<string, { said: Counted; act: { sv: string; en: string } }>
> = {
  need: {
    said: {
      sv: (count, one) => `${count} behov skulle ha varit ${one ? 'mött' : 'mötta'}`,
      en: (count, one) => `${count} ${one ? 'need is' : 'needs are'} past the day of need`,
    },
    act: { sv: 'Se vilka', en: 'See which' },
  },
  ordered: {
    said: {
      sv: (count, one) =>
        `${count} ${one ? 'beställd' : 'beställda'} skulle ha varit ${one ? 'utlämnad' : 'utlämnade'}`,
      en: (count, one) => `${count} ordered ${one ? 'is' : 'are'} past the day of need`,
    },
    act: { sv: 'Se vilka', en: 'See which' },
  },
  due: {
    said: {
      sv: (count) => `${count} har passerat användningstiden`,
      en: (count, one) => `${count} ${one ? 'is' : 'are'} past the period of use`,
    },
    act: { sv: 'Se vilka', en: 'See which' },
  },
  handedIn: {
    said: {
      sv: (count, one, days) =>
        `${count} ${one ? 'inlämnad' : 'inlämnade'} har stått i mer än ${days} dagar`,
      en: (count, one, days) =>
        `${count} handed in ${one ? 'has' : 'have'} stood for more than ${days} days`,
    },
    act: { sv: 'Se vilka', en: 'See which' },
  },
  sent: {
    said: {
      sv: (count, one, days) =>
        `${count} ${one ? 'skickad' : 'skickade'} har inte kommit fram på ${days} dagar`,
      en: (count, one, days) => `${count} sent ${one ? 'has' : 'have'} not arrived in ${days} days`,
    },
    act: { sv: 'Efterlys', en: 'Trace' },
  },
  received: {
    said: {
      sv: (count, one, days) =>
        `${count} ${one ? 'mottagen' : 'mottagna'} har väntat på radering i mer än ${days} dagar`,
      en: (count, one, days) =>
        `${count} received ${one ? 'has' : 'have'} awaited erasure for more than ${days} days`,
    },
    act: { sv: 'Se vilka', en: 'See which' },
  },
  erased: {
    said: {
      sv: (count, one, days) =>
        `${count} ${one ? 'raderad' : 'raderade'} har väntat på gradering i mer än ${days} dagar`,
      en: (count, one, days) =>
        `${count} erased ${one ? 'has' : 'have'} awaited grading for more than ${days} days`,
    },
    act: { sv: 'Se vilka', en: 'See which' },
  },
  graded: {
    said: {
      sv: (count, one, days) =>
        `${count} ${one ? 'graderad' : 'graderade'} har väntat på utfall i mer än ${days} dagar`,
      en: (count, one, days) =>
        `${count} graded ${one ? 'has' : 'have'} awaited an outcome for more than ${days} days`,
    },
    act: { sv: 'Besluta', en: 'Decide' },
  },
}

export const questionTexts = {
  witness: {
    sv: (count: string, one: boolean) =>
      one ? '1 destruktion väntar på ditt svar' : `${count} destruktioner väntar på ditt svar`,
    en: (count: string, one: boolean) =>
      one ? '1 destruction awaits your answer' : `${count} destructions await your answer`,
  },
  witnessWhere: {
    sv: 'Du är uppgiven som vittne.',
    en: 'You are named as witness.',
  },
  witnessAct: { sv: 'Svara', en: 'Answer' },
  discrepancies: {
    sv: (count: string, one: boolean) =>
      one ? '1 mottagen stämmer inte med följesedeln' : `${count} stämmer inte med följesedeln`,
    en: (count: string, one: boolean) =>
      one ? '1 does not match the delivery note' : `${count} do not match the delivery note`,
  },
  discrepanciesWhere: {
    sv: 'Skickat ska vara lika med mottaget och saknat.',
    en: 'Sent must equal received and missing.',
  },
  settle: { sv: 'Red ut', en: 'Settle' },
  see: { sv: 'Se vilka', en: 'See which' },
  review: {
    sv: (count: string, one: boolean) =>
      one ? '1 radering väntar på granskning' : `${count} raderingar väntar på granskning`,
    en: (count: string, one: boolean) =>
      one ? '1 erasure awaits review' : `${count} erasures await review`,
  },
  reviewWhere: {
    sv: 'Loggen räcker inte ensam som bevis.',
    en: 'The log alone is not enough proof.',
  },
  reviewAct: { sv: 'Granska', en: 'Review' },
  approval: {
    sv: (count: string, one: boolean) =>
      one ? '1 beställning väntar på din attest' : `${count} beställningar väntar på din attest`,
    en: (count: string, one: boolean) =>
      one ? '1 order awaits your approval' : `${count} orders await your approval`,
  },
  once: {
    sv: (amount: string) => `${amount} en gång`,
    en: (amount: string) => `${amount} once`,
  },
  monthly: {
    sv: (amount: string) => `${amount} per månad`,
    en: (amount: string) => `${amount} a month`,
  },
  approve: { sv: 'Attestera', en: 'Approve' },
} as const

/** Words of what moved, many at once. */
export const movedTexts: Readonly<Record<string, { sv: string; en: string }>> = {
  ordered: { sv: 'Beställda', en: 'Ordered' },
  handedOut: { sv: 'Utlämnade', en: 'Handed out' },
  handedIn: { sv: 'Inlämnade', en: 'Handed in' },
  sent: { sv: 'Skickade', en: 'Sent' },
  received: { sv: 'Mottagna', en: 'Received' },
  erased: { sv: 'Raderade', en: 'Erased' },
  graded: { sv: 'Graderade', en: 'Graded' },
  pool: { sv: 'Till poolen', en: 'To the pool' },
}

export interface FigureWords {
  readonly name: { readonly sv: string; readonly en: string }
  readonly unit: { readonly sv: string; readonly en: string }
  /** Why it cannot be counted yet. */
  readonly waits: { readonly sv: string; readonly en: string }
  readonly change: {
    readonly sv: (size: string, one: boolean) => string
    readonly en: (size: string, one: boolean) => string
  }
}
const points = {
  sv: (size: string, one: boolean) => `${size} ${one ? 'procentenhet' : 'procentenheter'}`,
  en: (size: string, one: boolean) => `${size} percentage ${one ? 'point' : 'points'}`,
}
/** The share of needs met out of the own circle, as a goal. */
export const ownCircleTexts = {
  name: { sv: 'andelen som går hela varvet', en: 'the share that goes full circle' },
  unit: { sv: '%', en: '%' },
  act: { sv: 'Sätt mål för varvet', en: 'Set a goal for the circle' },
  change: { sv: 'Ändra målet för varvet', en: 'Change the goal of the circle' },
} as const

export const figureTexts: Readonly<Record<string, FigureWords>> = {
  returnRate: {
    name: { sv: 'Returgrad', en: 'Return rate' },
    unit: { sv: '%', en: '%' },
    waits: {
      sv: 'Räknas när 30 har nått sitt slutdatum.',
      en: 'Counted when 30 have reached their end date.',
    },
    change: points,
  },
  reuseRate: {
    name: { sv: 'Återbruksgrad', en: 'Reuse rate' },
    unit: { sv: '%', en: '%' },
    waits: {
      sv: 'Räknas när 30 har fått ett utfall.',
      en: 'Counted when 30 have got an outcome.',
    },
    change: points,
  },
  daysToErasure: {
    name: { sv: 'Dagar till bevisad radering', en: 'Days to proven erasure' },
    unit: { sv: 'dagar', en: 'days' },
    waits: {
      sv: 'Räknas när den första är raderad med bevis.',
      en: 'Counted when the first has been erased with proof.',
    },
    change: {
      sv: (size, one) => `${size} ${one ? 'dag' : 'dagar'}`,
      en: (size, one) => `${size} ${one ? 'day' : 'days'}`,
    },
  },
  idleShare: {
    name: { sv: 'Oanvänd utrustning', en: 'Idle equipment' },
    unit: { sv: '%', en: '%' },
    waits: { sv: 'Räknas när ni har 30 enheter.', en: 'Counted when you have 30 devices.' },
    change: points,
  },
  avoidedTonnes: {
    name: { sv: 'Undvikna utsläpp', en: 'Avoided emissions' },
    unit: { sv: 'ton', en: 't' },
    waits: {
      sv: 'Räknas när den första fått ett andra liv.',
      en: 'Counted when the first has begun a second life.',
    },
    change: { sv: (size) => `${size} ton`, en: (size) => `${size} t` },
  },
}

/** A course goes back a year where so much is known. */
const inMonths = {
  sv: (months: number) => (months === 12 ? 'på ett år' : `på ${months} månader`),
  en: (months: number) => (months === 12 ? 'in a year' : `in ${months} months`),
}
export const changeTexts = {
  up: {
    sv: (size: string, months: number) => `upp ${size} ${inMonths.sv(months)}`,
    en: (size: string, months: number) => `up ${size} ${inMonths.en(months)}`,
  },
  down: {
    sv: (size: string, months: number) => `ned ${size} ${inMonths.sv(months)}`,
    en: (size: string, months: number) => `down ${size} ${inMonths.en(months)}`,
  },
  even: {
    sv: (months: number) => `oförändrad ${inMonths.sv(months)}`,
    en: (months: number) => `unchanged ${inMonths.en(months)}`,
  },
} as const
