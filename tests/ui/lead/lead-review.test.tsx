import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { Review } from "../../../src/ui/lead/review/review.tsx"
import { caseIdOf, clearUp, note, open, order, press, said, save, shows, tick, title } from "./lead-page.tsx"
import { leadWorld } from "./lead-relay.ts"

afterEach(clearUp)

test("draft and sent stand side by side by sentence, changes in words, with sources and the thread", async () => {
  await open()
  expect(title()).toBe("Parcel marked delivered, nothing here")
  const rows = screen
    .getAllByRole<HTMLTableRowElement>("row")
    .map((row) => [...row.cells].map((cell) => cell.textContent))
  expect(rows[0]).toEqual(["Draft", "Change", "Sent"])
  expect(rows).toContainEqual(["Hello [PERSON_1],", "same", "Hello [PERSON_1],"])
  expect(rows).toContainEqual(["A pick-up shop often has it.no source", "removed", "nothing"])
  expect(rows).toContainEqual(["nothing", "added", "I’ll write to you by 27 November, found or not."])
  const changed = rows.find(([, what]) => what === "changed")
  expect(changed?.[2]).toMatch(/^I opened a search today/)
  expect(document.querySelector("ins")?.textContent).toContain("I opened")
  expect([...document.querySelectorAll("del")].map((one) => one.textContent)).toContain("A pick-up shop often has it.")
  expect(screen.getByText("needs approval")).toBeTruthy()
  fireEvent.click(screen.getByRole("button", { name: "Source 2: Shown as delivered, but missing" }))
  expect(document.activeElement?.textContent).toMatch(/^2 Shown as delivered/)
  const meta = document.querySelector(".meta")?.textContent
  for (const words of [
    "Heavy edit, 46 % changed",
    "Read 38 s before insert",
    "Sent after 2 min 10 s",
    "mistral-small, draft version 7c1e55aa",
    "Agent’s reason: unsafe promise"
  ])
    expect(meta).toContain(words)
  expect(screen.getByRole("region", { name: "Thread" }).textContent).toMatch(
    /3 · requester, 19 Nov 2026.*2 · agent.*1 · requester/
  )
})

test("Escape in the note leaves the focus beside it, where the keys of the review work", async () => {
  await open()
  note().focus()
  press("Escape")
  expect(document.activeElement).toBe(note().closest("aside, section"))
  press("j")
  await shows(/^(?!Parcel marked)/)
})

test("a reason by its key, a note, Ctrl Enter: saved, and the next open case is there", async () => {
  const world = await open()
  press("2")
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Small edit" }).checked).toBe(true)
  press("p")
  press("z")
  expect(tick("Unsafe promise").checked && tick("Something else").checked).toBe(true)
  press("z")
  fireEvent.change(note(), { target: { value: "Good that you named a date." } })
  note().focus()
  press("f")
  expect(tick("Wrong fact").checked).toBe(false)
  save()
  await shows("Charged twice")
  expect(document.activeElement?.id).toBe("case")
  expect(world.relay.cases[0]?.review).toMatchObject({
    version: 1,
    done: true,
    verdict: "small-edit",
    reasons: ["unsafe-promise"],
    note: "Good that you named a date.",
    by: "Anna"
  })
  expect(screen.getByText("1 of 7 cases done")).toBeTruthy()
  expect(said()).toBe("Saved.")
  expect(note().value).toBe("")
})

test("J and K go along the queue, S passes a case over, U takes back tick, skip and save", async () => {
  const world = await open()
  press("j")
  await shows("Charged twice")
  press("k")
  await shows("Parcel marked")
  press("s")
  await shows("Charged twice")
  expect(screen.getByRole("button", { name: /Parcel marked.*skipped/ })).toBeTruthy()
  press("u")
  await shows("Parcel marked")
  press("3")
  press("t")
  save()
  await shows("Charged twice")
  press("u")
  await shows("Parcel marked")
  expect(world.relay.cases[0]?.review).toMatchObject({ version: 2, done: false, reasons: [], note: "" })
  expect(tick("Tone").checked).toBe(true)
  press("u")
  await waitFor(() => expect(tick("Tone").checked).toBe(false))
  press("u")
  await waitFor(() => expect(screen.getAllByRole("radio", { checked: false })).toHaveLength(3))
  press("u")
  await waitFor(() => expect(said()).toBe("There is nothing to undo."))
})

