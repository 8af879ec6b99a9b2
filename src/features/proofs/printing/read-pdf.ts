// Reads back what we print, for the tests: objects, structure types and the text layer by way of
// each font's ToUnicode map, as a screen reader would.
import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  readonly source: string
  readonly pageCount: number
  /** The text of each page, one line per drawn line. */
  readonly pages: readonly string[]
  /** Structure types in the order of their objects. */
  readonly structure: readonly string[]
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const source = Buffer.from(bytes).toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id, body] of source.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id!, body!)
  const fonts = new Map<string, string[]>()
  for (const body of objects.values()) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(body)
    if (map)
      fonts.set(/\/BaseFont \/(\S+)/.exec(body)![1]!, toUnicode(stream(objects.get(map[1]!)!)))
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body))
  return {
    source,
    pageCount: pages.length,
    pages: pages.map((page) => pageText(page, objects, fonts)),
    structure: [...objects.values()].flatMap((body) => /^<<\n\/S \/(\w+)/.exec(body)?.[1] ?? []),
  }
}

function stream(body: string): string {
  const data = /stream\n([\s\S]*)\nendstream/.exec(body)![1]!
  const bytes = Buffer.from(data, 'latin1')
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

function toUnicode(cmap: string): string[] {
  const ranges = [...cmap.matchAll(/<\w+> <\w+> \[([^\]]*)\]/g)]
  return ranges.flatMap(([, list]) =>
    [...list!.matchAll(/<([^>]*)>/g)].map(([, units]) =>
      units!
        .split(' ')
        .map((unit) => String.fromCharCode(parseInt(unit, 16)))
        .join(''),
    ),
  )
}

function pageText(
  page: string,
  objects: ReadonlyMap<string, string>,
  fonts: ReadonlyMap<string, string[]>,
): string {
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)![1]!)!
  const named = new Map<string, string[]>()
  for (const [, name, id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g))
    named.set(name!, fonts.get(/\/BaseFont \/(\S+)/.exec(objects.get(id!)!)![1]!)!)
  const content = stream(objects.get(/\/Contents (\d+) 0 R/.exec(page)![1]!)!)
  return [...content.matchAll(/BT\n([\s\S]*?)ET/g)]
    .map(([, text]) => {
      const map = named.get(/\/(F\d+) /.exec(text!)![1]!)!
      const hex = [...text!.matchAll(/<([0-9a-f]+)>/g)].map(([, run]) => run!).join('')
      return (hex.match(/.{4}/g) ?? []).map((code) => map[parseInt(code, 16)]!).join('')
    })
    .join('\n')
}
