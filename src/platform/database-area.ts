import type { KeyValue } from "./key-value.ts"

/**
 * Creates a store in an IndexedDB database of the extension, which no content script can open, because a content
 * script has the databases of its page. @throws the browser's error, from each method, if the database can't be opened
 */
export function databaseArea(database: string): KeyValue {
  let opening: Promise<IDBDatabase> | undefined
  const open = (): Promise<IDBDatabase> => {
    opening ??= openDatabase(database, () => (opening = undefined)).catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }
  const run = async <Result>(mode: IDBTransactionMode, ask: (values: IDBObjectStore) => IDBRequest<Result>) => {
    const transaction = (await open()).transaction(VALUES, mode)
    const asked = ask(transaction.objectStore(VALUES))
    return new Promise<Result>((resolve, reject) => {
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onabort = () => reject(transaction.error ?? new Error("The browser ended a change of its database."))
    })
  }
  return {
    get: (name) => run<unknown>("readonly", (values) => values.get(name)),
    set: async (name, value) => void (await run("readwrite", (values) => values.put(value, name))),
    remove: async (name) => void (await run("readwrite", (values) => values.delete(name))),
    clear: async () => void (await run("readwrite", (values) => values.clear()))
  }
}

const VALUES = "values"

/** @param closed is called when the browser has closed the database, so that it has to be opened again */
function openDatabase(name: string, closed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => void opening.result.createObjectStore(VALUES)
    opening.onerror = () => reject(opening.error ?? new Error("The browser opens no database."))
    opening.onsuccess = () => {
      opening.result.onclose = closed
      resolve(opening.result)
    }
  })
}
