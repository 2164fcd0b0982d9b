import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import type { ReportAnswer, ReportDone } from "../../../src/protocol/knowledge-report.ts"
import { KnowledgeReport } from "../../../src/ui/lead/knowledge/knowledge.tsx"
import { leadWorld } from "./lead-relay.ts"
import { empty, findings, long, report, running } from "./lead-report.ts"

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open(reports: (query: URLSearchParams) => ReportAnswer = () => report) {
  const world = leadWorld({ reports })
  render(<KnowledgeReport link={world.page()} />)
  await screen.findByRole("heading", { level: 1, name: "State of the knowledge" })
  return world
}
const section = (name: RegExp) => screen.findByRole("region", { name })
const press = (within_: HTMLElement, name: string) => fireEvent.click(within(within_).getByRole("button", { name }))

test("coverage first, then the trend, then each kind with its count; a finding has its pages with links and words, tickets and what would mend it", async () => {
  await open()
  await section(/^Contradictions: 1/)
  expect(screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent)).toEqual([
    "Search finds a page for 72 % of tickets",
    "Findings fell from 14 on 6 November to 4 on 20 November",
    "Contradictions: 1",
    "Dead links: 1",
    "Questions without a page: 1",
    "Too long winded: 1"
  ])
  expect(screen.getByText(/^295 of 410 that were searched for, out of 410 tickets of the last 6 weeks/)).toBeTruthy()
  const contradiction = await section(/^Contradictions/)
  expect(within(contradiction).getByRole("link", { name: "Returns" }).getAttribute("href")).toBe(
    "https://help.acme.example/returns"
  )
  expect(contradiction.textContent).toContain("Goods can be sent back within 30 days of delivery.")
  expect(contradiction.textContent).toContain("To fix it: Find out which holds")
  expect(within(await section(/^Dead links/)).queryByRole("link")).toBeNull()
  expect((await section(/^Questions without/)).textContent).toContain(
    "Tickets: zendesk #1204, lumen.zendesk.com; zendesk #1188, lumen.zendesk.com"
  )
  fireEvent.change(screen.getByRole("combobox", { name: "Kind" }), { target: { value: "dead-link" } })
  expect(screen.queryByRole("region", { name: /^Contradictions/ })).toBeNull()
  expect(screen.getByRole("heading", { name: /^1 finding on 6 November, as many on 20 November/ })).toBeTruthy()
})

test("settled with a note, masked before it leaves; it stays in its place and is taken back", async () => {
  const world = await open()
  const contradiction = await section(/^Contradictions: 1/)
  press(contradiction, "Settle")
  const note = within(contradiction).getByRole("textbox", { name: "Note (optional)" })
  expect(document.activeElement).toBe(note)
  fireEvent.change(note, { target: { value: "Maya Lindgren asked for both: maya.lindgren@acme.example" } })
  fireEvent.keyDown(note, { key: "Enter", ctrlKey: true })
  await within(contradiction).findByText(/^Settled by Anna/)
  expect(world.relay.settled).toEqual([
    { id: "c1", settled: true, note: expect.stringMatching(/^\[PERSON\] asked for both: \[EMAIL\]$/) }
  ])
  expect(screen.getByRole("heading", { name: "Contradictions: 0" })).toBeTruthy()
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Reopen"))
  fireEvent.click(screen.getByRole("button", { name: "Settled (2)" }))
  expect((await section(/^Near copies/)).textContent).toContain("One is for [PERSON].")
  press(await section(/^Contradictions: 1/), "Reopen")
  await waitFor(() => expect(world.relay.settled.at(-1)).toEqual({ id: "c1", settled: false }))
  fireEvent.click(await screen.findByRole("button", { name: "Open (4)" }))
  await section(/^Contradictions: 1/)
})

