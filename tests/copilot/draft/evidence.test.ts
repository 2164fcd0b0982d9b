import { expect, test } from "vitest"
import { KEY, openWorld } from "../help/world.ts"

const NOTE = "The driver lost the parcel in Venlo."

test("the letter is held beside its sources and the public messages, in this browser, and never beside a note", async () => {
  const all = await openWorld()
  all.page.add({ visibility: "internal", role: "agent", author: "Tom", text: NOTE })
  const { id: draftId } = await all.panel.draft("ready")
  const asked = all.page.ticket.messages.find(({ role }) => role === "customer")?.text.split("\n")[0] ?? ""
  const before = all.relay.seen.calls.length
  const answer = await all.ask({
    kind: "panel-evidence",
    key: KEY,
    draftId,
    text: `Parcels arrive within 4 days. ${NOTE}\n\n${asked}`
  })
  const pairs = answer.ok ? (answer.evidence ?? []) : []
  const of = (text: string) => pairs.find((pair) => pair.text === text)
  expect(of("Parcels arrive within 4 days.")?.sources[0]).toMatchObject({
    n: 1,
    differences: [expect.objectContaining({ kind: "figure" })]
  })
  expect(of(NOTE)?.sources.map(({ text }) => text)).not.toContain(NOTE)
  expect(pairs.at(-1)?.sources[0]).toMatchObject({ n: 0, differences: [] })
  expect(all.relay.seen.calls.slice(before)).toEqual([])
})

test("a draft that is gone is refused", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  const draftId = crypto.randomUUID()
  expect(await all.ask({ kind: "panel-evidence", key: KEY, draftId, text: "Hello" })).toEqual({
    ok: false,
    code: "not-ready"
  })
})

test("what the letter says was done is found in this browser, in the draft's language", async () => {
  const all = await openWorld()
  const { id: draftId } = await all.panel.draft("ready")
  const before = all.relay.seen.calls.length
  const text = "Hello,\n\nI have asked the carrier to search for it."
  const answer = await all.ask({ kind: "panel-deeds", key: KEY, draftId, text })
  expect(answer).toEqual({ ok: true, deeds: [expect.objectContaining({ kind: "done", start: 8 })] })
  expect(all.relay.seen.calls.slice(before)).toEqual([])
})
