import { expect, test } from "vitest"
import { ticket } from "../../knowledge/help/tickets.ts"
import { draft, PARCEL, source } from "./offline-help.ts"

const parcel = source(1, "en", "Missing parcels", PARCEL.en.page)

test("pages that contradict each other: one is in the letter, and both are shown", async () => {
  const other = source(
    2,
    "en",
    "When a parcel is missing",
    "The carrier answers within nine working days. A parcel is missing when its scan is a day old.",
    { score: 0.9 }
  )
  const { text, answer } = await draft(ticket("", PARCEL.en.ask), "en", [parcel, other])
  expect(text).toContain("five working days")
  const [one] = answer?.openCases ?? []
  expect(one?.differ).toBe(true)
  expect(one?.ways.map((way) => [way.source, way.text])).toEqual([
    [1, "The carrier answers within five working days."],
    [2, "The carrier answers within nine working days."]
  ])
})

test("a customer who ends no sentence", async () => {
  const { text } = await draft(
    ticket("missing parcel", "my parcel is missing it says delivered\nwhat happens with a missing parcel\nno idea"),
    "en",
    [parcel]
  )
  expect(text).toContain("we ask the carrier to search for it")
})

test("a page that ends no sentence is quoted by its lines", async () => {
  const page = source(
    1,
    "en",
    "Missing parcels",
    "The carrier looks for a missing parcel in each depot on its way\n\nThe carrier answers within five working days"
  )
  const { text } = await draft(ticket("", PARCEL.en.ask), "en", [page])
  expect(text).toContain("The carrier looks for a missing parcel in each depot on its way")
})

test("20,000 characters without a space, in the ticket and in a page", async () => {
  const long = "missing".repeat(3000).slice(0, 20_000)
  const began = performance.now()
  const { text } = await draft(ticket("", `${PARCEL.en.ask} ${long}`), "en", [
    parcel,
    source(2, "en", "Log", long, { score: 0.1 })
  ])
  expect(performance.now() - began).toBeLessThan(5000)
  expect(text).toContain("we ask the carrier to search for it")
  expect(text).not.toContain("missingmissing")
})

test("nothing but a word of 20,000 characters", async () => {
  const { refusal, answer, text } = await draft(ticket("", "x".repeat(20_000)), "en", [parcel])
  expect(text).toBe("")
  expect(refusal?.reason ?? answer?.tier).toMatch(/no-answer|nothing/)
})
