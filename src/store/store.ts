import type { MaskingOverrides } from "../masking/basis/masking-rules.ts"
import type { MaskTable } from "../masking/basis/placeholder-table.ts"
import type { Cipher } from "./cipher.ts"
import type { Database } from "./database.ts"
import { draftRows, requestRows } from "./draft-rows.ts"
import { OutboxRows } from "./outbox-rows.ts"
import type { DraftRecord, OutboxItem, RequestRecord, TicketRecord } from "./records.ts"
import { placeholderTableRows, ticketRows, maskingOverrideRows } from "./ticket-rows.ts"

/**
 * The store for one person. Everything is sealed before a transaction opens, because a transaction ends at the
 * first wait for anything else.
 */
export class Store {
  readonly #database: Database
  readonly #cipher: Cipher
  readonly tickets: ReturnType<typeof ticketRows>
  readonly tables: ReturnType<typeof placeholderTableRows>
  readonly overrides: ReturnType<typeof maskingOverrideRows>
  readonly drafts: ReturnType<typeof draftRows>
  readonly requests: ReturnType<typeof requestRows>
  readonly outbox: OutboxRows

  constructor(database: Database, cipher: Cipher) {
    this.#database = database
    this.#cipher = cipher
    this.tickets = ticketRows(database, cipher)
    this.tables = placeholderTableRows(database, cipher)
    this.overrides = maskingOverrideRows(database, cipher)
    this.drafts = draftRows(database, cipher)
    this.requests = requestRows(database, cipher)
    this.outbox = new OutboxRows(database, cipher)
  }

  /**
   * Stores everything that must be stored before a request leaves, or nothing of it. Masking overrides are kept as
   * long as their ticket.
   */
  async beginDraft(parts: {
    ticket: TicketRecord
    table: MaskTable
    overrides?: MaskingOverrides | undefined
    draft: DraftRecord
    requests: RequestRecord[]
  }): Promise<void> {
    const rows = {
      ticket: await this.tickets.seal(parts.ticket),
      table: await this.tables.seal(parts.ticket.key, parts.table),
      overrides: parts.overrides && (await this.overrides.seal(parts.ticket.key, parts.overrides)),
      draft: await this.drafts.seal(parts.draft),
      requests: await Promise.all(parts.requests.map((request) => this.requests.seal(request)))
    }
    await this.#database.run(({ dexie, ...on }) =>
      dexie.transaction("rw", [on.tickets, on.tables, on.told, on.drafts, on.requests], async () => {
        await on.tables.put(rows.table)
        if (rows.overrides) await on.told.put(rows.overrides)
        await on.requests.bulkPut(rows.requests)
        await on.drafts.put(rows.draft)
        await on.tickets.put(rows.ticket)
      })
    )
  }

  /**
   * Stores a waiting outcome and the ticket without its draft. Both are written or neither, so that the outcome is
   * reported once.
   */
  async queueOutcome(parts: { ticket: TicketRecord; table: MaskTable; item: OutboxItem; due: number }): Promise<void> {
    const rows = {
      ticket: await this.tickets.seal(parts.ticket),
      table: await this.tables.seal(parts.ticket.key, parts.table),
      item: await this.outbox.seal(parts.item, parts.due)
    }
    await this.#database.run(({ dexie, ...on }) =>
      dexie.transaction("rw", [on.tickets, on.tables, on.outbox], async () => {
        await on.tables.put(rows.table)
        await on.outbox.put(rows.item)
        await on.tickets.put(rows.ticket)
      })
    )
  }

  /**
   * Returns a refused outcome that was masked again to the queue, unless it was discarded or erased in the meantime.
   */
  async requeue(parts: { key: string; table?: MaskTable | undefined; item: OutboxItem; due: number }): Promise<void> {
    const rows = {
      table: parts.table && (await this.tables.seal(parts.key, parts.table)),
      item: await this.outbox.seal(parts.item, parts.due)
    }
    await this.#database.run(({ dexie, ...on }) =>
      dexie.transaction("rw", [on.tables, on.outbox], async () => {
        if ((await on.outbox.update(rows.item.id, rows.item)) > 0 && rows.table) await on.tables.put(rows.table)
      })
    )
  }

  /** Deletes everything about one ticket, including waiting outcomes. */
  async erase(key: string): Promise<void> {
    const ticket = await this.#cipher.blind(key)
    await this.#database.run(({ dexie, ...on }) =>
      dexie.transaction("rw", [on.tickets, on.tables, on.told, on.drafts, on.requests, on.outbox], async () => {
        for (const table of [on.tickets, on.tables, on.told]) await table.delete(ticket)
        for (const table of [on.drafts, on.requests, on.outbox]) await table.where("ticket").equals(ticket).delete()
      })
    )
  }

  /** Deletes rows older than `before` (milliseconds). Outcomes stay until they are reported. */
  async prune(before: number): Promise<void> {
    await this.#database.run(({ dexie, ...on }) =>
      dexie.transaction("rw", [on.tickets, on.tables, on.told, on.drafts, on.requests], async () => {
        for (const table of [on.tickets, on.tables, on.told, on.drafts, on.requests])
          await table.where("at").below(before).delete()
      })
    )
  }

  async counts(): Promise<{ drafts: number; outcomes: number }> {
    return this.#database.run(async (on) => ({
      drafts: await on.drafts.where("vault").equals(this.#cipher.vault).count(),
      outcomes: await this.outbox.count()
    }))
  }
}
