// The tree of units, as people name a place in it: department, then unit.

interface Unit {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
}

/** `Utbildning, Gläntans förskola`; a ring of parents, which must not be, ends the walk. */
export function unitPath(units: readonly Unit[], id: string): string {
  const names: string[] = []
  const seen = new Set<string>()
  let unit = units.find((one) => one.id === id)
  while (unit && !seen.has(unit.id)) {
    seen.add(unit.id)
    names.unshift(unit.name)
    const { parentId } = unit
    unit = units.find((one) => one.id === parentId)
  }
  return names.join(', ')
}
