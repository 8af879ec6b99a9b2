// Scans in IndexedDB: they survive a killed browser and a flat battery.

import type { NewScan, QueuedScan, ScanStore } from './scan-queue.ts'

const database = 'omlopp-scans'
const table = 'scans'

export function browserStore(): ScanStore {
  let opened: Promise<IDBDatabase> | null = null
  const open = (): Promise<IDBDatabase> => {
    opened ??= openDatabase().catch((error: unknown) => {
      opened = null
      throw error
    })
    return opened
  }
  return {
    async add(scan) {
      const order = await write(await open(), (scans) => scans.add(scan))
      return { ...scan, order: Number(order) }
    },
    async all() {
      const transaction = (await open()).transaction(table, 'readonly')
      const found = await answer<(NewScan & { order: number })[]>(
        transaction.objectStore(table).getAll(),
      )
      return found satisfies readonly QueuedScan[]
    },
    async remove(key) {
      const db = await open()
      const order = await answer(
        db.transaction(table, 'readonly').objectStore(table).index('key').getKey(key),
      )
      if (order !== undefined) await write(db, (scans) => scans.delete(order))
    },
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1)
  request.onupgradeneeded = () => {
    const scans = request.result.createObjectStore(table, { keyPath: 'order', autoIncrement: true })
    scans.createIndex('key', 'key', { unique: true })
  }
  return answer(request)
}

/** Kept when the transaction is complete and, by `strict`, on disk; not when the request answers. */
function write<T>(db: IDBDatabase, work: (scans: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(table, 'readwrite', { durability: 'strict' })
    const request = work(transaction.objectStore(table))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error ?? new Error('the scan was not written'))
    transaction.onabort = transaction.onerror
  })
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the scans cannot be read'))
  })
