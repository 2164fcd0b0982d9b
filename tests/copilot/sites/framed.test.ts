import { expect, test } from "vitest"
import { KEY, openWorld } from "../help/world.ts"

const LETTER = "Hello Anna Bergmann,\n\nParcels arrive within 3 days.\n\nKind regards\nTom Baker"

test("where the helpdesk greets and signs by itself, Insert leaves both out, and elsewhere it doesn't", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  const origin = new URL(all.browser.tabs.get(10)?.url ?? "").origin
  const insert = () => all.ask({ kind: "panel-insert", key: KEY, draftId: id, text: LETTER, anyway: true })
  expect(await all.ask({ kind: "popup-frame", origin: "https://other.example", isFramed: true })).toEqual({ ok: true })
  await insert()
  expect(all.page.editor).toBe(LETTER)
  await all.ask({ kind: "popup-frame", origin, isFramed: true })
  all.page.editor = ""
  await insert()
  expect(all.page.editor).toBe("Parcels arrive within 3 days.")
  const answer = await all.ask({ kind: "popup-status" })
  expect(answer.ok && answer.status?.site).toMatchObject({ origin, framed: true })
  await all.ask({ kind: "popup-frame", origin, isFramed: false })
  all.page.editor = ""
  await insert()
  expect(all.page.editor).toBe(LETTER)
})

test("a team's last message that greets and signs twice is told, until Insert leaves both out", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  const doubled = `Dear Anna,\n\n${LETTER}\n\nBest regards,\nLumen Support`
  const [first] = all.page.ticket.messages
  if (!first) throw new Error("the ticket has no message")
  const at = (minute: number) => new Date(Date.parse(first.at) + minute * 60_000).toISOString()
  all.page.ticket = {
    ...all.page.ticket,
    messages: [
      ...all.page.ticket.messages,
      { ...first, id: "m8", role: "agent", author: "Tom Baker", at: at(60), text: doubled },
      { ...first, id: "m9", at: at(90), text: "It still isn't here." }
    ]
  }
  await all.opened()
  await all.panel.until(({ notice }) => notice?.code === "framed-twice" && notice.data?.["what"] === "both")
})
