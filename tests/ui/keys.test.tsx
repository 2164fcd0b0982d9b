import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { bindings } from "../../src/ui/agent/state/bindings.ts"
import { openPlace, showPanel } from "./show-panel.tsx"
import { base, draft, states } from "./states.ts"
import { saw } from "./help/states-inspector.ts"

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
const ask = () => {
  openPlace("more")
  return screen.getByRole<HTMLInputElement>("textbox", { name: "Say what to change" })
}
const quiet = () => base({ draft: draft({ text: "All is well.", claims: [], questions: [] }) })

test("C copies, R regenerates, Ctrl Enter inserts also from a text field", async () => {
  const background = showPanel(quiet())
  press("c")
  press("R")
  await waitFor(() => expect(background.of("panel-regenerate").length).toBe(1))
  expect(background.clipboard.length).toBe(1)
  ask().focus()
  press("Enter", { ctrlKey: true })
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
})

test("letters act neither in a text field, nor with a modifier of the browser's, nor while a word is composed", () => {
  const background = showPanel(states.ready())
  ask().focus()
  press("c")
  screen.getByRole("textbox", { name: /^Blank to fill: search number/ }).focus()
  press("r")
  ask().blur()
  press("c", { ctrlKey: true })
  press("c", { altKey: true })
  press("c", { metaKey: true })
  press("r", { isComposing: true })
  expect(background.sent).toEqual([])
  expect(background.clipboard).toEqual([])
})

test("N and Shift N go through everything to look at, from the top and round", () => {
  showPanel(states.ready())
  const names: string[] = []
  for (let i = 0; i < 4; i++) {
    // A blank is a text field: there the letter would be typed.
    if (document.activeElement instanceof HTMLInputElement)
      fireEvent.click(screen.getByRole("button", { name: "Next" }))
    else press("n")
    names.push(document.activeElement?.getAttribute("aria-label")?.split(/[:.]/)[0] ?? "")
  }
  expect(names).toEqual(["Blank to fill", "No source", "Needs approval", "Blank to fill"])
  ask().focus()
  ask().blur()
  press("N", { shiftKey: true })
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Needs approval/)
})

test("Tab goes from blank to blank, and after the last one it is the browser's", () => {
  showPanel(states.asking())
  const [first, second] = screen.getAllByRole("textbox", { name: /^Blank to fill/ })
  first?.focus()
  expect(press("Tab")).toBe(false)
  expect(document.activeElement).toBe(second)
  expect(press("Tab")).toBe(true)
  expect(press("Tab", { shiftKey: true })).toBe(false)
  expect(document.activeElement).toBe(first)
})

test("a number opens its source and marks its sentences, and closes it; the focus stays", () => {
  showPanel(states.ready())
  const letter = screen.getByRole("group", { name: "Draft text" })
  letter.focus()
  press("2")
  screen.getByText(/we ask the carrier to search for it/)
  expect(document.querySelectorAll(".s.on").length).toBe(1)
  expect(document.activeElement).toBe(letter)
  press("2")
  expect(screen.queryByText(/we ask the carrier to search for it/)).toBeNull()
})

test("/ goes to the field, Esc leaves it, Esc stops a draft, Esc goes back", async () => {
  const background = showPanel(states.ready(), { "panel-inspect": { ok: true, saw } })
  press("/")
  await waitFor(() => expect(document.activeElement).toBe(ask()))
  press("Escape")
  // Tab goes on from the card, and single letters work there.
  expect(document.activeElement).toBe(ask().closest("section"))
  press("w")
  await screen.findByRole("heading", { name: "What the model saw" })
  press("Escape")
  expect(screen.queryByRole("heading", { name: "What the model saw" })).toBeNull()
  background.push(states.streaming())
  press("Escape")
  await waitFor(() => expect(background.of("panel-stop").length).toBe(1))
})

