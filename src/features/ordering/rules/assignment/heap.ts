// A binary heap of columns by their distance, where a distance may become smaller on the way.

export interface ColumnHeap {
  /** Puts the column in, or moves it up after its distance became smaller. */
  readonly rise: (column: number) => void
  /** Takes out the nearest column; -1 when empty. */
  readonly nearest: () => number
  readonly clear: () => void
}

/** @param distance read at each comparison: change it first, then call `rise` */
export function columnHeap(columns: number, distance: Float64Array): ColumnHeap {
  const heap = new Int32Array(columns)
  const placeOf = new Int32Array(columns).fill(-1)
  let size = 0

  function put(column: number, place: number) {
    heap[place] = column
    placeOf[column] = place
  }

  function up(column: number, from: number) {
    let place = from
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (distance[heap[parent]!]! <= distance[column]!) break
      put(heap[parent]!, place)
      place = parent
    }
    put(column, place)
  }

  function down(column: number) {
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= size) break
      if (child + 1 < size && distance[heap[child + 1]!]! < distance[heap[child]!]!) child += 1
      if (distance[heap[child]!]! >= distance[column]!) break
      put(heap[child]!, place)
      place = child
    }
    put(column, place)
  }

  return {
    rise: (column) => up(column, placeOf[column]! >= 0 ? placeOf[column]! : size++),
    nearest: () => {
      if (size === 0) return -1
      const first = heap[0]!
      placeOf[first] = -1
      size -= 1
      if (size > 0) down(heap[size]!)
      return first
    },
    clear: () => {
      for (let place = 0; place < size; place += 1) placeOf[heap[place]!] = -1
      size = 0
    },
  }
}
