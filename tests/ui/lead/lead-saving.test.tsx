import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { caseIdOf, clearUp, note, open, press, said, save, shows, tick, title } from "./lead-page.tsx"
import { leadWorld } from "./lead-relay.ts"

afterEach(clearUp)

test("what is written while a review is being saved is not lost, and whoever went on is not taken elsewhere", async () => {
  const world = await open()
  const hold = Promise.withResolvers<void>()
  const waiting = (resolvers: typeof hold) => {
    world.relay.slow = resolvers.promise
  }
  fireEvent.change(note(), { target: { value: "First." } })
  waiting(hold)
  save()
  fireEvent.change(note(), { target: { value: "First. And then more." } })
  hold.resolve()
  await waitFor(() => expect(said()).toBe("Saved."))
  expect(world.relay.cases[0]?.review).toMatchObject({ version: 1, note: "First." })
  expect(title()).toMatch(/^Parcel/)
  expect(note().value).toBe("First. And then more.")
  const again = Promise.withResolvers<void>()
  save()
  await shows("Charged twice")
  expect(world.relay.cases[0]?.review).toMatchObject({ version: 2, note: "First. And then more." })
  await screen.findByText("4002", { exact: false })
  press("f")
  waiting(again)
  save()
  press("j")
  await shows("Rücksendung")
  again.resolve()
  await waitFor(() => expect(world.relay.cases[1]?.review.version).toBe(1))
  await waitFor(() => expect(said()).toBe("Saved."))
  expect(title()).toMatch(/^Rücksendung/)
})

test("a page that was closed while it was being saved: what the relay has is no other lead's, and nothing looks unsaved", async () => {
  const world = leadWorld()
  const id = caseIdOf(world, 0)
  world.kept.session.set("review.unsaved", { [id]: { version: 0, verdict: "send", reasons: ["tone"], note: "" } })
  world.anotherSaves(id, { by: "Anna", verdict: "send", reasons: ["tone"], note: "" })
  history.replaceState(null, "", `#case=${id}`)
  await open(world)
  await waitFor(() => expect(said()).toMatch(/^Saved by Anna/))
  press("l")
  await waitFor(() => expect(said()).toMatch(/^Not saved yet/))
  expect(screen.queryByRole("alert")).toBeNull()
  save()
  await waitFor(() => expect(world.relay.cases[0]?.review).toMatchObject({ version: 2, reasons: ["tone", "language"] }))
})

test("ticks that are taken back after a save was taken back don't look like another lead's review", async () => {
  await open()
  press("3")
  press("t")
  press("l")
  save()
  await shows("Charged twice")
  press("u")
  await shows("Parcel marked")
  press("u")
  await waitFor(() => expect(tick("Language").checked).toBe(false))
  expect(tick("Tone").checked).toBe(true)
  expect(screen.queryByRole("alert")).toBeNull()
})

test("two leads save at once: nothing is overwritten, both stand side by side, and mine goes over theirs only when I say so", async () => {
  const world = await open()
  const id = caseIdOf(world, 0)
  press("f")
  fireEvent.change(note(), { target: { value: "I see it otherwise." } })
  world.anotherSaves(id, { reasons: ["tone"], note: "Bert’s." })
  save()
  const alert = await screen.findByRole("alert")
  expect(alert.textContent).toMatch(
    /Bert saved this case first.*Nothing was overwritten.*Tone.*Bert’s\..*Yours.*Wrong fact.*I see it otherwise\./
  )
  expect(world.relay.cases[0]?.review).toMatchObject({ version: 1, note: "Bert’s." })
  save()
  expect(world.relay.puts.length).toBe(1)
  fireEvent.click(screen.getByRole("button", { name: "Save mine over it" }))
  await shows("Charged twice")
  expect(world.relay.cases[0]?.review).toMatchObject({
    version: 2,
    note: "I see it otherwise.",
    reasons: ["wrong-fact"]
  })
})

test("theirs can be kept as well", async () => {
  const world = await open()
  press("f")
  world.anotherSaves(caseIdOf(world, 0), { reasons: ["tone"], note: "Bert’s." })
  save()
  fireEvent.click(await screen.findByRole("button", { name: "Keep theirs" }))
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull())
  expect(tick("Tone").checked && note().value === "Bert’s.").toBe(true)
  expect(world.relay.puts.length).toBe(1)
  expect(said()).toMatch(/^Saved by Bert/)
})

test("the relay goes away: what was ticked and written is kept, over a reload too, and is saved when it is back", async () => {
  const world = await open()
  press("m")
  fireEvent.change(note(), { target: { value: "Asked for [PERSON_1]’s number." } })
  world.relay.away = true
  save()
  await waitFor(() => expect(said()).toMatch(/^Not saved. The relay doesn’t answer/))
  expect(title()).toMatch(/^Parcel/)
  expect([...world.kept.local.values()].map((value) => JSON.stringify(value)).join()).not.toContain("number")
  cleanup()
  world.relay.away = false
  await open(world)
  expect(tick("Missing step").checked && note().value === "Asked for [PERSON_1]’s number.").toBe(true)
  expect(said()).toMatch(/^Not saved yet/)
  save()
  await shows("Charged twice")
  expect(world.relay.cases[0]?.review.note).toBe("Asked for [PERSON_1]’s number.")
  expect(world.kept.session.get("review.unsaved")).toEqual({})
})

test("a case that was erased says so, and what was written of it goes with it", async () => {
  const world = await open()
  fireEvent.change(note(), { target: { value: "About the customer." } })
  world.relay.gone.add(caseIdOf(world, 0))
  save()
  await screen.findByText("This case was erased.")
  await waitFor(() => expect(world.kept.session.get("review.unsaved")).toEqual({}))
  expect(screen.queryByRole("table")).toBeNull()
  expect(document.body.textContent).not.toContain("Parcel marked")
  press("j")
  await shows("Charged twice")
})
