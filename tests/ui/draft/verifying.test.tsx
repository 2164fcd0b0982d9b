import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { PanelState } from "../../../src/protocol/panel.ts"
import { LETTER, SENTENCES } from "../help/states-verifying.ts"
import { panelAt } from "../show-panel.tsx"
import { states } from "../states.ts"

const showPanel = panelAt("checks")

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const region = (name: string) => screen.getByRole("region", { name })
const letter = () => within(document.getElementById("letter") ?? document.body)
const bar = () => region("Actions")
const insert = () => screen.getByRole("button", { name: "Insert" })
const row = (words: string) =>
  within(region("Checks"))
    .getAllByRole("listitem")
    .find((one) => one.classList.contains("chk") && one.textContent?.includes(words)) ?? document.body
const draftOf = (state: PanelState) => {
  if (!state.draft) throw new Error("There is no draft.")
  return state.draft
}

test("while it is verified, the letter is ready, and each sentence that waits for its word looks like it", () => {
  showPanel(states.checking())
  expect(bar().textContent).toMatch(/^Checking\. \d of \d sentences verified so far\./)
  expect(insert().getAttribute("aria-disabled")).toBeNull()
  expect(letter().getByRole("button", { name: /^Verified, source 2:/ })).toBeTruthy()
  expect(letter().getByRole("button", { name: /^Being checked\. Source 3:/ })).toBeTruthy()
  expect(letter().getAllByText("being checked")).toHaveLength(2)
  expect(region("Checks").textContent).toContain("3 sentences are still being checked.")
  expect(document.querySelectorAll("#letter .cite.checking")).toHaveLength(3)
})

test("a verdict that comes changes its mark in place: the focus stays, and the words are the same nodes", () => {
  const background = showPanel(states.checking())
  const near = letter().getByRole("button", { name: /^Being checked\. Source 3:/ })
  near.focus()
  background.push(states.verified())
  expect(document.activeElement).toBe(near)
  expect(near.getAttribute("aria-label")).toMatch(/^Verified, source 3:/)
  expect(document.getElementById("letter")?.textContent).toContain("Please look once more in the")
  expect(bar().textContent).toContain("Ready. 5 sentences verified.")
  expect(region("Checks").textContent).toContain("Checked by gemini-large: 5 confirmed, 0 denied.")
})

test("a verdict that comes leaves the caret of the agent who edits where it is", () => {
  const background = showPanel(states.checking())
  fireEvent.keyDown(document.body, { key: "e" })
  const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Draft text" })
  field.setSelectionRange(20, 20)
  background.push(states.verified())
  expect(screen.getByRole("textbox", { name: "Draft text" })).toBe(field)
  expect([field.selectionStart, field.value]).toEqual([20, LETTER])
})

test("each mark says in a tooltip what it means, and the menu lists all of them", () => {
  showPanel(states.denied())
  const marks = [...document.querySelectorAll("#letter :is(.cite, .mk)")]
  expect(marks.length).toBeGreaterThan(4)
  for (const mark of marks) expect(mark.getAttribute("title"), mark.outerHTML).toBeTruthy()
  fireEvent.click(screen.getByRole("button", { name: "What the marks mean" }))
  const legend = region("What the marks mean")
  for (const word of ["Tick and number", "Dots and number", "Dashed number", "denied", "contradicts 1", "no source"])
    expect(legend.textContent).toContain(word)
})

test("a denied sentence holds Insert, with the model's phrase and the sentences by which it says so", () => {
  showPanel(states.denied())
  expect(bar().textContent).toContain("Insert is on hold for 2 sentences.")
  expect(insert().getAttribute("aria-disabled")).toBe("true")
  expect(letter().getAllByRole("button", { name: /^Denied by the model that verifies\. Insert waits/ })).toHaveLength(2)
  const choice = row(SENTENCES.choice)
  expect(choice.textContent).toContain("The model that verifies says that source 3 says otherwise.")
  expect(choice.textContent).toContain("one of the two, not both")
  expect(choice.textContent).toContain("If the parcel isn’t found, you choose a replacement or the full price back.")
  expect(within(choice).getByRole("button", { name: /^Source 3:/ })).toBeTruthy()
  expect(row(SENTENCES.search).textContent).toContain("nobody has asked the carrier yet")
})

test("one press takes a denied sentence out, and one keeps it", async () => {
  const background = showPanel(states.denied())
  fireEvent.click(within(row(SENTENCES.search)).getByRole("button", { name: "Remove it" }))
  await waitFor(() => expect(background.of("panel-edit")).toHaveLength(1))
  expect(background.of("panel-edit")[0]?.text).not.toContain(SENTENCES.search)
  fireEvent.click(within(row(SENTENCES.choice)).getByRole("button", { name: "Keep as my own words" }))
  await waitFor(() => expect(background.of("panel-keep")).toHaveLength(1))
})

