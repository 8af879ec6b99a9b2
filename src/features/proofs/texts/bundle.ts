// VERIFY.txt: what lies in every bundle, for somebody who has nothing but the file.

const rule = '-'.repeat(72)

const swedish = (vkeys: readonly string[]) => `BEVIS UR OMLOPP

Den här filen är ett bevis på vad som har hänt med en enhet, till exempel
att dess lagringsmedia har raderats. Du behöver inte lita på den som gav dig
den: allt nedan kan du räkna ut själv, utan nät och utan konto.

Vad filen innehåller
  bundle.json    en lista på allt som ligger här
  entries/       journalens poster (.json) och för varje post ett bevis för
                 att den står i den signerade loggen (.tlog-proof)
  certificates/  intygen, som de är registrerade
  evidence/      verktygens egna loggar, när de får lämnas ut
  keys/          loggens nycklar

Så kontrollerar du
  1. I webbläsaren: öppna sidan /verify i någon Omlopp, och släpp filen där.
     Allt räknas i din webbläsare. Filen skickas ingenstans.
  2. Med kommandot: omlopp verify FIL --key NYCKEL
  3. Med Python, utan något annat installerat: python3 verify.py FIL NYCKEL
     Programmet ligger i Omlopps dokumentation, docs/verify, och är kort nog
     att läsa.

Nyckeln
  En nyckel som kom med filen visar bara att delarna hör ihop. Hämta nyckeln
  från ett annat håll, till exempel från kommunens registrator eller ur ett
  tidigare protokoll, och jämför. I den här filen anges:
${vkeys.map((vkey) => `  ${vkey}`).join('\n')}

Vad som inte kan kontrolleras med filen
  Vad som har hänt efter att den gjordes. Om verktyget som raderade talade
  sanning. Vilka personerna är: de är nummer här, aldrig namn.
`

const english = (vkeys: readonly string[]) => `PROOF FROM OMLOPP

This file is proof of what has happened to a device, such as that its
storage media have been erased. You need not trust whoever gave it to you:
everything below can be computed by yourself, with no network and no account.

What it holds
  bundle.json    a list of all that lies here
  entries/       entries of the journal (.json) and, for each, proof that it
                 stands in the signed log (.tlog-proof)
  certificates/  the certificates, as they were recorded
  evidence/      the tools' own logs, where they may be given out
  keys/          the keys of the log

How to check it
  1. In a browser: open the page /verify of any Omlopp and drop the file
     there. All is computed in your browser. The file is sent nowhere.
  2. With the command: omlopp verify FILE --key KEY
  3. With Python and nothing else installed: python3 verify.py FILE KEY
     The program is in the documentation of Omlopp, docs/verify, and is short
     enough to read.

The key
  A key that came with the file shows only that the parts belong together.
  Get the key from somewhere else, such as the registrar of the municipality
  or the minutes of a meeting, and compare. This file names:
${vkeys.map((vkey) => `  ${vkey}`).join('\n')}

What the file cannot show
  What has happened since it was made. Whether the tool that erased told the
  truth. Who the people are: here they are numbers, never names.
`

export const verifyText = ({ vkeys }: { readonly vkeys: readonly string[] }): string =>
  `${swedish(vkeys)}\n${rule}\n\n${english(vkeys)}`
