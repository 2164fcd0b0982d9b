import { afterEach, beforeEach, expect, test } from "vitest"
import { LoggedOut, NoEditor, NotPublic, PageChanged, Unreadable } from "../../src/helpdesks/contract/adapter.ts"
import { zendesk } from "../../src/helpdesks/zendesk/adapter.ts"
import { comment } from "../doubles/zendesk/tickets.ts"
import { openZendesk } from "./zendesk-pages.ts"

type Opened = Awaited<ReturnType<typeof openZendesk>>
let opened: Opened
beforeEach(async () => {
  opened = await openZendesk(35436)
})
afterEach(() => opened.close())
const signal = () => AbortSignal.timeout(10_000)
const read = (id = "35436") => zendesk.readTicket(opened.page, id, signal())
const newest = (id = "35436") => zendesk.newestPublic(opened.page, id, signal())
const find = (id = "35436") => zendesk.findReplyEditor(opened.page, id)
const element = (selector: string) => {
  const found = opened.window.document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`the double has no ${selector}`)
  return found
}
const stored = () => {
  const ticket = opened.double.state.tickets.get(35436)
  if (!ticket) throw new Error("the double has lost a ticket")
  return ticket
}
const goTo = (path: string) => (opened.page.url = new URL(path, opened.page.url))

test("of several mounted tickets, the editor is that of the ticket in front and of no other", () => {
  const own = find()
  expect(own.closest("[data-ticket-id]")?.getAttribute("data-ticket-id")).toBe("35436")
  for (const other of ["35437", "35438", "1"]) expect(() => find(other)).toThrow(NoEditor)
  own.remove()
  expect(() => find()).toThrow(PageChanged)
  element('[data-ticket-id="35436"] .composer').remove()
  expect(() => find()).toThrow(NoEditor)
})

test("a message is found by its time below its own ticket, and not at all where two are of one second", () => {
  const log = (ticketId: string, at: string) => zendesk.messageElement?.(opened.page, ticketId, { id: "3", at })
  expect(log("35436", "2026-11-18T08:03:00Z")?.textContent).toContain("could you send a photo")
  expect(log("35436", "2026-11-18T08:03:00.400Z")?.textContent).toContain("could you send a photo")
  expect(log("35438", "2026-11-18T08:03:00Z")).toBeUndefined()
  expect(log("35436", "2026-11-18T08:59:00Z")).toBeUndefined()
  for (const time of opened.window.document.querySelectorAll('[data-ticket-id="35436"] time'))
    time.setAttribute("datetime", "2026-11-18T08:03:00Z")
  expect(log("35436", "2026-11-18T08:03:00Z")).toBeUndefined()
})

test("between two tickets, while address and selected tab differ, none is in front", () => {
  goTo("/agent/tickets/35437")
  expect(zendesk.openTicket(opened.page)).toBeUndefined()
  element("[aria-current]").removeAttribute("aria-current")
  element('a[data-entity-id="35437"]').setAttribute("aria-current", "page")
  expect(zendesk.openTicket(opened.page)?.ticketId).toBe("35437")
  expect(find("35437").dataset["testId"]).toBe("omnicomposer-plain-text-ckeditor")
  expect(() => find("35436")).toThrow(NoEditor)
})

test("lists, dashboards and new tickets are no ticket; a host of one's own is known by its panes", () => {
  for (const path of ["/agent/filters/12", "/agent/dashboard", "/agent/tickets/new/1", "/agent/users/35436"]) {
    goTo(path)
    expect(zendesk.openTicket(opened.page), path).toBeUndefined()
  }
  expect(zendesk.matches(opened.page)).toBe(true)
  element("#main_panes").remove()
  expect(zendesk.matches(opened.page)).toBe(false)
  opened.page.url = new URL("https://brightpots.zendesk.com/agent/tickets/35436")
  expect(zendesk.matches(opened.page)).toBe(true)
  opened.page.url = new URL("https://brightpots.zendesk.com/hc/en-us")
  expect(zendesk.matches(opened.page)).toBe(false)
  opened.page.url = new URL("https://zendesk.com.example.org/agent/tickets/1")
  expect(zendesk.matches(opened.page)).toBe(false)
})

test("only a channel that is known to reach the customer is public", () => {
  const channel = element('[data-ticket-id="35436"] [data-channel]')
  for (const value of ["internal", "", "sms", "WEB", "facebook"]) {
    channel.dataset["channel"] = value
    expect(() => find(), value).toThrow(NotPublic)
  }
  for (const value of ["web", "email", "native_messaging", "chat"]) {
    channel.dataset["channel"] = value
    expect(find(), value).toBeDefined()
  }
  channel.remove()
  expect(() => find()).toThrow(NotPublic)
})

