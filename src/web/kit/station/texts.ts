// Words at a station, Swedish and English side by side.

export const stationTexts = {
  leave: { sv: 'Avbryt', en: 'Leave' },
  offline: {
    sv: (clock: string) => `Utan nät sedan ${clock}`,
    en: (clock: string) => `No network since ${clock}`,
  },
  kept: {
    sv: (count: number) =>
      count === 1
        ? '1 skanning ligger kvar här och skickas sedan'
        : `${count} skanningar ligger kvar här och skickas sedan`,
    en: (count: number) =>
      count === 1
        ? '1 scan is kept here and sent later'
        : `${count} scans are kept here and sent later`,
  },
  sending: {
    sv: (count: number) => (count === 1 ? '1 skanning skickas' : `${count} skanningar skickas`),
    en: (count: number) => (count === 1 ? 'Sending 1 scan' : `Sending ${count} scans`),
  },
  counting: { sv: 'Räkning', en: 'Count' },
  scan: { sv: 'Skanna eller skriv nummer', en: 'Scan or type a number' },
  scanLabel: { sv: 'Skanna eller skriv serienummer', en: 'Scan or type a serial number' },
  mute: { sv: 'Stäng av ljudet', en: 'Turn sound off' },
  unmute: { sv: 'Sätt på ljudet', en: 'Turn sound on' },
  ready: { sv: 'Redo', en: 'Ready' },
  readyMore: {
    sv: 'Skanna den första, så syns svaret här.',
    en: 'Scan the first one, and the answer shows here.',
  },
  right: { sv: 'Stämmer', en: 'Right' },
  wrong: { sv: 'Stämmer inte', en: 'Not right' },
  unknown: { sv: 'Okänd', en: 'Unknown' },
  recent: { sv: 'Senaste', en: 'Latest' },
  noScans: { sv: 'Inget skannat än.', en: 'Nothing scanned yet.' },
  of: {
    sv: (count: string) => `av ${count}`,
    en: (count: string) => `of ${count}`,
  },
  rightMany: { sv: 'stämmer', en: 'match' },
  left: { sv: 'Kvar att skanna', en: 'Left to scan' },
  missing: { sv: 'Saknas', en: 'Missing' },
  extra: { sv: 'Utöver listan', en: 'Not on the list' },
  cell: {
    right: { sv: 'stämmer', en: 'matches' },
    missing: { sv: 'saknas', en: 'missing' },
    left: { sv: 'kvar', en: 'left' },
    extra: { sv: 'utöver listan', en: 'not on the list' },
  },
  cells: {
    sv: (listed: number, right: number, left: number, missing: number, extra: number) =>
      `${listed} enheter på listan och ${extra} utöver: ${right} stämmer, ${left} kvar, ${missing} saknas`,
    en: (listed: number, right: number, left: number, missing: number, extra: number) =>
      `${listed} devices on the list and ${extra} beside it: ${right} match, ${left} left, ${missing} missing`,
  },
  group: {
    sv: (from: number, to: number) => `${from} till ${to}`,
    en: (from: number, to: number) => `${from} to ${to}`,
  },
  camera: { sv: 'Använd kameran', en: 'Use the camera' },
  cameraClose: { sv: 'Stäng kameran', en: 'Close the camera' },
  cameraStarting: { sv: 'Startar kameran', en: 'Starting the camera' },
  cameraAim: {
    sv: 'Håll streckkoden eller QR-koden inom ramen.',
    en: 'Hold the barcode or QR code inside the frame.',
  },
  cameraNone: {
    sv: 'Här finns ingen kamera. Använd en handskanner eller skriv numret.',
    en: 'There is no camera here. Use a hand scanner or type the number.',
  },
  cameraDenied: {
    sv: 'Kameran är inte tillåten för den här sidan. Tillåt den i webbläsarens inställningar och försök igen.',
    en: 'The camera is not allowed for this page. Allow it in the browser’s settings and try again.',
  },
  cameraBusy: {
    sv: 'Ett annat program använder kameran. Stäng det och försök igen.',
    en: 'Another program is using the camera. Close it and try again.',
  },
  cameraInsecure: {
    sv: 'Kameran går bara att använda över https.',
    en: 'The camera can only be used over https.',
  },
  cameraBroken: {
    sv: 'Streckkodsläsaren kunde inte laddas. Skriv numret så länge.',
    en: 'The barcode reader could not be loaded. Type the number meanwhile.',
  },
  cameraAgain: { sv: 'Försök igen', en: 'Try again' },
} as const
