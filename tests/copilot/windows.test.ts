import { expect, test, vi } from "vitest"
import { soon } from "../soon.ts"
import { pageDouble, sampleTicket } from "./help/page-double.ts"
import { KEY, openWorld, world } from "./help/world.ts"

test("two windows and a second tab on one ticket share one reading and one draft", async () => {
  const all = await world()
  await all.pair()
  all.openTab(10, 1)
  all.openTab(11, 2)
  all.openTab(12, 2)
  const panels = [all.openPanel(1), all.openPanel(2), all.openPanel(2, true)]
  await Promise.all([all.opened(10), all.opened(11), all.opened(12)])
  const drafts = await Promise.all(panels.map((panel) => panel.draft("ready")))
  expect(new Set(drafts.map(({ id }) => id)).size).toBe(1)
  expect(all.relay.seen.drafts).toHaveLength(1)
  await soon(() => expect(all.relay.seen.summaries).toHaveLength(1))
  expect(all.page.asked.filter((kind) => kind === "ticket-read")).toHaveLength(1)
  await all.ask({ kind: "panel-edit", key: KEY, draftId: drafts[0]?.id ?? "", text: "Seen in all." })
  await Promise.all(panels.map((panel) => panel.until((state) => state.draft?.text === "Seen in all.")))
})

test("Insert goes into the tab that was last in front", async () => {
  const all = await openWorld()
  const second = pageDouble(sampleTicket())
  all.openTab(20, 2, second)
  await all.opened(20)
  const { id } = await all.panel.draft("ready")
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Hello" })
  expect([all.page.editor, second.editor]).toEqual(["", "Hello"])
  all.browser.focus(1)
  all.browser.front.set(1, 10)
  all.worker.fire("focused", 1)
  await all.panel.until((state) => state.draft?.inserted === true)
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Hello" })
  expect(all.page.editor).toBe("Hello")
})

test("a side panel follows its window's tab; a panel in a tab follows the helpdesk tab last in front", async () => {
  const all = await world()
  await all.pair()
  const other = pageDouble(sampleTicket({ ticketId: "1002", subject: "Second" }))
  all.openTab(10, 1)
  all.openTab(20, 2, other, "http://localhost:4000/tickets/1002")
  await all.opened(10)
  await all.opened(20, "1002")
  const side = all.openPanel(1)
  const tab = all.openPanel(3, true)
  await side.until((state) => state.ticket?.ticketId === "1001")
  await tab.until((state) => state.ticket?.ticketId === "1002")

  all.browser.front.set(1, 99)
  all.worker.fire("activated", 99, 1)
  await side.until((state) => state.phase === "empty")
  all.worker.fire("activated", 10, 1)
  all.browser.front.set(1, 10)
  all.worker.fire("activated", 10, 1)
  await side.until((state) => state.ticket?.ticketId === "1001")
  await tab.until((state) => state.ticket?.ticketId === "1001")

  all.browser.tabs.delete(10)
  all.worker.fire("removed", 10)
  await tab.until((state) => state.ticket?.ticketId === "1002")
})

test("a panel in a tab shows the ticket in front last, even if its page told so only behind another tab", async () => {
  const all = await openWorld()
  const tab = all.openPanel(3, true)
  await tab.until((state) => state.ticket?.ticketId === "1001")
  const other = pageDouble(sampleTicket({ ticketId: "1002", subject: "Second" }))
  all.openTab(20, 1, other, "http://localhost:4000/tickets/1002")
  all.worker.fire("activated", 20, 1)
  all.worker.fire("activated", 99, 1)
  all.browser.front.set(1, 99)
  await all.tell({ kind: "ticket-opened", helpdesk: "sample", ticketId: "1002" }, 20, false)
  await tab.until((state) => state.ticket?.ticketId === "1002")
})

