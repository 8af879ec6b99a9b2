// Certificates as one zip, with a list of what is in it and of what is not and why.
import { Zip, ZipPassThrough } from 'fflate'
import type { Language } from '../../../core/text.ts'
import { refusals } from '../texts/refusals.ts'
import { batchTexts as t } from '../texts/papers.ts'

export interface ZippedPaper {
  readonly number: string
  readonly bytes: Uint8Array | null
  readonly refusal: string | null
}

/** Stored and not packed: a PDF is packed already. */
export function zipOf(papers: readonly ZippedPaper[], language: Language, at: Date): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const add = (name: string, bytes: Uint8Array) => {
    const file = new ZipPassThrough(name)
    // A zip counts years from 1980.
    file.mtime = Math.max(at.getTime(), Date.UTC(1980, 0, 2))
    zip.add(file)
    file.push(bytes, true)
  }
  add(`${t.contents[language]}.csv`, Buffer.from(contentsOf(papers, language), 'utf8'))
  for (const { number, bytes } of papers) if (bytes) add(`${number}.pdf`, bytes)
  zip.end()
  return Buffer.concat(chunks)
}

function contentsOf(papers: readonly ZippedPaper[], language: Language): string {
  const lines = papers.map(({ number, bytes, refusal }) => {
    const why = refusal ? (refusals as Words)[refusal]?.[language] : null
    const said = bytes ? '' : (why ?? t.notMade[language])
    return [number, bytes ? `${number}.pdf` : '', said].map(quoted).join(';')
  })
  const head = [t.number[language], t.file[language], t.remark[language]].map(quoted).join(';')
  // With a byte order mark, since spreadsheets take a list without one for something else.
  return `\ufeff${[head, ...lines].join('\r\n')}\r\n`
}

type Words = Readonly<Record<string, { readonly sv: string; readonly en: string } | undefined>>
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
