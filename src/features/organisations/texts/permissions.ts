import type { Permission } from '../rules.ts'

/** What each permission lets a person or an API token do, as the end of “får …”. */
export const permissionTexts: Record<Permission, { sv: string; en: string }> = {
  'organisation.see': { sv: 'se enheter, platser och partner', en: 'see units, places, partners' },
  'organisation.manage': {
    sv: 'ändra enheter, platser och partner',
    en: 'change units, places, partners',
  },
  'people.see': { sv: 'se personer', en: 'see people' },
  'people.manage': { sv: 'lägga till personer och roller', en: 'add people and roles' },
  'tokens.manage': { sv: 'skapa och återkalla API-nycklar', en: 'create and revoke API tokens' },
  'coding.manage': {
    sv: 'bestämma kodsträngens delar och koder',
    en: 'decide the parts and codes of the coding string',
  },
  'catalogue.see': { sv: 'se modeller och tjänster', en: 'see models and services' },
  'catalogue.describe': {
    sv: 'beskriva modeller och deras krav',
    en: 'describe models and their requirements',
  },
  'catalogue.price': {
    sv: 'ändra tjänster och priser',
    en: 'change services and prices',
  },
  'ordering.order': { sv: 'beställa', en: 'order' },
  'ordering.approve': { sv: 'attestera beställningar', en: 'approve orders' },
  'catalogue.compare': { sv: 'jämföra anbud och välja', en: 'compare offers and choose' },
  'devices.see': { sv: 'se utrustning', en: 'see devices' },
  'devices.register': { sv: 'registrera utrustning', en: 'register devices' },
  'devices.import': { sv: 'läsa in listor', en: 'import lists' },
  'custody.own': { sv: 'se och lämna in sin egen utrustning', en: 'see and hand in own devices' },
  'custody.handOut': { sv: 'lämna ut', en: 'hand out' },
  'custody.handIn': { sv: 'ta emot inlämningar', en: 'take hand-ins' },
  'returns.see': { sv: 'se returer', en: 'see returns' },
  'returns.send': { sv: 'packa och skicka returer', en: 'pack and send returns' },
  'returns.receive': { sv: 'ta emot returer', en: 'receive returns' },
  'returns.settle': { sv: 'reda ut avvikelser', en: 'settle discrepancies' },
  'erasure.see': { sv: 'se raderingar', en: 'see erasures' },
  'erasure.record': { sv: 'redovisa raderingar', en: 'record erasures' },
  'erasure.review': { sv: 'granska raderingar', en: 'review erasures' },
  'grading.see': { sv: 'se graderingar', en: 'see gradings' },
  'grading.grade': { sv: 'gradera', en: 'grade' },
  'disposition.see': { sv: 'se utfall', en: 'see outcomes' },
  'disposition.decide': { sv: 'besluta om utfall', en: 'decide outcomes' },
  'proofs.see': { sv: 'se intyg och bevis', en: 'see certificates and proofs' },
  'climate.see': { sv: 'se klimatet', en: 'see climate' },
}
