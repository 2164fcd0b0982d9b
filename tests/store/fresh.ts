import { IDBFactory, IDBKeyRange } from "fake-indexeddb"
import { cipherFrom } from "../../src/store/cipher.ts"
import type { MaskedText, RelayBody } from "../../src/protocol/outgoing.ts"
import { openDatabase } from "../../src/store/database.ts"
import type { DraftRecord, TicketRecord, WaitingOutcome } from "../../src/store/records.ts"
import { Store } from "../../src/store/store.ts"

export const keyOf = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)))

/** Makes a database of its own, and a function that opens it a second time, as a second worker does. */
export async function fresh(byte = 7) {
  const factory = { indexedDB: new IDBFactory(), IDBKeyRange }
  let lost = 0
  const open = async (key = byte) => {
    const database = openDatabase(() => lost++, "replywright", factory)
    return { database, store: new Store(database, await cipherFrom(keyOf(key))) }
  }
  return { factory, open, lost: () => lost, ...(await open()) }
}

export const ticketRecord = (more: Partial<TicketRecord> = {}): TicketRecord => ({
  key: "sample http://localhost 1001",
  helpdesk: "sample",
  ticketId: "1001",
  subject: "Parcel of Anna Bergmann",
  language: "en",
  messages: [{ id: "m1", n: 1, author: "Anna Bergmann", role: "customer", at: "2026-11-20T09:00:00.000Z" }],
  version: "m1",
  openedAt: "2026-11-20T09:10:00.000Z",
  used: [],
  ...more
})

export const draftRecord = (more: Partial<DraftRecord> = {}): DraftRecord => ({
  id: "00000000-0000-4000-8000-000000000001",
  key: "sample http://localhost 1001",
  version: "m1",
  note: "",
  state: "ready",
  masked: "Hello [PERSON_1], it ships today.",
  claims: [],
  sources: [],
  questions: [],
  model: "offline",
  pipelineVersion: "p1",
  language: "en",
  kept: [],
  times: { opened: "2026-11-20T09:10:00.000Z", asked: "2026-11-20T09:10:00.000Z" },
  stayed: { notes: 1, attachments: [], replaced: 1 },
  savedAt: "2026-11-20T09:10:01.000Z",
  ...more
})

/** Stands for a body that the egress has made. */
export const leaving = (text: string) => text as RelayBody & MaskedText

export const outboxItem = (id: string): WaitingOutcome => ({
  id,
  key: "sample http://localhost 1001",
  tries: 0,
  outcome: {
    outcomeId: id,
    revision: 1,
    draftId: "00000000-0000-4000-8000-000000000001",
    helpdesk: "sample",
    ticketId: "1001",
    kind: "inserted",
    draft: leaving("Hello [PERSON_1]"),
    sent: leaving("Hello [PERSON_1]"),
    editDistance: 0,
    filledBlanks: 0,
    language: "en",
    model: "offline",
    pipelineVersion: "p1",
    times: { used: "2026-11-20T09:11:00.000Z", sent: "2026-11-20T09:12:00.000Z" }
  }
})