test("what was found in a note is told, and what is not saved stays written", async () => {
  const world = await open()
  const links = await section(/^Dead links/)
  press(links, "Settle")
  fireEvent.change(within(links).getByRole("textbox"), { target: { value: "On purpose." } })
  world.relay.away = true
  press(links, "Settle it")
  await within(links).findByText("Not saved.")
  expect(within(links).getByRole<HTMLTextAreaElement>("textbox").value).toBe("On purpose.")
  // With an input method, these keys belong to it.
  for (const key of [{ key: "Escape" }, { key: "Enter", ctrlKey: true }])
    fireEvent.keyDown(within(links).getByRole("textbox"), { ...key, isComposing: true })
  fireEvent.keyDown(within(links).getByRole("textbox"), { key: "Escape" })
  expect(within(links).queryByRole("textbox")).toBeNull()
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Settle"))
  press(links, "Settle")
  expect(within(links).getByRole<HTMLTextAreaElement>("textbox").value).toBe("On purpose.")
})

test("a note that is being written is there again after a look at another kind", async () => {
  await open()
  const links = await section(/^Dead links/)
  press(links, "Settle")
  fireEvent.change(within(links).getByRole("textbox"), { target: { value: "On purpose." } })
  const kinds = screen.getByRole("combobox", { name: "Kind" })
  fireEvent.change(kinds, { target: { value: "contradiction" } })
  await waitFor(() => expect(screen.queryByRole("region", { name: /^Dead links/ })).toBeNull())
  fireEvent.change(kinds, { target: { value: "" } })
  press(await section(/^Dead links/), "Settle")
  const field = within(await section(/^Dead links/)).getByRole<HTMLTextAreaElement>("textbox")
  expect(field.value).toBe("On purpose.")
})

test("a report that takes long says through how many documents it looks, and is asked for again by its run", async () => {
  let done = false
  const world = leadWorld({ reports: () => (done ? report : running) })
  render(<KnowledgeReport link={world.page()} />)
  await screen.findByText("Looking through 1,234 documents.")
  done = true
  await section(/^Contradictions/)
  const asked = world.relay.asked.filter((one) => one.includes("/v1/knowledge/report"))
  expect(asked[0]).toBe("GET /v1/knowledge/report?settled=true&wait=1")
  expect(asked.at(-1)).toBe(`GET /v1/knowledge/report?settled=true&wait=5&run=${running.running.run}`)
})

test("links are asked for by a press; what is gone comes to the others", async () => {
  const gone = {
    ...(findings[1] ?? fail()),
    id: "d2",
    says: "There is nothing (status 404) at: https://other.example/gone"
  }
  const checked: ReportDone = {
    ...report,
    findings: [...findings.slice(1, 2), gone],
    settledFindings: [],
    settled: 0,
    counts: { "dead-link": 2 },
    links: { asked: 40, of: 40 }
  }
  const world = await open((query) => (query.get("links") === "true" ? checked : report))
  await section(/^Dead links: 1/)
  fireEvent.click(screen.getByRole("button", { name: "Check links" }))
  await section(/^Dead links: 2/)
  expect(screen.getByText(/^40 of 40 links to other pages were asked for/)).toBeTruthy()
  expect(await section(/^Contradictions: 1/)).toBeTruthy()
  expect(screen.getByRole("button", { name: "Settled (1)" })).toBeTruthy()
  expect(world.relay.asked.at(-1)).toContain("only=dead-link&links=true")
})

test("nothing to mend, many of a kind, a relay that is away, and an agent's token", async () => {
  await open(() => empty)
  await screen.findByText("Nothing to fix.")
  expect(document.body.textContent).toContain("No draft of the last 6 weeks is stored any more.")
  expect(document.body.innerHTML).not.toMatch(/NaN|Infinity|undefined|null/)
  cleanup()
  await open(() => long)
  const many = await section(/^Contradictions: 8,001/)
  expect(within(many).getAllByRole("listitem")).toHaveLength(10)
  press(many, "Show 10 more findings")
  press(many, "Show 5 more findings")
  expect(within(many).getByText(/^The first 25 of 8,001 are listed/)).toBeTruthy()
  cleanup()
  const world = leadWorld({ reports: () => report })
  world.relay.away = true
  render(<KnowledgeReport link={world.page()} />)
  await screen.findByText("The knowledge could not be checked.")
  world.relay.away = false
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Try again" })))
  await section(/^Contradictions/)
  cleanup()
  world.relay.role = "agent"
  render(<KnowledgeReport link={world.page()} />)
  await screen.findByRole("heading", { name: /Review is for leads/ })
})

const fail = (): never => {
  throw new Error("no such finding")
}
