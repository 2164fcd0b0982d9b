import { expect, test, vi } from "vitest"
import { KEY, openWorld } from "./help/world.ts"

const RUDE =
  "Hello Sarah,\n\nplease do NOT call us.\n\nOn Thu, Anna wrote:\n> I asked you TWICE, and you should have answered.\n"

test("the reply is looked at when asked and after a pause, up to the quote, and nothing of it leaves", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  const before = all.relay.seen.calls.length
  all.page.editor = RUDE
  expect(await all.ask({ kind: "panel-tone", key: KEY })).toEqual({ ok: true })
  const { tone } = await all.panel.until((state) => state.tone?.state === "found")
  expect(tone?.findings.map(({ kind, quote }) => [kind, quote])).toEqual([
    ["wrong-name", "Sarah"],
    ["shouting", "NOT"]
  ])

  all.page.editor = ""
  await all.tell({ kind: "reply-paused", ticketId: "1001" })
  await all.panel.until((state) => state.tone?.state === "empty")
  expect(all.relay.seen.calls.slice(before).filter((call) => !call.startsWith("GET "))).toEqual([])
  expect(JSON.stringify(all.relay.seen)).not.toContain("Sarah")
})

test("one click puts the fix into the editor, and what is left is shown", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.page.editor = RUDE
  await all.ask({ kind: "panel-tone", key: KEY })
  const { tone } = await all.panel.until((state) => state.tone?.state === "found")
  const start = tone?.findings[1]?.start ?? 0
  expect(await all.ask({ kind: "panel-tone-fix", key: KEY, start, quote: "NOT" })).toEqual({ ok: true })
  expect(all.page.editor).toBe(RUDE.replace("NOT", "not"))
  await all.panel.until((state) => state.tone?.findings.length === 1)
  // A name is the agent's to change.
  expect(await all.ask({ kind: "panel-tone-fix", key: KEY, start: 6, quote: "Sarah" })).toEqual({
    ok: false,
    code: "words-changed"
  })
})

test("words that were changed meanwhile stay as they are, and the reply is looked at anew", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.page.editor = "Hello Anna, do NOT call."
  await all.ask({ kind: "panel-tone", key: KEY })
  const { tone } = await all.panel.until((state) => state.tone?.state === "found")
  all.page.editor = "Hello Anna, please call."
  expect(
    await all.ask({ kind: "panel-tone-fix", key: KEY, start: tone?.findings[0]?.start ?? 0, quote: "NOT" })
  ).toEqual({ ok: false, code: "words-changed" })
  expect(all.page.editor).toBe("Hello Anna, please call.")
  await all.panel.until((state) => state.tone?.state === "clean")
})

test("a note is never looked at: said when asked, and what was found before goes", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.page.editor = "Hello Anna, do NOT call."
  await all.ask({ kind: "panel-tone", key: KEY })
  await all.panel.until((state) => state.tone?.state === "found")
  all.page.problem = { "editor-read": { code: "not-public" } }
  await all.tell({ kind: "reply-paused", ticketId: "1001" })
  await all.panel.until((state) => state.tone === undefined)
  expect(await all.ask({ kind: "panel-tone", key: KEY })).toEqual({ ok: false, code: "tone-note" })
})

test("the ticket is not read once more than for the draft while nothing newer has come; erased, neither reply nor ticket is left", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.page.editor = RUDE
  const reads = () => all.page.asked.filter((kind) => kind === "ticket-read").length
  const before = reads()
  await all.ask({ kind: "panel-tone", key: KEY })
  await all.panel.until((state) => state.tone?.state === "found")
  expect(reads()).toBe(before)

  expect(await all.ask({ kind: "panel-erase", key: KEY })).toEqual({ ok: true })
  await all.panel.until((state) => state.notice?.code === "erased" && state.tone === undefined)
  await all.ask({ kind: "panel-tone", key: KEY })
  expect(reads()).toBe(before + 1)
})

test("fine here holds for the ticket and never again for the browser; the relay is told the rule, and no word", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.page.editor = RUDE
  const look = () => all.ask({ kind: "panel-tone", key: KEY })
  const decide = (start: number, quote: string, decision: "fine-here" | "never-again") =>
    all.ask({ kind: "panel-tone-decide", key: KEY, start, quote, decision })
  await look()
  const { tone } = await all.panel.until((state) => state.tone?.state === "found")
  const not = tone?.findings[1]?.start ?? 0

  // A wrong name would reach the customer, so its rule can't be hidden.
  expect(await decide(6, "Sarah", "never-again")).toEqual({ ok: false, code: "tone-kept" })
  expect(await decide(6, "Sarah", "fine-here")).toEqual({ ok: true })
  expect(await decide(not, "NOT", "never-again")).toEqual({ ok: true })
  expect(await decide(not, "NOT", "never-again")).toEqual({ ok: false, code: "words-changed" })
  await all.panel.until((state) => state.tone?.state === "clean" && state.tone.hidden?.length === 1)
  await look()
  await all.panel.until((state) => state.tone?.state === "clean")

  await vi.waitFor(() => expect(all.relay.seen.tone.length).toBe(2))
  expect(all.relay.seen.tone.map(({ rule, decision }) => [rule, decision])).toEqual([
    ["wrong-name", "fine-here"],
    ["shouting", "never-again"]
  ])
  expect(JSON.stringify(all.relay.seen)).not.toContain("Sarah")

  expect(await all.ask({ kind: "panel-tone-show-hidden", key: KEY })).toEqual({ ok: true })
  const shown = await all.panel.until((state) => state.tone?.state === "found")
  expect(shown.tone?.findings.map(({ quote }) => quote)).toEqual(["NOT"])
  expect(shown.tone?.hidden).toBeUndefined()
})
