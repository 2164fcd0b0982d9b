import type { Cipher } from "./cipher.ts"
import type { Database, RequestRow } from "./database.ts"
import type { RequestRecord } from "./records.ts"
import { readBox } from "./read-box.ts"

/** The exact bodies that left, for "What the model saw" and for asking again after the worker's death. */
export function requestRows(database: Database, cipher: Cipher) {
  const seal = async (request: RequestRecord): Promise<RequestRow> => {
    const id = `${request.draftId} ${request.path}`
    return {
      id, vault: cipher.vault, ticket: await cipher.blind(request.key), draft: request.draftId, at: Date.parse(request.at),
      box: await cipher.seal(request, `request ${id}`)
    }
  }
  return {
    seal,
    async put(request: RequestRecord): Promise<void> {
      const row = await seal(request)
      await database.run((on) => on.requests.put(row))
    },
    /** Oldest first. */
    async of(draftId: string): Promise<RequestRecord[]> {
      const rows = await database.run((on) => on.requests.where("draft").equals(draftId).sortBy("at"))
      const read = await Promise.all(rows.map((row) => readBox<RequestRecord>(cipher, row, `request ${row.id}`)))
      return read.filter((request) => request !== undefined)
    }
  }
}
