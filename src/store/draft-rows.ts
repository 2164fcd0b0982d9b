import type { Cipher } from "./cipher.ts"
import type { Database, DraftRow } from "./database.ts"
import type { DraftRecord } from "./records.ts"
import { openSealedRow } from "./open-sealed-row.ts"

export function draftRows(database: Database, cipher: Cipher) {
  const seal = async (draft: DraftRecord): Promise<DraftRow> => ({
    id: draft.id,
    vault: cipher.vault,
    ticket: await cipher.blind(draft.key),
    state: draft.state,
    at: Date.parse(draft.savedAt),
    box: await cipher.seal(draft, `draft ${draft.id}`)
  })
  return {
    seal,
    async get(id: string): Promise<DraftRecord | undefined> {
      const row = await database.run((on) => on.drafts.get(id))
      return openSealedRow<DraftRecord>(cipher, row, `draft ${id}`)
    },
    async put(draft: DraftRecord): Promise<void> {
      const row = await seal(draft)
      await database.run((on) => on.drafts.put(row))
    },
    /** Returns all drafts of a ticket, oldest first. */
    async of(key: string): Promise<DraftRecord[]> {
      const ticket = await cipher.blind(key)
      const rows = await database.run((on) => on.drafts.where("ticket").equals(ticket).sortBy("at"))
      const read = await Promise.all(rows.map((row) => openSealedRow<DraftRecord>(cipher, row, `draft ${row.id}`)))
      return read.filter((draft) => draft !== undefined)
    }
  }
}
