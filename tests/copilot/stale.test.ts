import { expect, test } from "vitest"
import { goodDraft } from "./help/relay-script.ts"
import { KEY, openWorld } from "./help/world.ts"

const newer = { author: "Anna Bergmann", text: "It came just now.", at: "2026-11-20T10:00:00.000Z" }

test("a newer message makes the draft stale, names who wrote and when, keeps the edits, and asks nothing by itself", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-edit", key: KEY, draftId: id, text: "My words." })
  all.page.add(newer)
  await all.opened()
  const { draft } = await all.panel.until((state) => state.draft?.stale !== undefined)
  expect(draft).toMatchObject({ id, text: "My words.", stale: { author: newer.author, at: newer.at } })
  expect(all.relay.seen.drafts).toHaveLength(1)
  await all.ask({ kind: "panel-regenerate", key: KEY })
  const next = await all.panel.until((state) => state.draft?.state === "ready" && state.draft.id !== id)
  expect(next.draft?.stale).toBeUndefined()
  expect(all.relay.seen.drafts[1]?.body).toContain("It came just now.")
})

test("a message that comes between looking and Insert: nothing goes in, and it is told at once", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  all.page.add(newer)
  expect(await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Hello" })).toEqual({
    ok: false,
    code: "newer-message"
  })
  expect(all.page.editor).toBe("")
  const state = await all.panel.until((one) => one.draft?.stale !== undefined && one.notice?.code === "newer-message")
  expect(state.draft?.stale?.author).toBe("Anna Bergmann")
})

test("a message that comes while the draft is written makes it stale when it is looked at", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.relay.relay.script = (id) => ({ events: goodDraft(id), pauseAfter: 20 })
  void all.ask({ kind: "panel-regenerate", key: KEY })
  await all.panel.draft("writing")
  all.page.add(newer)
  await all.opened()
  all.relay.release()
  await all.panel.draft("ready")
  await all.opened()
  await all.panel.until((state) => state.draft?.stale !== undefined)
})

test("an internal note of a colleague's doesn't make it stale", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.page.add({ visibility: "internal", role: "agent", author: "Maya Lind", text: "Careful with her." })
  await all.opened()
  all.page.asked.length = 0
  await all.opened()
  await all.panel.until((state) => state.relay.state === "online")
  expect(all.panel.states.at(-1)?.draft?.stale).toBeUndefined()
})

test("where the newest message can't be read there is Copy only, until it can", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  // A draft that nobody has seen is held against the whole ticket, any other against its newest message.
  const problems = ["newest-public", "ticket-read"] as const
  for (const kind of problems) all.page.problem[kind] = { code: "unreadable", part: "network" }
  await all.opened()
  await all.panel.until((state) => state.draft?.insert === "copy-only" && state.notice?.code === "unreadable")
  for (const kind of problems) delete all.page.problem[kind]
  await all.opened()
  await all.panel.until((state) => state.draft?.insert === "on" && state.notice === undefined)
})

test.each(["logged-out", "token-wanted", "several", "no-ticket"] as const)(
  "a good read clears a notice that it disproves: %s",
  async (code) => {
    const all = await openWorld()
    await all.panel.draft("ready")
    const problems = ["newest-public", "ticket-read"] as const
    for (const kind of problems) all.page.problem[kind] = { code }
    await all.opened()
    await all.panel.until((state) => state.notice !== undefined)
    for (const kind of problems) delete all.page.problem[kind]
    await all.opened()
    await all.panel.until((state) => state.draft?.insert === "on" && state.notice === undefined)
  }
)

test("a helpdesk that answers again is read again without anybody asking: Insert comes back by itself", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  all.page.problem["draft-insert"] = { code: "unreadable", part: "network" }
  all.page.problem["newest-public"] = { code: "unreadable", part: "network" }
  let reads = 0
  all.page.gate = async (kind) => {
    if (kind === "newest-public" && ++reads === 2) delete all.page.problem["newest-public"]
  }
  expect(await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Hello" })).toMatchObject({ ok: false })
  await all.panel.until((state) => reads === 2 && state.draft?.insert === "on" && state.notice === undefined)
})
