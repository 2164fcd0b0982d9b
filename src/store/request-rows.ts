import type { Cipher } from "./cipher.ts"
import type { Database, RequestRow } from "./database.ts"
import type { RequestRecord } from "./records.ts"
import { openSealedRow } from "./open-sealed-row.ts"

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
    const read = await Promise.all(rows.map((row) => openSealedRow<RequestRecord>(cipher, row, `request ${row.id}`)))
    return read.filter((request) => request !== undefined)
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
