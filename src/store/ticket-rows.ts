import Dexie from "dexie"
import type { MaskingOverrides } from "../masking/basis/masking-rules.ts"
import type { MaskTable } from "../masking/basis/placeholder-table.ts"
import { type Cipher, openSealedRow } from "./cipher.ts"
import type { Database, Row, Tables, TicketRow } from "./database.ts"
import type { TicketRecord, DraftUse } from "./records.ts"

export function ticketRows(database: Database, cipher: Cipher) {
  const seal = async (ticket: TicketRecord): Promise<TicketRow> => {
    const id = await cipher.blind(ticket.key)
    const due = ticket.used.flatMap(reportDueTimes)
    return {
      id,
      vault: cipher.vault,
      at: Date.now(),
      ...(due.length > 0 ? { due: Math.min(...due) } : {}),
      box: await cipher.seal(ticket, `ticket ${id}`)
    }
  }
  const waiting = (on: { tickets: Dexie.Table<TicketRow, string> }, until: number) =>
    on.tickets.where("[vault+due]").between([cipher.vault, Dexie.minKey], [cipher.vault, until], true, true)
  return {
    seal,
    async get(key: string): Promise<TicketRecord | undefined> {
      const id = await cipher.blind(key)
      const row = await database.run((on) => on.tickets.get(id))
      return openSealedRow<TicketRecord>(cipher, row, `ticket ${id}`)
    },
    async put(ticket: TicketRecord): Promise<void> {
      const row = await seal(ticket)
      await database.run((on) => on.tickets.put(row))
    },
    /**
     * Returns the tickets about which something has to be reported at `now` (milliseconds), the longest overdue first.
     */
    async due(now: number): Promise<TicketRecord[]> {
      const rows = await database.run((on) => waiting(on, now).toArray())
      const read = await Promise.all(rows.map((row) => openSealedRow<TicketRecord>(cipher, row, `ticket ${row.id}`)))
      return read.filter((ticket) => ticket !== undefined)
    },
    /** Returns when something is next due, in milliseconds. */
    async nextDue(): Promise<number | undefined> {
      return database.run(async (on) => (await waiting(on, Number.MAX_SAFE_INTEGER).first())?.due)
    }
  }
}

/**
 * Returns when a use has to be reported even if nobody saw it being sent, in milliseconds. Returns nothing once it has
 * been reported.
 */
export function reportDueTimes(used: DraftUse): number[] {
  return used.told === undefined ? [Date.parse(used.rejected?.at ?? used.at) + UNSEEN_MS] : []
}

/** A used draft that isn't seen being sent within a day counts as "unknown". */
const UNSEEN_MS = 24 * 3600 * 1000

/** The placeholder tables of tickets. */
export const placeholderTableRows = (database: Database, cipher: Cipher) =>
  ofTicket<MaskTable>(database, cipher, "table", (on) => on.tables)

/** The masking overrides of tickets: "this is a name", "this is not". */
export const maskingOverrideRows = (database: Database, cipher: Cipher) =>
  ofTicket<MaskingOverrides>(database, cipher, "told", (on) => on.told)

/** Stores one sealed value for each ticket. */
function ofTicket<T>(
  database: Database,
  cipher: Cipher,
  about: string,
  table: (on: Tables) => Dexie.Table<Row, string>
) {
  const seal = async (key: string, value: T): Promise<Row> => {
    const id = await cipher.blind(key)
    return { id, vault: cipher.vault, at: Date.now(), box: await cipher.seal(value, `${about} ${id}`) }
  }
  return {
    seal,
    async get(key: string): Promise<T | undefined> {
      const id = await cipher.blind(key)
      const row = await database.run((on) => table(on).get(id))
      return openSealedRow<T>(cipher, row, `${about} ${id}`)
    },
    async put(key: string, value: T): Promise<void> {
      const row = await seal(key, value)
      await database.run((on) => table(on).put(row))
    }
  }
}
