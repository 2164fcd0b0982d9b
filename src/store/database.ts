import Dexie, { type Table } from "dexie"
import { asStoreFault, StoreFault } from "./store-fault.ts"

/**
 * A row on disk. It holds ciphertext, and of the rest only what an index needs. `ticket` is a blinded name. `at`, `due`
 * and `held` are milliseconds, and until `held` a worker is processing the row.
 */
export interface Row {
  id: string
  vault: string
  box: Uint8Array<ArrayBuffer>
  at: number
}
/**
 * `due` is when something about the ticket has to be reported even if no reply was seen. Without it, the row isn't in
 * that index.
 */
export interface TicketRow extends Row {
  due?: number
}
export interface DraftRow extends Row {
  ticket: string
  state: string
}
export interface RequestRow extends Row {
  ticket: string
  draft: string
}
export interface OutboxRow extends Row {
  ticket: string
  due: number
  held: number
  tries: number
}

/** The key of a sign-in of this browser, which can be used but not read. */
export interface KeyRow {
  id: string
  key: CryptoKey
}

export interface Tables {
  tickets: Table<TicketRow, string>
  tables: Table<Row, string>
  told: Table<Row, string>
  drafts: Table<DraftRow, string>
  requests: Table<RequestRow, string>
  outbox: Table<OutboxRow, string>
  keys: Table<KeyRow, string>
}

/** The browser's database. It is opened again if it was closed or deleted while in use. */
export interface Database {
  /** Runs some work on the tables. @throws StoreFault */
  run<T>(work: (tables: Tables & { dexie: Dexie }) => Promise<T>): Promise<T>
  wipe(): Promise<void>
  close(): void
}

/** Opens the database. @param lost is called once each time the browser or another page has removed the database */
export function openDatabase(
  lost: () => void,
  name = "replywright",
  factory?: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }
): Database {
  let current: OpenTables | undefined
  let wiping = false
  const opened = () =>
    (current ??= open(name, factory, () => {
      current = undefined
      if (!wiping) lost()
    }))
  return {
    async run(work) {
      try {
        return await work(opened())
      } catch (error) {
        const failed = asStoreFault(error)
        if (failed.code !== "lost") throw failed
        // The work is repeated once on a fresh connection. Reads find nothing then, and writes aren't lost.
        current?.dexie.close()
        if (current) lost()
        current = undefined
        return await work(opened()).catch((again: unknown) => {
          throw asStoreFault(again)
        })
      }
    },
    async wipe() {
      wiping = true
      try {
        await opened().dexie.delete()
      } catch (cause) {
        throw new StoreFault("store-failed", { cause })
      } finally {
        current = undefined
        wiping = false
      }
    },
    close() {
      current?.dexie.close()
      current = undefined
    }
  }
}

/**
 * Returns the same database until `end` is called. After that, work in progress, including a repeated attempt on a
 * fresh connection, writes nothing more and fails with "locked". Otherwise a write that coincides with a wipe would
 * bring its row back.
 */
export function endableDatabase(database: Database): Database & { end(): void } {
  let over = false
  return {
    ...database,
    run: (work) =>
      database.run(async (on) => {
        if (over) throw new StoreFault("locked")
        return work(on)
      }),
    end() {
      over = true
    }
  }
}

type OpenTables = Tables & { dexie: Dexie }

function open(
  name: string,
  factory: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange } | undefined,
  lost: () => void
): OpenTables {
  const dexie = new Dexie(name, factory ?? {})
  dexie.version(1).stores({
    tickets: "&id, vault, at",
    tables: "&id, at",
    drafts: "&id, ticket, vault, at",
    requests: "&id, ticket, draft, at",
    outbox: "&id, [vault+due], ticket"
  })
  dexie.version(2).stores({ tickets: "&id, vault, at, [vault+due]" })
  dexie.version(3).stores({ told: "&id, at" })
  dexie.version(4).stores({ keys: "&id" })
  let gone = false
  const goes = () => {
    if (gone) return
    gone = true
    dexie.close()
    lost()
  }
  // The database was deleted by another page of the extension or by the browser ("clear browsing data", eviction).
  dexie.on("versionchange", (event) => {
    if (event.newVersion === null || event.newVersion === 0) goes()
  })
  dexie.on("close", goes)
  return {
    dexie,
    tickets: dexie.table("tickets"),
    tables: dexie.table("tables"),
    told: dexie.table("told"),
    drafts: dexie.table("drafts"),
    requests: dexie.table("requests"),
    outbox: dexie.table("outbox"),
    keys: dexie.table("keys")
  }
}
