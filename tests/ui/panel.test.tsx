import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { PanelState } from "../../src/protocol/panel.ts"
import { openPlace, showPanel } from "./show-panel.tsx"
import { base, claimsOf, draft, states } from "./states.ts"
import { ticket } from "./help/states-inspector.ts"

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const button = (name: string) => screen.getByRole("button", { name })
const region = (name: string) => screen.getByRole("region", { name })
const bar = () => region("Actions")
const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
const off = (name: string) => button(name).getAttribute("aria-disabled") === "true"

test("a ready draft has its regions, its buttons and its field under the names that others rely on", () => {
  showPanel(states.ready())
  for (const name of ["What the customer wants now", "Draft", "Checks", "Actions"]) region(name)
  for (const name of ["Insert", "Copy", "Change"]) button(name)
  openPlace("pages")
  region("Sources")
  press("m")
  for (const name of ["Regenerate", "What the model saw"]) button(name)
  screen.getByRole("textbox", { name: "Say what to change" })
  screen.getByRole("heading", { level: 1, name: /#48213 Parcel marked delivered/ })
  expect(bar().textContent).toMatch(/Insert is on hold for 1 sentence\. 3 with a source, 1 no source, 1 blank\./)
})

test("a draft for which Insert doesn’t wait says what there is to review", () => {
  showPanel(states.decided())
  expect(within(bar()).getByRole("status").textContent).toBe("3 sentences have a source. 1 no source, 1 blank.")
})

test("a sentence with a source has its number, a gap its word, and a blank its field", () => {
  showPanel(states.ready())
  const letter = screen.getByRole("group", { name: "Draft text" })
  within(letter).getByRole("button", { name: "Source 2: Shown as delivered, but missing" })
  within(letter).getByRole("button", { name: /^No source: not in the ticket/ })
  within(letter).getByRole("button", { name: /^Needs approval/ })
  within(letter).getByRole("textbox", { name: "Blank to fill: search number" })
})

test("a sentence to look at again has its word and the source's sentence; one whose words nobody knows is a quiet note", () => {
  const text = "The lamp can be dimmed. Our harbour is lovely."
  showPanel(
    base({
      draft: draft({
        text,
        questions: [],
        claims: claimsOf(text, [
          [
            "The lamp can be dimmed.",
            { state: "look-again", sources: [1], reason: "negation", says: "It can't be dimmed." }
          ],
          ["Our harbour is lovely.", { state: "not-found", sources: [], reason: "words" }]
        ])
      })
    })
  )
  expect(within(bar()).getByRole("status").textContent).toMatch(/^ ?1 to look at again, 1 to read\./)
  within(screen.getByRole("group", { name: "Draft text" })).getByRole("button", { name: /^Look again: it may differ/ })
  openPlace("checks")
  const checks = within(region("Checks")).getAllByRole("listitem")
  expect(checks[0]?.textContent).toMatch(/Source 1 seems to say the opposite: “It can't be dimmed\.”/)
  expect(checks.map((check) => check.textContent).join()).toMatch(/The words of 1 sentence are in no source/)
})

test("what is wanted and still open is written once", () => {
  const lines = (["wants", "open"] as const).map((kind) => ({ kind, text: "Where is my kettle?", messageId: "m1" }))
  showPanel(
    base({
      draft: draft(),
      summary: { state: "ready", lines: [...lines, { kind: "open", text: "And my lamp?", messageId: "m1" }] }
    })
  )
  openPlace("more:summary")
  expect(region("Summary").textContent).toMatch(
    /WantsWhere is my kettle\? message 1OpenAs under “Wants” message 1And my lamp\? message 1/
  )
})

test("a mark and the word before it hold together", () => {
  showPanel(states.ready())
  const letter = within(screen.getByRole("group", { name: "Draft text" }))
  const held = (name: RegExp) => letter.getByRole("button", { name }).parentElement
  expect(held(/^Source 2/)).toMatchObject({ className: "held", textContent: "days.2" })
  expect(held(/^No source/)?.textContent).toMatch(/^\S+no source$/)
})

test("each line of the summary leads to its message, by name, and says so where it can't", async () => {
  const background = showPanel(states.ready(), { "panel-show-message": { ok: true } }, "more:summary")
  const link = within(region("Summary")).getByRole("button", {
    name: /^message 1, Maya Brandt, 16 November, \d\d:\d\d$/
  })
  link.focus()
  fireEvent.click(link)
  await waitFor(() => expect(within(region("Summary")).getByRole("status").textContent).toBe("Message 1 is in view."))
  expect(background.of("panel-show-message")).toEqual([
    { kind: "panel-show-message", key: "sample/48213", messageId: "m1" }
  ])
  expect(document.activeElement).toBe(link)
  background.answers["panel-show-message"] = { ok: false, code: "no-message" }
  fireEvent.click(link)
  await waitFor(() => expect(bar().textContent).toMatch(/Message 1 isn’t on this page\. Open the ticket’s history/))
  expect(within(region("Summary")).getByRole("status").textContent).toBe("")
})

test("model text and customer text are only ever text", () => {
  const text = "Hello <img src=x onerror=alert(1)> <b>you</b>."
  showPanel(
    base({ ticket: ticket({ subject: "<script>1</script>" }), draft: draft({ text, claims: [], questions: [] }) })
  )
  expect(screen.getByRole("group", { name: "Draft text" }).textContent).toBe(text)
  expect(document.querySelector("img, script")).toBeNull()
})

test("while it writes, Insert says why it waits, Stop has Regenerate's place, and the letter is busy without a live region", () => {
  const background = showPanel(states.streaming())
  const letter = screen.getByRole("group", { name: "Draft text" })
  expect(letter.getAttribute("aria-busy")).toBe("true")
  expect(letter.closest("[aria-live], [role=status], [role=alert]")).toBeNull()
  expect(off("Insert")).toBe(true)
  expect(screen.getByText("Insert waits for the last sentence")).toBeTruthy()
  fireEvent.click(button("Insert"))
  expect(background.of("panel-insert")).toEqual([])
  expect(screen.queryByRole("button", { name: "Regenerate" })).toBeNull()
  fireEvent.click(button("Stop"))
  expect(background.of("panel-stop")).toEqual([{ kind: "panel-stop", key: "sample/48213", draftId: "d1" }])
})

test("a late press on Stop never becomes Regenerate: the slot waits a second", () => {
  vi.useFakeTimers()
  const background = showPanel(states.streaming())
  background.push(states.ready())
  fireEvent.click(button("Stop"))
  expect(background.of("panel-regenerate")).toEqual([])
  background.push(states.ready())
  vi.advanceTimersByTime(1000)
  background.push(states.ready())
  button("Change")
})

test("a press meant for Regenerate never stops a draft that began by itself under the finger; a moment later Stop stops", () => {
  vi.useFakeTimers()
  const background = showPanel(states.ready())
  background.push(states.streaming())
  fireEvent.click(button("Stop"))
  expect(background.of("panel-stop")).toEqual([])
  act(() => void vi.advanceTimersByTime(300))
  fireEvent.click(button("Stop"))
  expect(background.of("panel-stop")).toHaveLength(1)
})

test("finished sentences stay the same elements while more is written", () => {
  const background = showPanel(states.streaming())
  const sentence = screen.getByText(/The carrier marked it/)
  background.push({
    ...states.streaming(),
    draft: draft({
      state: "writing",
      text: `${draft().text.slice(0, 230)}`,
      claims: draft().claims.slice(0, 2),
      questions: []
    })
  })
  expect(screen.getByText(/The carrier marked it/)).toBe(sentence)
})

test("stale, offline, refused and copy-only each say why Insert or Regenerate is off, and Copy works", () => {
  const reasons: [PanelState, string, RegExp][] = [
    [states.stale(), "Insert", /until there is a draft for the newest message/],
    [states.offline(), "Regenerate", /needs a connection/],
    [base({ draft: draft({ insert: "copy-only" }) }), "Insert", /Copy works/],
    [base({ draft: draft({ insert: "unproven" }) }), "Insert", /proves that a reply goes to the customer. Copy works/],
    [states.refused(), "Insert", /no draft to insert/]
  ]
  for (const [state, name, why] of reasons) {
    const background = showPanel(state, {}, name === "Regenerate" ? "more" : undefined)
    expect(off(name)).toBe(true)
    expect(document.getElementById(button(name).getAttribute("aria-describedby") ?? "")?.textContent).toMatch(why)
    fireEvent.click(button("Copy"))
    expect(background.clipboard.length).toBe(state.draft?.refusal ? 0 : 1)
    cleanup()
  }
})

test("a refusal says what was searched and what came near", () => {
  showPanel(states.refused())
  expect(region("Draft").textContent).toMatch(
    /No draft: nothing we know answers this.*“K2 kettle”, “voltage” and “100 V” in 214 articles/
  )
  expect(region("Draft").textContent).toContain(
    "To tell the customer: “I'm afraid we have no information on this yet.”"
  )
  expect(region("Draft").textContent).not.toMatch(/Joined/)
  openPlace("pages")
  expect(region("Sources").textContent).toMatch(/Travel adapters we sell.*Plug shape only/)
})

test("not paired: the panel pairs by itself; locked and empty say what to do", () => {
  showPanel(states.unpaired())
  for (const name of ["Relay address", "Pairing code"]) screen.getByRole("textbox", { name })
  button("Pair")
  cleanup()
  const background = showPanel(states.locked())
  expect(document.body.textContent).toMatch(/12 drafts and 2 unreported results/)
  fireEvent.click(button("Try again"))
  expect(background.of("panel-refresh").length).toBe(1)
  cleanup()
  showPanel(states.empty())
  screen.getByRole("heading", { name: "Open a ticket" })
  expect(document.body.textContent).toContain("press its icon in the toolbar, then “Allow this site”")
})

test("what went wrong can be told to IT: code, time, draft, versions, and nothing of the ticket", async () => {
  const background = showPanel(states.error())
  fireEvent.click(within(bar()).getByRole("button", { name: "Copy details for IT" }))
  expect(background.clipboard).toEqual([
    "code: relay-stopped\nat: 2026-11-20T09:42:00Z\ndraft: d1\nmodel: mistral-small\nhelpdesk: sample\nrelay: 0.1.0, http://127.0.0.1:8787, online\nextension: 0.1.0"
  ])
  await waitFor(() => expect(bar().textContent).toMatch(/after 3 sentences.*Details copied/))
  cleanup()
  showPanel(states.stale())
  expect(within(bar()).queryByRole("button", { name: "Copy details for IT" })).toBeNull()
})

test("a request that the relay refused is told to IT by the id that the relay's log has", () => {
  const failed = { code: "relay-error" as const, data: { request: "6dc5b1d8-5b5e-4f7c-8bd0-3f0a5a6f1a11" } }
  const background = showPanel({ ...states.error(), notice: failed })
  fireEvent.click(within(bar()).getByRole("button", { name: "Copy details for IT" }))
  expect(background.clipboard[0]).toContain("code: relay-error\n")
  expect(background.clipboard[0]).toContain("\nrequest: 6dc5b1d8-5b5e-4f7c-8bd0-3f0a5a6f1a11\n")
})

test("an open source marks the sentences that the letter has from it, word for word or in other words", () => {
  showPanel(states["no-model"]())
  press("2")
  const marked = [...region("Sources").querySelectorAll("mark")].map(({ textContent }) => textContent)
  expect(marked).toEqual([
    "When a parcel is shown as delivered but missing, we ask the carrier to search for it.",
    "The carrier answers within five working days."
  ])
  press("3")
  expect(region("Sources").querySelector("mark")?.textContent).toBe(
    "If the parcel isn’t found, the customer chooses a replacement or the full price back."
  )
})

test("erase asks first", async () => {
  const background = showPanel(states.ready())
  press("?")
  fireEvent.click(button("Erase this ticket"))
  expect(background.of("panel-erase")).toEqual([])
  fireEvent.click(button("Erase for good"))
  await waitFor(() => expect(background.of("panel-erase").length).toBe(1))
  expect(bar().textContent).toMatch(/Erased/)
})

test("when nothing came of a draft, the one before is one press away", async () => {
  const formers = [{ id: "d0", text: "An earlier one.", edited: true, savedAt: "2026-11-20T09:40:00Z" }]
  const background = showPanel(
    base({
      draft: draft({ state: "failed", text: "", claims: [], questions: [], formers }),
      notice: { code: "relay-unreachable" }
    })
  )
  fireEvent.click(button("Restore the previous draft"))
  await waitFor(() => expect(background.of("panel-former").map(({ draftId }) => draftId)).toEqual(["d0"]))
})

test("an earlier draft comes back", async () => {
  const background = showPanel(
    base({
      draft: draft({ formers: [{ id: "d0", text: "An earlier one.", edited: true, savedAt: "2026-11-20T09:40:00Z" }] })
    })
  )
  press("?")
  screen.getByText("An earlier one.")
  fireEvent.click(button("Restore"))
  await waitFor(() =>
    expect(background.of("panel-former")).toEqual([{ kind: "panel-former", key: "sample/48213", draftId: "d0" }])
  )
})

test("a sign-in that ended because a copy of it came is told in a sentence, with the form to pair again", () => {
  showPanel(states.reused())
  expect(screen.getByText(/The relay received an earlier copy of this browser’s sign-in/)).toBeTruthy()
  expect(screen.getByLabelText("Pairing code")).toBeTruthy()
})
