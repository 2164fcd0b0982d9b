import { beforeEach, expect, test } from "vitest"
import { textarea } from "../../../src/composers/textarea/composer.ts"
import { insertDraft } from "../../../src/page/insert-draft.ts"
import { recipeAdapter } from "../../../src/page/recipe/recipe-adapter.ts"
import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"

/** A desk whose address stays the same, whichever ticket is open. */
const recipe: PageRecipe = {
  version: 1,
  site: "https://desk.example",
  address: "/inbox",
  subject: { through: [], selector: "h1" },
  messages: {
    through: [],
    selector: ".thread > div",
    customer: { kind: "self", selector: ".customer" },
    agent: { kind: "self", selector: ".agent" },
    head: ["header"]
  },
  reply: { through: [], selector: "textarea" }
}
/** One whose address has a part that looks as if it named the ticket, and names the team's inbox. */
const inTeam = { ...recipe, address: "/teams/*/inbox" }
const pageAt = (path: string) => ({
  document,
  url: new URL(path, recipe.site),
  fetch: () => Promise.resolve(new Response("<div id=app></div>", { headers: { "content-type": "text/html" } }))
})
const [page, teamPage] = [pageAt("/inbox"), pageAt("/teams/7/inbox")]
const by = (kind: "customer" | "agent", head: string, text: string) =>
  `<div class="${kind}"><header>${head}</header><p>${text}</p></div>`
const draw = (...lines: string[]) => {
  const html = `<h1>Contact form</h1><div class=thread>${lines.join("")}</div><form><textarea></textarea></form>`
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.children)
}
const [sam, news] = [by("agent", "Sam", "We look into it."), by("customer", "Visitor", "Any news?")]
const ana = [by("customer", "Visitor", "Refund my card"), sam, news]
const ben = [by("customer", "Visitor", "My lamp is broken"), sam, news]
const signal = new AbortController().signal
const versionOf = async (adapter: ReturnType<typeof recipeAdapter>, of = page) =>
  (await adapter.newestPublic(of, adapter.openTicket(of)?.ticketId ?? "", signal)).version

beforeEach(() => draw(...ana))

test.each([
  ["names no ticket", recipe, page],
  ["names something else", inTeam, teamPage]
])("where the address %s, a draft isn't inserted into another ticket that ends alike", async (_, places, at) => {
  const adapter = recipeAdapter(places)
  const { ticketId } = adapter.openTicket(at) ?? { ticketId: "" }
  const version = await versionOf(adapter, at)
  const insert = () =>
    insertDraft(
      { adapter, composers: [textarea], page: at },
      { kind: "draft-insert", ticketId, version, text: "Dear Ana" },
      signal
    )
  draw(...ben)
  await expect(insert()).rejects.toThrow()
  expect(document.querySelector("textarea")?.value).toBe("")
  draw(...ana)
  expect(await insert()).toMatchObject({ ok: true })
})

test("customers with other names have other tickets, with the same words and after a reload too", async () => {
  const seen = new Set<string>()
  for (const name of ["Ana", "Ben"]) {
    draw(by("customer", name, "Any news?"))
    for (const at of [page, teamPage]) seen.add(await versionOf(recipeAdapter(at === page ? recipe : inTeam), at))
  }
  expect(seen.size).toBe(2)
  const [first, second] = [ana, ben].map((lines) => {
    draw(...lines)
    return recipeAdapter(recipe).openTicket(page)?.ticketId
  })
  expect(first).not.toBe(second)
})

test("ticket and newest message stay what they are while older messages come and go, or a time goes on", async () => {
  const adapter = recipeAdapter(recipe)
  const now = async () => [adapter.openTicket(page)?.ticketId, await versionOf(adapter)]
  const lines = ["Hello", "It is about my card", "Please refund it", "Any news?"]
  const drawn = (from: number, time: string) =>
    draw(...lines.slice(from).map((text) => by("customer", `Ana Silva ${time}`, text)))
  drawn(1, "just now")
  const before = await now()
  drawn(0, "5 minutes ago")
  expect(await now()).toEqual(before)
  drawn(3, "yesterday")
  expect(await now()).toEqual(before)
  draw(...lines.slice(2).map((text) => by("customer", "Ana Silva", text)), sam)
  const [ticketId, version] = await now()
  expect(ticketId).toBe(before[0])
  expect(version).not.toBe(before[1])
})
