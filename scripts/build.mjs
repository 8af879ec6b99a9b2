// Bundles the command (esbuild) and the web (Vite) into dist/, each only when its sources are newer.
import { cp, mkdir, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

async function newest(paths) {
  let latest = 0
  for (const path of paths) {
    const info = await stat(path).catch(() => null)
    if (!info) continue
    latest = Math.max(latest, info.mtimeMs)
    if (info.isDirectory())
      latest = Math.max(
        latest,
        await newest((await readdir(path)).map((name) => `${path}/${name}`)),
      )
  }
  return latest
}

const stamp = (part) => `${root}dist/${part}/.built`
async function isFresh(part, paths) {
  const built = await stat(stamp(part)).catch(() => null)
  return built !== null && built.mtimeMs >= (await newest(paths.map((path) => root + path)))
}
/** The stamp holds the moment the build began: a source saved during the build is built again. */
async function markFresh(part, began) {
  await writeFile(stamp(part), '')
  await utimes(stamp(part), began, began)
}

/**
 * Packages that are hundreds of small modules, plain and without files of their own. Bundled with
 * the command they halve what each start of it costs; whatever is not named here stays outside.
 */
const bundled = [
  ...['typebox', 'kysely', 'pkijs', 'asn1js', '@noble/curves', '@noble/hashes'],
  ...['canonicalize', 'fast-xml-parser', 'fflate'],
]
async function outside() {
  const { dependencies } = JSON.parse(await readFile(`${root}package.json`, 'utf8'))
  const names = Object.keys(dependencies).filter((name) => !bundled.includes(name))
  return names.flatMap((name) => [name, `${name}/*`])
}

export async function buildCommand() {
  const sources = ['src', 'package.json', 'scripts/build.mjs']
  if (await isFresh('cli', sources)) return false
  const began = new Date()
  const { build } = await import('esbuild')
  const folder = `${root}dist/cli-${process.pid}`
  await build({
    entryPoints: {
      main: `${root}src/cli/main.ts`,
      // Started by its file name, beside the bundle that holds src/features/ordering/jobs/search.ts.
      'search-worker': `${root}src/features/ordering/jobs/search-worker.ts`,
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: await outside(),
    sourcemap: true,
    logLevel: 'warning',
    define: { 'process.env.OMLOPP_BUNDLED': '"1"' },
  })
  await cp(`${root}src/database/migrations`, `${folder}/migrations`, { recursive: true })
  // Swapped in whole, so that a start at the same instant never sees half a build.
  await mkdir(`${root}dist`, { recursive: true })
  await rm(`${root}dist/cli`, { recursive: true, force: true })
  const { rename } = await import('node:fs/promises')
  await rename(folder, `${root}dist/cli`).catch(async () =>
    rm(folder, { recursive: true, force: true }),
  )
  await markFresh('cli', began)
  return true
}

export async function buildWeb() {
  const sources = [
    'src/web',
    'src/features',
    'src/core',
    'src/checker',
    'docs/verify',
    'vite.config.ts',
    'package.json',
  ]
  if (!existsSync(`${root}src/web/index.html`) || (await isFresh('web', sources))) return false
  const began = new Date()
  const { build } = await import('vite')
  await build({ root: `${root}src/web`, configFile: `${root}vite.config.ts`, logLevel: 'warn' })
  await markFresh('web', began)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildCommand()
  await buildWeb()
}
