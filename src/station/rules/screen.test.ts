import { describe, expect, it } from 'vitest'
import { progressOf, withCount, type Count } from './progress.ts'
import { drawScreen, sizeText, timeText, type Drawing, type Row } from './screen.ts'
import { decideTag, levelFor, type WorkItem } from './tags.ts'

const row = (more: Partial<Row>): Row => ({
  ...{
    path: '/dev/sdb',
    model: 'WDC WD5000LPLX',
    serial: 'WD-WX71A1234567',
    bytes: 500_107_862_016,
  },
  ...{ tag: 'EX-104512', method: 'overwrite-zeros', phase: 'wiping', outcome: null, note: null },
  progress: { part: 0.453, bytesPerSecond: 112_000_000, secondsLeft: 5025 },
  ...more,
})
const rows = [
  row({}),
  row({ path: '/dev/sdc', phase: 'done', outcome: 'proven', note: 'raderad och läst tillbaka' }),
  row({ path: '/dev/nvme0n1', phase: 'done', outcome: 'leftovers', note: 'DATA FINNS KVAR' }),
  row({ path: '/dev/sdd', phase: 'tag', tag: null, method: null }),
  row({ path: '/dev/sde', phase: 'done', note: 'rördes inte' }),
]
const plain: Drawing = {
  ...{ width: 80, height: 23, page: 0, show: null, language: 'sv', name: 'Bänk 1' },
  ...{ clock: '2026-11-28 12.04', waiting: 2, prompt: null, typed: '', stopping: false },
  style: (_: string, text: string) => text,
}
const draw = (width: number, language: 'sv' | 'en' = 'sv') =>
  drawScreen(rows, { ...plain, width, language }).lines

describe('the screen of the bench', () => {
  it.each([80, 100, 132, 200])('fits %i columns, in both languages', (width) => {
    for (const language of ['sv', 'en'] as const)
      for (const line of draw(width, language)) expect([...line].length).toBeLessThanOrEqual(width)
  })

  it('shows each drive with how far, how fast, how long and what came of it', () => {
    const text = draw(160).join('\n')
    expect(text).toContain('Bänk 1')
    expect(text).toMatch(
      /\/dev\/sdb .*WDC WD5000.* EX-104512 .*raderar .*45 % .*1 tim 23 min kvar.*112 MB\/s/,
    )
    expect(text).toMatch(/\/dev\/sdc .*✓ raderad/)
    expect(text).toMatch(/nvme0n1 .*✗ data kvar/)
    expect(text).toMatch(/\/dev\/sdd .*väntar på etikett/)
    expect(text).toContain('3 av 5 klara, 2 att skicka')
    expect(draw(160, 'en').join('\n')).toContain('1 h 23 min left')
  })

  it('keeps the end of a serial number, which tells drives apart', () => {
    expect(draw(80).join('\n')).toContain('34567')
  })

  it('shows the scan as it is typed', () => {
    const { lines } = drawScreen(rows, { ...plain, prompt: 'Skanna: ', typed: 'EX-10' })
    expect(lines.at(-1)).toBe('Skanna: EX-10')
  })

  it('writes sizes and times as people do', () => {
    expect(
      [67_108_864, 256_060_514_304, 1_000_204_886_016, 512].map((n) => sizeText(n, 'sv')),
    ).toEqual([...['67 MB', '256 GB', '1,0 TB', '512 B']])
    expect([42, 125, 5025].map((n) => timeText(n, 'en'))).toEqual(['42 s', '2 min', '1 h 23 min'])
  })
})

/** A bench of many drives: some wait, some are wiped, some are done, one of them badly. */
const bench = (drives: number): Row[] =>
  Array.from({ length: drives }, (_, n) => {
    const at = { path: `/dev/sd${String.fromCharCode(97 + n)}`, serial: `WD-WX71A12345${n + 10}` }
    if (n === drives - 2)
      return row({ ...at, phase: 'done', outcome: 'leftovers', note: 'DATA FINNS KVAR' })
    if (n % 3 === 0) return row({ ...at, phase: 'done', outcome: 'proven', note: 'raderad' })
    return row(n % 3 === 1 ? at : { ...at, phase: 'tag', tag: null, method: null })
  })
const prompt =
  'Skanna etiketten på enheten med /dev/sdx WDC WD5000LPLX WD-WX71A1234567 500 GB (tom rad hoppar över): '

