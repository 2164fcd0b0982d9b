import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { panelAt } from "./show-panel.tsx"
import { base, draft, states } from "./states.ts"

const showPanel = panelAt("more")

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
const button = () => screen.getByRole("button", { name: "Not useful" })
const reason = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name })
const note = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Note for the lead" })
const bar = () => screen.getByRole("region", { name: "Actions" }).textContent
const rejected = (reasons: ("tone" | "misread")[] = [], more = {}) =>
  base({ draft: draft({ rejected: { reasons, note: "" }, ...more }) })

test("U notes it at once and asks why: each reason has its letter, several may stand, and the draft stays readable", async () => {
  const background = showPanel(states.ready())
  press("u")
  await waitFor(() =>
    expect(background.of("panel-reject")).toEqual([
      { kind: "panel-reject", key: "sample/48213", draftId: "d1", reasons: [], note: "" }
    ])
  )
  await waitFor(() => expect(document.activeElement).toBe(reason("Wrong fact")))
  expect(screen.getByRole("group", { name: "Draft text" }).textContent).toContain("Hello Maya")
  press("t")
  // C is Copy's else; here it is a reason, and no draft is copied by it.
  press("c")
  press("z")
  press("z")
  fireEvent.click(reason("Unsafe promise"))
  expect(background.of("panel-reject").at(-1)?.reasons).toEqual(["unsafe-promise", "misread", "tone"])
  expect(reason("Misread the customer").checked).toBe(true)
  expect(background.clipboard).toEqual([])
  await waitFor(() => expect(bar()).toMatch(/Noted: not useful/))
  press("Escape")
  expect(within(screen.getByRole("region", { name: "Draft" })).queryByRole("checkbox")).toBeNull()
  expect(document.activeElement).toBe(button())
  press("c")
  expect(background.clipboard).toHaveLength(1)
})

test("a note is typed as text and sent when it is left; Enter ends it", async () => {
  const background = showPanel(rejected(["tone"]))
  press("u")
  expect(background.of("panel-reject")).toEqual([])
  note().focus()
  press("f")
  fireEvent.change(note(), { target: { value: "She never asked that." } })
  expect(reason("Wrong fact").checked).toBe(false)
  press("Enter")
  await waitFor(() =>
    expect(background.of("panel-reject")).toEqual([
      expect.objectContaining({ reasons: ["tone"], note: "She never asked that." })
    ])
  )
  expect(within(screen.getByRole("region", { name: "Draft" })).queryByRole("checkbox")).toBeNull()
})

test("a note that is being typed is sent when the panel goes", () => {
  const background = showPanel(rejected())
  fireEvent.click(button())
  fireEvent.change(note(), { target: { value: "half a wo" } })
  window.dispatchEvent(new Event("pagehide"))
  expect(background.of("panel-reject").at(-1)?.note).toBe("half a wo")
})

test("what was given stands in the foot, and can be taken back until the reply is sent", async () => {
  const background = showPanel(rejected(["misread", "tone"]))
  expect(button().getAttribute("aria-pressed")).toBe("true")
  screen.getByText(/Not useful: Misread the customer, Tone\./)
  fireEvent.click(screen.getByRole("button", { name: "Undo" }))
  expect(background.of("panel-unreject")).toEqual([{ kind: "panel-unreject", key: "sample/48213", draftId: "d1" }])
  await waitFor(() => expect(bar()).toMatch(/Taken back/))
  background.push(states.ready())
  expect(button().getAttribute("aria-pressed")).toBe("false")
  background.push(base({ draft: draft({ settled: true }) }))
  expect(button().getAttribute("aria-disabled")).toBe("true")
  press("u")
  expect(bar()).toMatch(/The reply to this has been sent/)
  expect(background.of("panel-reject")).toEqual([])
})

test("a reply that was sent meanwhile: the bar says so, and it doesn’t look noted", async () => {
  showPanel(states.ready(), { "panel-reject": { ok: false, code: "reply-sent" } })
  press("u")
  await waitFor(() => expect(bar()).toMatch(/The reply to this draft has been sent/))
  expect(within(screen.getByRole("region", { name: "Draft" })).queryByRole("checkbox")).toBeNull()
  expect(button().getAttribute("aria-pressed")).toBe("false")
})

test("nothing to judge: while it is written the button waits and says why, without a draft there is none", () => {
  const background = showPanel(states.streaming())
  press("u")
  expect(bar()).toMatch(/This waits for the last sentence/)
  background.push(states.refused())
  expect(screen.queryByRole("button", { name: "Not useful" })).toBeNull()
  expect(background.of("panel-reject")).toEqual([])
})

test("the sheet has its key, another ticket closes the reasons", () => {
  const background = showPanel(states.ready())
  press("?")
  expect(
    within(screen.getByText(/Not useful; then a letter/).closest("div") ?? document.body).getByText("U")
  ).toBeDefined()
  press("?")
  press("u")
  reason("Tone")
  background.push(states.asking())
  background.push(base({ ticket: { ...states.ready().ticket, key: "other" }, draft: draft({ id: "d2" }) } as never))
  expect(within(screen.getByRole("region", { name: "Draft" })).queryByRole("checkbox")).toBeNull()
})

test("a draft is told as shown once, and not while the panel is behind another tab", () => {
  const visible = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden")
  const background = showPanel(states.ready())
  expect(background.shown).toEqual([])
  visible.mockReturnValue("visible")
  act(() => void document.dispatchEvent(new Event("visibilitychange")))
  background.push(base({ draft: draft({ text: "Edited.", edited: true }) }))
  expect(background.shown).toEqual(["d1"])
  background.push(states.reading())
  background.push(base({ draft: draft({ id: "d2" }) }))
  expect(background.shown).toEqual(["d1", "d2"])
})
