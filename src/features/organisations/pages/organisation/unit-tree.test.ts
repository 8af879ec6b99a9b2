import { describe, expect, it } from 'vitest'
import { treeOf, type Unit } from './unit-tree.ts'

const unit = (id: string, parentId: string | null = null): Unit => ({
  id,
  parentId,
  kind: parentId ? 'unit' : 'department',
  name: id,
  costCentre: null,
})

describe('the tree of units', () => {
  it('puts each unit under its parent and counts all the way down', () => {
    const tree = treeOf([unit('a'), unit('b'), unit('b1', 'b'), unit('a1', 'a'), unit('a2', 'a1')])
    expect(tree.map(({ id, depth, under }) => [id, depth, under])).toEqual([
      ['a', 0, 2],
      ['a1', 1, 1],
      ['a2', 2, 0],
      ['b', 0, 1],
      ['b1', 1, 0],
    ])
  })

  it('shows a unit whose parent is closed at the top', () => {
    expect(treeOf([unit('x', 'closed')])).toMatchObject([{ id: 'x', depth: 0 }])
  })
})
