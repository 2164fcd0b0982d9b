import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { CommandAnswer } from "../../src/protocol/panel.ts"
import { fillBlanks, splitAtBlanks, plainFilledText } from "../../src/ui/agent/card-kit/ready-text.tsx"
import { base, draft, states } from "./states.ts"
import { ticket } from "./help/states-inspector.ts"
import { openPlace, panelAt } from "./show-panel.tsx"

const showPanel = panelAt("ask")

const LOST = {
  n: 1,
  id: "k1",
  title: "Lost parcels",
  kind: "article" as const,
  headings: ["Parcels"],
  passage: "We ask the carrier. A lost parcel is paid back in full.",
  visibility: "public" as const,
  score: 1
}
const FOUND: CommandAnswer = {
  ok: true,
  search: {
    found: [LOST, { ...LOST, n: 2, id: "k2", title: "How we decide", visibility: "internal" }],
    documents: 214,
    sentAs: "is [PERSON_1] paid back for a lost parcel"
  }
}
const common = { visibility: "public" as const, score: 1 }
const REPLIES: CommandAnswer = {
  ok: true,
  replies: {
    macros: [],
    tickets: [
      {
        ...common,
        id: "t1",
        title: "Parcel never came",
        question: "Where is my parcel?",
        reply: "Hello [a name],\n\nit was lost. We pay it back.\n\n[a name]",
        tags: ["parcel", "lost"],
        satisfaction: "good",
        changed: "2026-09-03",
        url: "https://desk.example.com/1",
        version: 4
      },
      {
        ...common,
        id: "t2",
        title: "Second",
        question: "And the other?",
        reply: "It comes.",
        tags: [],
        satisfaction: "bad"
      }
    ]
  }
}

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const region = (name: string) => within(screen.getByRole("region", { name }))
const bar = () => screen.getByRole("region", { name: "Actions" })
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }))
const searched = () => region("Search the knowledge")
const type = (words: string) => fireEvent.change(searched().getByRole("searchbox"), { target: { value: words } })

test("words leave when Search is pressed, not while they are typed; as what they left is said", async () => {
  const background = showPanel(states.ready(), { "panel-search": FOUND })
  type("is Maya Brandt paid back for a lost parcel")
  expect(background.of("panel-search")).toEqual([])
  fireEvent.submit(searched().getByRole("searchbox"))
  await searched().findByText("The best 2 of 214 documents.")
  expect(background.of("panel-search")).toEqual([
    { kind: "panel-search", key: "sample/48213", words: "is Maya Brandt paid back for a lost parcel" }
  ])
  expect(searched().getByText(/^Sent as:/).textContent).toBe("Sent as: is [PERSON_1] paid back for a lost parcel")
  expect(searched().getAllByRole("listitem")[0]?.querySelector("q")?.textContent).toBe(
    "A lost parcel is paid back in full."
  )
})

test("a result is opened, and used for the draft; an internal one is not", async () => {
  const background = showPanel(states.ready(), { "panel-search": FOUND })
  type("lost parcel")
  press("Search")
  await searched().findByText("Lost parcels › Parcels")
  press("Show the passage of Lost parcels")
  fireEvent.click(searched().getByRole("button", { name: "Use this source" }))
  await waitFor(() =>
    expect(background.of("panel-choose")).toEqual([
      { kind: "panel-choose", key: "sample/48213", document: { id: "k1", title: "Lost parcels" }, as: "use" }
    ])
  )
  press("Show the passage of How we decide")
  expect(searched().queryByRole("button", { name: "Use this source" })).toBeNull()
  expect(searched().getByText("Internal, never quoted to a customer")).toBeTruthy()
})

test("nothing found, nothing typed and a relay that is away are each said; what was found stands", async () => {
  const background = showPanel(states.ready(), { "panel-search": FOUND })
  type("lost parcel")
  press("Search")
  await searched().findByText("Lost parcels › Parcels")
  for (const [answer, said] of [
    [
      { ok: false, code: "relay-unreachable" },
      "The relay doesn’t answer. What is shown here is kept. Try again when the relay is back."
    ],
    [
      { ok: false, code: "unmasked-data", data: { kinds: "email card" } },
      /^The relay found .*e-mail address.* unmasked, and looked nothing up\./
    ],
    [{ ok: false, code: "search-empty" }, "Type what to look for first."],
    [{ ok: false, code: "logged-out" }, /^You are signed out of the helpdesk\./]
  ] as [CommandAnswer, string | RegExp][]) {
    background.answers["panel-search"] = answer
    press("Search")
    await searched().findByText(said)
    searched().getByText("Lost parcels › Parcels")
  }
  background.answers["panel-search"] = { ok: true, search: { found: [], documents: 214 } }
  press("Search")
  await searched().findByText("Nothing of 214 documents fits these words.")
  expect(searched().queryByText(/Sent as/)).toBeNull()
})

test("another ticket has its own search", () => {
  const background = showPanel(states.ready())
  type("lost")
  background.push(base({ ticket: ticket({ key: "sample/2", ticketId: "2" }), draft: draft({ id: "d2" }) }))
  openPlace("ask")
  expect(searched().getByRole("searchbox")).toHaveProperty("value", "")
})

test("similar tickets: nothing is asked until they are opened, and one request serves them and the macros", async () => {
  const background = showPanel(states.ready(), { "panel-replies": REPLIES })
  expect(background.of("panel-replies")).toEqual([])
  openPlace("more:similar")
  await region("Similar solved tickets").findByText("2 tickets, the most similar first.")
  openPlace("more:macros")
  await region("Macros").findByText("No macro that the relay knows fits this thread.")
  expect(background.of("panel-replies")).toHaveLength(1)
})

