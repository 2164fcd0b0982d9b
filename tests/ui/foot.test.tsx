import { cleanup, screen, waitFor } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { panelAt } from "./show-panel.tsx"
import { base, draft } from "./states.ts"

const showPanel = panelAt("checks")

afterEach(cleanup)

const OFFLINE = { model: "offline", offline: true } as const
const of = "big-model"

test.each([
  ["no model is set up", OFFLINE, "Joined from your articles. No model is set up."],
  [
    "the budget is used up and articles answer",
    { ...OFFLINE, instead: { of, why: "budget" } },
    "Joined from your articles. Today’s budget for big-model is used up."
  ],
  [
    "the model failed and articles answer",
    { ...OFFLINE, instead: { of, why: "failed" } },
    "Joined from your articles. big-model could not write."
  ],
  [
    "the model failed and another wrote",
    { model: "small-model", instead: { of, why: "failed" } },
    "big-model could not write."
  ],
  [
    "the model isn't asked for now and articles answer",
    { ...OFFLINE, instead: { of, why: "away" } },
    "Joined from your articles. big-model failed several times in a row and isn’t asked for now."
  ],
  [
    "the model isn't asked for now and another wrote",
    { model: "small-model", instead: { of, why: "away" } },
    "big-model failed several times in a row and isn’t asked for now."
  ],
  [
    "too many wait for the model and another wrote",
    { model: "small-model", instead: { of, why: "full" } },
    "big-model is busy, and many drafts wait for it."
  ],
  [
    "the budget is used up and a free model wrote",
    { model: "small-model", instead: { of, why: "budget" } },
    "Today’s budget for big-model is used up."
  ]
] as const)("%s: the foot says who wrote and why", async (_what, more, sentence) => {
  showPanel(base({ draft: draft(more) }))
  expect(await screen.findByText(sentence)).toBeTruthy()
  if ("model" in more && more.model === "small-model") expect(screen.getByText("small-model")).toBeTruthy()
})

test.each([
  [
    { faults: ["chatter", "markdown"], left: [], isFirst: false },
    "The model was asked twice, because its first draft had words to you instead of the customer and Markdown signs."
  ],
  [
    { faults: ["chatter", "subject"], left: ["subject"], isFirst: false },
    "The model was asked twice, because its first draft had words to you instead of the customer and a subject line. This one still has a subject line. Check it before you insert it."
  ],
  [
    { faults: ["language"], left: ["language"], isFirst: true },
    "This draft has text in another language. The model was asked again, but that draft was no better. Check it before you insert it."
  ]
] as const)("a draft that was asked for twice says so: %j", async (repair, sentence) => {
  showPanel(base({ draft: draft({ repair: { ...repair, faults: [...repair.faults], left: [...repair.left] } }) }))
  expect(await screen.findByText(sentence)).toBeTruthy()
})

test.each([
  ["done", "Checked by verifier: 3 confirmed, 1 denied."],
  ["late", "verifier took too long to check this draft. Only the rules have checked it."],
  ["malformed", "The answer of verifier can’t be read. Only the rules have checked this draft."],
  ["failed", "verifier could not check this draft. Only the rules have checked it."]
] as const)("a verifier that is %s is named", async (state, sentence) => {
  showPanel(base({ draft: draft({ verification: { model: "verifier", state, confirmed: 3, doubted: 1 } }) }))
  expect(await screen.findByText(sentence)).toBeTruthy()
})

test("a verifier that was not asked about the whole letter says how much is left", async () => {
  const verification = { model: "verifier", state: "done", confirmed: 40, doubted: 0, unasked: 3 } as const
  showPanel(base({ draft: draft({ verification }) }))
  expect(
    await screen.findByText("Checked by verifier: 40 confirmed, 0 denied. It gave no word on 3 sentences.")
  ).toBeTruthy()
})

const bar = () => screen.getByRole("region", { name: "Actions" })

test("once the reply was sent, the bar no longer asks to send it", async () => {
  const ready = base({ draft: draft({ inserted: true }), notice: { code: "inserted" } })
  const background = showPanel(ready)
  expect(bar().textContent).toMatch(/then send it yourself/)
  background.push({ ...ready, draft: draft({ inserted: true, settled: true }) })
  await waitFor(() => expect(bar().textContent).toMatch(/Sent\..*kept beside this draft/))
})

test("“No sentence makes a claim” is only said where there is nothing to review", async () => {
  const text = "It always rings twice."
  const { push } = showPanel(
    base({
      draft: draft({ text, questions: [], claims: [{ start: 0, end: text.length, state: "no-source", sources: [] }] })
    })
  )
  await screen.findByText("1 to review")
  expect(document.body.textContent).not.toContain("No sentence makes a claim.")
  push(
    base({
      draft: draft({ text: "Hello.", questions: [], claims: [{ start: 0, end: 6, state: "courtesy", sources: [] }] })
    })
  )
  expect(await screen.findByText("No sentence makes a claim.")).toBeTruthy()
})

test("a draft that waits for a busy model says so in the bar, and no longer once it is written", async () => {
  const waiting = { model: "big-model", place: 3 }
  const page = showPanel(base({ draft: draft({ state: "writing", text: "", claims: [], waiting }) }))
  expect(await screen.findByText(/big-model is busy\. Your draft is number 3 in line\./)).toBeTruthy()
  page.push(base({ draft: draft({ state: "writing", text: "", claims: [] }) }))
  await waitFor(() => expect(screen.queryByText(/number 3/)).toBeNull())
})
