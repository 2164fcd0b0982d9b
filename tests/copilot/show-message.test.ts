import { expect, test } from "vitest"
import { KEY, openWorld } from "./help/world.ts"

test("a line of the summary leads to its message in the page, and what the bar says stays", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Parcels arrive within 3 days." })
  await all.panel.notice("inserted")
  expect(await all.ask({ kind: "panel-show-message", key: KEY, messageId: "m1" })).toEqual({ ok: true })
  expect(all.page.shown).toEqual(["m1 2026-11-20T09:00:00.000Z"])
  expect(all.panel.states.at(-1)?.notice?.code).toBe("inserted")
})

test("what is not on the page, not in the thread or no longer open is said as such", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  const show = (messageId: string) => all.ask({ kind: "panel-show-message", key: KEY, messageId })
  all.page.problem = { "message-show": { code: "no-message" } }
  expect(await show("m1")).toEqual({ ok: false, code: "no-message" })
  expect(await show("n1")).toEqual({ ok: false, code: "no-message" })
  all.page.problem = { "message-show": { code: "other-ticket" } }
  expect(await show("m1")).toEqual({ ok: false, code: "other-ticket" })
  await all.tell({ kind: "ticket-left" })
  expect(await show("m1")).toEqual({ ok: false, code: "other-ticket" })
  expect(all.page.shown).toEqual([])
})