test("two composers in one ticket prove nothing", () => {
  const composer = element('[data-ticket-id="35436"] .composer')
  composer.after(composer.cloneNode(true))
  expect(() => find()).toThrow(NotPublic)
})

test("a side conversation's editor is never the reply's: beside the composer, instead of it, in a ticket whose log is empty", () => {
  const side = element('[data-ticket-id="35436"] .composer').cloneNode(true)
  if (!(side instanceof opened.window.HTMLElement)) throw new Error("no element")
  side.className = "side"
  side.querySelector("[data-channel]")?.remove()
  const own = find()
  element('[data-ticket-id="35436"] .composer').before(side)
  expect(find()).toBe(own)
  own.remove()
  expect(() => find()).toThrow(NotPublic)
  for (const message of opened.window.document.querySelectorAll("article")) message.remove()
  expect(() => find()).toThrow(NotPublic)
  element('[data-ticket-id="35436"] .composer').remove()
  expect(() => find()).toThrow(NotPublic)
})

test("how customer and agent write to each other: by mail, in a conversation, or not told", async () => {
  expect((await read()).channel).toBe("mail")
  for (const id of ["35437", "35444"]) expect((await read(id)).channel, id).toBe("chat")
  stored().via = { channel: "voice" }
  expect((await read()).channel).toBeUndefined()
})

test("the newest turn of a long conversation costs one request of the log; where the log heeds no order, all of it is read", async () => {
  const ticket = opened.double.state.tickets.get(35437)
  const [turn] = ticket?.events ?? []
  if (!ticket || !turn) throw new Error("the double has lost a conversation")
  ticket.events = Array.from({ length: 250 }, (_, n) => ({
    ...turn,
    id: `03${String(n).padStart(4, "0")}`,
    created_at: new Date(Date.UTC(2026, 10, 18, 9, 0, n)).toISOString()
  }))
  const logs = () => opened.double.state.calls.filter((call) => call.includes("/conversation_log")).length
  expect((await newest("35437")).version).toBe("030249")
  expect(logs()).toBe(1)
  opened.double.state.log = "unsorted"
  expect((await newest("35437")).version).toBe("030249")
  expect(logs()).toBe(4)
})

test("without a log, messaging is not read by halves; a chat is what its comments hold", async () => {
  opened.double.state.log = "missing"
  await expect(read("35437")).rejects.toMatchObject({ part: "not-found" })
  await expect(newest("35437")).rejects.toMatchObject({ part: "not-found" })
  expect((await read("35444")).messages.map(({ id }) => id)).toEqual(["71", "72"])
  expect((await newest("35444")).version).toBe("72")
})

test("a comment that appears makes the page tell again", () => {
  const before = zendesk.openTicket(opened.page)?.thread
  const log = element('[data-ticket-id="35436"] article')
  log.after(log.cloneNode(true))
  expect(zendesk.openTicket(opened.page)?.thread).not.toBe(before)
})

test("who is who: requester, signed-in agent, everyone else with a name", async () => {
  const ticket = await read()
  expect(ticket.agent).toEqual({ name: "Noor Haddad", email: "noor@brightpots.example" })
  expect(ticket.people?.map(({ name }) => name)).toEqual(["Noor Haddad", "Bea Quist", "Piet Vos"])
  expect(ticket).toMatchObject({ locale: "pt", fields: { Priority: "normal", Type: "question" } })
})

test("the requester is the customer, even a colleague who asks; a colleague's note stays a note", async () => {
  const ticket = stored()
  const [noor, piet] = [9001, 9002]
  Object.assign(ticket, {
    requester_id: piet,
    comments: [
      comment(1, piet, "My own bowl broke."),
      comment(2, noor, "A photo, please?"),
      comment(3, piet, "Between us.", { public: false }),
      comment(4, piet, "Here it is.")
    ]
  })
  const { messages, requester } = await read()
  expect(requester.name).toBe("Piet Vos")
  expect(messages.map(({ role, visibility }) => `${visibility} ${role}`)).toEqual([
    "public customer",
    "public agent",
    "internal agent",
    "public customer"
  ])
})

