import { beforeEach, expect, test } from "vitest"
import { NoEditor, NotPublic, PageChanged } from "../../../src/helpdesks/contract/adapter.ts"
import { readMessages } from "../../../src/page/recipe/read-messages.ts"
import { recipeAdapter } from "../../../src/page/recipe/recipe-adapter.ts"
import { unfitPart } from "../../../src/page/recipe/unfit-part.ts"
import { composers } from "../../../src/composers/index.ts"
import { brokenParts, type PartFit } from "../../../src/ticket/page-part.ts"
import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"
import { selfTest } from "../../../src/page/answer-background.ts"

const recipe: PageRecipe = {
  version: 1,
  site: "https://desk.example",
  address: "/inbox/*",
  subject: { through: [], selector: "h1" },
  messages: {
    through: [],
    selector: ".thread > div",
    customer: { kind: "self", selector: ".from-customer" },
    agent: { kind: "self", selector: ".from-agent" },
    head: ["header"],
    time: { selector: "time", attribute: "datetime" }
  },
  reply: { through: [], selector: "textarea" }
}
const line = (by: string, text: string, at = "2026-11-19T16:02:00Z") =>
  `<div class="from-${by}"><header>Somebody <time datetime="${at}">19 Nov</time></header><p>${text}</p></div>`
const THREAD = line("customer", "Where is it?") + line("agent", "On its way.") + line("system", "Status: open")
const pageOf = (thread: string) =>
  `<main><h1>Lamp</h1><div class="thread">${thread}</div><form class="reply"><textarea></textarea></form></main>`

let fetched: string
const page = {
  document,
  url: new URL("https://desk.example/inbox/7?view=1"),
  fetch: () => Promise.resolve(new Response(fetched, { headers: { "content-type": "text/html" } }))
}
const draw = (html: string) =>
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.children)
const signal = new AbortController().signal
const openId = (adapter = recipeAdapter(recipe)) => adapter.openTicket(page)?.ticketId ?? ""

beforeEach(() => {
  draw(pageOf(THREAD))
  fetched = "<html><body><div id=app></div></body></html>"
})

test("a page is read by its places; a message that doesn't say by whom it is isn't read", async () => {
  const adapter = recipeAdapter(recipe)
  const ticket = await adapter.readTicket(page, openId(adapter), signal)
  expect(ticket).toMatchObject({ helpdesk: "taught-page", subject: "Lamp" })
  expect(ticket.messages.map(({ role, visibility, text }) => [role, visibility, text])).toEqual([
    ["customer", "public", "Where is it?"],
    ["agent", "public", "On its way."]
  ])
})

test("line breaks that the page's styles keep are the author's", async () => {
  const mail = "Hi,\n\nwhere is it?\n> It is on its way.\n-- \nAna"
  const other = "<p>Please\n      wait.</p>"
  draw(pageOf(line("customer", mail) + line("agent", "x").replace("<p>x</p>", other)))
  const style = document.createElement("style")
  style.textContent = ".from-customer p { white-space: pre-wrap }"
  document.head.append(style)
  const { messages } = await recipeAdapter(recipe).readTicket(page, openId(), signal)
  style.remove()
  expect(messages.map(({ text }) => text)).toEqual([mail, "Please wait."])
})

test("of a thread of more than a thousand messages the newest are read, at whichever end they stand", () => {
  const lines = Array.from({ length: 1002 }, (_, n) => `<div class="from-customer"><p>Line ${n}</p></div>`)
  const read = (thread: string[], newestFirst?: true) => {
    draw(pageOf(thread.join("")))
    const messages = { ...recipe.messages, ...(newestFirst ? { newestFirst } : {}) }
    const texts = readMessages(document, { ...recipe, messages }, new Date()).map(({ text }) => text)
    return [texts.length, texts[0], texts.at(-1)]
  }
  expect(read(lines)).toEqual([1000, "Line 2", "Line 1001"])
  expect(read(lines.toReversed(), true)).toEqual([1000, "Line 2", "Line 1001"])
})

test("the newest message is another one as soon as the customer has written, with the same words too", async () => {
  const adapter = recipeAdapter(recipe)
  const before = await adapter.newestPublic(page, openId(adapter), signal)
  draw(pageOf(THREAD + line("customer", "Where is it?", "2026-11-20T08:00:00Z")))
  const after = await adapter.newestPublic(page, openId(adapter), signal)
  expect(after.version).not.toBe(before.version)
  expect((await adapter.newestPublic(page, openId(adapter), signal)).version).toBe(after.version)
})

