import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { NoticeCode } from "../../src/protocol/notice.ts"
import { isMessage, tell } from "../../src/ui/messages/t.ts"
import { showPanel } from "./show-panel.tsx"
import { base, claimsOf, draft, states } from "./states.ts"

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const insert = () => fireEvent.click(screen.getByRole("button", { name: "Insert" }))
const bar = () => screen.getByRole("region", { name: "Actions" })
const clean = () => base({ draft: draft({ text: "Hello Maya,\n\nAll is well.", claims: [], questions: [] }) })

test("the first press goes to the open blank and says so, the second hands it over as the blank that it is", async () => {
  const background = showPanel(states.decided())
  insert()
  expect(within(bar()).getByRole("status").textContent).toMatch(
    /1 blank is open. Press Insert again to put it in as \[search number\]/
  )
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /^Blank to fill: search number/ }))
  )
  expect(background.of("panel-insert")).toEqual([])
  insert()
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
  expect(background.of("panel-insert")[0]).toMatchObject({ anyway: true, draftId: "d1", key: "sample/48213" })
  expect(background.of("panel-insert")[0]?.text).toContain("The search number is [[search number]].")
})

test("a blank that went in open is still a blank in the letter", async () => {
  const background = showPanel(states.decided())
  insert()
  insert()
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
  background.push(
    base({
      draft: draft({ text: background.of("panel-insert")[0]?.text ?? "", inserted: true }),
      notice: { code: "inserted" }
    })
  )
  screen.getByRole("textbox", { name: /^Blank to fill: search number/ })
})

test("a copied blank has one pair of brackets, in the clipboard and in what is told of it", async () => {
  const background = showPanel(states.ready())
  fireEvent.click(screen.getByRole("button", { name: "Copy" }))
  expect(background.clipboard[0]).toContain("The search number is [search number].")
  await waitFor(() => expect(background.of("panel-copied").map(({ text }) => text)).toEqual(background.clipboard))
})

test("Insert waits for a promise that nobody approved, and a press goes to it; for one that the agent keeps it doesn’t", async () => {
  const text = "I’m adding a €10 credit."
  const claims = claimsOf(text, [[text, { state: "needs-approval", sources: [], words: "€10 credit" }]])
  const background = showPanel(base({ draft: draft({ text, claims, questions: [] }) }))
  insert()
  insert()
  expect(bar().textContent).toMatch(
    /Insert waits: the draft has 1 sentence that needs approval. Change it, remove it, or keep it as your own words/
  )
  await waitFor(() => expect(document.activeElement?.textContent).toContain("needs approval"))
  expect(background.of("panel-insert")).toEqual([])
  background.push(base({ draft: draft({ id: "d2", text, claims, questions: [], kept: [0] }) }))
  insert()
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
})

test("beside an order to a machine, Insert waits for the sentence that no page says, and Checks name it with the reason", async () => {
  const [text, why] = ["Your account is free for life.", "The ticket gives orders to a machine, and no page says this."]
  const claims = claimsOf(text, [[text, { state: "needs-approval", sources: [], why }]])
  const background = showPanel(base({ draft: draft({ text, claims, questions: [] }) }))
  insert()
  await waitFor(() => expect(document.activeElement?.textContent).toContain(why))
  expect(background.of("panel-insert")).toEqual([])
})

test("Insert waits for a date and a discount that nobody gave, each named, and not for another figure", async () => {
  const text = "You get 10 % off. Mr Schmidt will call you on 24 November. It runs at 900 W."
  const claims = claimsOf(text, [
    ["You get 10 % off.", { state: "no-source", sources: [], reason: "money", words: "10 %" }],
    [
      "Mr Schmidt will call you on 24 November.",
      { state: "no-source", sources: [], reason: "date", words: "24 November" }
    ],
    ["It runs at 900 W.", { state: "no-source", sources: [], reason: "number", words: "900 W" }]
  ])
  const background = showPanel(base({ draft: draft({ text, claims, questions: [] }) }))
  expect(bar().textContent).toMatch(/Insert is on hold for 2 sentences\. 1 no source\./)
  insert()
  expect(background.of("panel-insert")).toEqual([])
  const kept = [0, text.indexOf("Mr Schmidt")]
  background.push(base({ draft: draft({ text, claims, questions: [], kept }) }))
  insert()
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
})

test("Insert waits for a contradiction, and Copy says what it leaves in", async () => {
  const text = "You have 14 days."
  const claims = claimsOf(text, [
    [text, { state: "contradicts", sources: [1], reason: "duration", words: "14 days", says: "30 days" }]
  ])
  const background = showPanel(base({ draft: draft({ text, claims, questions: [] }) }))
  expect(bar().textContent).toMatch(/Insert is on hold for 1 sentence\..*Insert waits: the draft has 1 contradiction\./)
  // It is the agent's to review, and nothing for IT.
  expect(bar().textContent).not.toContain("Copy details")
  insert()
  expect(background.of("panel-insert")).toEqual([])
  fireEvent.click(screen.getByRole("button", { name: "Copy" }))
  await waitFor(() =>
    expect(bar().textContent).toMatch(/Copied, with 1 contradiction\..*Check the reply before you send it/)
  )
  background.push(base({ draft: draft({ text, claims, questions: [], kept: [0] }) }))
  insert()
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
})