test("a long ticket is read in cursor pages, its newest message in one", async () => {
  const { messages } = await read("35441")
  expect(messages).toHaveLength(230)
  expect(opened.double.state.calls.filter((call) => call.includes("/comments.json"))).toHaveLength(3)
  opened.double.state.calls = []
  expect((await newest("35441")).version).toBe("1228")
  expect(opened.double.state.calls.filter((call) => call.includes("/comments.json"))).toHaveLength(1)
})

test("a reply that comes while drafting is the newest, a note is not", async () => {
  const { comments } = stored()
  comments.push(comment(5, 9001, "internal", { public: false }))
  expect(await newest()).toEqual({ version: "4", note: "5" })
  comments.push(comment(6, 9101, "One more thing"))
  expect(await newest()).toEqual({ version: "6", note: "5" })
})

test.each(["json", "text"] as const)(
  "told to slow down (%s): asked once more after a short wait, else said",
  async (body) => {
    Object.assign(opened.double.state.limit, { times: 1, retryAfter: "0", body })
    expect((await newest()).version).toBe("4")
    Object.assign(opened.double.state.limit, { times: 9, retryAfter: "0" })
    await expect(newest()).rejects.toMatchObject({ part: "rate-limit" })
    Object.assign(opened.double.state.limit, { times: 9, retryAfter: "60" })
    const failed = await read().catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Unreadable)
    expect(failed).toMatchObject({ part: "rate-limit", retryAfter: 60, retryable: true })
  }
)

test("signed out, by a refusal or by a way to the login page", async () => {
  for (const how of ["401", "redirect"] as const) {
    opened.double.state.loggedOut = how
    await expect(read(), how).rejects.toThrow(LoggedOut)
    await expect(newest(), how).rejects.toThrow(LoggedOut)
  }
})

test("no such ticket, and a wait that is called off", async () => {
  await expect(read("7")).rejects.toMatchObject({ part: "not-found" })
  opened.double.state.delay = 5000
  const stop = new AbortController()
  const waiting = zendesk.readTicket(opened.page, "35436", stop.signal)
  stop.abort(new Error("the agent went on"))
  await expect(waiting).rejects.toThrow("the agent went on")
})

test("absent is not broken: no priority, tags, subject or author; broken is said by its part", async () => {
  const ticket = stored()
  Object.assign(ticket, { priority: null, tags: undefined, subject: null })
  Object.assign(ticket.comments[0] ?? {}, { author_id: -1 })
  const found = await read()
  expect(found).toMatchObject({ subject: "", tags: [], fields: { Type: "question" } })
  expect(found.messages[0]).toMatchObject({ author: "", role: "system" })
  Object.assign(ticket.comments[1] ?? {}, { public: "no" })
  await expect(read()).rejects.toMatchObject({ name: "PageChanged", part: "visibility" })
  Object.assign(ticket, { comments: [{ ...comment(1, 9101, ""), created_at: undefined }] })
  await expect(read()).rejects.toMatchObject({ name: "PageChanged", part: "time" })
  Object.assign(ticket, { requester_id: undefined })
  await expect(read()).rejects.toMatchObject({ name: "PageChanged", part: "requester" })
})

test("the signature that Zendesk adds is none of the agent's words; a customer's mail is read whole", async () => {
  // As its API gives it: within the comment, with a closing of its own and no line that parts it off.
  const signed = (words: string) =>
    `<div class="zd-comment" dir="auto">${words}<div class="signature"><p dir="ltr">Best regards,</p><p dir="ltr">Noor Haddad<br>\r\nBright Pots</p></div></div>`
  stored().comments.push(
    comment(5, 9001, "", { html_body: signed("<p>It leaves today.</p><p>Kind regards<br>Noor</p>") }),
    comment(6, 9101, "", { html_body: signed("<p>My address has changed.</p>") }),
    comment(7, 9001, "", { html_body: signed("") })
  )
  expect((await read()).messages.slice(-3).map(({ text }) => text)).toEqual([
    "It leaves today.\n\nKind regards\nNoor",
    "My address has changed.\n\nBest regards,\n\nNoor Haddad\nBright Pots",
    ""
  ])
})

test("a message of 100,000 characters, and panes that are gone", async () => {
  const text = "Ünïcode words. ".repeat(7000).trim()
  stored().comments.push(comment(5, 9101, text))
  expect((await read()).messages.at(-1)?.text).toBe(text)
  element("#main_panes").remove()
  expect(() => find()).toThrow("ticket pane")
})

test("who is signed in is asked once a page", async () => {
  const asked = () => opened.double.state.calls.filter((call) => call.includes("users/me.json")).length
  expect((await read()).agent).toEqual((await read("35437")).agent)
  expect(asked()).toBe(1)
})
