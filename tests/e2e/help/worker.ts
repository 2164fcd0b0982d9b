import type { BrowserContext, Page } from "playwright-core"

/**
 * Ends the extension's worker as the browser does when it wants its memory back, and waits until it has stopped. `own`
 * is one of its pages.
 */
export async function killWorker(own: Page): Promise<void> {
  const session = await own.context().newCDPSession(own)
  const stopped = new Promise<void>((resolve) =>
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === "stopped")) resolve()
    })
  )
  await session.send("ServiceWorker.enable")
  await session.send("ServiceWorker.stopAllWorkers")
  await stopped
  await session.detach()
}

/** Sets the clock of the extension's worker forward, until that ends: what it may count on for a time it then asks anew. */
export async function setClockForward(context: BrowserContext, milliseconds: number): Promise<void> {
  for (const worker of context.serviceWorkers())
    await worker.evaluate((later) => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + later
    }, milliseconds)
}

/** How many rows each table of the extension's database holds; {} when there is none. Asked in one of its pages. */
export async function storedRows(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async (name) => {
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return {}
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error("the database can't be read", { cause: request.error }))
      })
    const db = await done(indexedDB.open(name))
    const counts: Record<string, number> = {}
    for (const table of db.objectStoreNames)
      counts[table] = await done(db.transaction(table).objectStore(table).count())
    db.close()
    return counts
  }, DATABASE)
}

/** Everything that its rows hold, keys and indices too, as text: bytes as one character each. */
export async function storedBytes(page: Page): Promise<string> {
  return page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error("the database can't be read", { cause: request.error }))
      })
    const textOf = (value: unknown): string => {
      if (value instanceof Uint8Array) return Array.from(value, (byte) => String.fromCharCode(byte)).join("")
      if (typeof value === "object" && value !== null)
        return Object.entries(value)
          .map(([key, one]) => `${key} ${textOf(one)}`)
          .join("\n")
      return String(value)
    }
    const db = await done(indexedDB.open(name))
    let all = ""
    for (const table of db.objectStoreNames)
      all += (await done<unknown[]>(db.transaction(table).objectStore(table).getAll())).map(textOf).join("\n")
    db.close()
    return all
  }, DATABASE)
}

const DATABASE = "replywright"
