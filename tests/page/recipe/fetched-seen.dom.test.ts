import { afterEach, beforeEach, expect, test } from "vitest"
import { recipeAdapter } from "../../../src/page/recipe/recipe-adapter.ts"
import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"

const recipe: PageRecipe = {
  version: 1,
  site: "https://desk.example",
  address: "/inbox/*",
  messages: {
    through: [],
    selector: ".thread > div",
    customer: { kind: "self", selector: ".customer" },
    agent: { kind: "self", selector: ".agent" },
    head: ["header"]
  }
}
let fetched: string
const page = {
  document,
  url: new URL("https://desk.example/inbox/7"),
  fetch: () => Promise.resolve(new Response(fetched, { headers: { "content-type": "text/html" } }))
}
const by = (kind: "customer" | "agent", text: string, more = "") =>
  `<div class="${kind}"${more}><header>${kind}</header><p>${text}</p></div>`
const PUBLIC = by("customer", "Where is it?") + by("agent", "On its way.")
const TALK = by("agent", "He is rude.") + by("agent", "He is.")
/** A page with the public thread, and another list around which is what hides it. */
const pageOf = (thread: string, open: string, list: string, close: string) =>
  `<body><style>.off { display: none }</style><div class=thread>${thread}</div>${open}${list}${close}`
const draw = (html: string) =>
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.children)
const read = async () => {
  const adapter = recipeAdapter(recipe)
  const { messages } = await adapter.readTicket(
    page,
    adapter.openTicket(page)?.ticketId ?? "",
    AbortSignal.timeout(999)
  )
  return messages.map(({ text }) => text)
}

const standing = Object.getOwnPropertyDescriptor(Element.prototype, "checkVisibility")
beforeEach(() => {
  // jsdom knows the styles, and not this method.
  Element.prototype.checkVisibility = function (this: Element) {
    const isShown = getComputedStyle(this).display !== "none"
    return isShown && (this.parentElement?.checkVisibility() ?? true)
  }
})
afterEach(() => {
  if (standing) Object.defineProperty(Element.prototype, "checkVisibility", standing)
  else Reflect.deleteProperty(Element.prototype, "checkVisibility")
})

test.each([
  [`<div class=thread style="display: none">`, "</div>"],
  [`<section hidden><div class=thread>`, "</div></section>"],
  [`<div class="thread off">`, "</div>"],
  [`<div class=off><div><div class=thread>`, "</div></div></div>"],
  [`<details><summary>Team</summary><div class=thread>`, "</div></details>"]
])("what a list in %s holds isn't read, when it was here before and when it comes", async (open, close) => {
  draw(pageOf(PUBLIC, open, TALK, close))
  fetched = document.body.outerHTML
  if (!open.startsWith("<details")) expect(await read()).toEqual(["Where is it?", "On its way."])
  draw(pageOf(PUBLIC, open, "", close))
  fetched = pageOf(PUBLIC + by("customer", "And now?"), open, TALK, close)
  expect(await read()).toEqual(["Where is it?", "On its way.", "And now?"])
})

test("what a script has hidden here isn't read either, beside a list of the same classes", async () => {
  fetched = pageOf(PUBLIC, "<div class=thread>", TALK + by("agent", "He wrote again."), "</div>")
  draw(pageOf(PUBLIC, "<div class=thread>", TALK, "</div>"))
  document.querySelectorAll<HTMLElement>(".thread")[1]?.style.setProperty("display", "none")
  expect(await read()).toEqual(["Where is it?", "On its way."])
})

test("what a script has shown here is read, and so is a new message beside one that is folded", async () => {
  const open = `<div class=thread id=more style="display:none">`
  fetched = pageOf(by("customer", "And now?") + PUBLIC, open, TALK, "</div>")
  draw(pageOf(PUBLIC, "<div class=thread id=more>", by("agent", "He is rude."), "</div>"))
  document.querySelector<HTMLElement>(".thread > .customer")?.style.setProperty("display", "none")
  expect(await read()).toEqual(["On its way.", "He is rude.", "And now?", "He is."])
})
