// The API as a page for people: every endpoint with its permission, input and refusals.

interface Operation {
  readonly summary: string
  readonly tags: readonly string[]
  readonly 'x-permission': string
  readonly 'x-refusals': readonly string[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
  }[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: unknown }>>
  }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>
  >
}

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!,
  )

export function apiPage(document: Record<string, unknown>): string {
  const paths = document['paths'] as Record<string, Record<string, Operation>>
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const tags = [...new Set(operations.map(({ operation }) => operation.tags[0]!))]
  const info = document['info'] as { description: string }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>API – Omlopp</title>
<style>${style}</style></head><body><main>
<h1>API</h1><p>${escape(info.description)}</p>
<p><a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
<nav aria-label="Features"><ul>${tags.map((tag) => `<li><a href="#${tag}">${tag}</a></li>`).join('')}</ul></nav>
${tags
  .map(
    (tag) =>
      `<section aria-labelledby="${tag}"><h2 id="${tag}">${tag}</h2>${operations
        .filter(({ operation }) => operation.tags[0] === tag)
        .map(({ path, method, operation }) => row(path, method, operation))
        .join('')}</section>`,
  )
  .join('')}
</main></body></html>`
}

function row(path: string, method: string, operation: Operation): string {
  const fields = operation.parameters.map(({ name, in: where }) => `${name} (${where})`)
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  return `<details><summary><b>${method.toUpperCase()}</b> <code>${escape(path)}</code> ${escape(operation.summary)}</summary>
<dl><dt>Permission</dt><dd>${escape(operation['x-permission'])}</dd>
${fields.length > 0 ? `<dt>Parameters</dt><dd>${escape(fields.join(', '))}</dd>` : ''}
${operation['x-refusals'].length > 0 ? `<dt>Refusals</dt><dd>${escape(operation['x-refusals'].join(', '))}</dd>` : ''}</dl>
${body ? `<pre tabindex="0">${escape(JSON.stringify(body, null, 1))}</pre>` : ''}</details>`
}

const style = `:root{color-scheme:light dark;--ink:light-dark(#17201D,#ECEFEC);--ink-2:light-dark(#47524E,#B7C0BB);--paper:light-dark(#FBFBF9,#111614);--line:light-dark(#DFDFD8,#2B3330);--accent:light-dark(#0B5A4A,#66C9AC)}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/20px system-ui,sans-serif}main{max-width:860px;margin:0 auto;padding:40px 16px 72px}
h1{font-size:28px;line-height:34px;margin:0 0 8px}h2{font-size:18px;margin:40px 0 0;padding-top:12px;border-top:1px solid var(--ink)}a{color:inherit}
nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;padding:0}summary{padding:10px 0;border-bottom:1px solid var(--line);cursor:pointer;overflow-wrap:anywhere}summary b{display:inline-block;min-width:56px;color:var(--accent)}
dl{display:grid;grid-template-columns:120px 1fr;gap:4px 16px}dt{color:var(--ink-2)}dd{margin:0;overflow-wrap:anywhere}pre{overflow:auto;font-size:12px;line-height:16px}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}`
