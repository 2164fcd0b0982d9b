import { beforeEach, expect, test } from "vitest"
import { makeRecipe } from "../../../src/page/picker/make-recipe.ts"
import { editorNoteSigns } from "../../../src/page/recipe/editor-note-signs.ts"
import { readMessages } from "../../../src/page/recipe/read-messages.ts"
import { requireRecipe } from "../../../src/page/recipe/check-recipe.ts"
import { partAt } from "../../../src/page/picker/candidates.ts"
import { cards, cardsWithoutTimes, drawnByText } from "../../doubles/unknown/newest-first.ts"
import { tickets, type Layout, type ShownTicket } from "../../doubles/unknown/tickets.ts"

const now = new Date("2026-11-21T09:00:00Z")
const page = {
  document,
  url: new URL("https://desk.example/tickets/4711"),
  fetch: () => Promise.reject(new Error("unused"))
}

function draw(layout: Layout, ticket: ShownTicket): void {
  const drawn = new DOMParser().parseFromString(layout.page(ticket, "/tickets/4711"), "text/html")
  for (const script of drawn.querySelectorAll("script")) script.remove()
  document.body.replaceChildren(...drawn.body.childNodes)
  document.documentElement.lang = "en-GB"
}
beforeEach(() => document.body.replaceChildren())

/** The part that somebody means who points at the innermost element with these words. */
function pointed(words: string): HTMLElement {
  const innermost = [...document.body.querySelectorAll<HTMLElement>("*")].findLast((one) =>
    one.textContent?.includes(words)
  )
  const meant = innermost && partAt(innermost, "message")
  if (!meant) throw new Error(`Nothing says "${words}".`)
  return meant
}

const [ticket, another] = tickets
if (!ticket || !another) throw new Error("There are no tickets.")

function shown() {
  return {
    subject: document.querySelector<HTMLElement>("h1,h4") ?? undefined,
    customer: [pointed("no shade in the box"), pointed("There is nothing")],
    agent: [pointed("could you look under")],
    reply: document.querySelector("textarea") ?? undefined
  }
}

const read = (recipe: NonNullable<ReturnType<typeof makeRecipe>>) =>
  readMessages(document, recipe, now)
    .filter(({ doubt }) => !doubt)
    .map(({ role, text }) => [role, text])
const publicOf = ({ messages }: ShownTicket) =>
  messages.filter(({ by }) => by !== "note").map(({ by, text }) => [by, text])

test.each(drawnByText)(
  "$name: the order, the roles and nothing but the text, of this ticket and the next",
  (layout) => {
    draw(layout, ticket)
    // Where nothing tells when, the agent does.
    const said = layout === cardsWithoutTimes ? { newestFirst: true } : {}
    const recipe = makeRecipe(page, { ...shown(), ...said }, now)
    if (!recipe) throw new Error("No recipe.")
    requireRecipe(recipe, document)
    expect(recipe.messages.agent).toBeDefined()
    expect(JSON.stringify(recipe)).not.toMatch(/Ines|Duarte|Ahlberg|Priya|4711/)
    for (const one of [ticket, another]) {
      draw(layout, one)
      expect(read(recipe)).toEqual(publicOf(one))
    }
  }
)

test.each([0, 1, 2])("of the cards' three ways to write, the first is a note and the others are none: %i", (chosen) => {
  draw(cards, ticket)
  const recipe = makeRecipe(page, shown(), now)
  document.querySelectorAll<HTMLInputElement>("input").forEach((one, n) => (one.checked = n === chosen))
  const box = document.querySelector("textarea")
  if (!box) throw new Error("No box.")
  expect(editorNoteSigns(box, page.url.origin, recipe?.messages).length > 0).toBe(chosen === 0)
})
