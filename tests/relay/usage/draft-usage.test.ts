import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { UsageEntry } from "../../../src/models/usage/usage-book.ts"
import { beginDraft, endDraft, type OwnDraft } from "../../../src/relay/drafting/draft-store.ts"
import { DraftUsage } from "../../../src/relay/usage/draft-usage.ts"
import { usageSums } from "../../../src/relay/admin/usage.ts"
import { newDraftKey } from "../../../src/storage/encryption/row-keys.ts"
import { Client } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let person = ""
/** A day of its own for each test. */
let now = new Date("2026-11-20T10:00:00Z")
beforeAll(async () => {
  relay = await openRelay()
  await Client.paired(relay, "Tom")
  person = (await relay.db.selectFrom("people").select("id").executeTakeFirstOrThrow()).id
})
afterAll(() => relay?.close())

const used = (cost = 0.25): UsageEntry => ({
  ...{ person, task: "draft", endpoint: "own", model: "m", estimated: false, currency: "EUR" },
  ...{ in: 11, out: 7, cost }
})
const today = async () => {
  const day = now.toISOString().slice(0, 10)
  return (await usageSums(relay.db, { from: day, to: day })).all
}
const failures: unknown[] = []

/** Begins a draft for which these requests were made. */
async function begun(entries: UsageEntry[]): Promise<OwnDraft & { usage: DraftUsage }> {
  now = new Date(now.getTime() + 86_400_000)
  const usage = new DraftUsage(new AbortController().signal, (error) => failures.push(error))
  for (const entry of entries) expect(usage.hold(entry)).toBe(true)
  const id = randomUUID()
  const draft = { id, relay: randomUUID(), key: newDraftKey(relay.db, id), usage }
  const request = { ...{ site: "s", helpdesk: "h", ticket_id: "1", model: "m", pipeline_version: "1" }, subject: "" }
  const row = { ...request, request: "{}", request_hash: Buffer.from("x"), created_at: now, person }
  expect(await beginDraft(relay.db, { ...row, id, relay: draft.relay, key: draft.key }, 6)).toBe("begun")
  return draft
}
const end = (draft: OwnDraft) => endDraft(relay.db, draft, "done", { first: 0, events: [] }, now)
const stateOf = async ({ id }: OwnDraft) =>
  (await relay.db.selectFrom("drafts").select("state").where("id", "=", id).executeTakeFirst())?.state

test("a letter and its repair are two requests of one row, and an end that is repeated adds nothing", async () => {
  const draft = await begun([used(), used(0.5), { ...used(), task: "judge" }])
  expect([await end(draft), await end(draft)]).toEqual([true, true])
  expect(await today()).toMatchObject([{ requests: 3, in: 33, out: 21, cost: 1 }])
})

test("a draft that is no longer this relay's was paid for all the same", async () => {
  const draft = await begun([used()])
  await relay.db.updateTable("drafts").set({ relay: randomUUID() }).where("id", "=", draft.id).execute()
  expect(await end(draft)).toBe(false)
  expect(await today()).toMatchObject([{ requests: 1, cost: 0.25 }])
  const erased = await begun([used()])
  await relay.db.deleteFrom("drafts").where("id", "=", erased.id).execute()
  await erased.usage.storeAlone(relay.db, now)
  expect(await today()).toMatchObject([{ requests: 1, cost: 0.25 }])
})

test("a draft whose cost can't be stored is stored without it", async () => {
  const draft = await begun([used(1e12)])
  expect(await end(draft)).toBe(true)
  expect(await stateOf(draft)).toBe("done")
  expect(await today()).toEqual([])
  expect(String(failures)).toContain("numeric field overflow")
})

test("what is used once the draft has ended is not held", () => {
  const stop = new AbortController()
  const usage = new DraftUsage(stop.signal, () => undefined)
  stop.abort()
  expect([usage.hold(used()), usage.entries]).toEqual([false, []])
})