test("? shows all keys; single letters can be switched off, and their hints go with them", () => {
  const background = showPanel(states.ready())
  press("?")
  fireEvent.click(screen.getByRole("checkbox", { name: "Use single letters" }))
  press("Escape")
  press("c")
  expect(background.clipboard).toEqual([])
  expect(screen.getByRole("button", { name: "Copy" }).querySelector("kbd")).toBeNull()
  expect(screen.getByRole("button", { name: "Copy" }).hasAttribute("aria-keyshortcuts")).toBe(false)
  cleanup()
  showPanel(states.ready())
  press("c")
  expect(screen.getByRole("button", { name: "Copy" }).querySelector("kbd")).toBeNull()
})

test("Ctrl K lists what can be done now, narrows it, does it with Enter, and gives the focus back", async () => {
  const background = showPanel(states.decided(), { "panel-inspect": { ok: true, saw } })
  const find = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Find an action" })
  const names = () => screen.getAllByRole("option").map((option) => option.firstChild?.textContent)
  const chosen = () =>
    document.getElementById(find().getAttribute("aria-activedescendant") ?? "")?.firstChild?.textContent
  ask().focus()
  press("k", { ctrlKey: true })
  expect(document.activeElement).toBe(find())
  expect(names()).toEqual([
    "Insert",
    "Insert at the caret, over what is selected",
    "Copy",
    "Regenerate",
    "Say what to change",
    "Edit the draft",
    "Not useful",
    "Reword the draft",
    "Check the tone",
    "Check my reply",
    "Search the knowledge by your own words",
    "Ask about the ticket or the pages",
    "What the model saw",
    "Copy a hand-over note",
    "Why this draft",
    "Compare with the sources: next sentence",
    "Compare with the sources: previous sentence",
    "Next thing to review",
    "Previous thing to review",
    "Open source 1: Tracking words and what they mean",
    "Open source 2: Shown as delivered, but missing",
    "Open source 3: Refunds and replacements",
    "Everything else: change, translate, customer, macros",
    "Thread in another language",
    "Similar solved tickets",
    "Macros",
    "Summary",
    "Your reply, checked",
    "Tone of your reply",
    "Keys",
    "Erase this ticket"
  ])
  expect(screen.queryByRole("group", { name: "Draft text" })).toBeNull()
  fireEvent.change(find(), { target: { value: "open source" } })
  press("ArrowDown")
  press("ArrowDown")
  press("ArrowDown")
  press("ArrowUp")
  expect(chosen()).toMatch(/^Open source 3/)
  fireEvent.change(find(), { target: { value: "miss" } })
  press("Enter")
  screen.getByText(/we ask the carrier to search for it/)
  expect(document.activeElement).toBe(ask())
  press("k", { ctrlKey: true })
  fireEvent.change(find(), { target: { value: "nothing like it" } })
  expect(names()).toEqual(["Search the pages for “nothing like it”", "Ask about “nothing like it”"])
  screen.getByText("No available action has that name.")
  press("Escape")
  expect(document.activeElement).toBe(ask())
  expect(background.sent).toEqual([])
})

test("what the palette leads to has the focus: a blank, the menu’s Erase; while a draft is written it holds Stop and Esc only goes back", async () => {
  const background = showPanel(states.decided())
  const pick = (words: string) => {
    press("k", { ctrlKey: true })
    fireEvent.change(screen.getByRole("combobox"), { target: { value: words } })
    press("Enter")
  }
  pick("next thing")
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Blank to fill/))
  pick("insert")
  expect(screen.getByRole("region", { name: "Actions" }).textContent).toMatch(/1 blank is open/)
  pick("erase")
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Erase this ticket"))
  pick("summary")
  expect(screen.getByRole("region", { name: "Summary" }).textContent).toContain("Wants")
  background.push(states.streaming())
  press("k", { ctrlKey: true })
  press("Escape")
  expect(background.of("panel-stop")).toEqual([])
  press("k", { ctrlKey: true })
  expect(screen.queryByRole("option", { name: "Insert" })).toBeNull()
  fireEvent.click(screen.getByRole("option", { name: "Stop" }))
  await waitFor(() => expect(background.of("panel-stop").length).toBe(1))
})

