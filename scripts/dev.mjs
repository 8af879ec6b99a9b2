// The whole product while writing it: the server starts anew when a source changes, the web by Vite.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
let server
let timer

function start() {
  server = spawn(process.execPath, ['bin/omlopp.mjs', 'serve', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
}
function restart() {
  server.once('exit', start)
  server.kill('SIGTERM')
}

start()
for (const part of ['core', 'database', 'journal', 'server', 'cli', 'features'])
  watch(`${root}src/${part}`, { recursive: true }, (_event, name) => {
    if (!name?.endsWith('.ts') && !name?.endsWith('.sql')) return
    clearTimeout(timer)
    timer = setTimeout(restart, 200)
  })
const web = await createServer({ configFile: `${root}vite.config.ts` })
await web.listen()
web.printUrls()
process.on('SIGINT', () => {
  server.once('exit', () => process.exit(0))
  server.kill('SIGTERM')
})
