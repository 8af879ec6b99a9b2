import { readFileSync } from 'node:fs'

/** Version of the product, from its package: two folders up from the source and from the bundle. */
export const productVersion: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
).version
