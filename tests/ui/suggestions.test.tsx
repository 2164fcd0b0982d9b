import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { draft, base, states } from "./states.ts"
import { panelAt } from "./show-panel.tsx"

const showPanel = panelAt("pages")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const region = (name: string) => within(screen.getByRole("region", { name }))
const letter = () => document.getElementById("letter")?.textContent ?? ""
const key = (name: string) => fireEvent.keyDown(document.body, { key: name })
const offered = () =>
  region("Also on these pages")
    .getAllByRole("listitem")
    .map((item) => item.firstElementChild?.textContent)

test("sentences besides the draft are grouped by page, in the order of their digits", () => {
  showPanel(states.sure())
  expect(offered()).toEqual([
    "Tell us within 14 days of the delivery scan.",
    "Look for a card of the carrier.",
    "The full price goes back the way you paid."
  ])
  expect(
    region("Also on these pages")
      .getAllByRole("heading", { level: 3 })
      .map(({ textContent }) => textContent)
  ).toEqual(["Shown as delivered, but missing", "Refunds and replacements"])
})

test("a digit puts a sentence in at its place with its source, and takes it out again", () => {
  showPanel(states.sure())
  const before = letter()
  key("1")
  expect(letter().replaceAll(/\d(?=\D|$)/g, "")).toMatch(/search for it\.\s*Tell us within/)
  const button = region("Also on these pages").getByRole("button", { name: /Remove from the draft, key 1/ })
  expect(button.getAttribute("aria-pressed")).toBe("true")
  // Where it went in may be out of sight.
  const bar = () => screen.getByRole("region", { name: "Actions" }).textContent
  expect(bar()).toContain("Added: “Tell us within 14 days of the delivery scan.” 1 takes it out again.")
  key("1")
  expect(letter()).toBe(before)
  expect(bar()).toContain("Removed: “Tell us within 14 days of the delivery scan.” 1 puts it back.")
})

test("a digit opens a source only where no sentences are offered", () => {
  showPanel(states.ready())
  key("2")
  expect(region("Sources").getByRole("button", { name: "Hide passage 2" })).toBeTruthy()
})

test("without a sure answer there is no letter until a sentence is picked, which begins it", () => {
  const { sent } = showPanel(states.unsure())
  expect(region("Draft").getByText("Not sure that these pages answer this. Pick what fits.")).toBeTruthy()
  expect(region("Draft").getByText("Pages this near have answered about 1 ticket in 7.")).toBeTruthy()
  key("3")
  expect(letter()).toMatch(/^Hello Maya,.*You may send back what you bought within 30 days\..*Kind regards,\nTom$/s)
  expect(sent.length).toBeGreaterThan(0)
})

test("E begins a letter with the greeting and the closing, to be written between them by hand", () => {
  const { sent } = showPanel(states.unsure())
  fireEvent.click(region("Draft").getByRole("button", { name: /Write it myself/ }))
  const field = screen.getByRole("textbox", { name: "Draft text" })
  expect((field as HTMLTextAreaElement).value).toMatch(
    /^Hello Maya,\s+Thank you for your message\.\s+Kind regards,\nTom$/
  )
  expect(document.activeElement).toBe(field)
  fireEvent.change(field, { target: { value: "Hello Maya,\n\nI'll find out.\n\nKind regards,\nTom" } })
  fireEvent.blur(field)
  expect(JSON.stringify(sent)).toContain("I'll find out.")
})

test("where nothing answers there is nothing to edit, and E says so", () => {
  showPanel(states.refused())
  key("e")
  expect(screen.queryByRole("textbox", { name: "Draft text" })).toBeNull()
})

test("what the pages need can be asked with one key", () => {
  showPanel(states.unsure())
  key("a")
  expect(letter()).toContain("Send us the serial number.")
  expect(letter()).not.toContain("citric acid")
})

test("F goes to the search of the knowledge", () => {
  showPanel(states.unsure())
  fireEvent.click(region("Draft").getByRole("button", { name: "Search" }))
  expect(document.activeElement?.id).toBe("search")
})

test("for a language that nobody writes here, the languages of the pages are named", () => {
  showPanel(states.elsewhere())
  expect(
    region("Draft").getByText("No page in this language answers. These sources are in another one: English.")
  ).toBeTruthy()
  expect(screen.queryByRole("region", { name: "Pick what fits" })).toBeNull()
})

test("what a page says of other cases stands with the words of the ticket that decide", () => {
  showPanel(states.sure())
  const cases = region("Which case is it?")
  expect(cases.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(
      /The ticket says “€84\.00”\..*applies.*If the parcel.*doesn’t apply.*Orders of more than €150/s
    ),
    expect.stringMatching(/The ticket says “16 November”\. That was 4 days ago\..*After 14 days/s),
    expect.stringContaining("“tomorrow at 9:30”. That is 12 to 19 hours away."),
    expect.stringContaining("“14:07, 15:12”. That is 65 minutes late.")
  ])
})

test("of cases that the ticket leaves open, the agent keeps one, and has the others back", () => {
  showPanel(states.undecided())
  const before = letter()
  const keep = (words: RegExp) => fireEvent.click(region("Which case is it?").getByRole("button", { name: words }))
  expect(region("Which case is it?").getByText("0 decided, 1 open")).toBeTruthy()
  keep(/Within 14 days/)
  expect(letter()).toContain("Within 14 days we search for it.")
  expect(letter()).not.toContain("After more than 14 days")
  keep(/After more than 14 days/)
  expect(letter()).not.toContain("Within 14 days")
  keep(/After more than 14 days/)
  expect(letter().replaceAll(/\d(?=\D|$)/g, "")).toContain("After more than")
  keep(/Within 14 days/)
  keep(/Within 14 days/)
  expect(letter().length).toBe(before.length)
})

test("nothing is offered while the draft is being written", () => {
  const { answer } = states.sure().draft ?? {}
  showPanel(base({ draft: draft({ state: "writing", answer }) }))
  expect(screen.queryByRole("region", { name: "Also on these pages" })).toBeNull()
  expect(screen.queryByRole("region", { name: "Which case is it?" })).toBeNull()
})
