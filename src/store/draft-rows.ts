import { type Cipher, openSealedRow } from "./cipher.ts"
import type { Database, DraftRow, RequestRow } from "./database.ts"
import type { DraftRecord, RequestRecord } from "./records.ts"

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
      const drafts = await Promise.all(rows.map((row) => openSealedRow<DraftRecord>(cipher, row, `draft ${row.id}`)))
      return drafts.filter((draft) => draft !== undefined)
    }
  }
}

/**
 * The exact bodies of requests as they left, for the request inspector and for repeating a request after the worker has
 * stopped.
 */
export function requestRows(database: Database, cipher: Cipher) {
  const seal = async (request: RequestRecord): Promise<RequestRow> => {
    const ticket = await cipher.blind(request.key)
    const id = `${request.id ?? request.draftId ?? ticket} ${request.path}`
    return {
      id,
      vault: cipher.vault,
      ticket,
      draft: request.draftId ?? "",
      at: Date.parse(request.at),
      box: await cipher.seal(request, `request ${id}`)
    }
  }
  const opened = async (rows: RequestRow[]): Promise<RequestRecord[]> => {
    const requests = await Promise.all(
      rows.map((row) => openSealedRow<RequestRecord>(cipher, row, `request ${row.id}`))
    )
    return requests.filter((request) => request !== undefined)
  }
  return {
    seal,
    async put(request: RequestRecord): Promise<void> {
      const row = await seal(request)
      await database.run((on) => on.requests.put(row))
    },
    /** Returns the requests of one draft, oldest first. */
    async of(draftId: string): Promise<RequestRecord[]> {
      return opened(await database.run((on) => on.requests.where("draft").equals(draftId).sortBy("at")))
    },
    /** Returns all requests of a ticket, oldest first. Those that left at the same moment are ordered by name. */
    async ofTicket(key: string): Promise<RequestRecord[]> {
      const ticket = await cipher.blind(key)
      return opened(await database.run((on) => on.requests.where("ticket").equals(ticket).sortBy("at")))
    }
  }
}
