import { afterAll, beforeEach, expect, onTestFinished, test, vi } from "vitest"
import { makeRecipe } from "../../../src/page/picker/make-recipe.ts"
import { observePlaces } from "../../../src/page/recipe/observe-places.ts"
import { readMessages } from "../../../src/page/recipe/read-messages.ts"
import { replyBox } from "../../../src/page/recipe/recipe-adapter.ts"
import { subjectOf } from "../../../src/page/recipe/ticket-in-front.ts"

/** A helpdesk with tabs keeps the tickets that were opened in its page, and hides all but one of them. */
const tickets = {
  lamp: ["My lamp has no shade.", "Is it at the bottom?", "It is not."],
  kettle: ["The kettle is broken.", "We send another.", "When does it come?"],
  mug: ["Where is my mug?"]
} as const
type Name = keyof typeof tickets
const FILLING = "position:absolute;inset:0;background:white;"
const ways: [string, { front: string; behind: string }][] = [
  ["not drawn", { front: FILLING, behind: "display:none" }],
  ["behind the others", { front: `${FILLING}z-index:2`, behind: `${FILLING}z-index:1` }],
  ["beside the window", { front: FILLING, behind: `${FILLING}transform:translateX(-100%)` }],
  ["transparent above the others", { front: FILLING, behind: `${FILLING}z-index:3;opacity:0` }],
  ["without height", { front: "height:auto", behind: "height:0;overflow:hidden" }]
]
const partsOf = (name: Name) =>
  `<h2 class="subject">Order</h2><div class="thread">${tickets[name]
    .map((text, n) => `<div class="line ${n === 1 ? "outgoing" : "incoming"}"><p>${text}</p></div>`)
    .join("")}</div><form><textarea name="answer"></textarea></form>`
const parsed = (html: string) => [...new DOMParser().parseFromString(html, "text/html").body.children]
const names = Object.keys(tickets) as Name[]
/** A window of its own, because tests run in a frame of a page that isn't theirs. */
const view = window.open("about:blank", "", "width=900,height=700")
if (!view) throw new Error("No window opens.")
const { document } = view
afterAll(() => view.close())
const page = { document, url: new URL("https://desk.example/inbox"), fetch: () => Promise.reject(new Error("unused")) }

beforeEach(() => {
  document.documentElement.style.height = "100%"
  document.body.style.cssText = "margin:0;height:100%;position:relative;overflow:hidden"
})

function bringToFront(
  holders: Map<Name, HTMLElement>,
  name: Name,
  { front, behind }: { front: string; behind: string }
) {
  for (const [each, holder] of holders) holder.style.cssText = each === name ? front : behind
}

/** Shows the parts of the ticket in front. */
function recipeOf(tree: ParentNode) {
  const [first, agent, second] = tree.querySelectorAll<HTMLElement>(".line")
  const [subject] = tree.querySelectorAll<HTMLElement>("h2")
  const [reply] = tree.querySelectorAll("textarea")
  if (!first || !agent || !second) throw new Error("It has no messages.")
  const recipe = makeRecipe(page, { subject, customer: [first, second], agent: [agent], reply }, new Date())
  if (!recipe) throw new Error("It can't be read.")
  return recipe
}
const shownTexts = (recipe: ReturnType<typeof recipeOf>) =>
  readMessages(document, recipe, new Date()).map(({ text }) => text)

test.each(ways)("of tickets in one page those that are %s aren't read or written into", async (_, way) => {
  const panes = new Map(
    names.map((name) => {
      const pane = document.createElement("section")
      pane.append(...parsed(partsOf(name)))
      return [name, pane] as const
    })
  )
  document.body.replaceChildren(...panes.values())
  bringToFront(panes, "lamp", way)
  const lamp = panes.get("lamp")
  if (!lamp) throw new Error("There is no lamp.")
  const recipe = recipeOf(lamp)
  const looked = vi.fn()
  const watching = new AbortController()
  onTestFinished(() => watching.abort())
  observePlaces(document, recipe, looked, watching.signal)
  for (const name of ["kettle", "mug", "lamp"] as const) {
    looked.mockClear()
    bringToFront(panes, name, way)
    expect(shownTexts(recipe)).toEqual(tickets[name])
    expect(subjectOf(document, recipe)).toBe("Order")
    expect(replyBox(document, recipe)).toBe(panes.get(name)?.querySelector("textarea"))
    await expect.poll(() => looked.mock.calls.length).toBeGreaterThan(0)
  }
})

test.each([...ways, ["invisible", { front: FILLING, behind: `${FILLING}visibility:hidden` }] as const])(
  "of tickets in a frame each, those that are %s aren't read or written into",
  (_, way) => {
    const frames = new Map(
      names.map((name) => {
        const frame = document.createElement("iframe")
        frame.className = "desk-frame"
        return [name, frame] as const
      })
    )
    document.body.replaceChildren(...frames.values())
    for (const [name, frame] of frames) frame.contentDocument?.body.append(...parsed(partsOf(name)))
    bringToFront(frames, "lamp", way)
    const inLamp = frames.get("lamp")?.contentDocument
    if (!inLamp) throw new Error("There is no lamp.")
    const recipe = recipeOf(inLamp)
    for (const name of ["kettle", "mug", "lamp"] as const) {
      bringToFront(frames, name, way)
      expect(shownTexts(recipe)).toEqual(tickets[name])
      expect(replyBox(document, recipe)).toBe(frames.get(name)?.contentDocument?.querySelector("textarea"))
    }
  }
)

test("two tickets side by side are read neither as one nor as either, and the page hasn't changed", () => {
  const half = (side: string) => `position:absolute;top:0;bottom:0;width:50%;${side}:0`
  const html = `<section style="${half("left")}">${partsOf("lamp")}</section>`
  document.body.replaceChildren(...parsed(html))
  const recipe = recipeOf(document)
  document.body.append(...parsed(`<section style="${half("right")}">${partsOf("kettle")}</section>`))
  expect(shownTexts(recipe)).toEqual([])
  expect(() => replyBox(document, recipe)).toThrow()
})

test("a heading in a customer's mail and one beside the thread are no tickets of their own", () => {
  document.body.replaceChildren(...parsed(`<main>${partsOf("lamp")}</main>`))
  const recipe = recipeOf(document)
  document.querySelector(".line p")?.append(...parsed(`<h2 class="subject">Your order</h2>`))
  document.body.append(...parsed(`<main><h2 class="subject">Similar tickets</h2></main>`))
  expect(shownTexts(recipe)).toHaveLength(3)
  expect(subjectOf(document, recipe)).toBe("Order")
})

test("cards of one thread that repeat its subject are no tickets of their own, wherever the page is scrolled", () => {
  const card = (by: string, text: string) =>
    `<section><h2 class="subject">Order</h2><div class="line ${by}" style="height:500px"><p>${text}</p></div></section>`
  const [one, two, three] = tickets.lamp
  const page = (cards: string) => `<main style="height:100%;overflow:auto">${cards}</main><textarea></textarea>`
  document.body.replaceChildren(
    ...parsed(page(`${card("incoming", one)}${card("outgoing", two)}${card("incoming", three)}`))
  )
  const recipe = { ...recipeOf(document), subject: { through: [], selector: ".subject" } }
  for (const top of [0, 520, 2000]) {
    document.querySelector("main")?.scrollTo(0, top)
    expect(shownTexts(recipe)).toEqual(tickets.lamp)
  }
})
