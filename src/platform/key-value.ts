import { isFirefox } from "./firefox.ts"

/** A store for small values by name. Values must be valid in JSON. What is read is untrusted and has to be parsed. */
export interface KeyValue {
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
  clear(): Promise<void>
}

/**
 * This store is on disk, unencrypted, until the extension is removed. In Firefox it is a database, because content
 * scripts can read the browser's own store there (bug 1724754).
 */
export const localArea: KeyValue = lazyArea(() =>
  isFirefox() ? databaseArea("replywright-values") : storageArea(() => chrome.storage.local)
)
/** This store is in memory and is lost when the browser closes. Firefox never shows it to content scripts. */
export const sessionArea: KeyValue = lazyArea(() => storageArea(() => chrome.storage.session, isFirefox()))

/**
 * Creates a store that content scripts can't access, because they share a process with a helpdesk's page. The access is
 * restricted before anything is read or written. @throws the browser's error if that fails
 */
export function storageArea(storage: () => chrome.storage.StorageArea, isClosed = false): KeyValue {
  let closing: Promise<void> | undefined = isClosed ? Promise.resolve() : undefined
  const closed = async (): Promise<chrome.storage.StorageArea> => {
    closing ??= storage().setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" })
    await closing.catch((error: unknown) => {
      closing = undefined
      throw error
    })
    return storage()
  }
  return {
    async get(name) {
      const found: Record<string, unknown> = await (await closed()).get(name)
      return found[name]
    },
    set: async (name, value) => (await closed()).set({ [name]: value }),
    remove: async (name) => (await closed()).remove(name),
    clear: async () => (await closed()).clear()
  }
}

/** The browser is looked at when the store is first used, because a test may load this file without one. */
function lazyArea(create: () => KeyValue): KeyValue {
  let made: KeyValue | undefined
  const area = () => (made ??= create())
  return {
    get: (name) => area().get(name),
    set: (name, value) => area().set(name, value),
    remove: (name) => area().remove(name),
    clear: () => area().clear()
  }
}

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
