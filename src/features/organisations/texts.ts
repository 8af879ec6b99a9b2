import type { OrganisationKind, Role } from './rules.ts'
import { codingRefusals } from './texts/coding.ts'

export const roleTexts: Record<Role, { sv: string; en: string }> = {
  holder: { sv: 'Innehavare', en: 'Holder' },
  orderer: { sv: 'Beställare', en: 'Orderer' },
  approver: { sv: 'Attestant', en: 'Approver' },
  technician: { sv: 'IT-tekniker', en: 'IT technician' },
  itManager: { sv: 'IT-chef', en: 'IT manager' },
  economist: { sv: 'IT-ekonom', en: 'IT economist' },
  coordinator: { sv: 'Miljösamordnare', en: 'Environmental coordinator' },
  receiving: { sv: 'Mottagning', en: 'Receiving' },
  erasing: { sv: 'Radering', en: 'Erasing' },
  grading: { sv: 'Gradering', en: 'Grading' },
  repair: { sv: 'Reparation', en: 'Repair' },
  sales: { sv: 'Försäljning', en: 'Sales' },
  partnerManager: { sv: 'Platschef', en: 'Site manager' },
  financeManager: { sv: 'Finansiär', en: 'Financier' },
  auditor: { sv: 'Granskare', en: 'Auditor' },
  administrator: { sv: 'Administratör', en: 'Administrator' },
}

export const organisationKindTexts: Record<OrganisationKind, { sv: string; en: string }> = {
  user: { sv: 'Organisation', en: 'Organisation' },
  reusePartner: { sv: 'Återbrukspartner', en: 'Reuse partner' },
  financier: { sv: 'Finansiär', en: 'Financier' },
  supplier: { sv: 'Leverantör', en: 'Supplier' },
}

export const refusals = {
  ...codingRefusals,
  'sign-in-wrong': {
    sv: 'E-post eller lösenord stämmer inte. Försök igen.',
    en: 'The e-mail or the password is wrong. Try again.',
  },
  'sign-in-locked': {
    sv: 'För många försök. Vänta en kvart och försök igen.',
    en: 'Too many attempts. Wait a quarter of an hour and try again.',
  },
  'person-not-found': {
    sv: 'Personen finns inte i din organisation.',
    en: 'That person is not in your organisation.',
  },
  'unit-not-found': {
    sv: 'Enheten finns inte i din organisation.',
    en: 'That unit is not in your organisation.',
  },
  'leaves-before-start': {
    sv: 'Sista dagen kommer före den första.',
    en: 'The last day comes before the first.',
  },
  'place-not-found': {
    sv: 'Platsen finns inte i din organisation.',
    en: 'That place is not in your organisation.',
  },
  'partner-not-found': {
    sv: 'Ni har inget samarbete med den organisationen.',
    en: 'You have no partnership with that organisation.',
  },
  'organisation-number-taken': {
    sv: 'En annan organisation i Omlopp har redan det numret. Kontrollera siffrorna.',
    en: 'Another organisation in Omlopp already has that number. Check the digits.',
  },
  'name-taken': {
    sv: 'Det finns redan en med det namnet.',
    en: 'There is already one with that name.',
  },
  'email-taken': {
    sv: 'Det finns redan någon med den e-postadressen.',
    en: 'There is already somebody with that e-mail address.',
  },
  'token-not-found': {
    sv: 'Det finns ingen sådan nyckel.',
    en: 'There is no such token.',
  },
  'scope-not-held': {
    sv: 'Du kan inte ge en nyckel en behörighet som du själv saknar.',
    en: 'You cannot give a token a permission that you do not hold.',
  },
} as const
