// Titles that people give their columns, in Swedish and English.
import { wordsOf } from './cells.ts'
import type { ImportField } from './fields.ts'

const titles: Readonly<Record<ImportField, string>> = {
  assetTag:
    'inventarienummer, inventarienr, inv nr, inv.nr, invnr, inventarie id, inventarie-id, märkning, id-märkning, etikett, etikettnummer, asset tag, asset id, asset number, asset no, tag, inventory number, inventory no, barcode, streckkod, utrustningsnummer, enhetsnummer, anläggningsnummer',
  serialNumber:
    'serienummer, serienr, serie nr, serie-nr, serial, serial number, serial no, serialnumber, s/n, sn, service tag, servicetag, fabriksnummer, tillverkningsnummer',
  imei: 'imei, imei 1, imei1, imei-nummer, imei nummer, imei nr, imei number',
  imei2: 'imei 2, imei2, second imei, andra imei',
  macAddress:
    'mac, mac-adress, macadress, mac adress, mac address, macaddress, wifi mac, wi-fi mac, wlan mac, ethernet mac, lan mac, nätverksadress',
  theftMarking:
    'stöldmärkning, stöldmärkt, stöldskydd, stöldskyddsmärkning, theft marking, security mark, dna-märkning',
  name: 'namn, datornamn, enhetsnamn, namn på enhet, name, device name, computer name, hostname, host name, host, asset name, benämning, datorns namn',
  kind: 'slag, typ, kategori, category, type, kind, device type, asset type, enhetstyp, produkttyp, utrustningstyp, artikelgrupp, sort',
  maker: 'tillverkare, fabrikat, märke, maker, manufacturer, make, brand, vendor name, oem',
  model:
    'modell, modellnamn, modellbeteckning, model, model name, product, produkt, produktnamn, artikel, artikelnamn',
  modelNumber:
    'modellnummer, modellnr, artikelnummer, artikelnr, art nr, model number, model no, part number, partnumber, part no, product number, sku, produktnummer',
  status: 'status, state, tillstånd, lifecycle status, livscykelstatus, asset status',
  condition: 'skick, condition, kvalitet, grad, grade',
  holderName:
    'innehavare, brukare, användare, användarnamn fullständigt, namn på användare, namn innehavare, medarbetare, anställd, person, låntagare, elev, utlämnad till, utlånad till, holder, user, owner, assigned to, assigned user, full name, employee, checked out to, innehavarens namn, kontakt, kontaktperson, primary user display name',
  holderEmail:
    'e-post, epost, e-postadress, epostadress, mail, mejl, e-mail, email, email address, user email, innehavarens e-post, mailadress, mejladress',
  holderUsername:
    'användarnamn, användar-id, användarid, username, user name, upn, login, inloggning, konto, user id, userid, samaccountname, primary user upn, hsa-id',
  unitName:
    'enhet, förvaltning, avdelning, verksamhet, skola, unit, department, division, organisation, org, organisationsenhet, company, bolag, arbetsplats, sektion, kontor',
  costCentre:
    'ansvar, kostnadsställe, kostnadsställenummer, kst, k-ställe, ansvarskod, ansvarsnummer, cost centre, cost center, cost centre code, costcenter',
  placeName:
    'plats, placering, lokal, rum, byggnad, adress, ort, location, place, room, building, site, uppställningsplats, fysisk plats',
  purchasedOn:
    'inköpsdatum, inköpt, köpdatum, köpt, datum för inköp, anskaffningsdatum, anskaffad, anskaffat, leveransdatum, purchase date, purchased, date of purchase, bought, purchased on, fakturadatum, acquisition date, delivery date',
  priceOre:
    'pris, inköpspris, kostnad, anskaffningsvärde, anskaffningskostnad, belopp, price, cost, purchase price, purchase cost, value, värde, pris exkl moms, inköpspris exkl moms, pris kr, acquisition cost',
  warrantyUntil:
    'garanti t.o.m., garanti tom, garanti till, garanti, garantislut, garanti upphör, garanti utgår, garantidatum, slutdatum garanti, warranty until, warranty expires, warranty expiration, warranty end, warranty expiration date, warranty end date, warranty date',
  warrantyMonths:
    'garantitid, garanti månader, garantimånader, garantitid månader, warranty, warranty months, warranty period, warranty duration',
  endsOn:
    'slutdatum, hyresslut, avtalsslut, utbytesdatum, byts ut, bytesdatum, leasingslut, slut på avtal, end date, lease end, lease expires, eol, eol date, end of life, contract end, replacement date, hyresperiod slut, avtal t.o.m.',
  orderNumber:
    'ordernummer, ordernr, beställningsnummer, beställningsnr, inköpsorder, order number, order no, po number, po, purchase order, order id, avtalsnummer, fakturanummer',
  supplierName:
    'leverantör, säljare, återförsäljare, supplier, vendor, reseller, inköpt av, finansiär',
  note: 'anteckning, anteckningar, kommentar, kommentarer, notering, noteringar, anmärkning, övrigt, note, notes, comment, comments, description, beskrivning, remarks, fritext',
  osName: 'operativsystem, os, operating system, os name, platform, plattform',
  osVersion:
    'os version, os-version, operating system version, operativsystemversion, version av operativsystem',
  lastSeenAt:
    'senast sedd, senast inloggad, senast aktiv, senaste kontakt, senast använd, last seen, last check-in, last contact, last sync, last inventory, last logon, senast synkad, senaste inloggning',
  enrolledAt:
    'inskriven, inskrivningsdatum, inrullad, enrolled, enrollment date, enrolled on, last enrollment',
  ramMb:
    'ram, minne, arbetsminne, internminne, memory, ram mb, ram gb, minne gb, minne mb, total ram mb',
  storageGb:
    'lagring, disk, hårddisk, diskstorlek, lagringsutrymme, storage, disk size, capacity, kapacitet, ssd, storage gb, disk gb, total storage',
  driveSerials:
    'diskens serienummer, disk serienummer, hårddiskens serienummer, drive serial, drive serials, disk serial, disk serial number, hdd serial, ssd serial',
  ownership: 'ägarskap, ägarform, ägd av, ownership, owner type, byod, egen enhet, privat',
}

const fields = new Map<string, ImportField>()
for (const [field, list] of Object.entries(titles) as [ImportField, string][])
  for (const title of list.split(',')) fields.set(wordsOf(title), field)

/** Words that say nothing more of what the column holds: `Datorns serienummer`, `Pris (SEK)`. */
const padding =
  /\b(?:datorns|enhetens|telefonens|utrustningens|device|asset|computer|sek|kr|exkl moms|inkl moms|ex moms|gb|mb|nr|text)\b/g

/** @param key a heading by `headingKey` */
export function fieldBySynonym(key: string): ImportField | null {
  const exact = fields.get(key)
  if (exact) return exact
  const bare = key.replace(padding, '').replace(/ +/g, ' ').trim()
  return bare === '' ? null : (fields.get(bare) ?? null)
}