test("the sheet shows the browser-wide keys as the person has them", async () => {
  showPanel(states.ready())
  press("?")
  const does = async (name: string) =>
    (await screen.findAllByText(name)).map((text) => text.closest("div")?.querySelector("dt")?.textContent)
  expect(await does("Open the panel")).toEqual(["Alt ⇧ R"])
  expect(await does("Next thing to review")).toEqual(["N", "not set"])
  expect(await does("Say what to change")).toContain("Ctrl ⇧ Y")
})

test("a key that is pressed over the list of keys acts where it is seen", async () => {
  const background = showPanel(states.ready())
  press("?")
  press("r")
  await waitFor(() => expect(background.of("panel-regenerate")).toHaveLength(1))
  expect(screen.queryByRole("heading", { name: "Menu" })).toBeNull()
  press("?")
  screen.getByRole("heading", { name: "Menu" })
  press("?")
  expect(screen.queryByRole("heading", { name: "Menu" })).toBeNull()
})

test("the sheet lists every key of the panel", async () => {
  showPanel(states.ready())
  press("?")
  await screen.findByText("Open the panel")
  const listed = [...document.querySelectorAll("dl.keys dt")].map(({ textContent }) => textContent)
  for (const { hint } of Object.values(bindings)) expect(listed).toContain(hint)
})

test("a browser-wide key acts once for each press, and not for one from before the panel came", async () => {
  const background = showPanel({ ...quiet(), key: { n: 4, name: "insert" } })
  background.push({ ...quiet(), key: { n: 4, name: "insert" } })
  expect(background.of("panel-insert")).toEqual([])
  background.push({ ...quiet(), key: { n: 5, name: "insert" } })
  background.push({ ...quiet(), key: { n: 5, name: "insert" }, summary: { state: "ready", lines: [] } })
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
  background.push({ ...quiet(), key: { n: 6, name: "say" } })
  await waitFor(() => expect(document.activeElement).toBe(ask()))
})

test.each([
  ["q", "question"],
  ["f", "search"],
  ["/", "ask"]
])("after %s the next letter belongs to its field and is no key", (key, id) => {
  const background = showPanel(quiet())
  press(key)
  expect(document.activeElement?.id).toBe(id)
  press("c")
  expect(background.clipboard).toEqual([])
})

test.each([
  ["trans", "Thread in another language"],
  ["translate", "Thread in another language"],
  ["transfer", "Copy a hand-over note"],
  ["macro", "Macros"],
  ["template", "Macros"],
  ["delete", "Erase this ticket"],
  ["erase", "Erase this ticket"],
  ["shorter", "Say what to change"],
  ["shortcuts", "Keys"],
  ["privacy", "What the model saw"]
])("Find knows %j by another usual word", (word, action) => {
  showPanel(states.decided())
  press("k", { ctrlKey: true })
  fireEvent.change(screen.getByRole("combobox"), { target: { value: word } })
  expect(screen.getAllByRole("option").map((option) => option.firstChild?.textContent)).toContain(action)
})

test("the typed words themselves can be searched for and asked about, each in its field", () => {
  showPanel(states.decided())
  for (const [option, role, name] of [
    ["Search the pages for “lost parcel”", "searchbox", "Your own words"],
    ["Ask about “lost parcel”", "textbox", "Ask about this ticket or the pages"]
  ] as const) {
    press("k", { ctrlKey: true })
    fireEvent.change(screen.getByRole("combobox"), { target: { value: " lost parcel " } })
    fireEvent.click(screen.getByRole("option", { name: option }))
    const field = screen.getByRole<HTMLInputElement>(role, { name })
    expect(document.activeElement).toBe(field)
    expect(field.value).toBe("lost parcel")
  }
})
