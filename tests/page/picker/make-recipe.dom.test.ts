import { expect, test } from "vitest"
import { makeRecipe } from "../../../src/page/picker/make-recipe.ts"
import { readMessages } from "../../../src/page/recipe/read-messages.ts"
import { requireRecipe } from "../../../src/page/recipe/check-recipe.ts"
import { partAt } from "../../../src/page/picker/candidates.ts"
import { layouts } from "../../doubles/unknown/layouts.ts"
import { tickets, type ShownTicket } from "../../doubles/unknown/tickets.ts"

const now = new Date("2026-11-21T09:00:00Z")

/** Draws a layout's page as far as it needs no script and no layout of a browser. */
function draw(name: string, ticket: ShownTicket, path: string): void {
  const layout = layouts.find((one) => one.name === name)
  const drawn = new DOMParser().parseFromString(layout?.page(ticket, path) ?? "", "text/html")
  for (const script of drawn.querySelectorAll("script")) script.remove()
  document.body.replaceChildren(...drawn.body.childNodes)
  document.documentElement.lang = "en"
}

/** The part that somebody means who points at the innermost element with these words. */
function pointed(words: string, part: "subject" | "message"): HTMLElement {
  const [innermost] = [...document.body.querySelectorAll<HTMLElement>("*")]
    .filter(
      (one) =>
        one.textContent?.includes(words) && ![...one.children].some((child) => child.textContent?.includes(words))
    )
    .slice(-1)
  const meant = innermost && partAt(innermost, part)
  if (!meant) throw new Error(`Nothing says "${words}".`)
  return meant
}

test.each([
  ["table", "/tickets/4711"],
  ["div soup", "/tickets/4711"],
  ["frame", "/tickets/4711/inner"]
])("%s: places that are made of one ticket read the next one, and a note in neither", (name, path) => {
  const [first, second] = tickets
  if (!first || !second) throw new Error("There are no tickets.")
  draw(name, first, path)
  const page = {
    document,
    url: new URL(`https://desk.example${path}`),
    fetch: () => Promise.reject(new Error("unused"))
  }
  const reply = document.querySelector<HTMLElement>("textarea,[contenteditable]") ?? undefined
  const recipe = makeRecipe(
    page,
    {
      subject: pointed(first.subject, "subject"),
      customer: [pointed("no shade in the box", "message"), pointed("There is nothing", "message")],
      agent: [pointed("could you look under", "message")],
      reply
    },
    now
  )
  expect(recipe?.messages.agent).toBeDefined()
  requireRecipe(recipe, document)
  expect(JSON.stringify(recipe)).not.toMatch(/Ines|Duarte|Ahlberg|Priya|LL-48301|4711/)
  for (const ticket of [first, second]) {
    draw(name, ticket, path)
    const read = readMessages(document, recipe, now).filter(({ doubt }) => !doubt)
    const expected = ticket.messages.filter(({ by }) => by !== "note")
    expect(read.map(({ role, text }) => [role, text])).toEqual(expected.map(({ by, text }) => [by, text]))
    expect(read.map(({ author }) => author)).toEqual(expected.map((one) => one.name))
  }
})

test("an id that each message has for itself marks neither messages nor who wrote them", () => {
  const drawn = (letters: string) =>
    `<h1>Lamp</h1><main>${[..."ioi"]
      .map(
        (by, n) =>
          `<div id="x${letters[n]}pqez" data-message-id="y${letters[n]}pqez" class="line ${by === "i" ? "inward" : "outward"}"><p>Words of number ${n}</p></div>`
      )
      .join("")}</main>`
  const drawLines = (letters: string) =>
    document.body.replaceChildren(...new DOMParser().parseFromString(drawn(letters), "text/html").body.children)
  const words = (n: number) => pointed(`Words of number ${n}`, "message")
  const page = {
    document,
    url: new URL("https://desk.example/tickets/47"),
    fetch: () => Promise.reject(new Error("-"))
  }
  const roles = (recipe: ReturnType<typeof makeRecipe>) =>
    recipe && readMessages(document, recipe, now).map(({ role }) => role)

  drawLines("abc")
  const three = makeRecipe(page, { customer: [words(0), words(2)], agent: [words(1)] }, now)
  const two = makeRecipe(page, { customer: [words(0)], agent: [words(1)] }, now)
  drawLines("def")
  for (const recipe of [three, two]) expect(roles(recipe)).toEqual(["customer", "agent", "customer"])
})
