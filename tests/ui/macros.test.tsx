import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { CommandAnswer } from "../../src/protocol/panel.ts"
import { base, draft, ticket } from "./states.ts"
import { showPanel } from "./show-panel.tsx"

const LISTED: CommandAnswer = { ok: true, macros: { macros: [{ id: "501", title: "Ask for a photo", start: "Hello, could you send" }, { id: "502", title: "Closing", start: "Thank you" }], found: 2, more: false } }
const TEXT: CommandAnswer = { ok: true, macro: { text: "Hello Maya,\n\na photo of [[the part]] and [[the box]], please. [[the part]] most of all." } }

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const panel = (answers: Parameters<typeof showPanel>[1] = {}) => showPanel(base({ draft: draft() }), { "panel-macros": LISTED, "panel-macro": TEXT, ...answers })
const card = () => screen.findByRole("region", { name: "Macros" })
const bar = () => screen.getByRole("region", { name: "Actions" })
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }))

async function unfolded() {
  const region = within(await card())
  press("Unfold Macros")
  await region.findByText("2 macros.")
  return region
}

test("folded until wanted: nothing is listed before, and the fold is remembered", async () => {
  const background = panel()
  await card()
  expect(background.of("panel-macros")).toEqual([])
  press("Unfold Macros")
  await waitFor(() => expect(background.of("panel-macros")).toMatchObject([{ words: "" }]))
  cleanup()
  panel()
  expect(within(await card()).getByRole("searchbox", { name: "Find a macro by its words" })).toBeTruthy()
})

test("a helpdesk without macros has no such card", async () => {
  panel({ "panel-macros": { ok: false, code: "macros-unreadable" } })
  await screen.findByRole("region", { name: "Draft" })
  await new Promise((done) => requestAnimationFrame(done))
  expect(screen.queryByRole("region", { name: "Macros" })).toBeNull()
})

test("words are searched for; how many hold them is said", async () => {
  const background = panel()
  const region = await unfolded()
  background.answers["panel-macros"] = { ok: true, macros: { macros: [], found: 0, more: false } }
  fireEvent.change(region.getByRole("searchbox"), { target: { value: " kettle " } })
  await region.findByText("No macro holds these words.")
  expect(background.of("panel-macros").at(-1)?.words).toBe("kettle")
  background.answers["panel-macros"] = { ok: true, macros: { macros: LISTED.ok ? LISTED.macros?.macros ?? [] : [], found: 40, more: true } }
  fireEvent.change(region.getByRole("searchbox"), { target: { value: "photo" } })
  await region.findByText(/The first 2 of 40 macros\. .*The helpdesk has more macros/)
})

test("a blank is filled where it is asked for, and the text goes in with it", async () => {
  const background = panel()
  const region = await unfolded()
  press("Ask for a photo")
  fireEvent.change(await region.findByRole("textbox", { name: "the part" }), { target: { value: "the lid" } })
  fireEvent.change(region.getByRole("textbox", { name: "the box" }), { target: { value: "its box" } })
  expect(region.getByRole("group", { name: "Ask for a photo" }).textContent).toContain("a photo of the lid and its box, please. the lid most of all.")
  press("Insert this macro")
  await waitFor(() => expect(bar().textContent).toMatch(/Inserted\. Read it in the reply/))
  expect(background.of("panel-macro-insert")).toMatchObject([{ text: "Hello Maya,\n\na photo of the lid and its box, please. the lid most of all." }])
})

test("the first press with an open blank goes to it and says so, the second puts it in; what is open may change between them", async () => {
  const background = panel()
  const region = await unfolded()
  press("Ask for a photo")
  await region.findByRole("textbox", { name: "the box" })
  press("Insert this macro")
  expect(bar().textContent).toMatch(/2 blanks are open\. Press Insert again to put them in as \[the part\] and \[the box\]/)
  expect(document.activeElement).toBe(region.getByRole("textbox", { name: "the part" }))
  fireEvent.change(region.getByRole("textbox", { name: "the part" }), { target: { value: "the lid" } })
  press("Insert this macro")
  expect(bar().textContent).toMatch(/1 blank is open/)
  expect(background.of("panel-macro-insert")).toEqual([])
  press("Insert this macro")
  await waitFor(() => expect(background.of("panel-macro-insert")).toMatchObject([{ anyway: true, text: expect.stringContaining("[[the box]]") }]))
})

test.each([["not-public", /not proven to be a public reply/], ["macro-there", /stands in the reply already/], ["other-ticket", /Another ticket is in front/]])("refused with %s: the bar says so", async (code, words) => {
  panel({ "panel-macro-insert": { ok: false, code }, "panel-macro": { ok: true, macro: { text: "Thank you." } } })
  const region = await unfolded()
  press("Closing")
  await region.findByText("Thank you.")
  press("Insert this macro")
  await waitFor(() => expect(bar().textContent).toMatch(words))
})

test("what can't be read is said in the card, with what to do", async () => {
  const background = panel({ "panel-macro": { ok: false, code: "macro-gone" } })
  const region = await unfolded()
  press("Closing")
  await region.findByText(/This macro is no longer there.* Choose another one\./)
  background.answers["panel-macros"] = { ok: false, code: "logged-out" }
  fireEvent.change(region.getByRole("searchbox"), { target: { value: "x" } })
  await region.findByText(/You are signed out of the helpdesk\. Nothing was written\. Sign in there/)
})

test("another ticket has its own: what was searched and opened is gone, the fold is not", async () => {
  const background = panel()
  const region = await unfolded()
  fireEvent.change(region.getByRole("searchbox"), { target: { value: "photo" } })
  background.push(base({ ticket: ticket({ key: "zendesk https://x 2", ticketId: "2" }), draft: draft({ id: "d2" }) }))
  const next = within(await card())
  expect(await next.findByRole("searchbox")).toHaveProperty("value", "")
  await waitFor(() => expect(background.of("panel-macros").at(-1)).toMatchObject({ key: "zendesk https://x 2", words: "" }))
})
