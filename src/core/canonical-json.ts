// RFC 8785 (JCS): the one text of a JSON value, which hashes and signatures are made over. Names in
// the order of their UTF-16 units, numbers and texts as ECMAScript writes them, no white space.

/**
 * Our own, since every step of every device is written with it: the library that the tests hold it
 * to makes an object for each name, and a quarter of all garbage was from there. A member that is
 * undefined is left out, and in a list it is null.
 * Throws for what JSON cannot write: a number that is none, a date, a function.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null)
    return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return listOf(value)
  if (isPlain(value)) return objectOf(value)
  throw new TypeError(
    typeof value === 'number' ? `JSON has no ${value}` : `JSON has no ${typeof value} of this kind`,
  )
}

type Members = { readonly [name: string]: unknown }

function isPlain(value: unknown): value is Members {
  if (typeof value !== 'object' || value === null) return false
  const kind: unknown = Object.getPrototypeOf(value)
  return kind === Object.prototype || kind === null
}

function listOf(items: readonly unknown[]): string {
  let text = ''
  for (const item of items) text += `${text && ','}${canonicalJson(item ?? null)}`
  return `[${text}]`
}

function objectOf(members: Members): string {
  let text = ''
  for (const name of inOrder(Object.keys(members))) {
    const value = members[name]
    if (value !== undefined) text += `${text && ','}${quoted(name)}:${canonicalJson(value)}`
  }
  return `{${text}}`
}

/** In place, as `sort()` does, without the lists that it makes: names are few, and mostly in order. */
function inOrder(names: string[]): string[] {
  if (names.length > FEW) return names.sort()
  for (let at = 1; at < names.length; at++) {
    const name = names[at]!
    let to = at
    for (; to > 0 && names[to - 1]! > name; to--) names[to] = names[to - 1]!
    names[to] = name
  }
  return names
}
const FEW = 24

/** Names come from our own types, so that they are few; what is read from outside may have any. */
const known = new Map<string, string>()
function quoted(name: string): string {
  const before = known.get(name)
  if (before) return before
  const text = JSON.stringify(name)
  if (known.size < 1000) known.set(name, text)
  return text
}
