#!/usr/bin/env node
// The command. In a clone it first bundles what has changed; JSON on stdout stays alone.
import { existsSync } from 'node:fs'

if (existsSync(new URL('../src/cli/main.ts', import.meta.url))) {
  const { buildCommand } = await import('../scripts/build.mjs')
  await buildCommand()
}
const { main } = await import('../dist/cli/main.js')
await main(process.argv.slice(2))