test("where the helpdesk gives the page again, a message that isn't drawn yet is the newest, and is read", async () => {
  const adapter = recipeAdapter(recipe)
  fetched = pageOf(THREAD)
  const before = await adapter.newestPublic(page, openId(adapter), signal)
  fetched = pageOf(THREAD + line("customer", "And now?", "2026-11-20T08:00:00Z"))
  expect((await adapter.newestPublic(page, openId(adapter), signal)).version).not.toBe(before.version)
  const { messages } = await adapter.readTicket(page, openId(adapter), signal)
  expect(messages.at(-1)?.text).toBe("And now?")
})

test("of a thread that the page draws in part, older messages don't count as news", async () => {
  const texts = ["Where is it?", "On its way.", "It is late.", "Sorry."]
  const all = texts.map((text, n) => line(n % 2 ? "agent" : "customer", text, `2026-11-2${n}T08:00:00Z`)).join("")
  const adapter = recipeAdapter(recipe)
  fetched = pageOf(all)
  draw(fetched)
  const { version } = await adapter.newestPublic(page, openId(adapter), signal)
  for (const gone of [1, 2]) {
    document.querySelectorAll(".thread > div")[0]?.remove()
    expect((await adapter.newestPublic(page, openId(adapter), signal)).version, `${gone}`).toBe(version)
  }
  document.querySelectorAll(".thread > div")[1]?.remove()
  expect((await adapter.newestPublic(page, openId(adapter), signal)).version).toBe(version)
  const { messages } = await adapter.readTicket(page, openId(adapter), signal)
  expect(messages.map(({ text }) => text)).toEqual(["It is late.", "Sorry."])
})

test("the address may be ahead of what is drawn: afterwards the newest message is still asked for", async () => {
  const adapter = recipeAdapter(recipe)
  const id = openId(adapter)
  const next = { ...page, url: new URL("https://desk.example/inbox/8?view=1") }
  const list = { ...page, url: new URL("https://desk.example/inbox/unassigned") }
  fetched = pageOf(line("customer", "Another matter."))
  await adapter.newestPublic(next, adapter.openTicket(next)?.ticketId ?? "", signal)
  fetched = "<main><ul><li>Lamp</li></ul></main>"
  await adapter.newestPublic(list, adapter.openTicket(list)?.ticketId ?? "", signal)
  fetched = pageOf(THREAD)
  const before = await adapter.newestPublic(page, id, signal)
  fetched = pageOf(THREAD + line("customer", "And now?", "2026-11-20T08:00:00Z"))
  expect((await adapter.newestPublic(page, id, signal)).version).not.toBe(before.version)
})

test("a message that the page shows while the helpdesk answers is the newest", async () => {
  const adapter = recipeAdapter(recipe)
  const { version } = await adapter.newestPublic(page, openId(adapter), signal)
  fetched = pageOf(THREAD + line("customer", "And now?", "2026-11-20T08:00:00Z"))
  const asked = recipeAdapter(recipe).newestPublic(page, openId(adapter), signal)
  draw(fetched)
  expect((await asked).version).not.toBe(version)
})

test("a ticket that is left while the helpdesk answers isn't read with the next one's subject", async () => {
  const adapter = recipeAdapter(recipe)
  fetched = pageOf(THREAD)
  const reading = adapter.readTicket(page, openId(adapter), signal)
  draw(pageOf(THREAD).replace("Lamp", "Kettle"))
  await expect(reading).rejects.toMatchObject({ part: "not-found" })
})

test("another subject or address is another ticket; a fragment only where it tells tickets apart", () => {
  const at = (href: string, of = recipe) => recipeAdapter(of).openTicket({ ...page, url: new URL(href) })?.ticketId
  const [first, second] = [at("https://desk.example/inbox/7"), at("https://desk.example/inbox/8")]
  expect(first).not.toBe(second)
  expect(at("https://desk.example/inbox/7#reply")).toBe(first)
  const routed = { ...recipe, fragment: true as const }
  expect(at("https://desk.example/inbox/7#/1", routed)).not.toBe(at("https://desk.example/inbox/7#/2", routed))
  draw(pageOf(THREAD).replace("Lamp", "Kettle"))
  expect(at("https://desk.example/inbox/7")).not.toBe(first)
})

