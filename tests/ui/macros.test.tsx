import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { afterEach, beforeEach, expect, test } from "vitest"
import type { CommandAnswer } from "../../src/protocol/panel.ts"
import { base, draft } from "./states.ts"
import { ticket } from "./help/states-inspector.ts"
import { openPlace, showPanel } from "./show-panel.tsx"

const LISTED: CommandAnswer = {
  ok: true,
  macros: {
    macros: [
      { id: "501", title: "Ask for a photo", start: "Hello, could you send" },
      { id: "502", title: "Closing", start: "Thank you" }
    ],
    found: 2,
    more: false
  }
}
const TEXT: CommandAnswer = {
  ok: true,
  macro: { text: "Hello Maya,\n\na photo of [[the part]] and [[the box]], please. [[the part]] most of all." }
}

const common = { visibility: "public" as const, score: 1 }
const RANKED: CommandAnswer = {
  ok: true,
  replies: {
    tickets: [],
    macros: [
      {
        ...common,
        id: "doc1",
        title: "Ask for the number",
        text: "Hello Maya, what is [[the number]]?",
        changed: "2026-09-03",
        version: 2
      },
      {
        ...common,
        id: "doc2",
        title: "Photo, please",
        text: "Hello [[first name]].",
        helpdesk: "sample",
        macroId: "501"
      },
      { ...common, id: "doc3", title: "Of another helpdesk", text: "Of another.", helpdesk: "zendesk", macroId: "501" }
    ]
  }
}

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const panel = (answers: Parameters<typeof showPanel>[1] = {}) =>
  showPanel(base({ draft: draft() }), { "panel-macros": LISTED, "panel-macro": TEXT, ...answers })
const card = () => {
  openPlace("more:macros")
  return screen.findByRole("region", { name: "Macros" })
}
const bar = () => screen.getByRole("region", { name: "Actions" })
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }))

async function unfolded() {
  const region = within(await card())
  await region.findByText("2 macros.")
  return region
}

test("nothing is listed before they are opened", async () => {
  const background = panel()
  expect(background.of("panel-macros")).toEqual([])
  expect(await within(await card()).findByRole("searchbox", { name: "Find a macro by its words" })).toBeTruthy()
  await waitFor(() => expect(background.of("panel-macros")).toMatchObject([{ words: "" }]))
})

test("a helpdesk without macros: those that the relay knows for the thread, and no search of the helpdesk's", async () => {
  const background = panel({ "panel-macros": { ok: false, code: "macros-unreadable" }, "panel-replies": RANKED })
  const region = within(await card())
  await region.findByRole("button", { name: "Ask for the number" })
  expect(region.queryByRole("searchbox")).toBeNull()
  expect(background.of("panel-replies")).toHaveLength(1)
})

test("words are searched for; how many hold them is said", async () => {
  const background = panel()
  const region = await unfolded()
  background.answers["panel-macros"] = { ok: true, macros: { macros: [], found: 0, more: false } }
  fireEvent.change(region.getByRole("searchbox"), { target: { value: " kettle " } })
  await region.findByText("No macro contains these words.")
  expect(background.of("panel-macros").at(-1)?.words).toBe("kettle")
  background.answers["panel-macros"] = {
    ok: true,
    macros: { macros: LISTED.ok ? (LISTED.macros?.macros ?? []) : [], found: 40, more: true }
  }
  fireEvent.change(region.getByRole("searchbox"), { target: { value: "photo" } })
  await region.findByText(/The first 2 of 40 macros\. .*The helpdesk has more macros/)
})

test("words that were typed to find a macro are there again after a look at another ticket, and not before", async () => {
  const background = panel()
  fireEvent.change((await unfolded()).getByRole("searchbox"), { target: { value: "photo" } })
  const words = async () => within(await card()).findByRole<HTMLInputElement>("searchbox")
  background.push(base({ ticket: ticket({ key: "sample/48190", ticketId: "48190" }), draft: draft() }))
  await waitFor(async () => expect((await words()).value).toBe(""))
  background.push(base({ draft: draft() }))
  await waitFor(async () => expect((await words()).value).toBe("photo"))
})

test("a blank is filled where it is asked for, and the text goes in with it", async () => {
  const background = panel()
  const region = await unfolded()
  press("Ask for a photo")
  fireEvent.change(await region.findByRole("textbox", { name: "the part" }), { target: { value: "the lid" } })
  fireEvent.change(region.getByRole("textbox", { name: "the box" }), { target: { value: "its box" } })
  expect(region.getByRole("group", { name: "Ask for a photo" }).textContent).toContain(
    "a photo of the lid and its box, please. the lid most of all."
  )
  press("Insert this macro")
  await waitFor(() => expect(bar().textContent).toMatch(/Inserted\. Read it in the reply/))
  expect(background.of("panel-macro-insert")).toMatchObject([
    { text: "Hello Maya,\n\na photo of the lid and its box, please. the lid most of all." }
  ])
})

