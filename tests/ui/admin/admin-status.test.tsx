import { cleanup, fireEvent, screen, within } from "@testing-library/react"
import { afterEach, expect, test } from "vitest"
import { openAdminPage } from "./admin-page.tsx"
import { healthy, quiet, troubled } from "./status-answers.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import type { StatusAnswer } from "../../../src/protocol/routes/server.ts"

afterEach(cleanup)

/** The page whose relay says this of itself, until `back.answer` is another. */
function open(status: StatusAnswer) {
  const back = { answer: { ok: true, value: status } as PageAnswer }
  openAdminPage(({ route }) => (route === "GET /v1/admin/status" ? back.answer : undefined))
  return back
}
const card = () => within(screen.getByRole("region", { name: "Status" }))
/** The table of that caption, row by row. */
async function tableOf(caption: string): Promise<string[][]> {
  await screen.findByText("Today’s budgets")
  const table = card().getByRole("table", { name: caption })
  expect(table.querySelector("caption")?.textContent).toBe(caption)
  return within(table)
    .getAllByRole("row")
    .map((row) => [...row.children].map(({ textContent }) => textContent ?? ""))
}
const factOf = (name: string) => card().getByText(name).nextElementSibling?.textContent

test("a relay that does well: one sentence, its streams and memory, how its model answers, and what waits", async () => {
  open(quiet)
  const [head, row] = await tableOf("Relays")
  expect(head).toEqual(["Relay", "State", "Started", "Version", "Streams", "Memory"])
  expect(row).toEqual([
    "1f3c9a2b (this one)",
    "answers",
    expect.stringMatching(/^20 Nov 2026, \d\d:\d\d$/),
    "0.1.0",
    "12",
    "212 MB"
  ])
  expect((await tableOf("Models that write"))[1]).toEqual([
    "big",
    expect.stringMatching(/^answers since 20 Nov 2026, \d\d:\d\d$/),
    "3 of 8",
    "0"
  ])
  expect(card().getByText("This relay is ready, and no model fails.").closest("[role=status]")).toBeTruthy()
  expect(factOf("Webhook deliveries waiting")).toBe("3")
  expect(factOf("Large tickets being read, or waiting for it")).toBe("2")
  expect(factOf("Prepared drafts")).toBe("12 for 3 people; each may have 200. Nobody has used up theirs.")
  expect(factOf("Money for models")).toBe("€1.20 for 2 people; there is no limit.")
  expect(card().getByText("Nothing failed in the last 24 hours.")).toBeTruthy()
})

test("what is wrong stands first, in words: not ready and why, a silent relay, and a model that is away with what is done instead", async () => {
  open(troubled)
  await tableOf("Relays")
  const [summary] = card().getAllByRole("status")
  expect([...(summary?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    "This relay isn’t ready. The database lacks 1 of this version's steps: start the relay again, which does them.",
    "1 relay has stopped answering. Its drafts begin anew when they are asked for again.",
    expect.stringMatching(
      /^big: away since .*, tried again in 42 seconds; until then the next model in the order writes\.$/
    )
  ])
  expect((await tableOf("Relays"))[1]).toEqual([
    "2a000000",
    expect.stringMatching(/^silent since 20 Nov 2026/),
    expect.any(String),
    "an earlier one",
    "unknown",
    "unknown"
  ])
  expect((await tableOf("Models that write")).slice(1).map(([name, state]) => [name, state?.slice(0, 7)])).toEqual([
    ["big at 1f3c9a2b", "away si"],
    ["big at 3b000000", "answers"]
  ])
  expect(factOf("Prepared drafts")).toBe("200 for 1 person; each may have 200. 1 person has used up theirs.")
  expect(factOf("Money for models")).toBe("€3.10 for 2 people; each may spend €1.50. 2 people have used up theirs.")
})

test("errors are told by hour with the kinds that there were, and by code, the most frequent first", async () => {
  open(troubled)
  expect(await tableOf("By hour")).toEqual([
    ["Hour", "Drafts", "Models", "Webhooks"],
    [expect.stringMatching(/^20 Nov 2026/), "2", "7", "0"],
    [expect.stringMatching(/^20 Nov 2026/), "0", "1,200", "1"]
  ])
  expect(await tableOf("By kind")).toEqual([
    ["What failed", "How", "Times"],
    ["Models", "model-silent", "1,207"],
    ["Drafts", "model-silent", "2"],
    ["Webhooks", "status-500", "1"]
  ])
})

test("without a model that is said; every table can be reached and scrolled by keyboard", async () => {
  open({
    ...troubled,
    relays: [{ ...healthy, condition: { streams: 0, threads: 0, memoryBytes: 1_000_000, models: [] } }]
  })
  await screen.findByText("No model is set up: drafts are joined from articles.")
  for (const table of card().getAllByRole("table")) expect(table.parentElement?.tabIndex).toBe(0)
})

test("a relay that doesn't answer says so with a button; what was known before stays, with its time", async () => {
  const back = open(quiet)
  await tableOf("Relays")
  back.answer = { ok: false, code: "relay-unreachable" }
  // As in a browser, where it bubbles to the window: then it is asked at once, and not after ten seconds.
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))
  expect((await card().findByRole("alert")).textContent).toContain("The relay doesn’t answer.")
  expect(card().getByText(/^The information below is from \d\d:\d\d\.$/)).toBeTruthy()
  expect(card().getByRole("table", { name: "Relays" })).toBeTruthy()
  back.answer = { ok: true, value: quiet }
  fireEvent.click(card().getByRole("button", { name: "Try again" }))
  await expect.poll(() => card().queryByRole("alert")).toBeNull()
})
