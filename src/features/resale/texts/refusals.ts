export const refusals = {
  'listing-not-found': { sv: 'Varan finns inte i butiken.', en: 'It is not in the shop.' },
  'listing-ended': {
    sv: 'Varan är redan såld eller borttagen ur butiken.',
    en: 'It has been sold or taken out of the shop already.',
  },
  'listing-kept': {
    sv: 'Någon har reserverat den. Vänta tills reservationen går ut, eller avböj köpet.',
    en: 'Somebody has reserved it. Wait until the reservation runs out, or decline the purchase.',
  },
  'listing-taken': {
    sv: 'Någon annan hann före. Det finns inte så många kvar.',
    en: 'Somebody else came first. There are not that many left.',
  },
  'several-sellers': {
    sv: 'Ett köp görs i en butik i taget.',
    en: 'A purchase is made in one shop at a time.',
  },
  'own-listing': { sv: 'Det är er egen butik.', en: 'It is your own shop.' },
  'grade-not-sold': {
    sv: 'Bara grad A, B och C säljs i butiken.',
    en: 'Only grades A, B and C are sold in the shop.',
  },
  'calculation-missing': {
    sv: 'Graden saknar uträkning. Gradera enheten vid bänken först.',
    en: 'The grade has no calculation. Grade the device at the bench first.',
  },
  'price-missing': {
    sv: 'Prislistan har ingen rad för modell och grad. Ange ett pris.',
    en: 'The price list has no row for the model and grade. State a price.',
  },
  'price-list-not-found': { sv: 'Prislistan finns inte.', en: 'There is no such price list.' },
  'price-list-not-valid': {
    sv: 'Prislistan gäller inte i dag.',
    en: 'The price list is not valid today.',
  },
  'price-list-without-days': {
    sv: 'En prislista behöver en första och en sista dag. Utan dem vet ingen vilket pris som gäller.',
    en: 'A price list needs a first and a last day. Without them nobody knows which price holds.',
  },
  'price-list-row-twice': {
    sv: 'Samma modell och grad står två gånger i prislistan.',
    en: 'The same model and grade stand twice in the price list.',
  },
  'photo-not-found': { sv: 'Bilden finns inte.', en: 'There is no such picture.' },
  'photo-unknown': {
    sv: 'Det är ingen bild som går att visa. Använd JPEG, PNG eller WebP.',
    en: 'It is not a picture that can be shown. Use JPEG, PNG or WebP.',
  },
  'photo-broken': { sv: 'Bilden är trasig.', en: 'The picture is broken.' },
  'photo-too-large': {
    sv: 'Bilden är för stor. Den får vara högst 2 MB och 6\u00a0000 bildpunkter på en sida.',
    en: 'The picture is too large. It may be 2 MB and 6,000 pixels on a side at most.',
  },
  'photo-turned': {
    sv: 'Bilden ligger på sidan. Spara den rätt vänd och skicka den igen.',
    en: 'The picture lies on its side. Save it upright and send it again.',
  },
  'purchase-not-found': { sv: 'Köpet finns inte.', en: 'There is no such purchase.' },
  'purchase-not-yours': {
    sv: 'Det gör den andra parten i köpet.',
    en: 'The other side of the purchase does that.',
  },
  'reservation-expired': {
    sv: 'Reservationen har gått ut. Gör ett nytt köp av det som finns kvar.',
    en: 'The reservation has run out. Make a new purchase of what is left.',
  },
  'employee-sale-closed': {
    sv: 'Personalköp är inte öppet.',
    en: 'The employee sale is not open.',
  },
  'employee-sale-not-yet': {
    sv: 'Du får inte köpa nu. Personalköp är för den som är anställd och har varit det så länge som villkoren säger.',
    en: 'You cannot buy now. The employee sale is for those who are employed, and have been for as long as its terms say.',
  },
  'employee-sale-limit': {
    sv: 'Du har köpt så många som en person får i år.',
    en: 'You have bought as many as one person may this year.',
  },
  'month-not-valid': {
    sv: 'Det är ingen månad. Skriv den som 2026-03.',
    en: 'That is no month. Write it as 2026-03.',
  },
  'payment-not-offered': {
    sv: 'Så går det inte att betala. Välj ett annat sätt.',
    en: 'It cannot be paid that way. Choose another.',
  },
  'purchase-of-order': {
    sv: 'Köpet hör till en beställning. Det bekräftas när beställningen attesteras.',
    en: 'The purchase belongs to an order. It is confirmed when the order is approved.',
  },
  'listing-unfit': {
    sv: 'Den når inte upp till det som behovet kräver.',
    en: 'It does not meet what the need asks for.',
  },
  'purchase-state-forbids': {
    sv: 'Köpet har kommit för långt, eller inte långt nog, för det.',
    en: 'The purchase has gone too far, or not far enough, for that.',
  },
  'line-not-sent': {
    sv: 'En av raderna är inte på väg.',
    en: 'One of the lines is not on its way.',
  },
  'grade-worse': {
    sv: 'En enhet har fått sämre grad sedan den såldes. Avböj köpet, eller gradera om.',
    en: 'A device has got a lower grade since it was ordered. Decline the purchase, or grade again.',
  },
  'warranty-none': { sv: 'Enheten har ingen garanti.', en: 'The device has no warranty.' },
  'warranty-ended': {
    sv: 'Garantin har gått ut.',
    en: 'The warranty has ended.',
  },
  'warranty-case-open': {
    sv: 'Enheten har redan ett garantiärende som inte är avslutat.',
    en: 'The device has a warranty case already that is not closed.',
  },
  'fault-missing': {
    sv: 'Skriv vad som är fel.',
    en: 'Write what is wrong.',
  },
  'case-not-found': { sv: 'Garantiärendet finns inte.', en: 'There is no such warranty case.' },
  'case-not-yours': {
    sv: 'Säljaren svarar på garantiärendet.',
    en: 'The seller answers the warranty case.',
  },
  'case-state-forbids': {
    sv: 'Garantiärendet är redan besvarat eller avslutat.',
    en: 'The warranty case has been answered or closed already.',
  },
  'answer-words-missing': {
    sv: 'Skriv varför garantin inte gäller.',
    en: 'Write why the warranty does not hold.',
  },
  'replacement-missing': {
    sv: 'Välj vilken enhet i butiken som ersätter.',
    en: 'Choose which device in the shop replaces it.',
  },
  'replacement-of-other-kind': {
    sv: 'Ersättaren är av ett annat slag.',
    en: 'The replacement is of another kind.',
  },
  'replacement-grade-lower': {
    sv: 'Ersättaren har sämre grad än den som ersätts.',
    en: 'The replacement has a lower grade than the one it replaces.',
  },
} as const
