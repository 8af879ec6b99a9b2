// Units in the order of their tree: each parent, then what lies under it, by name.
import type { Output } from '../../../../core/endpoint.ts'
import type { api } from '../../api/organisation.ts'

export type Unit = Output<typeof api.listUnits>['items'][number]
export interface TreeRow extends Unit {
  readonly depth: number
  /** How many lie under it, all the way down. */
  readonly under: number
}

export function treeOf(units: readonly Unit[]): readonly TreeRow[] {
  const known = new Set(units.map((unit) => unit.id))
  const children = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), unit])
  }
  // A ring of parents, which must not be, hangs under nothing and is left out rather than walked.
  const walk = (parent: string | null, depth: number): TreeRow[] =>
    (children.get(parent) ?? []).flatMap((unit) => {
      const below = walk(unit.id, depth + 1)
      return [{ ...unit, depth, under: below.length }, ...below]
    })
  return walk(null, 0)
}
