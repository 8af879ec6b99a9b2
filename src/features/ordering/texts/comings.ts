// People who begin and leave, what each profile needs, and a device that stays in use after a leaver.
const s = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const comingsTexts = {
  title: { sv: 'Börjar och slutar', en: 'Joiners and leavers' },
  lead: {
    sv: 'Den första dagen avgör vad som ska finnas, den sista vad som ska tillbaka.',
    en: 'The first day decides what has to be there, the last what has to come back.',
  },
  leavers: { sv: 'Ska lämna in', en: 'To hand in' },
  leaversLead: {
    sv: 'Innehavaren slutar inom 60 dagar, eller har slutat. Låt enheten gå till nästa, eller ta emot den.',
    en: 'The holder leaves within 60 days, or has left. Let the device go on to the next, or take it in.',
  },
  leaversEmpty: {
    sv: 'Ingen som slutar har något kvar.',
    en: 'Nobody who leaves still holds anything.',
  },
  leaves: { sv: 'Slutar', en: 'Leaves' },
  overdue: { sv: 'har slutat', en: 'has left' },
  joiners: { sv: 'Behöver något', en: 'To be equipped' },
  joinersLead: {
    sv: 'Profilen säger vad som behövs den första dagen. Här står det som varken är utlämnat eller beställt.',
    en: 'The profile says what is needed the first day. What is neither held nor ordered is listed here.',
  },
  joinersEmpty: {
    sv: 'Alla som börjar inom 90 dagar har det som deras profil säger.',
    en: 'Everybody who begins within 90 days has what the profile says.',
  },
  starts: { sv: 'Börjar', en: 'Starts' },
  person: { sv: 'Person', en: 'Person' },
  unit: { sv: 'Enhet', en: 'Unit' },
  device: { sv: 'Utrustning', en: 'Device' },
  profile: { sv: 'Profil', en: 'Profile' },
  needs: { sv: 'Behov', en: 'Needs' },
  order: { sv: 'Beställ', en: 'Order' },
  orderFor: {
    sv: (what: string, who: string) => `Beställ ${what} till ${who}`,
    en: (what: string, who: string) => `Order ${what} for ${who}`,
  },
  profiles: { sv: 'Profiler', en: 'Profiles' },
  profilesLead: {
    sv: 'Samma ord som står på personen, från katalogen eller för hand.',
    en: 'The same word as stands on the person, from the directory or by hand.',
  },
  profilesEmpty: {
    sv: 'Här står vad till exempel en lärare behöver. Med en profil föreslås behovet när någon börjar.',
    en: 'What, say, a teacher needs is listed here. With a profile the need is proposed when somebody begins.',
  },
  addProfile: { sv: 'Lägg till profil', en: 'Add a profile' },
  changeProfile: { sv: (name: string) => `Ändra ${name}`, en: (name: string) => `Change ${name}` },
  name: { sv: 'Namn', en: 'Name' },
  writeName: { sv: 'Skriv profilens namn.', en: 'Write the name of the profile.' },
  kinds: { sv: 'Behöver', en: 'Needs' },
  chooseKind: { sv: 'Välj minst ett slag.', en: 'Choose at least one kind.' },
  computer: { sv: 'Datorn ska ha minst', en: 'The computer has at least' },
  save: { sv: 'Spara', en: 'Save' },
  remove: { sv: 'Ta bort profilen', en: 'Remove the profile' },

  keep: { sv: 'Fortsatt bruk', en: 'Kept use' },
  keepOf: {
    sv: (name: string) => `Fortsatt bruk av ${name}`,
    en: (name: string) => `Kept use of ${name}`,
  },
  keepLead: {
    sv: (who: string) => `Tas emot från ${who} och lovas till nästa i samma handling.`,
    en: (who: string) => `Taken in from ${who} and promised to the next in the same act.`,
  },
  nobody: { sv: 'Ingen har den nu', en: 'Nobody holds it now' },
  nobodyHow: {
    sv: 'Fortsatt bruk börjar hos den som lämnar ifrån sig enheten. En i poolen beställs.',
    en: 'Kept use begins with whoever gives the device up. One in the pool is ordered.',
  },
  erasedFirst: {
    sv: 'Raderas innan den lämnas ut',
    en: 'Erased before it is handed out',
  },
  erasedFirstHow: {
    sv: 'Ingen ny innehavare får den med den förras data. Den väntar reserverad medan den raderas och graderas.',
    en: 'No new holder gets it with the last one’s data. It waits, reserved, while it is erased and graded.',
  },
  to: { sv: 'Till', en: 'To' },
  joiner: { sv: (day: string) => `börjar ${day}`, en: (day: string) => `starts ${day}` },
  waiting: {
    sv: (day: string) => `väntar på en, behövs ${day}`,
    en: (day: string) => `waits for one, needed ${day}`,
  },
  another: { sv: 'Någon annan', en: 'Somebody else' },
  choosePerson: { sv: 'Välj vem som ska ha den.', en: 'Choose who is to have it.' },
  neededFrom: { sv: 'Behövs från', en: 'Needed from' },
  condition: { sv: 'Skick', en: 'Condition' },
  coded: { sv: (text: string) => `Konteras ${text}.`, en: (text: string) => `Coded ${text}.` },
  promise: { sv: 'Lämna vidare', en: 'Let it go on' },
  promised: {
    sv: (who: string, number: string) => `Lovad till ${who}, ${number}`,
    en: (who: string, number: string) => `Promised to ${who}, ${number}`,
  },
  toOrder: { sv: 'Till beställningen', en: 'To the order' },
  count: { sv: (n: number) => `${n} behov`, en: (n: number) => s(n, 'need', 'needs') },
} as const
