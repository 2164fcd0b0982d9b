import { afterAll, beforeAll, expect, test } from "vitest"
import { reportLines, settledLines } from "../../../src/relay/commands/knowledge.ts"
import { readDailyTrend, reopenFinding, settleFinding } from "../../../src/knowledge/report/finding-store.ts"
import { signal } from "../help/database.ts"
import { keepDraft, NOW, page, pathsOf, reported } from "./report-help.ts"
import { ticket } from "../help/tickets.ts"

const LONG = Array.from(
  { length: 30 },
  (_, n) =>
    `Step ${n}: press the ${["red", "blue", "green"][n % 3]} button of row ${n} and wait for the signal of lamp ${n * 7}.`
).join("\n\n")

let team: Awaited<ReturnType<typeof reported>>
beforeAll(async () => {
  team = await reported({
    "signals.md": page("Signals of the control panel", LONG, { url: "https://help.acme.example/signals" }),
    "signals-again.md": page("Signals of the control panel", `${LONG}\n\nThat is all.`, {
      url: "https://help.acme.example/signals-2"
    }),
    "returns.md": page("Return it: can I send it back?", "You can send it back within 30 days."),
    "parking.md": page("Parking", "There are three places for visitors behind the house.")
  })
})
afterAll(() => team.close())

test("near copies are named with all their addresses, other pages are not", async () => {
  const [finding, ...others] = await team.find("duplicate")
  expect(others).toEqual([])
  expect(finding?.documents.map(({ address }) => address).sort()).toEqual([
    "https://help.acme.example/signals",
    "https://help.acme.example/signals-2"
  ])
  expect(finding?.says).toContain("2 pages say nearly the same")
  expect(finding?.fix).toMatch(/Keep/)
})

test("a page that no draft quotes is named once there are drafts enough and it has stood for a month", async () => {
  const soon = new Date(Date.now() + 40 * 86_400_000)
  expect(await team.find("never-quoted", { now: soon })).toEqual([])
  const returns = (
    await team.db.selectFrom("documents").select("id").where("path", "like", "%returns.md").executeTakeFirstOrThrow()
  ).id
  for (let n = 0; n < 100; n++)
    await keepDraft(team.db, { ...ticket("Return", "Can I send it back?"), ticketId: `t${n}` }, { quotes: [returns] })
  expect(pathsOf(await team.find("never-quoted", { now: soon }))).toEqual(["parking", "signals"])
  expect(await team.find("never-quoted", { now: new Date(Date.now() + 1000) })).toEqual([])
})

test("what is settled stays away until its words change; counts are kept for the trend", async () => {
  const first = await team.report()
  const finding = first.findings.find(({ kind }) => kind === "duplicate")
  expect(first.trend.at(-1)?.counts).toMatchObject({ duplicate: 1, tickets: 100, answered: 100 })
  expect(first.coverage).toEqual({ weeks: 6, tickets: 100, searched: 100, answered: 100 })
  expect((await team.find("duplicate"))[0]?.id).toBe(finding?.id)
  expect(await settleFinding(team.db, { id: finding?.id ?? "", by: "Kim", note: "on purpose", now: NOW })).toBe(true)
  expect(await settleFinding(team.db, { id: "nothing", by: "Kim", now: NOW })).toBe(false)
  const second = await team.report({ now: new Date(NOW.getTime() + 1000) })
  expect(second.findings.filter(({ kind }) => kind === "duplicate")).toEqual([])
  expect(second.settled).toBe(1)
  expect(second.trend.map(({ counts }) => counts["duplicate"])).toEqual([1, 0])
  expect((await readDailyTrend(team.db)).map(({ at, counts }) => [at, counts["duplicate"]])).toEqual([[second.at, 0]])
  expect(settledLines(second).join("\n")).toMatch(
    /\[[0-9a-f]{12}\] 2 pages say nearly the same[^]*Settled by Kim on 2026-11-20: on purpose/
  )
  expect(await reopenFinding(team.db, finding?.id ?? "")).toBe(true)
  expect(await reopenFinding(team.db, finding?.id ?? "")).toBe(false)
  expect(await team.find("duplicate")).toHaveLength(1)
  await settleFinding(team.db, { id: finding?.id ?? "", by: "Kim", now: NOW })
  await team.import({
    "signals.md": page("Signals of every control panel", LONG, { url: "https://help.acme.example/signals" }),
    "signals-again.md": page("Signals of every control panel", `${LONG}\n\nThat is all.`)
  })
  expect(await team.find("duplicate")).toHaveLength(1)
})

test("the terminal's lines name each finding with id, words and what would mend it, and drive no terminal", async () => {
  const report = await team.report({ now: new Date(NOW.getTime() + 2000) })
  const lines = reportLines({
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, says: `${finding.says}\u001B[2J` }))
  })
  expect(lines.join("\n")).toMatch(
    /Near copies: 1 \(0 on 2026-11-20\)\n {2}\[[0-9a-f]{12}\] 2 pages say nearly the same/
  )
  expect(lines.join("\n")).toContain("100 tickets of the last 6 weeks, 100 (100 %)")
  expect(lines.join("\n")).not.toContain("\u001B")
})

test("an aborted report says so", async () => {
  await expect(team.report({ signal: AbortSignal.abort(new Error("stopped")) })).rejects.toThrow("stopped")
  signal.throwIfAborted()
})
