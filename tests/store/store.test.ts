import { expect, test } from "vitest"
import type { MaskTable } from "../../src/masking/basis/placeholder-table.ts"
import { cipherFrom } from "../../src/store/cipher.ts"
import { endableDatabase } from "../../src/store/database.ts"
import { StoreFault } from "../../src/store/store-fault.ts"
import { Store } from "../../src/store/store.ts"
import { draftRecord, fresh, keyOf, leaving, outboxItem, ticketRecord } from "./fresh.ts"

const table: MaskTable = { entries: [{ placeholder: "[PERSON_1]", type: "PERSON", value: "Anna Bergmann" }] }
const ticket = ticketRecord()
const told = { names: ["Otto"], plain: ["Kettle"] }
const request = {
  draftId: draftRecord().id,
  key: ticket.key,
  at: "2026-11-20T09:10:00.000Z",
  path: "/v1/drafts",
  body: leaving('{"text":"[PERSON_1] asks about kettles"}')
}

test("what is kept comes back, and on disk no word of the ticket can be read", async () => {
  const { store, database } = await fresh()
  await store.beginDraft({ ticket, table, draft: draftRecord({ edited: "Dear Anna" }), requests: [request] })
  await store.queueOutcome({ ticket, table, item: outboxItem("o1"), due: 0 })
  expect(await store.tickets.get(ticket.key)).toEqual(ticket)
  expect(await store.tables.get(ticket.key)).toEqual(table)
  expect(await store.drafts.of(ticket.key)).toEqual([draftRecord({ edited: "Dear Anna" })])
  expect(await store.requests.of(draftRecord().id)).toEqual([request])

  const dump = await database.run(async ({ dexie }) => Promise.all(dexie.tables.map((one) => one.toArray())))
  const letters = JSON.stringify(dump, (_name, value: unknown) =>
    value instanceof Uint8Array ? String.fromCharCode(...value) : value
  )
  expect(dump.flat()).toHaveLength(5)
  for (const word of ["Anna", "Bergmann", "1001", "sample", "kettles", "Parcel", "PERSON", "ships"])
    expect(letters).not.toContain(word)
})

test("another person's key opens nothing, counts nothing, and takes nothing out of the outbox", async () => {
  const { store, open } = await fresh(7)
  await store.queueOutcome({ ticket, table, item: outboxItem("o1"), due: 0 })
  const other = await open(8)
  expect(await other.store.tickets.get(ticket.key)).toBeUndefined()
  expect(await other.store.outbox.take(1, 1000)).toBeUndefined()
  expect(await other.store.counts()).toEqual({ drafts: 0, outcomes: 0 })
  expect(await store.counts()).toEqual({ drafts: 0, outcomes: 1 })
})

test("a row moved to another ticket's place is not opened", async () => {
  const { store, database } = await fresh()
  await store.tickets.put(ticket)
  await store.tickets.put(ticketRecord({ key: "sample http://localhost 1002" }))
  await database.run(async (on) => {
    const [first, second] = await on.tickets.toArray()
    if (first && second)
      await on.tickets.bulkPut([
        { ...first, box: second.box },
        { ...second, box: first.box }
      ])
  })
  expect(await store.tickets.get(ticket.key)).toBeUndefined()
})

test("two workers never have the same outcome in hand, and one that died lets go of it", async () => {
  const { store, open } = await fresh()
  const second = await open()
  for (const id of ["o1", "o2", "o3"]) await store.queueOutcome({ ticket, table, item: outboxItem(id), due: 0 })
  const taken = await Promise.all(
    [store, second.store, store, second.store].map((one) => one.outbox.take(1000, 60_000))
  )
  expect(taken.map((item) => item?.id).sort()).toEqual(["o1", "o2", "o3", undefined])
  expect(await store.outbox.take(61_001, 60_000)).toMatchObject({ tries: 2 })
})

test("an outcome put off waits, and is due at once when asked for", async () => {
  const { store } = await fresh()
  await store.queueOutcome({ ticket, table, item: outboxItem("o1"), due: 0 })
  await store.outbox.take(10, 60_000)
  await store.outbox.putOff("o1", 30_000)
  expect(await store.outbox.nextDue()).toBe(30_000)
  expect(await store.outbox.take(1000, 60_000)).toBeUndefined()
  await store.outbox.hasten(1000)
  expect(await store.outbox.take(1000, 60_000)).toMatchObject({ id: "o1" })
})

test("erasing a ticket takes all of it and nothing of another", async () => {
  const { store } = await fresh()
  const other = ticketRecord({ key: "sample http://localhost 1002" })
  await store.beginDraft({ ticket, table, overrides: told, draft: draftRecord(), requests: [request] })
  await store.queueOutcome({ ticket, table, item: outboxItem("o1"), due: 0 })
  await store.tickets.put(other)
  await store.overrides.put(other.key, told)
  await store.erase(ticket.key)
  expect(await store.tickets.get(ticket.key)).toBeUndefined()
  expect(await store.drafts.of(ticket.key)).toEqual([])
  expect(await store.requests.of(draftRecord().id)).toEqual([])
  expect(await store.counts()).toEqual({ drafts: 0, outcomes: 0 })
  expect(await store.requests.ofTicket(ticket.key)).toEqual([])
  expect(await store.overrides.get(ticket.key)).toBeUndefined()
  expect(await store.tickets.get(other.key)).toEqual(other)
  expect(await store.overrides.get(other.key)).toEqual(told)
})