test("without a verdict on its draft nothing is saved; a reply without a draft needs none", async () => {
  const world = await open()
  press("t")
  press("Enter", { ctrlKey: true })
  expect(world.relay.puts).toEqual([])
  const button = screen.getByRole("button", { name: /Save, next/ })
  expect(button.getAttribute("aria-disabled")).toBe("true")
  expect(screen.getAllByText("Say first whether you would send the draft: 1, 2 or 3").length).toBeGreaterThan(0)
  press("1")
  press("Enter", { ctrlKey: true })
  await shows("Charged twice")
  expect(world.relay.cases[0]?.review).toMatchObject({ verdict: "send", reasons: ["tone"] })
  fireEvent.click(await screen.findByRole("button", { name: /Ticket 4005/ }))
  await shows("Ticket 4005")
  await screen.findByText("The thread is no longer kept, or there was no draft.")
  expect(screen.queryByRole("radio")).toBeNull()
  press("Enter", { ctrlKey: true })
  await waitFor(() => expect(world.relay.cases[4]?.review).toMatchObject({ version: 1, verdict: null }))
})

test("only a case of the random order is reported as drawn at random", async () => {
  const world = await open()
  save()
  await shows("Charged twice")
  order("random")
  await waitFor(() => expect(world.relay.asked.some((one) => one.includes("order=random"))).toBe(true))
  await screen.findByRole("table")
  await waitFor(() => expect(screen.queryAllByRole("radio")).toHaveLength(3))
  save()
  await waitFor(() => expect(world.relay.puts).toHaveLength(2))
  expect(world.relay.puts.map(({ isRandom = false }) => isRandom)).toEqual([false, true])
})

test("a page that opens while the relay is away says so and comes by itself on Try again", async () => {
  const world = leadWorld()
  world.relay.away = true
  render(<Review link={world.page()} />)
  await screen.findByText("The relay doesn’t answer.")
  world.relay.away = false
  fireEvent.click(screen.getByRole("button", { name: "Try again" }))
  await screen.findByRole("table")
})

test("no cases yet, everything reviewed, and a second page of the queue", async () => {
  render(<Review link={leadWorld({ cases: [] }).page()} />)
  await screen.findByText(/No cases yet/)
  cleanup()
  const world = await open()
  expect(screen.queryByText("Warranty for lamp L40")).toBeNull()
  fireEvent.click(screen.getByRole("button", { name: "More cases" }))
  await screen.findByText("Warranty for lamp L40")
  cleanup()
  for (const one of world.relay.cases) one.review = { ...one.review, done: true, version: 1 }
  render(<Review link={world.page()} />)
  await screen.findByText("Everything is reviewed.")
})

test("J and S go on with the part of the list that isn't loaded yet; where it can't be, that is said", async () => {
  const world = await open()
  for (let n = 0; n < 4; n++) {
    const before = title()
    press("j")
    await waitFor(() => expect(title()).not.toBe(before))
  }
  const fifth = title()
  world.relay.away = true
  press("s")
  expect((await screen.findByRole("alert")).closest("nav")).toBeTruthy()
  await waitFor(() => expect(said()).toBe("Skipped."))
  expect(title()).toBe(fifth)
  world.relay.away = false
  press("u")
  await waitFor(() => expect(said()).toBe("Undone."))
  press("s")
  await shows("Where is my invoice")
  expect(screen.queryByRole("alert")).toBeNull()
  cleanup()
  history.replaceState(null, "", "#")
  const again = await open(leadWorld())
  for (let n = 0; n < 5; n++) {
    const before = title()
    press("j")
    await waitFor(() => expect(title()).not.toBe(before))
  }
  expect(title()).toBe("Where is my invoice")
  expect(again.relay.asked.filter((one) => one.includes("/v1/review/queue"))).toHaveLength(2)
})

test("after a reload Next and Previous begin beside the case, also where it is further down", async () => {
  const world = leadWorld()
  history.replaceState(null, "", `#case=${caseIdOf(world, 5)}`)
  await open(world)
  await shows("Where is my invoice")
  await waitFor(() => expect(document.querySelector(".q [aria-current]")?.textContent).toContain("Where is my invoice"))
  press("k")
  await waitFor(() => expect(location.hash).toContain(caseIdOf(world, 4)))
})

test("the order that was chosen and the case are there again after a reload", async () => {
  const world = await open()
  order("rejected")
  await shows("Where is my invoice")
  await screen.findByText("Agent’s reasons: tone and too long")
  order("random")
  await waitFor(() => expect(world.relay.asked.at(-1)).toBeDefined())
  const asked = () => world.relay.asked.filter((one) => one.includes("order=random"))
  await waitFor(() => expect(asked().length).toBe(1))
  press("j")
  await shows("Charged twice")
  cleanup()
  await open(world)
  await shows("Charged twice")
  expect(new Set(asked()).size).toBe(1)
})