test("one press has a denied sentence reworded by its evidence; the next puts the new one in its place", async () => {
  const text = "If it isn’t found, you get a new parcel or the full price back."
  const rewrite = { before: SENTENCES.choice, text, rows: [], writer: "m", upstream: { asked: true, model: "m" } }
  const background = showPanel(states.denied(), { "panel-rewrite": { ok: true, rewrite } })
  fireEvent.click(within(row(SENTENCES.choice)).getByRole("button", { name: "Reword it" }))
  fireEvent.click(await within(row(SENTENCES.choice)).findByRole("button", { name: "Use this" }))
  const [asked] = background.of("panel-rewrite")
  expect(asked).toMatchObject({ change: "wish", text: SENTENCES.choice })
  expect(asked?.wish).toContain("you choose a replacement or the full price back")
  await waitFor(() => expect(background.of("panel-edit")).toHaveLength(1))
  expect(background.of("panel-edit")[0]?.text).toBe(LETTER.replace(SENTENCES.choice, text))
})

test("a rewording that fails says why, and the sentence stays", async () => {
  const background = showPanel(states.denied(), { "panel-rewrite": { ok: false, code: "rewrite-no-model" } })
  fireEvent.click(within(row(SENTENCES.choice)).getByRole("button", { name: "Reword it" }))
  await waitFor(() => expect(within(row(SENTENCES.choice)).getByRole("status").textContent).not.toBe(""))
  expect(background.of("panel-edit")).toHaveLength(0)
})

test("texts of a verdict are only ever text", () => {
  const state = states.denied()
  const claims = draftOf(state).claims.map((claim) => ({
    ...claim,
    ...(claim.verdict && { verdict: { ...claim.verdict, why: "<img src=x onerror=alert(1)>" } })
  }))
  showPanel({ ...state, draft: { ...draftOf(state), claims } })
  expect(region("Checks").textContent).toContain("<img src=x onerror=alert(1)>")
  expect(document.querySelector("main img")).toBeNull()
})

test("Insert that waits says so, and a second press inserts at once", async () => {
  const background = showPanel(states["insert-waits"]())
  expect(bar().textContent).toContain("The draft goes in when the check is done, in 3 s at most.")
  fireEvent.click(screen.getByRole("button", { name: "Insert now" }))
  await waitFor(() => expect(background.of("panel-insert-now")).toHaveLength(1))
  expect(background.of("panel-insert")).toHaveLength(0)
})

test("what was inserted before the check says so until the verifier's word has come", () => {
  const inserted = { ...draftOf(states["insert-waits"]()), inserted: true }
  delete inserted.insertWaits
  const background = showPanel({
    ...states.checking(),
    draft: inserted,
    notice: { code: "inserted-unchecked" }
  })
  expect(bar().textContent).toContain("Inserted, not verified.")
  background.push({ ...states["denied-in-reply"](), notice: { code: "inserted-unchecked" } })
  expect(within(bar()).getByRole("alert").textContent).toContain("In what you inserted: 2 denied sentences.")
})

test("Copy doesn't wait, and says that it isn't verified yet", async () => {
  const { insertWaits: _waits, ...draft } = draftOf(states["insert-waits"]())
  const background = showPanel({ ...states["insert-waits"](), draft })
  fireEvent.click(screen.getByRole("button", { name: "Copy" }))
  await waitFor(() => expect(bar().textContent).toContain("Copied, not verified yet."))
  expect(background.of("panel-copied")).toHaveLength(1)
})

test.each([
  ["unreliable", "gemini-large let a false test sentence pass, so its word doesn’t count. Only the rules have checked"],
  ["late", "gemini-large took too long to check this draft. Only the rules have checked it."],
  ["unverified", "The connection broke before the check was done. Only sentences with a tick are verified."],
  ["unanswered", "It gave no word on 1 sentence."]
] as const)("%s: the draft says what became of its check", (name, words) => {
  showPanel(states[name]())
  expect(region("Checks").textContent).toContain(words)
})

test.each([
  ["near-words", "Ready. 1 sentence has a source, 2 to read."],
  ["unanswered", "Ready. 5 sentences verified, 2 questions left open."]
] as const)("%s: the bar says what is left to read", (name, words) => {
  showPanel(states[name]())
  expect(bar().textContent).toContain(words)
})

test("what the letter leaves open is listed, and holds nothing", () => {
  showPanel(states.unanswered())
  const open = row("Not answered:")
  expect(
    within(open)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent)
  ).toEqual(["Can I have the parcel sent to my office instead?", "Do you pay for the call to the carrier?"])
  expect(insert().getAttribute("aria-disabled")).toBeNull()
  expect(region("Checks").textContent).toContain("Rules had doubted 2 of them.")
})
