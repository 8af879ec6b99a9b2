export const refusals = {
  'model-not-found': {
    sv: 'Modellen finns inte i er katalog.',
    en: 'That model is not in your catalogue.',
  },
  'model-exists': {
    sv: 'Det finns redan en modell med det namnet från den tillverkaren.',
    en: 'That maker already has a model of that name.',
  },
  'gtin-not-valid': {
    sv: 'GTIN ska vara 8, 12, 13 eller 14 siffror, och kontrollsiffran ska stämma.',
    en: 'A GTIN is 8, 12, 13 or 14 digits, and its check digit must be right.',
  },
  'footprint-without-source': {
    sv: 'Ange klimatavtrycket tillsammans med var det står, eller inget av dem.',
    en: 'Give the footprint together with where it is stated, or neither.',
  },
  'duplicate-is-itself': {
    sv: 'En modell kan inte slås ihop med sig själv.',
    en: 'A model cannot be merged with itself.',
  },
  'duplicate-of-other-kind': {
    sv: 'Modellerna är av olika slag och kan inte slås ihop.',
    en: 'The models are of different kinds and cannot be merged.',
  },
  'value-not-valid': {
    sv: 'Värdet passar inte det kravet.',
    en: 'The value does not fit that requirement.',
  },
  'source-missing': {
    sv: 'Ett känt värde behöver en källa. Saknas den är värdet okänt.',
    en: 'A known value needs a source. Without one it is unknown.',
  },
  'level-not-valid': {
    sv: 'Märkningen har ingen sådan nivå.',
    en: 'That label has no such level.',
  },
  'label-exists': {
    sv: 'Modellen har redan märkningen med det numret.',
    en: 'The model already has the label with that number.',
  },
  'label-not-found': {
    sv: 'Modellen har ingen sådan märkning.',
    en: 'The model has no such label.',
  },
  'service-not-found': {
    sv: 'Tjänsten finns inte i er katalog.',
    en: 'That service is not in your catalogue.',
  },
  'service-name-taken': {
    sv: 'Det finns redan en tjänst med det namnet som går att beställa.',
    en: 'There is already a service of that name that can be ordered.',
  },
  'service-closed': {
    sv: 'Tjänsten går inte längre att beställa.',
    en: 'That service can no longer be ordered.',
  },
  'price-not-valid': {
    sv: 'Tjänsten har inget pris som gäller den dagen.',
    en: 'The service has no price that is valid on that day.',
  },
  'price-ends-first': {
    sv: 'Priset slutar gälla innan det börjar. Välj en senare sista dag.',
    en: 'The price would end before it begins. Choose a later last day.',
  },
  'price-dates-overlap': {
    sv: 'Ett annat pris gäller redan de dagarna. Välj en annan första dag.',
    en: 'Another price is already valid on those days. Choose another first day.',
  },
  'price-starts-in-past': {
    sv: 'Ett nytt pris kan inte börja gälla bakåt i tiden. Välj i dag eller senare.',
    en: 'A new price cannot begin in the past. Choose today or later.',
  },
  'residual-above-purchase': {
    sv: 'Restvärdet är högre än inköpspriset.',
    en: 'The residual value is higher than the purchase price.',
  },
  'comparison-not-found': {
    sv: 'Jämförelsen finns inte hos er.',
    en: 'That comparison is not among yours.',
  },
  'comparison-decided': {
    sv: 'Ett anbud är redan valt. Jämförelsen går inte längre att ändra.',
    en: 'An offer has been chosen. The comparison can no longer be changed.',
  },
  'offer-not-found': {
    sv: 'Anbudet finns inte i jämförelsen.',
    en: 'That offer is not in the comparison.',
  },
  'too-many-offers': {
    sv: 'Jämförelsen har redan så många anbud som går att jämföra.',
    en: 'The comparison already holds as many offers as can be compared.',
  },
  'requirement-unmet': {
    sv: 'Anbudet uppfyller inte ett krav som måste uppfyllas, och kan inte väljas.',
    en: 'The offer does not meet a compulsory requirement, and cannot be chosen.',
  },
  'requirement-unknown': {
    sv: 'Det är okänt om anbudet uppfyller ett krav som måste uppfyllas. Det kan inte väljas.',
    en: 'Whether the offer meets a compulsory requirement is unknown. It cannot be chosen.',
  },
  'criterion-repeated': {
    sv: 'Samma krav står två gånger.',
    en: 'The same requirement is listed twice.',
  },
  'weight-missing': {
    sv: 'Ett krav som inte måste uppfyllas behöver en vikt, 1 till 100.',
    en: 'A requirement that is not compulsory needs a weight, 1 to 100.',
  },
} as const
