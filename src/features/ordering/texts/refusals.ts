export const refusals = {
  'order-not-found': { sv: 'Beställningen finns inte.', en: 'There is no such order.' },
  'order-state-forbids': {
    sv: 'Beställningen har kommit för långt för det.',
    en: 'The order has gone too far for that.',
  },
  'order-of-another': {
    sv: 'Det är någon annans beställning.',
    en: 'It is somebody else’s order.',
  },
  'own-order': {
    sv: 'Den som beställer kan inte attestera sin egen beställning. En annan attestant gör det.',
    en: 'Whoever orders cannot approve it. Another approver does.',
  },
  'comment-not-found': {
    sv: 'Kommentaren finns inte, eller är redan borttagen.',
    en: 'There is no such comment, or it has been removed already.',
  },
  'comment-of-another': {
    sv: 'Det är någon annans kommentar. Den som skrev den, eller en attestant, tar bort den.',
    en: 'It is somebody else’s comment. Whoever wrote it, or an approver, removes it.',
  },
  'need-not-found': { sv: 'Behovet finns inte.', en: 'There is no such need.' },
  'need-state-forbids': {
    sv: 'Behovet är redan mött eller återtaget.',
    en: 'The need has been met or withdrawn already.',
  },
  'need-without-device': {
    sv: 'Behovet har ingen reserverad enhet att lämna ut.',
    en: 'The need has no reserved device to hand out.',
  },
  'need-for-nobody': {
    sv: 'Ange vem som behöver utrustningen: en person eller en enhet.',
    en: 'Say who needs the device: a person or a unit.',
  },
  'need-ends-first': {
    sv: 'Sista dagen kommer före den första.',
    en: 'The last day comes before the first.',
  },
  'need-contradicts': {
    sv: 'Det finns ingen sådan utrustning: det som krävs går inte ihop med slaget.',
    en: 'There is no such device: what is asked does not go with the kind.',
  },
  'new-reason-missing': {
    sv: 'Nytt är sista valet. Ange varför inget som finns duger.',
    en: 'New is the last choice. Say why nothing that exists will do.',
  },
  'new-reason-unasked': {
    sv: 'Skäl anges bara när nytt väljs.',
    en: 'A reason is given only when new is chosen.',
  },
  'special-need-words-missing': {
    sv: 'Beskriv det särskilda behovet med egna ord.',
    en: 'Describe the special need in words.',
  },
  'listing-missing': {
    sv: 'Välj vilken i butiken som ska köpas.',
    en: 'Choose which one in the shop is to be bought.',
  },
  'listing-unasked': {
    sv: 'En vara i butiken anges bara när behovet ska mötas därifrån.',
    en: 'Something in the shop is named only when the need is to be met from there.',
  },
  'order-reservation-expired': {
    sv: 'En reservation i butiken har gått ut. Välj en annan för behovet, eller låt det vänta på poolen.',
    en: 'A reservation in the shop has run out. Choose another for the need, or let it wait for the pool.',
  },
  'costs-more-than-approved': {
    sv: 'Den kostar mer än det som attesterades. Gör en ny beställning.',
    en: 'It costs more than was approved. Make a new order.',
  },
  'service-without-price': {
    sv: 'Tjänsten har inget pris som gäller i dag.',
    en: 'The service has no price that is valid today.',
  },
  'same-holder': {
    sv: 'Personen har den redan. Ändra personens sista dag i stället.',
    en: 'That person has it already. Change their last day instead.',
  },
  'match-not-found': { sv: 'Matchningen finns inte.', en: 'There is no such match.' },
  'match-not-done': {
    sv: 'Matchningen är inte färdig, eller redan antagen.',
    en: 'The match is not done, or has been accepted already.',
  },
  'match-without-needs': {
    sv: 'Inget behov väntar på en enhet.',
    en: 'No need waits for a device.',
  },
  'wish-contradicts': {
    sv: 'Enheten kan inte väljas till behovet.',
    en: 'The device cannot be chosen for the need.',
  },
} as const
