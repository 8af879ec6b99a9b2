// An empty migration, rightly named: npm run db:new -- rental kit-lines
import { writeFile } from 'node:fs/promises'

const [feature, what] = process.argv.slice(2)
if (!/^[a-z]+$/.test(feature ?? '') || !/^[a-z][a-z-]*$/.test(what ?? '')) {
  console.error('Say the feature and what: npm run db:new -- rental kit-lines')
  process.exit(1)
}
const stamp = new Date().toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-')
const path = `src/database/migrations/${stamp}_${feature}_${what.replaceAll('-', '_')}.sql`
await writeFile(path, '', { flag: 'wx' })
console.log(path)
