// The parts of the house style that a machine can check: who may import whom, names, size, and
// which feature writes which schema.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const src = join(root, 'src')

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)))
const product = files.filter((file) => !/\.test\.tsx?$/.test(file))

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const imports: Import[] = product.flatMap((from) =>
  [
    ...textOf(from).matchAll(
      /(?:import|export)\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g,
    ),
  ].map(([, type, path, lazy]) => ({
    from,
    to: relative(src, join(src, dirname(from), (path ?? lazy)!.replace(/\?.*$/, ''))),
    typeOnly: type !== undefined,
  })),
)

function textOf(file: string): string {
  return readFileSync(join(src, file), 'utf8')
}

const floors: Readonly<Record<string, number>> = {
  ...{ organisations: 0, catalogue: 1, devices: 2, custody: 3 },
  ...{ contracts: 10, renewal: 10, ordering: 10, rental: 10, returns: 10 },
  ...{ erasure: 10, grading: 10, disposition: 10, resale: 10, recycling: 10 },
  ...{ billing: 20, proofs: 20, climate: 20, goals: 21 },
}
const tops = ['server', 'web', 'cli', 'station']

const roles = [
  'rules',
  'texts',
  'api',
  'store',
  'actions',
  'jobs',
  'pages',
  'reading',
  'printing',
] as const
type Role = (typeof roles)[number]

interface Place {
  readonly top: string
  readonly feature: string | null
  readonly role: Role | null
}

function placeOf(file: string): Place {
  const [top, feature, rest] = file.split('/') as [string, string | undefined, string | undefined]
  if (top !== 'features' || !feature || !rest) return { top, feature: null, role: null }
  const name = rest.replace(/\.tsx?$/, '')
  const role = roles.find((one) => name === one || (one === 'store' && name.startsWith('store-')))
  return { top, feature, role: role ?? null }
}

/** Exceptions to the floors, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  'devices>custody':
    'registering a device is its first custody: one transaction, one journal entry',
  'catalogue>devices':
    'a model is of a kind, and is told apart by the same maker keys as devices are',
  'ordering>climate':
    'a choice is weighed by what making a new one emits: factors are read, nothing is counted',
  'ordering>resale':
    'a need is shown what partners have reused before anything new (law 8), and is met by it: kept with the order and bought with its approval, in their transaction',
  'resale>disposition': 'a sale in the shop is an outcome: decided and recorded in one transaction',
  'resale>climate':
    'a choice is weighed against making a new one: factors are read, nothing is counted',
  'resale>grading': 'a listing shows the calculation of its grade, in the words of the grading',
  'erasure>proofs': 'a certificate is issued by the same rules that print it',
}

/** What each role may import of our own; `own` are roles of the same feature. */
const may: Record<
  Role,
  { own: readonly Role[]; others: readonly Role[]; tops: readonly string[] }
> = {
  rules: { own: ['rules'], others: ['rules'], tops: ['core'] },
  texts: { own: ['texts', 'rules'], others: ['texts', 'rules'], tops: ['core'] },
  api: { own: ['api', 'rules'], others: ['api', 'rules'], tops: ['core'] },
  store: {
    own: ['store', 'rules', 'actions'],
    others: ['rules', 'store'],
    tops: ['core', 'database'],
  },
  actions: {
    own: ['actions', 'rules', 'api', 'store', 'texts', 'reading', 'printing'],
    others: ['actions', 'rules', 'store', 'texts', 'api'],
    tops: ['core', 'database', 'journal', 'keys'],
  },
  jobs: {
    own: ['jobs', 'actions', 'rules', 'store', 'api', 'reading', 'texts'],
    others: ['rules', 'actions', 'store'],
    tops: ['core', 'database', 'journal'],
  },
  pages: {
    own: ['pages', 'rules', 'texts', 'api'],
    others: ['rules', 'texts', 'api', 'pages'],
    tops: ['core', 'web'],
  },
  reading: { own: ['reading', 'rules'], others: ['rules', 'reading'], tops: ['core'] },
  printing: { own: ['printing', 'rules', 'texts'], others: ['rules', 'texts'], tops: ['core'] },
}

function fault({ from, to, typeOnly }: Import): string | null {
  const a = placeOf(from)
  const b = placeOf(to)
  const line = `${from} imports ${to}`
  // What doubts us may not lean on us: the checker shares nothing with what it checks.
  if (a.top === 'checker') return b.top === 'checker' ? null : `${line}: the checker stands alone`
  if (b.top === 'checker')
    return a.top === 'cli' || (a.feature === 'proofs' && a.role === 'pages')
      ? null
      : `${line}: only commands and the pages of proofs ask the checker`
  if (a.top === 'core') return b.top === 'core' ? null : `${line}: core imports nothing of ours`
  if (a.top === 'keys') return ['core', 'keys'].includes(b.top) ? null : line
  if (a.top === 'database') return ['core', 'database', 'keys'].includes(b.top) ? null : line
  if (a.top === 'journal')
    return ['core', 'database', 'keys', 'journal'].includes(b.top) ? null : line
  // The bench works without a server: what it decides by, it shares; what it stores, it sends.
  if (a.top === 'station') {
    const shared = ['rules', 'reading', 'texts'].includes(b.role ?? '')
    const shapes = typeOnly && b.role === 'api'
    const talk = to === 'cli/talk.ts' || to === 'cli/version.ts'
    return ['core', 'station'].includes(b.top) || shared || shapes || talk ? null : line
  }
  if (tops.includes(a.top))
    return a.top === 'web' && ['server', 'database', 'journal'].includes(b.top) ? line : null
  if (!a.feature || !a.role) return `${from} has no role`
  const allowed = may[a.role]
  if (b.top !== 'features') {
    if (b.top === 'web')
      return a.role === 'pages' && to.startsWith('web/kit/') ? null : `${line}: pages use web/kit`
    return allowed.tops.includes(b.top) ? null : line
  }
  if (!b.role) return `${to} has no role`
  if (a.feature === b.feature) return allowed.own.includes(b.role) ? null : line
  if (!allowed.others.includes(b.role)) return line
  // Words and shapes of a neighbour may be shown; what it does may not be reached into.
  if (a.role === 'pages' || `${a.feature}>${b.feature}` in exceptions) return null
  const down = floors[b.feature!]! < floors[a.feature]!
  return down ? null : `${line}: floors go downwards`
}

