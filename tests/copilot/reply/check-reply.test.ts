import { expect, test } from "vitest"
import type { PanelState } from "../../../src/protocol/panel.ts"
import type { ReplyCheckAnswer } from "../../../src/protocol/search.ts"
import { sampleTicket } from "../help/page-double.ts"
import { SOURCE } from "../help/relay-script.ts"
import { KEY, world } from "../help/world.ts"

const OWN = "Hello Anna,\n\nyour parcel arrives tomorrow, Anna Bergmann. Please wait for it."
const REPLY = `${OWN}\n\nOn Thu, Anna wrote:\n> Where is the parcel?\n`

/** Finds the masked sentence about the parcel false, by a sentence of the ticket that names the customer. */
function findsFalse(text: string): ReplyCheckAnswer {
  const start = text.indexOf("your parcel")
  const name = /\[PERSON_\d+\]/.exec(text)?.[0] ?? ""
  const end = text.indexOf(". Please") + 1
  return {
    claims: [
      {
        start,
        end,
        state: "contradicts",
        sources: [1],
        reason: "verifier",
        verdict: { kind: "contradicted", why: `not for ${name}`, evidence: [{ source: 0, text: `${name} has it.` }] }
      },
      { start: end + 1, end: text.length, state: "near", sources: [] }
    ],
    sources: [{ ...SOURCE, n: 1 }],
    verification: { model: "m-1", state: "done", confirmed: 0, doubted: 1, unanswered: [`Who is ${name}?`] }
  }
}

async function checking() {
  const all = await world()
  all.relay.relay.checkReply = findsFalse
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  await panel.draft("ready")
  all.page.editor = REPLY
  const sent = () => all.relay.seen.lookups.filter(({ path }) => path === "/v1/replies/check")
  const check = (rested?: boolean) => all.ask({ kind: "panel-check-reply", key: KEY, ...(rested && { rested }) })
  const pause = () => all.tell({ kind: "reply-paused", ticketId: "1001" })
  const isDone = ({ reply }: PanelState) => reply?.check?.state === "done"
  return { ...all, panel, sent, check, pause, isDone }
}

test("the reply leaves masked, without its quote, with the ticket; what comes back names people again", async () => {
  const all = await checking()
  expect(await all.check()).toEqual({ ok: true })
  const { reply } = await all.panel.until(all.isDone)
  const body = JSON.parse(all.sent()[0]?.body ?? "{}")
  expect(body.text).toMatch(
    /^Hello \[PERSON_\d+\],\n\nyour parcel arrives tomorrow, \[PERSON_\d+\]\. Please wait for it\.$/
  )
  expect(body.ticket.messages.length).toBeGreaterThan(0)
  expect(JSON.stringify(all.sent())).not.toMatch(/Anna|Bergmann/)
  const check = reply?.check
  const [claim, other] = check?.claims ?? []
  expect(check?.text).toBe(OWN)
  expect(OWN.slice(claim?.start, claim?.end)).toBe("your parcel arrives tomorrow, Anna Bergmann.")
  expect(OWN.slice(other?.start, other?.end)).toBe("Please wait for it.")
  expect(claim?.verdict?.evidence[0]?.text).toMatch(/^Anna.* has it\.$/)
  expect(claim?.verdict?.why).toMatch(/^not for Anna/)
  expect(check?.verification?.unanswered?.[0]).toMatch(/^Who is Anna/)
  expect(check).not.toHaveProperty("isChanged")
  expect(all.page.editor).toBe(REPLY)
  const saw = await all.ask({ kind: "panel-inspect", key: KEY })
  expect(saw).toMatchObject({
    saw: { requests: expect.arrayContaining([expect.objectContaining({ path: "/v1/replies/check" })]) }
  })
})

test("a text that was changed since is said to be, and no more so once it is as it was", async () => {
  const all = await checking()
  await all.check()
  await all.panel.until(all.isDone)
  all.page.editor = REPLY.replace("tomorrow", "today")
  all.page.asked = []
  await all.pause()
  await all.panel.until(({ reply, tone }) => reply?.check?.isChanged === true && tone !== undefined)
  // Once, for this check and for the tone's.
  expect(all.page.asked.filter((kind) => kind === "editor-read")).toHaveLength(1)
  all.page.editor = REPLY
  await all.pause()
  await all.panel.until(({ reply }) => reply?.check !== undefined && reply.check.isChanged === undefined)
  expect(all.sent()).toHaveLength(1)
})

