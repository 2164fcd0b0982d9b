import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import { runEvidenceJob } from "../../../src/checks/evidence/compare.ts"
import type { CommandAnswer } from "../../../src/protocol/panel.ts"
import { base, claimsOf, draft } from "../states.ts"
import { showPanel } from "../show-panel.tsx"
import { SOURCES } from "../help/states-words.ts"

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const SEARCH = "We ask the carrier to search for the parcel."
const NINE = "The carrier answers within nine working days."
const CHOICE = "You choose a replacement or the full price back."
const LETTER = `Hello Maya,\n\n${SEARCH} ${NINE}\n\n${CHOICE} My own words about the weather.\n\nKind regards,\nTom`
const claims = claimsOf(LETTER, [
  ["Hello Maya,", { state: "courtesy", sources: [] }],
  [SEARCH, { state: "supported", sources: [2] }],
  [NINE, { state: "contradicts", sources: [2], reason: "duration", says: "five working days", words: "nine" }],
  [CHOICE, { state: "supported", sources: [3] }],
  ["Kind regards,", { state: "courtesy", sources: [] }]
])
const PAGE =
  "When a parcel is shown as delivered but missing, we ask the carrier to search for it. The carrier answers within five working days."
const sources = [
  { n: 2, text: PAGE },
  { n: 3, text: "If the parcel isn’t found, you choose a replacement or the full price back." }
]
const compared = (text: string): CommandAnswer => ({
  ok: true,
  evidence: runEvidenceJob({ kind: "evidence", text, language: "en", sources })
})
const open = () =>
  showPanel(base({ draft: draft({ text: LETTER, claims, questions: [], sources: SOURCES }) }), {
    "panel-evidence": compared(LETTER)
  })
const key = (name: string) => fireEvent.keyDown(document.body, { key: name })
const heading = (name: string) => screen.findByRole("heading", { level: 2, name })
const quotes = () => [...document.querySelectorAll(".pair blockquote")].map((quote) => quote.textContent)
const marked = () => [...document.querySelectorAll(".pair mark:not(.word)")].map((mark) => mark.textContent)

test("J opens what differs most first, side by side with what differs marked in both", async () => {
  const { sent } = open()
  key("j")
  await heading("Sentence 1 of 3")
  expect(quotes()).toEqual([NINE, "The carrier answers within five working days."])
  expect(marked()).toEqual(["nine working days", "five working days"])
  expect(screen.getByText("Source 2 says “five working days”.")).toBeTruthy()
  expect(sent).toContainEqual({ kind: "panel-evidence", key: expect.anything(), draftId: "d1", text: LETTER })
})

test("a dropped condition is named and not judged; J and K step around the end; courtesy and own words without a source are left out", async () => {
  open()
  key("j")
  await heading("Sentence 1 of 3")
  key("j")
  await heading("Sentence 2 of 3")
  expect(quotes()[0]).toBe(`without the condition ${CHOICE}`)
  expect(marked()).toEqual(["If the parcel isn’t found"])
  expect(screen.getByText("Differs: condition. Look whether the letter still says the same.")).toBeTruthy()
  key("k")
  key("k")
  await heading("Sentence 3 of 3")
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    `${NINE}contradicts`,
    `${CHOICE}1 difference`,
    expect.stringContaining(SEARCH)
  ])
  key("Escape")
  expect(screen.queryByRole("heading", { name: /^Sentence/ })).toBeNull()
})

test("a sentence of the list is shown by a press, and the source’s words take the place of a wrong one", async () => {
  const { answers, sent } = open()
  key("j")
  await heading("Sentence 1 of 3")
  fireEvent.click(within(screen.getAllByRole("listitem")[1] ?? document.body).getByRole("button"))
  await heading("Sentence 2 of 3")
  key("k")
  await heading("Sentence 1 of 3")
  const better = LETTER.replace("nine", "five")
  answers["panel-evidence"] = compared(better)
  fireEvent.click(screen.getByRole("button", { name: "Use the source’s words" }))
  expect(await screen.findAllByText("The carrier answers within five working days.")).toBeTruthy()
  expect(sent).toContainEqual({ kind: "panel-edit", key: expect.anything(), draftId: "d1", text: better })
})

test("U takes the source’s words there, and says Not useful everywhere else", async () => {
  const { answers, of } = open()
  key("j")
  await heading("Sentence 1 of 3")
  const better = LETTER.replace("nine", "five")
  answers["panel-evidence"] = compared(better)
  key("u")
  expect(of("panel-edit").at(-1)?.text).toBe(better)
  expect(of("panel-reject")).toEqual([])
  key("Escape")
  key("u")
  expect(screen.getByRole("checkbox", { name: "Wrong fact" })).toBeTruthy()
})

test("an own sentence that is near a source is compared too, and says that the agent wrote it", async () => {
  const own = LETTER.replace("My own words about the weather.", "The carrier answers in eight working days.")
  showPanel(
    base({ draft: draft({ text: own, claims: claims.slice(0, 4), questions: [], sources: SOURCES, edited: true }) }),
    {
      "panel-evidence": compared(own)
    }
  )
  key("j")
  await heading("Sentence 1 of 4")
  key("j")
  await heading("Sentence 2 of 4")
  expect(screen.getByText("You wrote")).toBeTruthy()
  expect(marked()).toEqual(["eight working days", "five working days"])
})

test("while a draft is being written, and without one, J does nothing", () => {
  const { sent } = showPanel(base({ draft: draft({ state: "writing" }) }))
  key("j")
  expect(sent.filter(({ kind }) => kind === "panel-evidence")).toEqual([])
})

test("a letter that could not be compared says so", async () => {
  showPanel(base({ draft: draft() }), { "panel-evidence": { ok: false, code: "not-ready" } })
  key("j")
  expect(await screen.findByText("The letter could not be compared. Go back and open this again.")).toBeTruthy()
})

test("a blank is shown as it would be inserted", async () => {
  const ask = "We ask the carrier to search for the parcel [[parcel number]]."
  const text = `Hello Maya,\n\n${ask} ${NINE}`
  const supported = claimsOf(text, [[ask, { state: "supported", sources: [2] }]])
  showPanel(base({ draft: draft({ text, claims: supported, questions: [], sources: SOURCES }) }), {
    "panel-evidence": compared(text)
  })
  key("j")
  await heading("Sentence 1 of 2")
  const shown = document.querySelector(".all")?.textContent ?? ""
  expect(shown).toContain("search for the parcel [parcel number].")
  expect(document.body.textContent).not.toContain("[[")
})

test("a figure that was worked out is said with what it was worked out from, in the checks and beside its sentence", async () => {
  const worked = { state: "supported" as const, sources: [2], words: "nine", says: "five · four" }
  const own = claims.map((claim) =>
    claim.state === "contradicts" ? { start: claim.start, end: claim.end, ...worked } : claim
  )
  showPanel(base({ draft: draft({ text: LETTER, claims: own, questions: [], sources: SOURCES }) }), {
    "panel-evidence": compared(LETTER)
  })
  const line = "“nine” is worked out from five · four. Work it out once more before you send it."
  expect(await screen.findByText(line)).toBeTruthy()
  key("j")
  await heading("Sentence 1 of 3")
  expect(screen.getAllByText(line)).toHaveLength(2)
})
