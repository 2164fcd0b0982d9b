import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import { KnowledgeReport } from "../../../src/ui/lead/knowledge/knowledge.tsx"
import { leadWorld } from "./lead-relay.ts"
import { memoryId as idOf, memoryLine as memory } from "./memory-line.ts"
import type { MemoryLine } from "../../../src/protocol/routes/memories.ts"

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const FACT = { kind: "fact", word: "", text: "Lamps of series H have no spare shades." } as const

async function open(...memories: MemoryLine[]) {
  const world = leadWorld()
  world.relay.memories = memories
  render(<KnowledgeReport link={world.page()} />)
  await screen.findByRole("heading", { level: 1, name: "State of the knowledge" })
  return world
}
const card = async () => within(await screen.findByRole("region", { name: "What agents write" }))
const press = (row: Awaited<ReturnType<typeof card>>, name: string) =>
  fireEvent.click(row.getByRole("button", { name }))

test("a lead sees where a proposal comes from, and approves it by one press", async () => {
  const { relay } = await open(memory(1))
  const row = await card()
  expect(await row.findByText("Write “basket”, not “cart”")).toBeTruthy()
  expect(row.getByText(/^From 2 tickets of 1 agent, first on /)).toBeTruthy()
  expect(row.getByText("zendesk #4001, lumen.zendesk.com")).toBeTruthy()
  press(row, "Approve")
  await row.findByText("There is nothing to decide.")
  expect(relay.decided).toEqual([{ id: idOf(1), version: 1 }])
  press(row, "In use (1)")
  expect(row.getByText(/^Approved by Anna, .* Lasts until /)).toBeTruthy()
  expect(row.queryByRole("button", { name: "Approve" })).toBeNull()
})

test("what says otherwise is shown: another edit, and a page", async () => {
  const url = "https://help.acme.example/shades"
  await open(
    memory(1, { conflicts: [{ id: idOf(2), title: "trolley" }] }),
    memory(3, { ...FACT, against: { id: "p", title: "Shades", url } })
  )
  const row = await card()
  expect((await row.findByText("Another edit says otherwise:")).parentElement?.textContent).toContain("trolley")
  expect(row.getByRole("link", { name: "Shades" }).getAttribute("href")).toBe(url)
})

test("a fact is edited with its last day, and a person's name in it never leaves the browser", async () => {
  const { relay } = await open(memory(1, FACT))
  const row = await card()
  press(row, "Edit")
  const sentence = row.getByRole("textbox", { name: "Sentence" })
  expect(document.activeElement).toBe(sentence)
  fireEvent.change(sentence, { target: { value: "Mr. Jonathan Miller sells spare shades." } })
  fireEvent.change(row.getByLabelText("Last day"), { target: { value: "2027-03-01" } })
  // Escape of an input method closes nothing, and what one that closes the form leaves is there again.
  fireEvent.keyDown(sentence, { key: "Escape", isComposing: true })
  fireEvent.keyDown(sentence, { key: "Escape" })
  expect(row.queryByRole("textbox", { name: "Sentence" })).toBeNull()
  press(row, "Edit")
  press(row, "Save and approve")
  await waitFor(() => expect(relay.decided).toHaveLength(1))
  expect(relay.decided[0]).toMatchObject({ version: 1, expires: "2027-03-01" })
  expect(JSON.stringify(relay.decided)).not.toContain("Miller")
})

test("what a lead writes stays when another lead approves or removes that memory meanwhile", async () => {
  const { relay } = await open(memory(1, FACT), memory(2))
  const row = await card()
  const first = () =>
    within(row.getAllByRole("listitem").filter((one) => one.classList.contains("finding"))[0] as HTMLElement)
  await row.findByText(FACT.text)
  press(first(), "Edit")
  const sentence = () => first().getByRole<HTMLTextAreaElement>("textbox", { name: "Sentence" })
  fireEvent.change(sentence(), { target: { value: "No lamp has spare shades." } })
  const approved = { ...FACT, state: "approved", used: true, version: 2, text: "Lamps have no spare shades." } as const
  // Saving says so, too, if nothing else had the list loaded again.
  relay.memories = [memory(1, approved), memory(2)]
  relay.refuses = "memory-changed"
  press(first(), "Save and approve")
  await first().findByText(/^Somebody else has changed this memory/)
  expect(first().getByText("Lamps have no spare shades.")).toBeTruthy()
  expect(sentence().value).toBe("No lamp has spare shades.")
  expect(row.getByRole("button", { name: "To decide (1)" })).toBeTruthy()
  delete relay.refuses
  press(first(), "Save and approve")
  await waitFor(() => expect(relay.decided).toEqual([{ id: idOf(1), version: 2, text: "No lamp has spare shades." }]))
  await waitFor(() => expect(row.queryByRole("textbox")).toBeNull())
  press(row, "In use (1)")
  expect(await row.findByText("No lamp has spare shades.")).toBeTruthy()
  // And if it is removed.
  press(first(), "Edit")
  fireEvent.change(sentence(), { target: { value: "Shades are sold again." } })
  relay.memories = [memory(2)]
  press(first(), "Save and approve")
  await first().findByText(/^Somebody else has removed this memory/)
  expect(sentence().value).toBe("Shades are sold again.")
  press(first(), "Leave it")
  expect(row.queryByText("No lamp has spare shades.")).toBeNull()
})

test("one is removed after a question, and the focus goes back if it stays", async () => {
  const { relay } = await open(memory(1), memory(2, FACT))
  const row = await card()
  const [remove] = await row.findAllByRole("button", { name: "Remove" })
  if (!remove) throw new Error("There is no button.")
  fireEvent.click(remove)
  press(row, "Leave it")
  expect(document.activeElement?.textContent).toBe("Approve")
  fireEvent.click(remove)
  press(row, "Remove it")
  await waitFor(() => expect(row.queryByText("Write “basket”, not “cart”")).toBeNull())
  expect(relay.decided).toEqual([{ id: idOf(1), removed: true }])
})

test("a refusal is told in the relay's words, and nothing changes", async () => {
  const { relay } = await open(memory(1))
  relay.refuses = "memory-contradicts"
  const row = await card()
  await row.findByText("Write “basket”, not “cart”")
  press(row, "Approve")
  expect((await row.findByRole("alert")).textContent).toContain("It says memory-contradicts.")
  expect(row.getByRole("button", { name: "Approve" })).toBeTruthy()
})

test("expired ones are listed apart and can be approved again; without memories there is no such card", async () => {
  const { relay } = await open(memory(1, { expired: true, state: "approved" }))
  const row = await card()
  press(row, "Expired (1)")
  expect(row.getByText(/^Expired on /)).toBeTruthy()
  press(row, "Approve")
  await waitFor(() => expect(relay.decided).toHaveLength(1))
  cleanup()
  const empty = await open()
  await waitFor(() => expect(empty.relay.asked).toContain("GET /v1/memories"))
  expect(screen.queryByRole("region", { name: "What agents write" })).toBeNull()
})