test("a text that changes while it is checked is said to have changed", async () => {
  const all = await checking()
  all.relay.relay.checkReply = (text) => {
    all.page.editor = "Another text."
    return findsFalse(text)
  }
  await all.check()
  const { reply } = await all.panel.until(all.isDone)
  expect(reply?.check?.isChanged).toBe(true)
})

test("one check runs at a time, and a rested text is sent once, and again after ten seconds if it is another", async () => {
  const all = await checking()
  let answer = () => {}
  all.relay.relay.checkReply = (text) =>
    new Promise((resolve) => {
      answer = () => resolve(findsFalse(text))
    })
  const first = all.check()
  await all.panel.until(() => all.sent().length === 1)
  expect(await all.check()).toEqual({ ok: true })
  expect(await all.check(true)).toEqual({ ok: true })
  answer()
  expect(await first).toEqual({ ok: true })
  expect(all.sent()).toHaveLength(1)

  all.relay.relay.checkReply = findsFalse
  all.page.editor = `${OWN} Bye.`
  await all.check(true)
  expect(all.sent()).toHaveLength(1)
  all.clock.shift += 10_001
  all.page.editor = REPLY
  await all.check(true)
  expect(all.sent()).toHaveLength(1)
  all.page.editor = `${OWN} Bye.`
  await all.check(true)
  expect(all.sent()).toHaveLength(2)
})

test("an inserted draft that nobody changed isn't sent by itself, but is when asked", async () => {
  const all = await checking()
  all.page.editor = ""
  const { draft } = await all.panel.until((state) => state.draft?.state === "ready")
  const { id = "", text = "" } = draft ?? {}
  const inserted = await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  expect(inserted).toMatchObject({ ok: true })
  await all.check(true)
  expect(all.sent()).toHaveLength(0)
  await all.check()
  expect(all.sent()).toHaveLength(1)
})

test("a note and an empty editor are never sent: said when asked, and what was found before goes", async () => {
  const all = await checking()
  await all.check()
  await all.panel.until(all.isDone)
  all.page.problem = { "editor-read": { code: "not-public" } }
  expect(await all.check()).toEqual({ ok: false, code: "reply-note" })
  expect(await all.check(true)).toEqual({ ok: true })
  await all.pause()
  await all.panel.until(({ reply }) => reply?.check === undefined)
  all.page.problem = {}
  all.page.editor = "  \n"
  expect(await all.check()).toEqual({ ok: false, code: "reply-empty" })
  expect(all.sent()).toHaveLength(1)
})

test("a check that fails says so and leaves the editor alone; the next one can succeed", async () => {
  const all = await checking()
  all.relay.relay.checkReply = undefined
  expect(await all.check()).toMatchObject({ ok: false, code: "database-down" })
  await all.panel.until(({ reply }) => reply?.check?.state === "failed")
  all.relay.relay.checkReply = findsFalse
  await all.check()
  await all.panel.until(all.isDone)
  expect(all.page.editor).toBe(REPLY)
})

test("the thread is the one of now, and a customer's message that comes later is named", async () => {
  const all = await checking()
  const before = sampleTicket()
  const [first] = before.messages
  if (!first) throw new Error("the sample ticket has no message")
  const later = (id: string, text: string, at: string) => ({ ...first, id, text, at })
  const second = later("m8", "Any news?", "2026-11-29T10:00:00Z")
  all.page.ticket = { ...before, messages: [...before.messages, second] }
  await all.check()
  await all.panel.until(all.isDone)
  expect(all.sent()[0]?.body).toContain("Any news?")
  const third = later("m9", "It is here!", "2026-11-29T11:00:00Z")
  all.page.ticket = { ...before, messages: [...before.messages, second, third] }
  await all.opened()
  await all.panel.until(({ reply }) => reply?.check?.newer !== undefined)
})
