// What people read about erasure, Swedish and English side by side.
import type { ReasonCode } from './rules/reasons.ts'

export interface ReasonText {
  readonly sv: string
  readonly en: string
}

/** What each reason means to the person at the bench, and what to do next. */
export const reasonTexts: Record<ReasonCode, ReasonText> = {
  UNKNOWN_FORMAT: {
    sv: 'Filen kommer inte från något raderingsverktyg som Omlopp kan läsa. Skicka in verktygets egen logg, till exempel nwipe-loggen och inte PDF-filen.',
    en: 'The file is not from an erasure tool that Omlopp can read. Send the log of the tool itself, for example the nwipe log and not the PDF.',
  },
  TRAINING_MATERIAL: {
    sv: 'Filen säger själv att den är gjord för övning. Den bevisar inget om någon disk. Radera disken och läs in verktygets egen logg.',
    en: 'The file itself says that it was made for training. It proves nothing about any drive. Erase the drive and upload the log of the tool.',
  },
  DUPLICATE: {
    sv: 'Den här filen har redan använts som underlag. Öppna det tidigare ärendet, eller skicka in loggen från den här körningen.',
    en: 'This file has already been used as evidence. Open the earlier case, or send the log of this run.',
  },
  NOT_STARTED: {
    sv: 'Raderingen kom aldrig i gång på den här disken. Vanligast är att disken var monterad. Koppla loss den och radera igen.',
    en: 'Erasure never started on this drive. Most often the drive was mounted. Unmount it and erase again.',
  },
  NO_ERASURE_PERFORMED: {
    sv: 'Körningen läste bara disken, ingenting raderades. Välj en metod som skriver, och radera igen.',
    en: 'The run only read the drive, nothing was erased. Choose a method that writes, and erase again.',
  },
  STATUS_FAILED: {
    sv: 'Verktyget fick fel på disken, så data kan finnas kvar. Radera igen. Blir det fel igen: destruera disken med vittne och foto.',
    en: 'The tool met errors on the drive, so data may remain. Erase again. If it fails again: destroy the drive with a witness and a photo.',
  },
  STATUS_ABORTED: {
    sv: 'Raderingen avbröts innan den var klar. Radera disken igen från början.',
    en: 'The erasure was stopped before it was done. Erase the drive again from the start.',
  },
  IN_PROGRESS: {
    sv: 'Raderingen pågår fortfarande. Vänta tills den är klar och läs av på nytt.',
    en: 'The erasure is still running. Wait until it is done and read it again.',
  },
  TRUNCATED: {
    sv: 'Underlaget är inte helt, något som alltid står där efter en färdig körning saknas. Hämta hela loggen från stationen. Finns den inte: radera igen.',
    en: 'The evidence is not whole, something that a finished run always writes is missing. Fetch the whole log from the station. If there is none: erase again.',
  },
  CONTRADICTORY: {
    sv: 'Underlaget säger emot sig självt om den här disken, till exempel två serienummer eller två körningar i ett. Radera igen och skicka in en ny logg.',
    en: 'The evidence contradicts itself about this drive, for example two serial numbers or two runs in one. Erase again and send a new log.',
  },
  HIDDEN_AREA_NOT_ERASED: {
    sv: 'Disken har ett dolt område (HPA eller DCO) som inte raderades. Lås upp det med hdparm och radera igen, eller destruera disken.',
    en: 'The drive has a hidden area (HPA or DCO) that was not erased. Unlock it with hdparm and erase again, or destroy the drive.',
  },
  PARTIAL_ERASURE: {
    sv: 'Bara en del av disken raderades. Radera hela disken, inte en partition, och kontrollera att storleken stämmer.',
    en: 'Only a part of the drive was erased. Erase the whole drive, not a partition, and check that its size is right.',
  },
  NOT_VERIFIED: {
    sv: 'Ingen läste tillbaka disken efter raderingen. Radera igen med verifiering påslagen, eller läs tillbaka den med ett annat verktyg.',
    en: 'Nobody read the drive back after the erasure. Erase again with verification on, or read it back with another tool.',
  },
  SERIAL_OF_ANOTHER_MEDIUM: {
    sv: 'Serienumret hör till en annan disk än den som står i registret. Leta upp rätt disk, eller rätta inventeringen, innan du går vidare.',
    en: 'The serial number belongs to another drive than the one in the register. Find the right drive, or correct the inventory, before you go on.',
  },
  LEVEL_TOO_LOW: {
    sv: 'Raderingen håller, men når inte den nivå som kunden kräver för det här slaget av disk. Radera med diskens egen Sanitize eller kryptoradering, eller destruera den.',
    en: 'The erasure is sound, but does not reach the level the customer requires for this kind of drive. Use the drive’s own Sanitize or crypto erase, or destroy it.',
  },
  UNKNOWN_VERSION: {
    sv: 'Omlopp har inte prövat den här versionen av verktyget. Jämför loggen med disken och skriv vad du såg.',
    en: 'Omlopp has not tried this version of the tool. Compare the log with the drive and write what you saw.',
  },
  UNKNOWN_METHOD: {
    sv: 'Metoden är okänd för Omlopp. Ta reda på vad den skriver på disken och anteckna det.',
    en: 'Omlopp does not know the method. Find out what it writes to the drive and note it.',
  },
  COMMAND_ONLY: {
    sv: 'Svaret visar att kommandot togs emot, inte att det blev klart. Kontrollera att enheten visar startguiden eller att disken är tom, och skriv vad du såg.',
    en: 'The answer shows that the command was taken, not that it was done. Check that the device shows its set-up screen or that the drive is empty, and write what you saw.',
  },
  READBACK_MISSING: {
    sv: 'Disken raderade sig själv. Läs tillbaka stickprov från den med ett annat verktyg och bifoga resultatet.',
    en: 'The drive erased itself. Read samples back from it with another tool and attach the result.',
  },
  REPORT_UNVERIFIED: {
    sv: 'Rapportens egen signatur kunde inte bekräftas. Hämta rapporten på nytt från verktygets server.',
    en: 'The signature of the report could not be confirmed. Fetch the report again from the server of the tool.',
  },
  MAPPED_REPORT: {
    sv: 'Rapporten är tolkad med en egen profil, och verktyget är inte prövat av Omlopp. Läs rapporten själv och skriv varför den räcker.',
    en: 'The report was read by a profile of your own, and the tool has not been tried by Omlopp. Read the report yourself and write why it is enough.',
  },
  ERRORS_IN_LOG: {
    sv: 'Loggen har felrader om disken som Omlopp inte känner igen. Läs dem och bedöm om de rör raderingen.',
    en: 'The log has error lines about the drive that Omlopp does not know. Read them and judge whether they concern the erasure.',
  },
  SERIAL_MISSING: {
    sv: 'Underlaget har inget serienummer. Läs av etiketten på disken och skriv hur du vet att det är rätt disk.',
    en: 'The evidence has no serial number. Read the label on the drive and write how you know that it is the right one.',
  },
  SERIAL_UNKNOWN: {
    sv: 'Serienumret kunde inte läsas, ofta för att disken satt i en USB-brygga. Anslut den med SATA och radera igen, eller läs av etiketten och anteckna.',
    en: 'The serial number could not be read, often because of a USB bridge. Connect the drive by SATA and erase again, or read its label and note it.',
  },
  SERIAL_MASKED: {
    sv: 'Serienumret är dolt i loggen. Kör utan --quiet nästa gång, och läs nu av etiketten på disken.',
    en: 'The serial number is hidden in the log. Run without --quiet next time, and read the label on the drive now.',
  },
  SERIAL_MISMATCH: {
    sv: 'Serienumret i underlaget och i registret är inte lika. Lägg disken åt sidan tills det är utrett.',
    en: 'The serial number in the evidence and in the register differ. Put the drive aside until it is settled.',
  },
  SERIAL_WRITTEN_DIFFERENTLY: {
    sv: 'Skillnaden är bara bindestreck, understreck, mellanslag eller stora och små bokstäver. Jämför med etiketten och bekräfta att det är samma disk.',
    en: 'They differ only by dashes, underscores, spaces or case. Compare with the label and confirm that it is the same drive.',
  },
  MEDIUM_UNKNOWN: {
    sv: 'Ingen inventerad disk hör till det här underlaget. Para ihop det med rätt enhet, eller inventera enheten först.',
    en: 'No inventoried drive belongs to this evidence. Match it with the right device, or inventory the device first.',
  },
  MODEL_MISMATCH: {
    sv: 'Modellen i underlaget är en annan än i registret. Kontrollera att det är samma disk.',
    en: 'The model in the evidence is another than in the register. Check that it is the same drive.',
  },
  CAPACITY_MISMATCH: {
    sv: 'Storleken i underlaget stämmer inte med registret. Kontrollera disken och om den har ett dolt område.',
    en: 'The size in the evidence does not match the register. Check the drive, and whether it has a hidden area.',
  },
  CAPACITY_UNKNOWN: {
    sv: 'Det går inte att se om hela disken raderades, storleken saknas. Läs av den och anteckna.',
    en: 'Whether the whole drive was erased cannot be seen, its size is missing. Read it and note it.',
  },
  HIDDEN_AREA_UNKNOWN: {
    sv: 'Verktyget kunde inte se om disken har ett dolt område. Anslut den med SATA och läs dess största storlek, eller bedöm och anteckna.',
    en: 'The tool could not see whether the drive has a hidden area. Connect it by SATA and read its native size, or judge and note it.',
  },
  CACHED_VERIFY: {
    sv: 'Verifieringen kan ha läst datorns minne i stället för disken. Läs tillbaka disken med ett annat verktyg, eller radera med nwipe 0.42 eller senare.',
    en: 'The verification may have read the computer’s memory instead of the drive. Read the drive back with another tool, or erase with nwipe 0.42 or later.',
  },
  VIRTUAL_DEVICE: {
    sv: 'Det som raderades är en virtuell disk. Visa vilken fysisk disk som ligger under, eller radera den direkt.',
    en: 'What was erased is a virtual drive. Show which physical drive lies below, or erase that one directly.',
  },
  NOT_RECEIVED: {
    sv: 'Enheten är inte registrerad som mottagen. Ta emot den först, eller utred varför den finns här.',
    en: 'The device is not registered as received. Receive it first, or find out why it is here.',
  },
  CLOCK_UNKNOWN: {
    sv: 'Underlaget säger inte när raderingen gjordes. Anteckna tiden och hur du vet den.',
    en: 'The evidence does not say when the erasure was done. Note the time and how you know it.',
  },
  CLOCK_ZONE_UNKNOWN: {
    sv: 'Stationens tidszon är inte angiven. Ange den på stationen och läs in underlaget igen.',
    en: 'The time zone of the station is not set. Set it on the station and read the evidence again.',
  },
  CLOCK_BACKWARDS: {
    sv: 'Sluttiden ligger före starttiden. Ställ stationens klocka och anteckna den rätta tiden.',
    en: 'The end lies before the start. Set the clock of the station and note the right time.',
  },
  CLOCK_IMPLAUSIBLE: {
    sv: 'Tiderna är inte rimliga, klockan kan ha ändrats under körningen. Kontrollera stationens klocka och anteckna den rätta tiden.',
    en: 'The times are not plausible, the clock may have changed during the run. Check the clock of the station and note the right time.',
  },
  CLOCK_FUTURE: {
    sv: 'Raderingen slutar efter det att underlaget kom in. Ställ stationens klocka och anteckna den rätta tiden.',
    en: 'The erasure ends after the evidence arrived. Set the clock of the station and note the right time.',
  },
  CLOCK_BEFORE_RECEIPT: {
    sv: 'Raderingen gjordes innan enheten togs emot. Kontrollera mottagningen, och att det är rätt enhet.',
    en: 'The erasure was done before the device was received. Check the receipt, and that it is the right device.',
  },
  CLOCK_AFTER_OUTCOME: {
    sv: 'Raderingen gjordes efter det att enheten lämnade huset. Kontrollera utfallet, och att det är rätt enhet.',
    en: 'The erasure was done after the device left. Check the outcome, and that it is the right device.',
  },
  FOUR_EYES: {
    sv: 'Enheten är uttagen till stickprov. Någon annan än den som raderade måste kontrollera den.',
    en: 'The device has been drawn for the sample. Somebody other than the one who erased it must check it.',
  },
  LOCKED: {
    sv: 'Enheten har lås kvar, till exempel aktiveringslås eller BIOS-lösenord. Be ägaren att släppa det, så går det att gå vidare.',
    en: 'The device still has locks, for example activation lock or a BIOS password. Ask the owner to release it, then you can go on.',
  },
}
