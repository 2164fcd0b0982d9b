import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openPlace, panelAt } from "../show-panel.tsx"
import { base, draft, states } from "../states.ts"

const showPanel = panelAt("pages")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const card = () => within(screen.getByRole("region", { name: "Draft" }))
const bar = () => screen.getByRole("region", { name: "Actions" }).textContent
const letter = () => document.getElementById("letter")?.textContent
const key = (name: string) => fireEvent.keyDown(document.body, { key: name })
function answer(words: string) {
  openPlace("more")
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Give the answer" })
  fireEvent.change(field, { target: { value: words } })
  fireEvent.submit(field)
  return field
}
const [OPENING, CLOSING] = ["Hello Rosalind,\n\nThank you for your message. ", "\n\nKind regards,\nTom"]
const QUESTION = "Could you please tell us a little more about what you need?"

test("where nothing answers, the next steps stand before what was searched", () => {
  showPanel(states.nothing())
  const steps = card().getAllByRole("listitem")
  expect(steps.map((step) => within(step).getByRole("button").firstChild?.textContent)).toEqual([
    "Give the answer",
    "Ask the customer",
    "Hand over",
    "Holding reply",
    "Search"
  ])
  const searched = card().getByRole("region", { name: "What was searched" })
  expect(searched.textContent).toContain("54 articles")
  expect(
    within(searched)
      .getAllByRole("definition")
      .map(({ textContent }) => textContent)
  ).toEqual(["nowhere", "in 9 passages", "in 1 passage", "nowhere"])
  const last = steps.at(-1) ?? searched
  expect(last.compareDocumentPosition(searched) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test("A begins a letter that only asks the customer, which can be inserted, and taken out by the same key", async () => {
  const { of } = showPanel(states.nothing())
  key("a")
  expect(letter()).toBe(OPENING + QUESTION + CLOSING)
  expect(card().getByText("Asks the customer")).toBeTruthy()
  expect(bar()).toContain("Your own words. No page was used.")
  key("a")
  expect(card().getByText("No draft: nothing we know answers this.")).toBeTruthy()
  fireEvent.click(card().getByRole("button", { name: "Ask the customer" }))
  fireEvent.click(screen.getByRole("button", { name: "Insert" }))
  await waitFor(() => expect(of("panel-insert")).toMatchObject([{ text: OPENING + QUESTION + CLOSING }]))
})

test("the question that was put in can be removed by a press, but not once the agent has written in the letter", async () => {
  showPanel(states["asks-back"]())
  fireEvent.click(card().getByRole("button", { name: "Remove it" }))
  const again = card().getByRole("button", { name: "Ask the customer" })
  await waitFor(() => expect(document.activeElement).toBe(again))
  fireEvent.click(again)
  key("e")
  const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Draft text" })
  fireEvent.change(field, { target: { value: field.value.replace(QUESTION, "For when?") } })
  fireEvent.keyDown(field, { key: "Escape" })
  key("a")
  expect(letter()).toContain("For when?")
  expect(card().queryByRole("button", { name: "Remove it" })).toBeNull()
  expect(card().getByText("Your own words")).toBeTruthy()
})

test("D begins a holding reply in the relay's own sentence", () => {
  showPanel(states.nothing())
  key("d")
  expect(letter()).toBe(`${OPENING}I'm afraid we have no information on this yet.${CLOSING}`)
})

test("without a model the agent's own sentence becomes the letter as it is, further ones join it, and nothing is sent for", async () => {
  const { of } = showPanel(states["nothing-offline"]())
  const field = answer("  We don't lend lamps, sorry: they're fragile. ")
  expect(letter()).toBe(`${OPENING}We don't lend lamps, sorry: they're fragile.${CLOSING}`)
  expect(field.value).toBe("")
  expect(card().getByText("Your own words")).toBeTruthy()
  expect(card().getByText(/Your own words, between a greeting and a closing\. No page was used\./)).toBeTruthy()
  answer("You may buy them.")
  expect(letter()).toContain(`they're fragile. You may buy them.${CLOSING}`)
  await waitFor(() => expect(of("panel-edit").at(-1)?.text).toBe(letter()))
  expect(of("panel-regenerate")).toEqual([])
})

test("a wish is still a wish there: in another language a page may answer", () => {
  const { of } = showPanel(states["nothing-offline"]())
  answer("in German")
  expect(of("panel-regenerate")).toEqual([])
  return waitFor(() => expect(of("panel-regenerate")).toMatchObject([{ instruction: "in German" }]))
})

test("with a model the answer goes to it, as before", async () => {
  const { of } = showPanel(states.nothing())
  openPlace("more")
  const field = screen.getByRole("textbox", { name: "Say what to change" })
  fireEvent.change(field, { target: { value: "We don't lend lamps." } })
  fireEvent.submit(field)
  await waitFor(() => expect(of("panel-regenerate")).toMatchObject([{ instruction: "We don't lend lamps." }]))
  expect(letter()).toBeUndefined()
})

test("E begins an empty letter, and what was written for a refusal before is one press away", async () => {
  showPanel(states.nothing())
  key("e")
  expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Draft text" }).value).toBe(OPENING + CLOSING)
  cleanup()
  const formers = [{ id: "d0", text: "Hello, mine.", edited: true, savedAt: "2026-11-20T09:40:00Z" }]
  const { of } = showPanel(base({ draft: draft({ ...states.nothing().draft, formers }) }))
  fireEvent.click(card().getByRole("button", { name: "Restore the previous draft" }))
  await waitFor(() => expect(of("panel-former")).toMatchObject([{ draftId: "d0" }]))
})

test("where the answer is unsure and the pages ask for nothing, A asks back too", () => {
  const { draft: unsure } = states.unsure()
  showPanel(
    base({
      draft: draft({
        ...unsure,
        questions: [],
        answer: { ...(unsure?.answer ?? { tier: "unsure", suggestions: [] }), askBack: QUESTION }
      })
    })
  )
  key("a")
  expect(letter()).toBe(`Hello Maya,\n\nThank you for your message. ${QUESTION}\n\nKind regards,\nTom`)
})
