import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import type { SolvedTicketLine } from "../../../src/protocol/knowledge.ts"
import { KnowledgeReport } from "../../../src/ui/lead/knowledge/knowledge.tsx"
import { leadWorld } from "./lead-relay.ts"

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const PAGES = [
  { id: "lost", title: "Lost parcels", url: "https://help.acme.example/lost", score: 0.9 },
  { id: "late", title: "Late parcels", score: 0.5 }
]
const ticket = (n: number, pages: SolvedTicketLine["pages"] = PAGES): SolvedTicketLine => ({
  id: `solved/t${n}`,
  title: `Where is parcel ${n}?`,
  question: "It was never delivered, [a name].",
  reply: "We search for it.",
  pages,
  sure: false
})

async function open(solved: SolvedTicketLine[]) {
  const world = leadWorld()
  world.relay.solved = solved
  render(<KnowledgeReport link={world.page()} />)
  await screen.findByRole("heading", { level: 1, name: "State of the knowledge" })
  return world
}
const card = () => screen.findByRole("region", { name: "Solved tickets and their pages" })
const linkedBy = (how: "confirmed" | "margin") => PAGES.slice(0, 1).map((page) => ({ ...page, linked: how }))

test("a lead says by one press which page answered, and takes it back by another", async () => {
  const { relay } = await open([ticket(1)])
  const row = within(await card())
  expect(await row.findByText("It was never delivered, [a name].")).toBeTruthy()
  expect(row.getByRole("link", { name: "Lost parcels" }).getAttribute("href")).toBe("https://help.acme.example/lost")
  fireEvent.click(row.getByRole("button", { name: "This page answered it: Late parcels" }))
  fireEvent.click(await row.findByRole("button", { name: "Undo: Late parcels" }))
  await row.findByRole("button", { name: "This page answered it: Late parcels" })
  expect(relay.confirmed).toEqual([
    { ticket: "solved/t1", document: "late", confirmed: true },
    { ticket: "solved/t1", document: "late", confirmed: false }
  ])
})

test("linked tickets are listed apart, each with who linked it", async () => {
  await open([ticket(1), ticket(2, linkedBy("margin")), ticket(3, linkedBy("confirmed"))])
  const row = within(await card())
  fireEvent.click(await row.findByRole("button", { name: "With a page (2)" }))
  expect(await row.findByText("Search was sure of it.")).toBeTruthy()
  expect(row.getByText("This page answered it.")).toBeTruthy()
  expect(row.queryByText("Where is parcel 1?")).toBeNull()
})

test("more tickets are loaded on request", async () => {
  await open(Array.from({ length: 7 }, (_, n) => ticket(n)))
  const row = within(await card())
  await row.findByText("Where is parcel 4?")
  expect(row.queryByText("Where is parcel 5?")).toBeNull()
  fireEvent.click(row.getByRole("button", { name: "Show more tickets" }))
  expect(await row.findByText("Where is parcel 6?")).toBeTruthy()
  expect(row.queryByRole("button", { name: "Show more tickets" })).toBeNull()
})

test("a ticket that is gone is reported, and nothing is marked", async () => {
  const { relay } = await open([ticket(1)])
  const row = within(await card())
  await row.findByText("Where is parcel 1?")
  relay.solved = []
  fireEvent.click(row.getByRole("button", { name: "This page answered it: Lost parcels" }))
  expect((await row.findByRole("alert")).textContent).toContain("Not saved.")
  expect(row.getByRole("button", { name: "This page answered it: Lost parcels" })).toBeTruthy()
})

test("without solved tickets there is no such card", async () => {
  const { relay } = await open([])
  await waitFor(() => expect(relay.asked.some((one) => one.includes("/past-tickets"))).toBe(true))
  await waitFor(() => expect(screen.queryByRole("region", { name: "Solved tickets and their pages" })).toBeNull())
})
