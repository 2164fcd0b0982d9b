import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { CommandAnswer } from "../../src/protocol/panel.ts"
import type { Inspection } from "../../src/protocol/request-inspector.ts"
import { button, fold, opened, texts } from "./open-saw.ts"
import { showPanel } from "./show-panel.tsx"
import { states } from "./states.ts"
import { passedOn, saw } from "./help/states-inspector.ts"
import { chip } from "./help/saw-page.tsx"

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const tip = () => screen.getByRole("tooltip", { hidden: true })

test("every request of the ticket in order, the newest open with both its parts, and what stayed here", async () => {
  const background = await opened()
  expect(
    screen
      .getAllByRole("button", { expanded: false })
      .map(({ textContent }) => textContent)
      .filter((text) => /^\d\./.test(text))
  ).toEqual([expect.stringMatching(/^1\. Draft, before you asked/), expect.stringMatching(/^2\. Summary/)])
  expect(fold(/^3\. Draft, changed as you said/).getAttribute("aria-expanded")).toBe("true")
  expect(texts()[0]?.textContent).toMatch(/call me on \[PHONE_1\]/)
  expect(texts()[0]?.textContent).toMatch(/What to changeShorter, and no refund/)
  await screen.findByText(/Sent to http:\/\/127.0.0.1:11434/)
  expect(texts()[1]?.textContent).toMatch(/You write replies to support tickets/)
  await waitFor(() =>
    expect([...document.querySelectorAll("details pre")].map(({ textContent }) => textContent)).toEqual([
      saw.requests[2]?.body,
      passedOn === "gone" ? "" : passedOn.body
    ])
  )
  expect(screen.getByRole("region", { name: "Stayed here" }).textContent).toMatch(
    /2 internal notes.*1 attachment: IMG_2231.jpg/
  )
  expect(background.of("panel-inspect")).toEqual([{ kind: "panel-inspect", key: "sample/48213" }])
  expect(background.of("panel-passed-on")).toEqual([{ kind: "panel-passed-on", key: "sample/48213", draftId: "d1" }])
  fireEvent.click(fold(/^2\. Summary/))
  expect(texts()).toHaveLength(3)
  expect(document.body.textContent).toMatch(/It keeps no copy of that/)
  fireEvent.click(fold(/^1\. Draft/))
  await waitFor(() => expect(background.of("panel-passed-on").map(({ draftId }) => draftId)).toEqual(["d1", "d0"]))
})

test("what was sent on stands while another draft takes its place: it isn't asked for again", async () => {
  const background = await opened()
  await screen.findByText(/Sent to/)
  const state = states.ready()
  background.push({ ...state, ...(state.draft && { draft: { ...state.draft, id: "d2" } }) })
  await waitFor(() => expect(background.of("panel-inspect")).toHaveLength(2))
  screen.getByText(/Sent to/)
  expect(background.of("panel-passed-on").map(({ draftId }) => draftId)).toEqual(["d1"])
})

test("each request for what the team knows is named, read, and told where it went", async () => {
  const sent = (path: string, body: unknown, n: number) => ({
    id: `k${n} ${path}`,
    at: `2026-11-20T09:5${n}:00Z`,
    path,
    body: JSON.stringify(body)
  })
  await opened({
    "panel-inspect": {
      ok: true,
      saw: {
        ...saw,
        requests: [
          {
            ...sent(
              "/v1/drafts",
              { draftId: "d0", ticket: {}, sources: { use: ["returns.md"], not: ["old.md", "older.md"] } },
              0
            ),
            draftId: "d0"
          },
          sent("/v1/knowledge/search", { query: "is [PERSON_1] paid back" }, 1),
          sent("/v1/knowledge/replies", { ticket: { subject: "Lost" } }, 2),
          sent("/v1/knowledge/feedback", { document: "doc1", ticketId: "1" }, 3)
        ]
      }
    }
  })
  for (const name of [/^1\. Draft, by the sources you chose/, /^2\. Your search/, /^3\. Similar tickets and macros/])
    fireEvent.click(fold(name))
  expect(texts().map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(
      /^Sources put first, by their idsreturns\.mdSources left out, by their idsold\.md\s*older\.md$/
    ),
    expect.stringMatching(/^What you searched foris \[PERSON_1\] paid back$/),
    expect.stringMatching(/^SubjectLost$/),
    expect.stringMatching(/^Document, by its iddoc1$/)
  ])
  expect(screen.getAllByText(/^No model writes from this\. The relay looked it up/)).toHaveLength(2)
  expect(screen.getByRole("button", { name: /^4\. What you put in/ }).getAttribute("aria-expanded")).toBe("true")
})