test("a draft that nobody saw sent is not shown as taken out; a reply without a draft stands alone", async () => {
  await open()
  order("rejected")
  await shows("Where is my invoice")
  await waitFor(() => expect(screen.getAllByText("not seen sent").length).toBeGreaterThan(3))
  expect(document.querySelector("del")).toBeNull()
  order("newest")
  await shows("Parcel marked")
  fireEvent.click(await screen.findByRole("button", { name: /Ticket 4005.*Replied without a draft/ }))
  await shows("Ticket 4005")
  await screen.findByText("The thread is no longer kept, or there was no draft.")
  expect(document.querySelector("ins")).toBeNull()
})

test("model and customer text is text", async () => {
  const world = leadWorld()
  const [first] = world.relay.cases
  if (first) {
    first.outcome.draft = "<img src=x onerror=alert(1)> Hello."
    first.diff = [
      { kind: "removed", draft: [{ kind: "removed", text: "<img src=x onerror=alert(1)> Hello." }], sent: [] }
    ]
    first.claims = []
  }
  await open(world)
  expect(screen.getByRole("table").textContent).toContain("<img src=x onerror=alert(1)>")
  expect(document.querySelector("img")).toBeNull()
})

test("keys: the sheet tells them, single letters can be switched off, and a list of choices keeps its letters", async () => {
  await open()
  press("?")
  const sheet = await screen.findByRole("heading", { level: 1, name: "Keys" })
  expect(sheet.closest("article")?.textContent).toMatch(/Next case.*Wrong fact/)
  fireEvent.click(screen.getByRole("checkbox", { name: "Use single letters" }))
  press("f")
  expect(tick("Wrong fact").checked).toBe(false)
  fireEvent.click(screen.getByRole("checkbox", { name: "Use single letters" }))
  fireEvent.click(screen.getByRole("button", { name: "Back to the case" }))
  screen.getByRole("combobox", { name: "Which cases" }).focus()
  press("f")
  expect(tick("Wrong fact").checked).toBe(false)
})

test("while the list of keys hides the case, Escape and every key of a case bring it back, and do nothing else", async () => {
  const world = await open()
  for (const key of ["Escape", "?", "f", "j"]) {
    press("?")
    await screen.findByRole("heading", { level: 1, name: "Keys" })
    press(key)
    await shows("Parcel marked")
  }
  expect(tick("Wrong fact").checked).toBe(false)
  press("?")
  await screen.findByRole("heading", { level: 1, name: "Keys" })
  save()
  await shows("Parcel marked")
  expect(world.relay.cases[0]?.review?.done).not.toBe(true)
})

test("review is for leads: without a lead's code the page asks for one; an agent's token gets no further", async () => {
  const world = leadWorld({ signedIn: false })
  render(<Review link={world.page()} />)
  await screen.findByRole("heading", { name: "Review is for leads: pair with a lead’s code" })
  expect(document.body.textContent).toMatch(/The panel stays signed in as Tom, agent\./)
  fireEvent.change(screen.getByRole("textbox", { name: "Pairing code" }), { target: { value: "LEAD" } })
  fireEvent.click(screen.getByRole("button", { name: "Pair" }))
  await screen.findByRole("table")
  expect(world.kept.local.get("pairing")).toMatchObject({ token: "agent-1" })
  cleanup()
  world.relay.role = "agent"
  render(<Review link={world.page()} />)
  await screen.findByText(/Review is for leads/)
  await screen.findByRole("textbox", { name: "Pairing code" })
})

test("the cases of a figure: the queue says which they are, asks for these, and shows all again", async () => {
  history.replaceState(
    null,
    "",
    "#order=random&seed=x&state=all&language=de&result=heavy&pipeline=9a40f00d02&from=2026-11-16"
  )
  const world = await open()
  const asked = () => world.relay.asked.findLast((one) => one.includes("/v1/review/queue")) ?? ""
  for (const part of ["language=de", "result=heavy", "pipeline=9a40f00d02", "from=2026-11-16"])
    expect(asked()).toContain(part)
  const words = screen.getByText(/German · version 9a40f00d · Heavy edit$/)
  expect(words.textContent).toMatch(/^from 16 Nov/)
  // A case of a filtered list is no random one of all.
  save()
  await waitFor(() => expect(world.relay.puts).toHaveLength(1))
  expect(world.relay.puts[0]).not.toHaveProperty("isRandom")
  fireEvent.click(screen.getByRole("button", { name: "Show all cases" }))
  await waitFor(() => expect(asked()).not.toContain("language"))
  expect(location.hash).not.toContain("language")
})
