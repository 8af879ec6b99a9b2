// Runs a TypeScript script of the repository: `node scripts/run.mjs scripts/gen.ts …`.
import { cp } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const [script, ...args] = process.argv.slice(2)
const folder = `${root}dist/scripts`
await build({
  entryPoints: { [basename(script, '.ts')]: `${root}${script}` },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
await cp(`${root}src/database/migrations`, `${folder}/migrations`, { recursive: true })
process.argv = [process.argv[0], script, ...args]
await import(pathToFileURL(`${folder}/${basename(script, '.ts')}.js`).href)
