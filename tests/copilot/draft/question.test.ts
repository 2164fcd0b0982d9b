import { expect, test } from "vitest"
import { KEY, openWorld } from "../help/world.ts"

const NOTE = "The driver lost the parcel in Venlo."

test("a question is sent masked as a search; the nearest sentences come from pages and public messages, never from a note", async () => {
  const all = await openWorld()
  all.page.add({ visibility: "internal", role: "agent", author: "Tom", text: NOTE })
  await all.panel.draft("ready")
  const asked = all.page.ticket.messages.find(({ role }) => role === "customer")?.text.split("\n")[0] ?? ""
  const before = all.relay.seen.calls.length
  const answer = await all.ask({ kind: "panel-ask", key: KEY, question: `${asked} Venlo?` })
  const found = answer.ok ? answer.asked : undefined
  expect(found?.sentences.some(({ n }) => n === 0)).toBe(true)
  expect(JSON.stringify(found)).not.toContain("driver lost")
  expect(all.relay.seen.calls.slice(before)).toEqual(["POST /v1/knowledge/search"])
})

test("an empty question is refused", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  expect(await all.ask({ kind: "panel-ask", key: KEY, question: "  " })).toMatchObject({
    ok: false,
    code: "search-empty"
  })
})