test("all requests of a ticket come back, oldest first, none of another, and no outcome takes another's place", async () => {
  const { store } = await fresh()
  const at = (minute: number) => `2026-11-20T09:1${minute}:00.000Z`
  const outcome = { key: ticket.key, draftId: request.draftId, path: "/v1/outcomes" }
  const all = [
    request,
    { ...request, draftId: "00000000-0000-4000-8000-000000000002", at: at(2), body: leaving("second") },
    { ...outcome, id: "o1", at: at(3), body: leaving("first told") },
    { ...outcome, id: "o1 2", at: at(4), body: leaving("told again") },
    { id: "o2", key: ticket.key, path: "/v1/outcomes", at: at(5), body: leaving("without a draft") }
  ]
  for (const one of [...all].reverse()) await store.requests.put(one)
  await store.requests.put({
    ...request,
    draftId: "00000000-0000-4000-8000-000000000003",
    key: "sample http://localhost 1002"
  })
  expect(await store.requests.ofTicket(ticket.key)).toEqual(all)
})

test("what was told of a ticket is encrypted, and kept on with each draft of it", async () => {
  const { store, database } = await fresh()
  await store.overrides.put(ticket.key, told)
  await store.prune(Date.now() - 1000)
  await store.beginDraft({
    ticket,
    table,
    overrides: { ...told, names: ["Otto", "Rosa"] },
    draft: draftRecord(),
    requests: [request]
  })
  expect(await store.overrides.get(ticket.key)).toEqual({ names: ["Otto", "Rosa"], plain: ["Kettle"] })
  const rows = await database.run(async (on) => on.told.toArray())
  const letters = JSON.stringify(rows, (_name, value: unknown) =>
    value instanceof Uint8Array ? String.fromCharCode(...value) : value
  )
  for (const word of ["Otto", "Rosa", "Kettle", "sample", "1001"]) expect(letters).not.toContain(word)
  await store.prune(Date.now() + 1000)
  expect(await store.overrides.get(ticket.key)).toBeUndefined()
})

test("a full disk is told as such, and nothing of a half-written draft stands", async () => {
  const { store, database } = await fresh()
  await database.run(({ dexie }) => dexie.open())
  await database.run(async ({ drafts }) => {
    drafts.hook("creating", () => {
      throw new DOMException("full", "QuotaExceededError")
    })
  })
  const failed = await store
    .beginDraft({ ticket, table, draft: draftRecord(), requests: [request] })
    .catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(StoreFault)
  expect(failed).toMatchObject({ code: "full", retryable: true })
  expect(await store.tables.get(ticket.key)).toBeUndefined()
  expect(await store.requests.of(draftRecord().id)).toEqual([])
})

test("a database deleted by the browser is opened anew, and that is told once", async () => {
  const { store, factory, lost } = await fresh()
  await store.tickets.put(ticket)
  await new Promise((resolve, reject) => {
    const deleting = factory.indexedDB.deleteDatabase("replywright")
    deleting.onsuccess = resolve
    deleting.onerror = reject
  })
  expect(lost()).toBe(1)
  expect(await store.tickets.get(ticket.key)).toBeUndefined()
  await store.tickets.put(ticket)
  expect(await store.tickets.get(ticket.key)).toEqual(ticket)
  expect(lost()).toBe(1)
})

test("wipe leaves nothing and is not told as a loss", async () => {
  const { store, database, lost } = await fresh()
  await store.beginDraft({ ticket, table, draft: draftRecord(), requests: [request] })
  await database.wipe()
  expect(lost()).toBe(0)
  expect(await store.counts()).toEqual({ drafts: 0, outcomes: 0 })
})

test("rows past their time go, outcomes that wait stay", async () => {
  const { store } = await fresh()
  await store.beginDraft({ ticket, table, draft: draftRecord(), requests: [request] })
  await store.queueOutcome({ ticket, table, item: outboxItem("o1"), due: 0 })
  await store.prune(Date.now() + 1000)
  expect(await store.tickets.get(ticket.key)).toBeUndefined()
  expect(await store.counts()).toEqual({ drafts: 0, outcomes: 1 })
})

test("what is still being written when everything is wiped doesn't come back", async () => {
  const { database, open } = await fresh()
  const session = endableDatabase(database)
  const store = new Store(session, await cipherFrom(keyOf(7)))
  await store.drafts.put(draftRecord())
  const late = Promise.allSettled([store.drafts.put(draftRecord()), store.tickets.put(ticket)])
  session.end()
  await database.wipe()
  await late
  await expect(store.drafts.put(draftRecord())).rejects.toMatchObject({ code: "locked" })
  const { store: next } = await open()
  expect(await next.drafts.of(ticket.key)).toEqual([])
  expect(await next.tickets.get(ticket.key)).toBeUndefined()
})
