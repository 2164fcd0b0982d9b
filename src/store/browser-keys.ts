import type { Database } from "./database.ts"

export type BrowserKeys = ReturnType<typeof browserKeys>

/**
 * The keys that this browser's sign-ins are renewed by, in a table of their own. The browser gives them to nobody as
 * bytes (non-extractable), so they lie there unencrypted. Everything throws StoreError.
 */
export function browserKeys(database: Database) {
  return {
    async put(id: string, key: CryptoKey): Promise<void> {
      await database.run(({ keys }) => keys.put({ id, key }))
    },
    async get(id: string): Promise<CryptoKey | undefined> {
      return (await database.run(({ keys }) => keys.get(id)))?.key
    },
    /** Those of no sign-in any more go. */
    async keepOnly(ids: string[]): Promise<void> {
      await database.run(({ keys }) => keys.where("id").noneOf(ids).delete())
    }
  }
}
