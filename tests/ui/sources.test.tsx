import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { ChosenDocuments } from "../../src/protocol/panel.ts"
import type { Source } from "../../src/ticket/draft.ts"
import { age } from "../../src/ui/messages/format.ts"
import { findHighlights } from "../../src/ui/agent/source/highlights.ts"
import { base, draft, states } from "./states.ts"
import { ticket } from "./help/states-inspector.ts"
import { panelAt } from "./show-panel.tsx"

const showPanel = panelAt("pages")

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const card = () => within(screen.getByRole("region", { name: "Sources" }))
const press = (name: string) => fireEvent.click(card().getByRole("button", { name }))
const row = (n: number) => card().getAllByRole("listitem")[n - 1] as HTMLElement

test("folded, a source shows the sentence that the letter stands on; open, it is marked in its passage", () => {
  showPanel(states.ready())
  expect(row(2).querySelector("q")?.textContent).toBe("The carrier answers within five working days.")
  press("Show passage 2")
  expect([...row(2).querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual([
    "The carrier answers within five working days."
  ])
  expect(row(2).querySelector("q")?.textContent).toMatch(/^When a parcel is shown/)
  expect(row(3).querySelector("q")?.textContent).toBe(
    "If the parcel isn’t found, the customer chooses a replacement or the full price back."
  )
})

test("its kind, heading, age in words, version, who may read it, its page and what says the same", () => {
  vi.useFakeTimers({ now: new Date("2026-11-21T12:00:00Z"), toFake: ["Date"] })
  const one: Source = {
    n: 1,
    id: "a2",
    title: "Shown as delivered",
    kind: "article",
    headings: ["Parcels", "Shown as delivered"],
    passage: "We ask the carrier.",
    visibility: "public",
    score: 1,
    changed: "2026-09-03",
    version: 3,
    url: "https://help.example.com/missing",
    also: [
      { id: "a9", title: "Delivered, not here", url: "https://help.example.com/old" },
      { id: "a8", title: "A file", url: "file:///etc/passwd" }
    ]
  }
  showPanel(
    base({
      draft: draft({
        sources: [
          one,
          {
            ...one,
            n: 2,
            id: "a3",
            title: "How we refund",
            visibility: "internal",
            version: 1,
            url: "javascript:alert(1)",
            also: []
          }
        ]
      })
    })
  )
  expect(row(1).textContent).toMatch(
    /Shown as delivered › ParcelsArticle · changed 3 Sept? 2026 · 2 months ago · version 3/
  )
  expect(row(1).textContent).not.toContain("Internal")
  press("Show passage 1")
  expect(card().getByRole("link", { name: "Open the page" }).getAttribute("href")).toBe(
    "https://help.example.com/missing"
  )
  expect(
    card()
      .getAllByRole("link")
      .map(({ textContent }) => textContent)
  ).toEqual(["Open the page", "Delivered, not here"])
  expect(row(1).textContent).toContain("Also: Delivered, not here, A file")
  press("Show passage 2")
  expect(row(2).textContent).toMatch(/Article · changed.*Internal, never quoted to a customer/)
  expect(row(2).textContent).not.toContain("version")
  expect(within(row(2)).queryByRole("link")).toBeNull()
  // Nothing of an internal page goes into a draft, whoever wants it.
  expect(within(row(2)).queryByRole("button", { name: "Use this source" })).toBeNull()
  within(row(2)).getByRole("button", { name: "Not this one" })
})

test("“Use this source” and “Not this one” are said of the document; what was chosen stands below, with a way back", async () => {
  const background = showPanel(states.ready())
  press("Show passage 2")
  press("Use this source")
  press("Not this one")
  await waitFor(() => expect(background.of("panel-choose")).toHaveLength(2))
  const document = { id: "a2", title: "Shown as delivered, but missing" }
  expect(background.of("panel-choose").map(({ document: said, as }) => [said, as])).toEqual([
    [document, "use"],
    [document, "not"]
  ])
  const chosen: ChosenDocuments = { use: [document], not: [{ id: "z", title: "Old prices" }] }
  background.push(base({ ticket: ticket({ chosen }), draft: draft() }))
  const list = within(card().getByRole("list", { name: "Sources you chose" }))
  expect(list.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Put first: Shown as delivered, but missingUndo",
    "Left out: Old pricesUndo"
  ])
  expect(card().queryByRole("button", { name: "Use this source" })).toBeNull()
  press("Undo: Old prices")
  await waitFor(() =>
    expect(background.of("panel-choose").at(-1)).toMatchObject({ document: { id: "z" }, as: "nothing" })
  )
})

test("when the pressed button goes with its source, the focus goes to where the choice can be taken back", async () => {
  const background = showPanel(states.ready())
  press("Show passage 2")
  card().getByRole("button", { name: "Not this one" }).focus()
  press("Not this one")
  background.push(
    base({
      ticket: ticket({ chosen: { use: [], not: [{ id: "a2", title: "Shown as delivered, but missing" }] } }),
      draft: draft({ state: "reading", sources: [] })
    })
  )
  await waitFor(() => expect(document.activeElement).toBe(card().getByRole("button", { name: /^Undo/ })))
})

test("without a relay the buttons say why, what stands there stays", () => {
  const background = showPanel(states.offline())
  press("Show passage 2")
  press("Not this one")
  expect(background.of("panel-choose")).toEqual([])
  expect(screen.getByRole("region", { name: "Actions" }).textContent).toContain("Regenerate needs a connection")
  expect(row(2).textContent).toContain("The carrier answers")
})

test("one too many is refused in a sentence", async () => {
  showPanel(states.ready(), { "panel-choose": { ok: false, code: "choose-many-not" } })
  press("Show passage 2")
  press("Not this one")
  await waitFor(() =>
    expect(screen.getByRole("region", { name: "Actions" }).textContent).toContain(
      "Twenty sources are left out already. Take one of them back first."
    )
  )
})

test("of a refusal, what came near can be opened and used all the same", () => {
  const { draft: refused } = states.refused()
  const found: Source = {
    n: 1,
    id: "k2",
    title: "Kettle K2: data sheet",
    kind: "product",
    headings: [],
    passage: "220–240 V.",
    visibility: "public",
    score: 1
  }
  showPanel(base({ ...states.refused(), ...(refused ? { draft: { ...refused, sources: [found] } } : {}) }))
  press("Show passage 1")
  expect(row(1).textContent).toMatch(/Names 220–240 V; says nothing of 100 V\..*220–240 V\.Use this source/)
})

test("what a passage is marked by: word for word, else its sentence with most of the words; too few mark nothing", () => {
  const passage =
    "Parcels go out daily.\nA lost parcel is searched for within five working days. We then refund the full price."
  const marked = (sentence: string, text = passage, language = "en") =>
    findHighlights(text, [sentence], language).map(({ start, end }) => text.slice(start, end))
  expect(marked("A lost parcel is  searched for within five working days.")).toEqual([
    "A lost parcel is searched for within five working days."
  ])
  expect(marked("The search for lost parcels takes five working days.")).toEqual([
    "A lost parcel is searched for within five working days."
  ])
  expect(marked("Have a nice day.")).toEqual([])
  expect(marked("返金は5営業日以内です。", "荷物は毎日発送します。返金は5営業日かかります。", "ja")).toEqual([
    "返金は5営業日かかります。"
  ])
  expect(findHighlights(passage, ["Parcels go out daily.", "Our parcels go out daily then."], "en")).toHaveLength(1)
})

test.each([
  ["2026-11-21", "today"],
  ["2026-11-20", "yesterday"],
  ["2026-11-09", "12 days ago"],
  ["2026-10-22", "4 weeks ago"],
  ["2026-09-03", "2 months ago"],
  ["2024-11-25", "23 months ago"],
  ["2024-11-01", "2 years ago"],
  ["2026-11-25", ""],
  ["soon", ""]
])("%s is %s", (iso, said) => {
  expect(age(iso, Date.parse("2026-11-21T12:00:00Z"))).toBe(said)
})

test("a memory of the team has its own label, and its sentence to read", () => {
  const text = "Lamps of series H have no spare shades."
  const memory: Source = {
    ...{ n: 1, id: "memory:1", title: text.slice(0, -1), kind: "memory", headings: [], passage: text, locale: "en" },
    ...{ visibility: "public", score: 1, changed: "2026-11-20" }
  }
  showPanel(base({ draft: draft({ sources: [memory] }) }))
  expect(row(1).textContent).toContain("Lamps of series H have no spare shades")
  press("Show passage 1")
  expect(row(1).textContent).toContain("Team memory")
})