test("doubt alone never stops Insert", async () => {
  const text = "A shop often has it."
  const background = showPanel(
    base({
      draft: draft({ text, claims: claimsOf(text, [[text, { state: "no-source", sources: [] }]]), questions: [] })
    })
  )
  insert()
  await waitFor(() => expect(background.of("panel-insert").length).toBe(1))
  await waitFor(() => expect(bar().textContent).toMatch(/Inserted/))
})

test("what was changed in the editor is asked about, never overwritten", async () => {
  const background = showPanel(clean(), { "panel-insert": { ok: false, code: "already-inserted" } })
  insert()
  fireEvent.click(await screen.findByRole("button", { name: "Insert again below?" }))
  await waitFor(() => expect(background.of("panel-insert").map(({ below }) => below)).toEqual([undefined, true]))
})

test("the background's own words about an insertion win over the panel's", async () => {
  const background = showPanel(clean())
  insert()
  await waitFor(() => expect(bar().textContent).toMatch(/Inserted\. /))
  background.push({ ...clean(), notice: { code: "newer-note" } })
  expect(bar().textContent).toMatch(/there is a newer internal note/)
})

test("every notice has a sentence that says what happened and what to do", () => {
  const codes: Record<NoticeCode, true> = {
    "relay-unreachable": true,
    "relay-stopped": true,
    "relay-other-version": true,
    policy: true,
    "model-failed": true,
    "model-cut": true,
    "model-silent": true,
    "model-empty": true,
    "model-away": true,
    "model-queue-full": true,
    "budget-cost": true,
    "budget-month": true,
    "budget-prepared": true,
    "relay-busy": true,
    "relay-error": true,
    "token-wanted": true,
    several: true,
    "database-down": true,
    "disk-full": true,
    "signed-out-by-relay": true,
    "logged-out": true,
    "page-changed": true,
    "page-unfit": true,
    "other-ticket": true,
    "newer-message": true,
    "newer-note": true,
    "not-public": true,
    "copy-only": true,
    "no-editor": true,
    "no-shown-box": true,
    "not-there": true,
    "already-inserted": true,
    "no-message": true,
    "tone-kept": true,
    "words-changed": true,
    "no-selection": true,
    "known-helpdesk": true,
    "bad-recipe": true,
    "tone-note": true,
    "tone-fixed": true,
    "macros-unreadable": true,
    "macro-gone": true,
    "macro-there": true,
    "blank-open": true,
    "guard-open": true,
    "guard-failed": true,
    inserted: true,
    "inserted-unchecked": true,
    "message-sent": true,
    unreadable: true,
    "mask-timeout": true,
    "unmasked-data": true,
    "too-long": true,
    "too-large": true,
    "too-many-drafts": true,
    "older-left-out": true,
    "framed-twice": true,
    "empty-ticket": true,
    "store-full": true,
    "store-lost": true,
    erased: true,
    "may-not-erase": true,
    "outcome-taken": true,
    "site-off": true,
    "switched-off": true,
    "model-off": true
  }
  for (const code of Object.keys(codes)) {
    showPanel({ ...clean(), notice: { code: code as NoticeCode } })
    const said = bar().textContent ?? ""
    expect(said, code).not.toMatch(/That didn’t work|[{}|]|undefined/)
    const key = `notice.${code}`
    if (!isMessage(key)) throw new Error(`There is no message ${key}.`)
    for (const count of [0, 1, 2]) expect(tell(key, { count }), code).toMatch(/^[^|]+[.?]\|[^|]+[.?]$/)
    cleanup()
  }
})

test.each([
  ["not-ready", /That draft isn’t ready for this\. Nothing was changed/],
  ["locked", /Your drafts are locked\. Nothing was changed/],
  ["no-answer", /The extension didn’t answer/]
])("%s is said in the panel's own words, whatever the background says", async (code, words) => {
  showPanel(clean(), { "panel-insert": { ok: false, code, message: "Told by the background." } })
  insert()
  await waitFor(() => expect(bar().textContent).toMatch(words))
  expect(bar().textContent).not.toMatch(/That didn’t work|Told by/)
})

test("a code that nobody has words for is said with the background's sentence", async () => {
  showPanel(clean(), { "panel-insert": { ok: false, code: "brand-new", message: "The helpdesk is on holiday." } })
  insert()
  await waitFor(() => expect(within(bar()).getByRole("alert").textContent).toMatch(/The helpdesk is on holiday/))
})

test("Copy puts the letter into the clipboard in the same turn and tells the background after", async () => {
  const background = showPanel(clean())
  fireEvent.click(screen.getByRole("button", { name: "Copy" }))
  expect(background.clipboard).toEqual(["Hello Maya,\n\nAll is well."])
  await waitFor(() => expect(background.of("panel-copied").length).toBe(1))
  expect(bar().textContent).toMatch(/Copied/)
})

test("while it is being written only finished sentences are copied", () => {
  const background = showPanel(states.streaming())
  fireEvent.click(screen.getByRole("button", { name: "Copy" }))
  expect(background.clipboard[0]).toMatch(/five working days\.$/)
})
