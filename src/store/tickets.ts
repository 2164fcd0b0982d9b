import type { MaskTable } from "../masking/table.ts"
import type { Cipher } from "./cipher.ts"
import type { Database, Row } from "./database.ts"
import type { TicketRecord } from "./records.ts"
import { readBox } from "./read-box.ts"

export function ticketRows(database: Database, cipher: Cipher) {
  const seal = async (ticket: TicketRecord): Promise<Row> => {
    const id = await cipher.blind(ticket.key)
    return { id, vault: cipher.vault, at: Date.now(), box: await cipher.seal(ticket, `ticket ${id}`) }
  }
  return {
    seal,
    async get(key: string): Promise<TicketRecord | undefined> {
      const id = await cipher.blind(key)
      const row = await database.run((on) => on.tickets.get(id))
      return readBox<TicketRecord>(cipher, row, `ticket ${id}`)
    },
    async put(ticket: TicketRecord): Promise<void> {
      const row = await seal(ticket)
      await database.run((on) => on.tickets.put(row))
    }
  }
}

/** The placeholders of a ticket and what they stand for. */
export function tableRows(database: Database, cipher: Cipher) {
  const seal = async (key: string, table: MaskTable): Promise<Row> => {
    const id = await cipher.blind(key)
    return { id, vault: cipher.vault, at: Date.now(), box: await cipher.seal(table, `table ${id}`) }
  }
  return {
    seal,
    async get(key: string): Promise<MaskTable | undefined> {
      const id = await cipher.blind(key)
      const row = await database.run((on) => on.tables.get(id))
      return readBox<MaskTable>(cipher, row, `table ${id}`)
    },
    async put(key: string, table: MaskTable): Promise<void> {
      const row = await seal(key, table)
      await database.run((on) => on.tables.put(row))
    }
  }
}