/** Said alike in both: a list has flags without charts, and a chart without lists. */
const sharedClasses = new Set(['flag'])

/** The classes that a sheet gives a look wherever they stand: selectors of that one class alone. */
function classesAlone(css: string): string[] {
  const rules = css.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]+)\{/g)
  return [...rules].flatMap(([, selectors]) =>
    selectors!
      .replaceAll(/\([^()]*\)/g, '')
      .split(',')
      .flatMap((selector) => /^\.([\w-]+)$/.exec(selector.trim())?.[1] ?? []),
  )
}

describe('the house', () => {
  it('sees the modules it judges', () => {
    expect(product.length).toBeGreaterThan(150)
    expect(imports.length).toBeGreaterThan(500)
  })

  it('knows every feature and every role file', () => {
    const unknown = product.filter((file) => {
      const { feature, role } = placeOf(file)
      return feature !== null && (floors[feature] === undefined || role === null)
    })
    expect(unknown).toEqual([])
  })

  it('lets each role import only what its job needs, and floors only downwards', () => {
    expect(imports.map(fault).filter((line) => line !== null)).toEqual([])
  })

  it('imports files directly, without barrels', () => {
    expect(product.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([])
  })

  it('keeps files under four hundred lines, since a fat room holds two subjects', () => {
    const long = product
      // Declarations and texts are tables to look things up in, not code to follow.
      .filter((file) => !/factors\/|presets|\/texts|\/api(\.ts|\/)/.test(file))
      .map((file) => [file, textOf(file).split('\n').length] as const)
      .filter(([, lines]) => lines > 400)
    expect(long).toEqual([])
  })

  it('leaves out words that say nothing', () => {
    const empty = product.filter((file) =>
      /(^|[-/.])(manager|helper|helpers|util|utils|handler|handlers)([-.]|$)/i.test(file),
    )
    expect(empty).toEqual([])
  })

  it('names files in kebab-case and components in PascalCase', () => {
    const odd = product.filter((file) => {
      const name = file.split('/').at(-1)!
      return file.endsWith('.tsx')
        ? !/^([A-Z][A-Za-z0-9]*|[a-z][a-z0-9-]*)\.tsx$/.test(name)
        : !/^[a-z0-9][a-z0-9-]*\.ts$/.test(name)
    })
    expect(odd).toEqual([])
  })

  it('gives a class of style to one file alone, since every page that was opened stays loaded', () => {
    const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.css'),
    )
    expect(sheets.length).toBeGreaterThan(30)
    const homes = new Map<string, Set<string>>()
    for (const sheet of sheets)
      for (const name of classesAlone(textOf(sheet)))
        homes.set(name, (homes.get(name) ?? new Set()).add(sheet))
    const shared = [...homes].filter(([name, at]) => at.size > 1 && !sharedClasses.has(name))
    expect(shared.map(([name, at]) => `${name}: ${[...at].join(', ')}`)).toEqual([])
  })

  it('lets each feature alone write to its schema', () => {
    // A step writes the device and its custody in one statement each; the import copies into all
    // that a registration writes.
    const shared: Readonly<Record<string, readonly string[]>> = {
      custody: ['custody', 'devices'],
      devices: ['devices', 'custody', 'journal', 'catalogue', 'organisations'],
    }
    const faults = product.flatMap((file) => {
      const { feature } = placeOf(file)
      if (!feature) return []
      const written = [
        ...textOf(file).matchAll(/\b(?:INSERT INTO|UPDATE|DELETE FROM|COPY)\s+([a-z]+)\.[a-z_]+/g),
      ].map(([, schema]) => schema!)
      return written
        .filter((schema) => schema !== feature && !(shared[feature] ?? []).includes(schema))
        .map((schema) => `${file} writes ${schema}`)
    })
    expect(faults).toEqual([])
  })

  it('lets nobody write the journal but the journal', () => {
    const writers = product.filter((file) =>
      /(?:INSERT INTO|COPY) journal\.entry/.test(textOf(file)),
    )
    // The first entries of an import have no entry before them, and go in by COPY.
    expect(writers).toEqual(['journal/append-new.ts', 'journal/append.ts'])
  })
})