test("a selected text is asked of the tab in front; a page that refuses says why, and so does a site that isn't allowed", async () => {
  const all = await world()
  await all.pair()
  const unknown = pageDouble(sampleTicket({ helpdesk: "selected-text", ticketId: "k7", subject: "" }))
  all.openTab(30, 1, unknown, "http://localhost:4000/inbox/7")
  const panel = all.openPanel(1)
  const { site } = await panel.until((state) => state.site !== undefined)
  expect(site).toMatchObject({ tabId: 30 })
  const take = () => all.ask({ kind: "panel-take-selection", of: { tabId: 30 } })
  unknown.problem["selection-take"] = { code: "no-selection" }
  expect(await take()).toEqual({ ok: false, code: "no-selection" })
  unknown.problem["selection-take"] = undefined
  expect(await take()).toEqual({ ok: true })
  expect(all.browser.desks).toEqual([[30], [30]])
  // On a site that the organisation forbids, nothing is asked of the page.
  all.browser.policy.set = { allowedSites: ["https://desk.example"] }
  expect(await take()).toEqual({ ok: false, code: "policy" })
  all.browser.policy.set = {}
  expect(all.browser.desks).toEqual([[30], [30]])

  await all.tell({ kind: "ticket-opened", helpdesk: "selected-text", ticketId: "k7" }, 30)
  const state = await panel.until(({ draft }) => draft?.state === "ready")
  expect(state.draft?.insert).toBe("copy-only")
  expect(await all.ask({ kind: "panel-take-selection", of: { ticket: state.ticket?.key ?? "" } })).toEqual({ ok: true })
  expect(await all.ask({ kind: "panel-take-selection", of: { ticket: "gone" } })).toEqual({
    ok: false,
    code: "other-ticket"
  })
})

test("a ticket that is left shows nothing any more, said by the page or found out", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  await all.tell({ kind: "ticket-left" })
  await all.panel.until((state) => state.phase === "empty")
  await all.opened()
  await all.panel.draft("ready")
  all.browser.tabs.set(10, {
    windowId: 1,
    url: "http://localhost:4000/",
    answer: () => Promise.reject(new Error("nobody"))
  })
  all.worker.fire("loaded", 10)
  await all.panel.until((state) => state.phase === "empty")
})

test("a step within a single page, which the browser calls a load, doesn't take away the ticket that came", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.page.ticket = sampleTicket({ ticketId: "1002" })
  all.page.gate = async (kind) => {
    if (kind === "page-probe") await all.opened(10, "1002")
  }
  all.worker.fire("loaded", 10)
  await all.panel.until((state) => state.ticket?.ticketId === "1002" && state.draft?.state === "ready")
})

test("a page that draws its ticket anew has none for a moment: that takes nothing away", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  const asked = vi.fn(() => Promise.resolve({ ok: true, helpdesk: "sample" }))
  all.browser.tabs.set(10, { windowId: 1, url: "http://localhost:4000/tickets/1001", answer: asked })
  all.worker.fire("loaded", 10)
  await soon(() => expect(asked).toHaveBeenCalled())
  const before = all.panel.states.length
  await all.ask({ kind: "panel-edit", key: KEY, draftId: (await all.panel.draft("ready")).id, text: "Still there." })
  await all.panel.until((state) => state.draft?.text === "Still there.")
  expect(all.panel.states.slice(before).map((state) => state.phase)).not.toContain("empty")
})

test("with another ticket in front, Insert from the old letter does nothing", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  all.page.ticket = sampleTicket({ ticketId: "1002" })
  expect(await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Hello" })).toMatchObject({
    ok: false,
    code: "other-ticket"
  })
  await all.opened(10, "1002")
  expect(await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: "Hello" })).toMatchObject({
    ok: false,
    code: "other-ticket"
  })
  expect(all.page.editor).toBe("")
})