test("the box that was shown is written into, unless it or its form looks like a note, or there are two", () => {
  const adapter = recipeAdapter(recipe)
  const find = () => adapter.findReplyEditor(page, openId(adapter))
  expect(find().localName).toBe("textarea")
  expect(() => adapter.findReplyEditor(page, "another")).toThrow(NoEditor)
  const box = document.querySelector("textarea")
  box?.setAttribute("placeholder", "Add an internal note")
  expect(find).toThrow(NotPublic)
  box?.removeAttribute("placeholder")
  box?.insertAdjacentHTML("beforebegin", `<button type="button" aria-pressed="true">Private note</button>`)
  expect(find).toThrow(NotPublic)
  document.querySelector("button")?.setAttribute("aria-pressed", "false")
  expect(find()).toBe(box)
  box?.after(document.createElement("textarea"))
  expect(find).toThrow(PageChanged)
  for (const one of document.querySelectorAll("textarea")) one.remove()
  expect(find).toThrow(NoEditor)
  expect(() => recipeAdapter({ ...recipe, reply: undefined }).findReplyEditor(page, openId())).toThrow(NoEditor)
})

test("a page that has changed says which part isn't there; another page of the site says nothing", () => {
  expect(unfitPart(page, recipe)).toBeUndefined()
  draw(`<main><h2>Lamp</h2><div class="thread">${THREAD}</div></main>`)
  expect(unfitPart(page, recipe)).toBe("subject")
  draw("<main><h1>Lamp</h1><div class=conversation></div></main>")
  expect(unfitPart(page, recipe)).toBe("messages")
  expect(unfitPart({ ...page, url: new URL("https://desk.example/inbox") }, recipe)).toBeUndefined()
  expect(unfitPart({ ...page, url: new URL("https://desk.example/inbox/unassigned") }, recipe)).toBeUndefined()
})

test("where one address shows all tickets and the list, nothing is missed in the list", () => {
  const single = { ...recipe, address: "/inbox" }
  const at = { ...page, url: new URL("https://desk.example/inbox") }
  draw("<main><ul><li>Lamp</li></ul></main>")
  expect(unfitPart(at, single)).toBeUndefined()
  draw("<main><h1>Lamp</h1><div class=conversation></div></main>")
  expect(unfitPart(at, single)).toBe("messages")
})

test("each shown part is looked at; a closed reply box and a note's are not broken, another at its place is", () => {
  const adapter = recipeAdapter(recipe)
  const fits = (): PartFit[] => selfTest({ adapter, composers, page }).parts
  const all = (fit: PartFit["fit"], ...parts: PartFit["part"][]) => parts.map((part) => ({ part, fit }))
  const before = document.documentElement.outerHTML
  expect(fits()).toEqual(all("fits", "subject", "messages", "reply editor", "public marker"))
  expect(document.documentElement.outerHTML).toBe(before)
  const box = document.querySelector("textarea")
  box?.setAttribute("placeholder", "Add an internal note")
  expect(fits().slice(2)).toEqual([...all("absent", "reply editor"), ...all("fits", "public marker")])
  box?.removeAttribute("placeholder")
  box?.after(document.createElement("textarea"))
  expect(brokenParts(fits())).toEqual(["reply editor"])
  for (const one of document.querySelectorAll("textarea")) one.remove()
  expect(fits().slice(2)).toEqual(all("absent", "reply editor", "public marker"))
  draw(`<main><h2>Lamp</h2><div class="thread">${THREAD}</div></main>`)
  expect(brokenParts(fits())).toEqual(["subject"])
  draw("<main><h1>Lamp</h1><div class=conversation></div></main>")
  expect(brokenParts(fits())).toEqual(["messages"])
  draw("<main></main>")
  const elsewhere = { ...page, url: new URL("https://desk.example/inbox") }
  expect(brokenParts(adapter.selfTest(elsewhere))).toEqual([])
})

test("what the agent left out isn't read, and what the agent took in is", async () => {
  const plain = await recipeAdapter(recipe).readTicket(page, openId(), signal)
  const first = plain.messages[0]?.id ?? ""
  const adapter = recipeAdapter(recipe, { out: [first], roles: {} })
  expect((await adapter.readTicket(page, openId(adapter), signal)).messages.map(({ text }) => text)).toEqual([
    "On its way."
  ])
})