test("question, reply, age, rating, tags and link; the reply is copied and put in with its gaps as blanks, each its own", async () => {
  const background = showPanel(states.ready(), { "panel-replies": REPLIES })
  openPlace("more:similar")
  const card = region("Similar solved tickets")
  fireEvent.click(await card.findByRole("button", { name: "Parcel never came" }))
  expect(card.getAllByRole("listitem")[0]?.textContent).toMatch(
    /changed 3 Sept? 2026 · .* ago · version 4rated good.*Where is my parcel\?.*We pay it back.*Tags: parcel, lostOpen the ticket/s
  )
  expect(card.getAllByRole("listitem")[1]?.textContent).toMatch(/rated bad/)
  press("Copy reply")
  await waitFor(() =>
    expect(background.clipboard).toEqual(["Hello [a name],\n\nit was lost. We pay it back.\n\n[a name]"])
  )
  press("Insert this reply")
  expect(bar().textContent).toMatch(
    /2 blanks are open\. Press Insert again to put them in as \[a name\] and \[a name \(2\)\]/
  )
  expect(document.activeElement).toBe(card.getByRole("textbox", { name: "a name" }))
  fireEvent.change(card.getByRole("textbox", { name: "a name" }), { target: { value: "Maya" } })
  press("Insert this reply")
  press("Insert this reply")
  await waitFor(() =>
    expect(background.of("panel-macro-insert")).toEqual([
      {
        kind: "panel-macro-insert",
        key: "sample/48213",
        text: "Hello Maya,\n\nit was lost. We pay it back.\n\n[[a name]]",
        anyway: true,
        document: { id: "t1", version: 4 }
      }
    ])
  )
})

test("a macro for colleagues' eyes can be read, and neither put in nor copied; a solved ticket's reply was sent before", async () => {
  const secret = { ...common, visibility: "internal" as const, title: "Ask a lead", id: "i1" }
  showPanel(states.ready(), {
    "panel-replies": {
      ok: true,
      replies: {
        tickets: [{ ...secret, question: "May I?", reply: "Only once.", tags: [] }],
        macros: [{ ...secret, text: "Never twice." }]
      }
    }
  })
  for (const [name, words, ways] of [
    ["Macros", "Never twice.", []],
    ["Similar solved tickets", "Only once.", ["Insert this reply", "Copy reply"]]
  ] as const) {
    openPlace(name === "Macros" ? "more:macros" : "more:similar")
    fireEvent.click(await region(name).findByRole("button", { name: "Ask a lead" }))
    region(name).getByText(words)
    expect(region(name).queryAllByText("Internal, never quoted to a customer")).toHaveLength(name === "Macros" ? 1 : 0)
    expect(
      region(name)
        .queryAllByRole("button", { name: /Insert|Copy/ })
        .map(({ textContent }) => textContent)
    ).toEqual(ways)
  }
})

test("asked again when somebody wrote, and when the relay is back; what was found stands meanwhile, another ticket's does not", async () => {
  const background = showPanel(states.ready(), { "panel-replies": REPLIES })
  openPlace("more:similar")
  const card = region("Similar solved tickets")
  await card.findByRole("button", { name: "Second" })
  background.answers["panel-replies"] = { ok: false, code: "relay-unreachable" }
  const more = ticket({
    messages: [
      ...ticket().messages,
      { id: "m4", n: 4, author: "Maya Brandt", role: "customer", at: "2026-11-20T09:00:00Z" }
    ]
  })
  background.push({ ...states.offline(), ticket: more })
  await card.findByText(/^The relay doesn’t answer\. What is shown here is kept/)
  card.getByRole("button", { name: "Second" })
  background.answers["panel-replies"] = { ok: true, replies: { tickets: [], macros: [] } }
  background.push({ ...states.ready(), ticket: more })
  await card.findByText("No solved ticket is like this one.")
  background.answers["panel-replies"] = { ok: false, code: "too-long" }
  background.push(base({ ticket: ticket({ key: "sample/2" }), draft: draft() }))
  openPlace("more:similar")
  await card.findByText(/more than 100,000 characters/)
  expect(card.queryByRole("button", { name: "Second" })).toBeNull()
})

test("the palette leads to the search", async () => {
  showPanel(states.ready())
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true })
  fireEvent.click(await screen.findByRole("option", { name: /^Search the knowledge by your own words/ }))
  await waitFor(() => expect(document.activeElement).toBe(searched().getByRole("searchbox")))
})

test("what is missing in a ready text: a blank is one question, each gap its own; links, placeholders and footnotes are none", () => {
  const labels = (text: string) => splitAtBlanks(text).flatMap(({ blank }) => blank?.label ?? [])
  expect(labels("[[order]] and [[order]], [a name] and [a name], [ein Name].")).toEqual([
    "order",
    "order",
    "a name",
    "a name (2)",
    "ein Name"
  ])
  expect(labels("See [our page](https://x.example), [PERSON_1], [] and [two\nlines].")).toEqual([])
  const parts = splitAtBlanks("Hi [a name], [[order]]: [a name]")
  expect(fillBlanks(parts, { "a name (2)": " Tom ", order: "" })).toBe("Hi [[a name]], [[order]]: Tom")
  expect(plainFilledText(parts, {})).toBe("Hi [a name], [order]: [a name]")
})