test.each([
  [
    "German",
    { language: "de", found: 91, of: "words" },
    /^In German, 91 of 100 words that tell who somebody is are found\. Select a missed one and mark it\.$/
  ],
  [
    "Japanese, well found",
    { language: "ja", found: 95, of: "characters" },
    /^In Japanese, 95 of 100 characters that tell who somebody is are found\. Select/
  ],
  [
    "Japanese, less so",
    { language: "ja", found: 94, of: "characters" },
    /^Names in running text are not found reliably in Japanese: 94 of 100 characters\. Select/
  ],
  ["a language without a figure", undefined, /^Names in running text are not found reliably in this language\. Select/]
] as [string, Inspection["reach"], RegExp][])(
  "what masking reaches in the ticket’s language: %s",
  async (_, reach, says) => {
    await opened({ "panel-inspect": { ok: true, saw: { ...saw, reach } } })
    screen.getByText(says)
    expect(document.body.textContent).not.toMatch(/balanced/)
  }
)

test("in balanced mode it says that fewer are found", async () => {
  await opened({}, { ...states.ready(), masking: { mode: "balanced" } })
  screen.getByText(
    /^In English, 93 of 100 words that tell who somebody is are found\. That is strict; your team’s balanced mode finds fewer\. Select/
  )
  cleanup()
  await opened(
    { "panel-inspect": { ok: true, saw: { ...saw, reach: undefined } } },
    { ...states.ready(), masking: { mode: "balanced" } }
  )
  screen.getByText(/not found reliably in this language\. Your team’s balanced mode finds fewer than strict\. Select/)
})

test("a summary that left a moment after its draft: the draft is open", async () => {
  const [draft, summary] = saw.requests
  if (!draft || !summary) throw new Error("no requests")
  await opened({
    "panel-inspect": {
      ok: true,
      saw: { ...saw, requests: [draft, { ...summary, at: draft.at.replace("07Z", "07.001Z") }] }
    }
  })
  expect(fold(/^1\. Draft/).getAttribute("aria-expanded")).toBe("true")
  expect(fold(/^2\. Summary/).getAttribute("aria-expanded")).toBe("false")
})

test("Escape goes back, and the focus to where it was", async () => {
  showPanel(states.ready(), { "panel-inspect": { ok: true, saw }, "panel-passed-on": { ok: true, passedOn } }, "more")
  button("What the model saw").focus()
  fireEvent.click(button("What the model saw"))
  await screen.findByRole("heading", { name: "Stayed here" })
  fireEvent.keyDown(document.body, { key: "Escape" })
  await waitFor(() => expect(document.activeElement).toBe(button("What the model saw")))
})

test.each([
  [{ ok: true, passedOn: { asked: false, model: "offline" } }, /No model was asked/],
  [{ ok: true }, /The relay can’t be reached/],
  [{ ok: true, passedOn: "gone" }, /The relay has no record of this draft/],
  [{ ok: false, code: "no-answer" }, /The relay couldn’t be asked: The extension didn’t answer/]
] as [CommandAnswer, RegExp][])("what was sent on can't be shown: %o", async (answer, says) => {
  await opened({ "panel-passed-on": answer })
  await screen.findByText(says)
})

