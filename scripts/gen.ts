// Writes what is derived: schema.sql and openapi.json. With `--check` it only says what is stale.
import { readFile, writeFile } from 'node:fs/promises'
import prettier from 'prettier'
import { connect } from '../src/database/connect.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { prepare } from '../src/database/prepare.ts'
import { printSchema } from '../src/database/print-schema.ts'
import { features } from '../src/server/features.ts'
import { openApi } from '../src/server/openapi.ts'

const check = process.argv.includes('--check')
const embedded = await startEmbedded({ dataFolder: '', memory: true })
const stale: string[] = []
try {
  await prepare(embedded.config)
  const database = connect(embedded.config)
  const schema = await printSchema(database.pool)
  await database.close()
  const document = openApi(features.flat().map(({ name, declaration }) => ({ name, declaration })))
  const options = (await prettier.resolveConfig('openapi.json')) ?? {}
  const json = await prettier.format(JSON.stringify(document), { ...options, parser: 'json' })
  await keep('src/database/schema.sql', schema)
  await keep('openapi.json', json)
} finally {
  await embedded.stop()
}
if (check && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run npm run gen.`)
  process.exitCode = 1
} else console.error(stale.length > 0 ? `Wrote ${stale.join(', ')}.` : 'Everything is fresh.')

async function keep(path: string, text: string) {
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return
  stale.push(path)
  if (!check) await writeFile(path, text)
}
