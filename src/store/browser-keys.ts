import type { Database } from "./database.ts"

export type BrowserKeys = ReturnType<typeof browserKeys>

/**
 * The keys that renew this browser's sign-ins, in a table of their own. The browser doesn't export their bytes
 * (non-extractable), so they are stored unencrypted. Every method throws StoreFault.
 */
export function browserKeys(database: Database) {
  return {
    async put(id: string, key: CryptoKey): Promise<void> {
      await database.run(({ keys }) => keys.put({ id, key }))
    },
    async get(id: string): Promise<CryptoKey | undefined> {
      return (await database.run(({ keys }) => keys.get(id)))?.key
    },
    /** Deletes the keys that belong to no sign-in any more. */
    async keepOnly(ids: string[]): Promise<void> {
      await database.run(({ keys }) => keys.where("id").noneOf(ids).delete())
    }
  }
}