test("the same number in another helpdesk is another ticket", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.browser.named.add("http://localhost:5000")
  all.openTab(30, 1, all.page, "http://localhost:5000/tickets/1001")
  await all.opened(30)
  const { ticket } = await all.panel.until(
    (state) => state.ticket !== undefined && state.ticket.key !== KEY && state.draft?.state === "ready"
  )
  expect(ticket?.ticketId).toBe("1001")
  expect(all.relay.seen.drafts).toHaveLength(2)
})

test("keys of the browser reach the panel of their window, once each; the one that opens the panel does so in its own turn", async () => {
  const all = await openWorld()
  const far = all.openPanel(7)
  await all.panel.draft("ready")
  await far.until((state) => state.phase === "empty")
  all.worker.fire("command", "insert", 1)
  const first = await all.panel.until((state) => state.key?.name === "insert")
  all.worker.fire("command", "next", 1)
  const second = await all.panel.until((state) => state.key?.name === "next")
  expect(second.key?.n).toBeGreaterThan(first.key?.n ?? 0)
  expect(far.states.some((state) => state.key !== undefined)).toBe(false)
  all.worker.fire("command", "open-panel", 4)
  await soon(() => expect(all.browser.opened).toEqual([4]))
})

test("a web page can't give the extension's own orders", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  expect(await all.tell({ kind: "popup-wipe" })).toBeUndefined()
  expect(await all.tell({ kind: "panel-erase", key: KEY })).toBeUndefined()
  expect(all.browser.kept.local.has("pairing")).toBe(true)
})

test("a page with a list alone gets it where the person wants lists prepared", async () => {
  const all = await openWorld()
  const desks = async () => {
    await all.tell({ kind: "list-spotted", helpdesks: ["redmine"] })
    return all.browser.desks
  }
  expect(await desks()).toEqual([])
  await all.ask({ kind: "popup-prepare", list: true })
  expect(await desks()).toEqual([[10, "redmine"]])
  await all.ask({ kind: "popup-prepare", on: false })
  expect(await desks()).toEqual([[10, "redmine"]])
})

test("a page that may show a ticket gets what reads it: the adapters of the helpdesks it named, if they have one, and no other", async () => {
  const all = await openWorld()
  expect(all.browser.desks).toEqual([])
  await all.tell({ kind: "ticket-spotted", helpdesks: ["zendesk"] })
  await all.tell({ kind: "ticket-spotted", helpdesks: ["redmine", "zammad"] })
  await all.tell({ kind: "ticket-spotted", helpdesks: ["front"] })
  await all.tell({ kind: "ticket-spotted", helpdesks: ["../popup"] })
  expect(all.browser.desks).toEqual([[10, "zendesk"], [10, "redmine", "zammad"], [10, "front"], [10]])
})

test("a draft that is kept stands in the first picture of its ticket, also of a new worker", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  const before = all.panel.states.length
  all.revive()
  await soon(() => expect(all.panel.states.slice(before).some(({ phase }) => phase === "ticket")).toBe(true))
  const shown = all.panel.states.slice(before).filter(({ phase }) => phase === "ticket")
  expect(shown.map(({ draft }) => draft?.id)).toEqual(shown.map(() => id))
})

test("what the page of a closed tab has still said doesn't bring its ticket back", async () => {
  const all = await world()
  await all.pair()
  all.openTab(10)
  all.openTab(20, 1, pageDouble(sampleTicket({ ticketId: "1002" })), "http://localhost:4000/tickets/1002")
  const tab = all.openPanel(3, true)
  await all.opened(10)
  await tab.until((state) => state.ticket?.ticketId === "1001")
  const late = all.opened(20, "1002")
  all.browser.tabs.delete(20)
  all.worker.fire("removed", 20)
  await late
  const { phase } = await tab.until((state) => state.ticket?.ticketId !== "1002")
  expect(phase).toBe("ticket")
  await all.ask({ kind: "panel-refresh" })
  expect((await tab.until((state) => state.ticket !== undefined)).ticket?.ticketId).toBe("1001")
})
