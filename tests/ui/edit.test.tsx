import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { openPlace, panelAt } from "./show-panel.tsx"
import { base, draft, states } from "./states.ts"
import { ticket } from "./help/states-inspector.ts"
import { LETTER } from "./help/states-words.ts"

const showPanel = panelAt("checks")

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const editor = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Draft text" })
const blank = () => screen.getByRole<HTMLInputElement>("textbox", { name: /^Blank to fill: search number/ })
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

test("E turns the letter into one field; what is typed is sent when the agent pauses, once", async () => {
  vi.useFakeTimers()
  const background = showPanel(states.ready())
  fireEvent.keyDown(document.body, { key: "e" })
  expect(document.activeElement).toBe(editor())
  type(editor(), `${LETTER}!`)
  type(editor(), `${LETTER}!!`)
  expect(background.of("panel-edit")).toEqual([])
  await vi.advanceTimersByTimeAsync(300)
  expect(background.of("panel-edit")).toEqual([
    { kind: "panel-edit", key: "sample/48213", draftId: "d1", text: `${LETTER}!!` }
  ])
  fireEvent.keyDown(editor(), { key: "Escape" })
  screen.getByRole("group", { name: "Draft text" })
})

test("a double click edits, and leaving the field sends at once", () => {
  const background = showPanel(states.ready())
  fireEvent.doubleClick(screen.getByText(/The carrier marked it/))
  type(editor(), "Mine.")
  fireEvent.blur(editor())
  expect(background.of("panel-edit").map(({ text }) => text)).toEqual(["Mine."])
})

test("no push takes a word away that the background does not have yet", async () => {
  vi.useFakeTimers()
  const background = showPanel(states.ready())
  fireEvent.keyDown(document.body, { key: "e" })
  type(editor(), "One")
  await vi.advanceTimersByTimeAsync(300)
  type(editor(), "One two")
  // The echo of the first edit, then the old text from a slow writer, then the summary.
  background.push(base({ draft: draft({ text: "One", claims: [], edited: true }) }))
  expect(editor().value).toBe("One two")
  await vi.advanceTimersByTimeAsync(300)
  background.push(states.ready())
  background.push({ ...states.ready(), summary: { state: "ready", lines: [] } })
  expect(editor().value).toBe("One two")
  expect(document.activeElement).toBe(editor())
  background.push(base({ draft: draft({ text: "One two", claims: [], edited: true }) }))
  expect(editor().value).toBe("One two")
})

test("an edit that the background refused is still there, said, and goes with the next one", async () => {
  vi.useFakeTimers()
  const background = showPanel(states.ready(), { "panel-edit": { ok: false, code: "store-full" } })
  fireEvent.keyDown(document.body, { key: "e" })
  type(editor(), "Mine.")
  await vi.advanceTimersByTimeAsync(300)
  background.push(states.ready())
  expect(editor().value).toBe("Mine.")
  expect(screen.getByRole("region", { name: "Actions" }).textContent).toMatch(/no room for more drafts/)
  type(editor(), "Mine, too.")
  await vi.advanceTimersByTimeAsync(300)
  expect(background.of("panel-edit").map(({ text }) => text)).toEqual(["Mine.", "Mine, too."])
})

test("words for a draft that another has replaced meanwhile go to their own draft", () => {
  const background = showPanel(states.ready())
  fireEvent.keyDown(document.body, { key: "e" })
  type(editor(), "Mine.")
  background.push(base({ draft: draft({ id: "d2", state: "writing", text: "Hello", claims: [] }) }))
  fireEvent(window, new Event("pagehide"))
  expect(background.of("panel-edit")).toEqual([
    { kind: "panel-edit", key: "sample/48213", draftId: "d1", text: "Mine." }
  ])
})

test("another text of somebody else's is shown once ours has been taken over", async () => {
  vi.useFakeTimers()
  const background = showPanel(states.ready())
  type(blank(), "CR-1")
  await vi.advanceTimersByTimeAsync(300)
  background.push(base({ draft: draft({ text: "From the other window.", claims: [], edited: true }) }))
  screen.getByText("From the other window.")
})

test("a blank is filled in place, keeps its name and the caret through the echo, and opens again when emptied", async () => {
  vi.useFakeTimers()
  const background = showPanel(states.ready())
  blank().focus()
  type(blank(), "CR-4471")
  await vi.advanceTimersByTimeAsync(300)
  const text = LETTER.replace("[[search number]]", "CR-4471")
  expect(background.of("panel-edit").map((edit) => edit.text)).toEqual([text])
  background.push(base({ draft: draft({ text, claims: [], edited: true, questions: [] }) }))
  expect(blank().value).toBe("CR-4471")
  expect(document.activeElement).toBe(blank())
  type(blank(), "")
  await vi.advanceTimersByTimeAsync(300)
  expect(background.of("panel-edit").at(-1)?.text).toBe(LETTER)
})

test("a question in Checks says why it is asked and fills the blank in the letter; its field stays while one types", async () => {
  vi.useFakeTimers()
  const background = showPanel(states.asking())
  const checks = within(screen.getByRole("region", { name: "Checks" }))
  checks.getByText("2 questions for you")
  const field = checks.getByRole<HTMLInputElement>("textbox", {
    name: "Tag des Eingangs:",
    description: "The 14 days count from then. The ticket doesn’t say."
  })
  field.focus()
  type(field, "17")
  type(field, "17. November")
  expect(document.activeElement).toBe(field)
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Blank to fill: Tag des Eingangs" }).value).toBe(
    "17. November"
  )
  checks.getByText("1 question for you")
  await vi.advanceTimersByTimeAsync(300)
  expect(background.of("panel-edit").map(({ text }) => text)).toEqual([
    states.asking().draft?.text.replace("[[Tag des Eingangs]]", "17. November")
  ])
  type(field, "")
  checks.getByText("2 questions for you")
})

test("Remove it takes the sentence out; Keep as my own words tells the background where", async () => {
  const background = showPanel(states.ready())
  const [remove] = screen.getAllByRole("button", { name: "Remove it" })
  if (remove) fireEvent.click(remove)
  expect(background.of("panel-edit")[0]?.text).toBe(LETTER.replace(" A pick-up shop often has it.", ""))
  const [keep] = screen.getAllByRole("button", { name: "Keep as my own words" })
  if (keep) fireEvent.click(keep)
  await waitFor(() => expect(background.of("panel-keep").length).toBe(1))
  expect(background.of("panel-keep")[0]?.start).toBe(
    LETTER.replace(" A pick-up shop often has it.", "").indexOf("For the trouble")
  )
})

test("what is typed into “Say what to change” survives pushes, views and other tickets, and goes with Enter", async () => {
  const background = showPanel(states.ready())
  const field = () => {
    openPlace("more")
    return screen.getByRole<HTMLInputElement>("textbox", { name: "Say what to change" })
  }
  field().focus()
  type(field(), "shorter")
  background.push(states.streaming())
  background.push(base({ ticket: ticket({ key: "sample/2", ticketId: "2" }), draft: draft({ id: "x" }) }))
  expect(field().value).toBe("")
  background.push(states.ready())
  expect(field().value).toBe("shorter")
  fireEvent.submit(field())
  await waitFor(() =>
    expect(background.of("panel-regenerate")).toEqual([
      { kind: "panel-regenerate", key: "sample/48213", instruction: "shorter" }
    ])
  )
  await waitFor(() => expect(field().value).toBe(""))
})