describe('the screen of a bench of many drives', () => {
  const sizes = [
    ...[[80, 24] as const, [80, 25] as const, [100, 30] as const],
    ...[[132, 43] as const, [200, 60] as const, [40, 12] as const],
  ]
  const kinds = [12, 13, 24].flatMap((drives) =>
    sizes.flatMap(([width, rows]) =>
      [null, prompt].map((asked) => ({ drives, width, height: rows - 1, prompt: asked })),
    ),
  )

  it.each(kinds)('fits $drives drives on $width × $height: $prompt', ({ drives, ...of }) => {
    for (const language of ['sv', 'en'] as const) {
      const all = bench(drives)
      const seen = new Set<string>()
      for (let page = 0; ; page++) {
        const drawn = drawScreen(all, { ...plain, ...of, language, page, typed: 'EX-104512' })
        expect(drawn.lines.length).toBeLessThanOrEqual(of.height)
        for (const line of drawn.lines) expect([...line].length, line).toBeLessThanOrEqual(of.width)
        expect(drawn.lines.slice(-2).join('\n')).toContain(of.prompt ? 'EX-104512' : 'Ctrl C')
        // What somebody must look at is told on every page, wherever the drive stands.
        expect(drawn.lines[1]).toMatch(/✗ 1 (att se till|to look at)|…$/)
        if (of.height > 20)
          expect(drawn.lines.some((line) => line.includes('DATA FINNS KVAR'))).toBe(true)
        for (const { path } of all)
          if (drawn.lines.some((line) => line.startsWith(`${path} `))) seen.add(path)
        if (drawn.page < page) break
      }
      expect(seen.size).toBe(drives)
    }
  })

  it('says which drives are shown, and turns to the one that is asked for', () => {
    const all = bench(24)
    const first = drawScreen(all, plain)
    expect(first.page).toBe(0)
    const said = /Disk 1–(\d+) av 24\. PgUp PgDn bläddrar\./.exec(first.lines[2]!)
    expect(Number(said?.[1])).toBeGreaterThanOrEqual(10)
    const asked = drawScreen(all, { ...plain, show: '/dev/sdx', prompt })
    expect(asked.page).toBeGreaterThan(0)
    expect(asked.lines.some((line) => line.startsWith('/dev/sdx '))).toBe(true)
    expect(drawScreen(all, { ...plain, page: 99, prompt }).page).toBe(asked.page)
    expect(drawScreen(bench(12), { ...plain, height: 42 }).lines[2]).toBe('')
  })

  it('says how many notes there is no room for, those first that somebody must look at', () => {
    const { lines } = drawScreen(bench(24), plain)
    const at = lines.findIndex((line) => line.includes('DATA FINNS KVAR'))
    expect(lines[at - 1]).toBe('')
    expect(lines.some((line) => /^… och \d+ till *$/.test(line))).toBe(true)
  })
})

describe('how far and how long', () => {
  it('follows the last half minute', () => {
    let counts: Count[] = []
    for (let at = 0; at <= 60_000; at += 1000)
      counts = withCount(counts, { at, bytes: at < 30_000 ? at * 10 : 300_000 + (at - 30_000) * 2 })
    expect(progressOf(counts, 460_000)).toEqual({
      ...{ part: 360_000 / 460_000, bytesPerSecond: 2000, secondsLeft: 50 },
    })
  })
  it('claims nothing before it knows, and nothing of a drive that stands still', () => {
    expect(progressOf([], 10)).toEqual({ part: null, bytesPerSecond: null, secondsLeft: null })
    const still = [0, 5000].map((at) => ({ at, bytes: 5 }))
    expect(progressOf(still, 10)).toEqual({ part: 0.5, bytesPerSecond: null, secondsLeft: null })
  })
})

const item = (assetTag: string, media: string[], more: Partial<WorkItem> = {}): WorkItem => ({
  ...{ deviceId: assetTag, assetTag, serialNumber: `PF${assetTag}`, maker: 'M', model: 'M', media },
  requiredLevel: { magnetic: 'clear', flash: 'purge', hybrid: 'clear', unknown: 'clear' },
  ...more,
})
const work = [item('EX-1', ['DISK-1']), item('EX-2', [])]

describe('a scan', () => {
  it.each([
    ['ex-1', 'DISK-1', 'EX-1'],
    ['PFEX-2', 'DISK-9', 'EX-2'],
    [' EX-2 ', null, 'EX-2'],
    ['EX-77', 'DISK-9', null],
    ['', 'DISK-9', 'tag-missing'],
    ['DISK-9', 'DISK-9', 'tag-of-a-drive'],
    ['DISK-1', 'DISK-9', 'tag-of-a-drive'],
    ['EX-2', 'DISK-1', 'drive-of-another'],
    ['EX-77', 'DISK-1', 'drive-of-another'],
  ])('of “%s” with the drive %s gives %s', (scanned, serial, expected) => {
    const found = decideTag(scanned, serial, work)
    expect(found.ok ? (found.value.item?.assetTag ?? null) : found.code).toBe(expected)
  })

  it('takes the higher of the owner’s level and the bench’s', () => {
    const [first] = work
    expect(levelFor(first!, 'flash', 'clear')).toBe('purge')
    expect(levelFor(first!, 'magnetic', 'purge')).toBe('purge')
    expect(levelFor(null, 'flash', 'clear')).toBe('clear')
  })
})