test("what fails to load says why, and nothing that left is told as nothing", async () => {
  showPanel(states.ready(), { "panel-inspect": { ok: false, code: "locked" } })
  fireEvent.keyDown(document.body, { key: "w" })
  await screen.findByText(/It can’t be shown right now: Your drafts are locked/)
  cleanup()
  await opened({ "panel-inspect": { ok: true, saw: { ...saw, requests: [] } } })
  screen.getByText("Nothing has left your browser for this ticket.")
})

test("a placeholder tells by hover and by focus what it stands for; Escape takes that away first", async () => {
  await opened()
  expect(tip().hidden).toBe(true)
  fireEvent.pointerOver(chip("[PERSON_1]"))
  expect(tip().textContent).toBe("NameMaya Brandt")
  expect(chip("[PERSON_1]").getAttribute("aria-describedby")).toBe(tip().id)
  fireEvent.pointerOver(tip())
  expect(tip().hidden).toBe(false)
  fireEvent.pointerOver(button("Back to the draft").parentElement ?? document.body)
  fireEvent.pointerLeave(document.querySelector(".inspector") ?? document.body)
  expect(tip().hidden).toBe(true)
  chip("[PHONE_1]").focus()
  await waitFor(() => expect(tip().textContent).toBe("Phone number+44 117 496 0321From an internal note."))
  fireEvent.keyDown(chip("[PHONE_1]"), { key: "Escape" })
  expect(tip().hidden).toBe(true)
  screen.getByRole("heading", { name: "What the model saw" })
})

test("placeholders of a text are one stop for Tab; arrow keys, Home and End go on from there", async () => {
  await opened()
  const all = [...(texts()[0]?.querySelectorAll<HTMLElement>("[data-ph]") ?? [])]
  expect(all.map(({ tabIndex }) => tabIndex)).toEqual([0, ...all.slice(1).map(() => -1)])
  all[0]?.focus()
  fireEvent.keyDown(all[0] ?? document.body, { key: "ArrowRight" })
  expect(document.activeElement).toBe(all[1])
  fireEvent.keyDown(all[1] ?? document.body, { key: "End" })
  expect(document.activeElement).toBe(all.at(-1))
  expect(all.filter(({ tabIndex }) => tabIndex === 0)).toEqual([all.at(-1)])
  fireEvent.keyDown(all.at(-1) ?? document.body, { key: "ArrowRight" })
  expect(document.activeElement).toBe(all.at(-1))
})

test("what changed since the request of its kind before it, and the first of a kind has none", async () => {
  await opened()
  fireEvent.click(button(/^What changed since/))
  const changes = screen.getByRole("group", { name: "What changed" })
  expect([...changes.querySelectorAll("h4")].map(({ textContent }) => textContent)).toEqual([
    "Message 3, requester, [PERSON_1]",
    "What to change",
    "Draft to change"
  ])
  expect([...changes.querySelectorAll("ins")].map(({ textContent }) => textContent).join(" ")).toMatch(
    /I asked two of them.*Shorter/
  )
  expect(changes.textContent).toMatch(/5 other parts are the same/)
  fireEvent.click(fold(/^1\. Draft/))
  fireEvent.click(fold(/^2\. Summary/))
  expect(screen.getAllByRole("button", { name: /^What changed since/ })).toHaveLength(1)
})

test("Copy takes what left, to the letter, with its placeholders", async () => {
  const background = await opened()
  await screen.findByText(/Sent to/)
  for (const one of screen.getAllByRole("button", { name: "Copy" })) fireEvent.click(one)
  await screen.findByText(/The text is as it was sent, with its placeholders/)
  expect(background.clipboard).toEqual([saw.requests[2]?.body, passedOn === "gone" ? "" : passedOn.body])
  expect(background.clipboard.join()).not.toMatch(/Maya/)
})