test("the first press with an open blank goes to it and says so, the second puts it in; what is open may change between them", async () => {
  const background = panel()
  const region = await unfolded()
  press("Ask for a photo")
  await region.findByRole("textbox", { name: "the box" })
  press("Insert this macro")
  expect(bar().textContent).toMatch(
    /2 blanks are open\. Press Insert again to put them in as \[the part\] and \[the box\]/
  )
  expect(document.activeElement).toBe(region.getByRole("textbox", { name: "the part" }))
  fireEvent.change(region.getByRole("textbox", { name: "the part" }), { target: { value: "the lid" } })
  press("Insert this macro")
  expect(bar().textContent).toMatch(/1 blank is open/)
  expect(background.of("panel-macro-insert")).toEqual([])
  press("Insert this macro")
  await waitFor(() =>
    expect(background.of("panel-macro-insert")).toMatchObject([
      { anyway: true, text: expect.stringContaining("[[the box]]") }
    ])
  )
})

test.each([
  ["not-public", /may not be a public reply/],
  ["macro-there", /is already in the reply/],
  ["other-ticket", /Another ticket is in front/]
])("refused with %s: the bar says so", async (code, words) => {
  panel({ "panel-macro-insert": { ok: false, code }, "panel-macro": { ok: true, macro: { text: "Thank you." } } })
  const region = await unfolded()
  press("Closing")
  await region.findByText("Thank you.")
  press("Insert this macro")
  await waitFor(() => expect(bar().textContent).toMatch(words))
})

test("what can't be read is said in the card, with what to do", async () => {
  const background = panel({ "panel-macro": { ok: false, code: "macro-gone" } })
  const region = await unfolded()
  press("Closing")
  await region.findByText(/This macro is no longer there.* Choose another one\./)
  background.answers["panel-macros"] = { ok: false, code: "logged-out" }
  fireEvent.change(region.getByRole("searchbox"), { target: { value: "x" } })
  await region.findByText(/You are signed out of the helpdesk\. Nothing was written\. Sign in there/)
})

test("another ticket has its own: what was searched and opened is gone", async () => {
  const background = panel()
  const region = await unfolded()
  fireEvent.change(region.getByRole("searchbox"), { target: { value: "photo" } })
  background.push(base({ ticket: ticket({ key: "zendesk https://x 2", ticketId: "2" }), draft: draft({ id: "d2" }) }))
  const next = within(await card())
  expect(await next.findByRole("searchbox")).toHaveProperty("value", "")
  await waitFor(() =>
    expect(background.of("panel-macros").at(-1)).toMatchObject({ key: "zendesk https://x 2", words: "" })
  )
})

test("macros for this thread: preview, its text with the customer named, and Insert, which tells the relay's document", async () => {
  const background = panel({ "panel-replies": RANKED })
  const region = await unfolded()
  expect(region.getByRole("region", { name: "For this thread" }).textContent).toMatch(
    /Ask for the number.*changed 3 Sept? 2026.*version 2.*Hello Maya, what is \[the number\]\?/
  )
  press("Ask for the number")
  fireEvent.change(await region.findByRole("textbox", { name: "the number" }), { target: { value: "on the label" } })
  press("Insert this macro")
  await waitFor(() =>
    expect(background.of("panel-macro-insert")).toEqual([
      {
        kind: "panel-macro-insert",
        key: "sample/48213",
        text: "Hello Maya, what is on the label?",
        document: { id: "doc1", version: 2 }
      }
    ])
  )
  expect(background.of("panel-macro")).toEqual([])
})

test("one of this helpdesk is read through its page, so that its own placeholders are filled; another's is not", async () => {
  const background = panel({
    "panel-replies": RANKED,
    "panel-macro": { ok: true, macro: { text: "Hello Maya Brandt." } }
  })
  const region = await unfolded()
  press("Photo, please")
  await region.findByText("Hello Maya Brandt.")
  expect(background.of("panel-macro")).toMatchObject([{ macroId: "501" }])
  press("Insert this macro")
  await waitFor(() =>
    expect(background.of("panel-macro-insert")).toMatchObject([
      { text: "Hello Maya Brandt.", document: { id: "doc2" } }
    ])
  )
  press("Of another helpdesk")
  await waitFor(() =>
    expect(region.getByRole("group", { name: "Of another helpdesk" }).textContent).toBe("Of another.")
  )
  expect(background.of("panel-macro")).toHaveLength(1)
})

test("where the page can't read it, the relay's text stands in, with its blanks, and it says so", async () => {
  panel({ "panel-replies": RANKED, "panel-macro": { ok: false, code: "macro-gone" } })
  const region = await unfolded()
  press("Photo, please")
  await region.findByText("The helpdesk can’t fill this one now. Fill in the missing parts yourself.")
  region.getByRole("textbox", { name: "first name" })
})

test("the relay is away: said in its part of the card, the helpdesk's own are there all the same", async () => {
  panel({ "panel-replies": { ok: false, code: "relay-unreachable" } })
  const region = await unfolded()
  await region.findByText("The relay doesn’t answer. What is shown here is kept. Try again when the relay is back.")
  region.getByRole("button", { name: "Closing" })
})
