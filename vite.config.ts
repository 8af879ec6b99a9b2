// Builds and serves the web: one page, one entry, features as lazy parts.
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The text is there as soon as the page is: the font loads beside the script, not after the CSS. */
const preloadFont = (): Plugin => ({
  name: 'omlopp-preload-font',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const font = Object.keys(bundle ?? {}).find((name) =>
        /latin-wght-normal.*\.woff2$/.test(name),
      )
      if (!font) return []
      const attrs = {
        rel: 'preload',
        as: 'font',
        type: 'font/woff2',
        href: `/${font}`,
        crossorigin: '',
      }
      return [{ tag: 'link', attrs, injectTo: 'head-prepend' }]
    },
  },
})

/** React Aria brings its words in thirty-four languages; the reader needs two. */
const twoLanguages = (): Plugin => ({
  name: 'omlopp-two-languages',
  load: {
    filter: { id: /[\\/]intl[\\/]\w+[\\/](?!sv-SE|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/ },
    handler: () => 'export default {}',
  },
})

export default defineConfig({
  root: here('src/web'),
  // Served as it is in the documentation: the program that checks a proof without us.
  publicDir: here('docs/verify'),
  plugins: [react(), twoLanguages(), preloadFont()],
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    // Browsers that know light-dark(): older ones would get both themes twice over.
    target: ['chrome123', 'firefox121', 'safari17.5'],
  },
  server: {
    // node_modules may be a link out of the tree; the font is served from there.
    fs: { allow: [here('.'), realpathSync(here('node_modules'))] },
    proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 4321}` },
  },
})
