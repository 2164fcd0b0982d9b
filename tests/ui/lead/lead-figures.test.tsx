import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import type { FiguresAnswer } from "../../../src/protocol/review.ts"
import {
  acceptanceFinding,
  editFinding,
  leadFinding,
  outcomeFinding,
  reasonFinding
} from "../../../src/ui/lead/figures/figure-findings.ts"
import { Figures } from "../../../src/ui/lead/figures/figures.tsx"
import { answerOf, better, figureOf, leadFigures, noLeadFigures, twelveWeeks, type Counts } from "./lead-figures.ts"
import { leadWorld, noFigures } from "./lead-relay.ts"

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  history.replaceState(null, "", "#")
})

async function open(figures: (query: URLSearchParams) => FiguresAnswer = twelveWeeks) {
  const world = leadWorld({ figures })
  render(<Figures link={world.page()} now={() => new Date("2026-11-20T12:00:00Z")} />)
  await screen.findByRole("region", { name: /^All figures by/ })
  return world
}
const card = (name: RegExp) => screen.getByRole("region", { name })
const shown = () => screen.getByRole("main").innerHTML
const kpi = (title: string) => screen.getByRole("heading", { name: title }).parentElement?.textContent

test("every figure stands with its count and interval, every chart with its finding and a table behind it", async () => {
  await open()
  expect(kpi("Sent unchanged or light edit")).toMatch(/58 %57 to 60 % of 3,940 used drafts/)
  expect(kpi("Draft used")).toMatch(/\d+ to \d+ % of [\d,]+ replies that a draft was requested for/)
  expect(kpi("Changed, median")).toMatch(/4 %of 3,940 used drafts/)
  expect(kpi("Opening to first text, median")).toMatch(/2\.1 s95 of 100 within 6\.4 s/)
  const titles = screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent)
  for (const title of [
    /^Of the replies that a draft was requested for, \d+ % go out from one$/,
    /^Half of the used drafts change by 4 % or less$/,
    /^Half of the drafts show text within 2\.1 s of opening$/,
    /^Given most often with “Not useful”: Tone$/,
    /^Leads would send 58 % of the drafts as they are$/
  ])
    expect(titles.some((one) => title.test(one ?? ""))).toBe(true)
  const charts = screen.getAllByRole("figure")
  expect(charts.length).toBe(6)
  for (const chart of charts) {
    const region = chart.closest("section")
    if (!region) throw new Error("a chart without a card")
    fireEvent.click(within(region).getByRole("button", { name: "Show as table" }))
    expect(within(region).getAllByRole("row").length).toBeGreaterThan(2)
    expect(within(region).queryByRole("figure")).toBeNull()
  }
})

test("a draft version says in words what changed with it, and a lead names it", async () => {
  await open()
  const region = await screen.findByRole("region", { name: "Draft versions, and what changed" })
  const items = (name: string) =>
    within(within(region).getByRole("listitem", { name }))
      .getAllByRole("listitem")
      .map((item) => item.textContent)
  expect(items("7c1e55aa")).toEqual([
    "Model: small-1 → large-2",
    "Verifying model: none → checker",
    "Words about the team changed",
    "Playbook “Late parcels”: version 3",
    "Voice “Formal” removed",
    "Pages imported: 12, removed: 2"
  ])
  expect(items("Longer prompt")).toEqual(["No recorded change."])
  expect(items("3a1c3388")).toEqual(["The first version."])
  fireEvent.change(within(region).getByLabelText("Name of 7c1e55aa"), { target: { value: " Large model " } })
  const newest = within(region).getByRole("listitem", { name: "7c1e55aa" })
  fireEvent.click(within(newest).getByRole("button", { name: "Save name" }))
  expect(await within(region).findByRole("listitem", { name: "Large model" })).toBeTruthy()
  expect(await within(region).findByText("The name is saved.")).toBeTruthy()
})

test("how often recommendations were followed stands by product, with the sum", async () => {
  await open()
  const region = await screen.findByRole("region", { name: "Products that were recommended" })
  expect(region.textContent).toContain("In 5 of 13 cases the agent put the product into the reply.")
  expect(within(region).getAllByRole("row")[1]?.textContent).toBe("Cove kettle125")
})

test("what agents corrected of what tickets are about stands with what it was told to be", async () => {
  await open()
  const region = await screen.findByRole("region", { name: "What tickets are about: agents’ corrections" })
  expect(region.textContent).toContain("Learnt from 1,240 examples of 2 intents.")
  expect(
    within(region)
      .getAllByRole("row")
      .slice(1)
      .map((row) => row.textContent)
  ).toEqual(["refundreturn3", "nothing saidnone of these1"])
})

test("which rules of tone agents don't want stands with its counts", async () => {
  await open()
  const region = await screen.findByRole("region", { name: "Tone findings that agents did not want" })
  expect(within(region).getAllByRole("row")[1]?.textContent).toBe("over apology1242")
})

test("a version is called better where the sequence says so; a week with drafts of two has a point of each; a week that isn't over is hollow", async () => {
  await open()
  const region = card(/^Draft version 9a40f00d is better than 7c1e55aa: accepted more often$/)
  expect(region.textContent).toContain("27 points (22 to 31), the same agents with both versions.")
  expect(region.textContent).toContain("12 agents, design effect 1.6.")
  expect(within(region).getByRole("figure").textContent).toMatch(/7c1e55aa.*9a40f00d/)
  expect(region.querySelectorAll("path.line").length).toBe(2)
  expect(region.querySelectorAll("circle").length).toBe(13)
  expect(region.querySelectorAll("circle.hollow").length).toBe(1)
  fireEvent.click(within(region).getByRole("button", { name: "Show as table" }))
  const rows = within(region)
    .getAllByRole("row")
    .map((row) => row.textContent)
  expect(rows.filter((row) => row?.startsWith("2026-W43"))).toEqual([
    expect.stringMatching(/^2026-W43, version 7c1e55aa47 %.* 150 of 320$/),
    expect.stringMatching(/^2026-W43, version 9a40f00d74 %.* 250 of 340$/)
  ])
  expect(rows.at(-1)).toMatch(/^2026-W47 \(not complete\)/)
})

test("every share is of the replies that a draft was requested for, and the others stand apart", async () => {
  await open()
  expect(
    screen
      .getAllByRole("status")
      .map(({ textContent }) => textContent)
      .join()
  ).toContain("For 31 replies no draft was requested. They are counted apart.")
  expect(within(card(/^Of the replies/)).getByRole("figure").textContent).toContain("No draft shown")
})

test("what leads say is estimated from the random sample, and stands apart from agents' reasons", async () => {
  await open()
  const agents = card(/^Given most often with/)
  expect(agents.textContent).not.toContain("lead")
  const region = card(/^Leads would send 58 %/)
  expect(region.textContent).toContain("(5,200) from those reviewed in random order (60)")
  expect(region.textContent).toContain("(30) count for themselves only")
  fireEvent.click(within(region).getByRole("button", { name: "Show as table" }))
  expect(within(region).getByRole("row", { name: "Would not send 17 % (10 to 28 %) 9 of 60" })).toBeTruthy()
  expect(leadFinding(noLeadFigures)).toBe("What leads say of the drafts: not enough yet")
  cleanup()
  await open((query) => ({ ...twelveWeeks(query), leads: { ...leadFigures, ...noLeadFigures } }))
  expect(card(/^What leads say/).textContent).toContain("30 more reviews in random order are needed.")
})

test("with few agents it is said that the intervals hold for these", async () => {
  await open((query) => ({ ...twelveWeeks(query), clustering: { agentCount: 3, agents: false, effect: 1.1 } }))
  expect(card(/^Draft version/).textContent).toContain("Intervals hold for these agents (3) only")
})

test("a finding says no more than the figures prove", () => {
  const groups = (all: [string | null, Counts][]) => answerOf("week", all).groups
  const [low, high, few] = [
    { unchanged: 30, light: 0, heavy: 70 },
    { unchanged: 70, light: 0, heavy: 30 },
    { unchanged: 10, light: 0, heavy: 2 }
  ]
  expect(acceptanceFinding("week", [], null)).toBe("Acceptance: not enough yet")
  expect(acceptanceFinding("week", groups([["2026-W40", few]]), null)).toBe("Acceptance: not enough yet")
  expect(
    acceptanceFinding(
      "week",
      groups([
        ["2026-W40", few],
        ["2026-W41", high]
      ]),
      null
    )
  ).toBe("Acceptance, week 41: 70 %")
  expect(
    acceptanceFinding(
      "week",
      groups([
        ["2026-W40", low],
        ["2026-W41", high]
      ]),
      null
    )
  ).toBe("Acceptance rose from 30 % in week 40 to 70 % in week 41")
  expect(
    acceptanceFinding(
      "week",
      groups([
        ["2026-W40", high],
        ["2026-W41", low]
      ]),
      { ...better, difference: -0.27, low: -0.31, high: -0.22 }
    )
  ).toBe("Draft version 9a40f00d is worse than 7c1e55aa: accepted less often")
  expect(
    acceptanceFinding(
      "week",
      groups([
        ["2026-W40", low],
        ["2026-W41", low]
      ]),
      { ...better, difference: 0.02, low: -0.03, high: 0.07 }
    )
  ).toBe("Acceptance: no difference seen between draft versions 7c1e55aa and 9a40f00d")
  expect(
    acceptanceFinding(
      "language",
      groups([
        ["en", low],
        ["de", high]
      ]),
      null
    )
  ).toBe("Drafts are accepted more often with German than with English")
  expect(
    acceptanceFinding(
      "model",
      groups([
        ["a", low],
        ["b", { ...low, heavy: 60 }]
      ]),
      null
    )
  ).toBe("Acceptance by model: no difference seen")
  expect(outcomeFinding(figureOf(few))).toBe("What happened to each reply")
  expect(editFinding(figureOf(few))).toBe("How much of a draft is changed: not enough yet")
  expect(reasonFinding(figureOf(few, { reasons: { tone: 2, other: 2 } }))).toBe("Reasons given with “Not useful”")
})

test("no replies yet, and one reply: nothing breaks, no share is shown, and it is said how many more it takes", async () => {
  await open(() => noFigures)
  expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toContain(
    "No replies fit what is chosen above. Choose a longer period, or fewer filters."
  )
  expect(document.body.textContent).not.toContain("No replies yet.")
  fireEvent.change(screen.getByRole("combobox", { name: "Period" }), { target: { value: "all" } })
  await screen.findByText("No replies yet.")
  expect(screen.queryAllByRole("figure")).toEqual([])
  expect(document.body.textContent).toContain("Not enough yet")
  expect(shown()).not.toMatch(/NaN|Infinity|undefined|null/)
  expect([...document.querySelectorAll(".v")].map((one) => one.textContent)).toEqual(Array(4).fill("Not enough yet"))
  cleanup()
  await open(() => answerOf("week", [["2026-W47", { unchanged: 1, light: 0, heavy: 0 }]]))
  expect(kpi("Sent unchanged or light edit")).toMatch(/Not enough yet1 of 1 so far\. 29 more needed/)
  expect(kpi("Changed, median")).toMatch(/Not enough yet1 used draft so far\. 29 more needed/)
  expect(screen.getByText(/29 more used drafts are needed in one week/)).toBeTruthy()
  expect(shown()).not.toMatch(/NaN|Infinity|undefined|100 %/)
  const edits = card(/^How much of a draft is changed/)
  fireEvent.click(within(edits).getByRole("button", { name: "Show as table" }))
  expect(within(edits).getByRole("row", { name: "none 1" })).toBeTruthy()
})

test("a week with too few cases is a gap in the line, and stands in the table with its count", async () => {
  await open(() =>
    answerOf("week", [
      ["2026-W45", { unchanged: 40, light: 20, heavy: 20 }],
      ["2026-W46", { unchanged: 3, light: 1, heavy: 1 }],
      ["2026-W47", { unchanged: 40, light: 20, heavy: 20 }]
    ])
  )
  const region = card(/^Acceptance/)
  expect(region.querySelectorAll("circle").length).toBe(2)
  expect(region.querySelectorAll("path.line").length).toBe(2)
  fireEvent.click(within(region).getByRole("button", { name: "Show as table" }))
  expect(within(region).getByRole("row", { name: /2026-W46 4 of 5, not enough yet: 25 more needed/ })).toBeTruthy()
})

test("weeks without any case are as wide as others, nothing is drawn across them, and a finding names the year", async () => {
  await open(() =>
    answerOf("week", [
      ["2025-W51", { unchanged: 400, light: 200, heavy: 200 }],
      ["2025-W52", { unchanged: 400, light: 200, heavy: 200 }],
      ["2026-W05", { unchanged: 400, light: 200, heavy: 200 }],
      ["2026-W06", { unchanged: 800, light: 200, heavy: 20 }]
    ])
  )
  const region = card(/from 75 % in week 51 of 2025 to 98 % in week 6 of 2026/)
  const at = [...region.querySelectorAll("circle")].map((dot) => Number(dot.getAttribute("cx")))
  const [first = 0, second = 0, third = 0] = at
  expect((third - second) / (second - first)).toBeCloseTo(5)
  expect(region.querySelectorAll("path.line").length).toBe(2)
})

test("split by language, filtered by helpdesk: the relay is asked for that, a reload asks again, and the export is of what is shown", async () => {
  const world = await open()
  expect(world.relay.asked).toContain("GET /v1/review/figures?by=week&from=2026-08-31")
  fireEvent.change(screen.getByRole("combobox", { name: "Split by" }), { target: { value: "language" } })
  await screen.findByRole("region", { name: /^Drafts are accepted more often with German/ })
  expect(screen.getAllByText("not given").length).toBeGreaterThan(0)
  fireEvent.change(screen.getByRole("combobox", { name: "Helpdesk" }), { target: { value: "rt" } })
  fireEvent.change(screen.getByRole("combobox", { name: "Period" }), { target: { value: "4" } })
  const query = "by=language&helpdesk=rt&from=2026-10-26"
  await waitFor(() => expect(world.relay.asked).toContain(`GET /v1/review/figures?${query}`))
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Last 4 weeks")
  fireEvent.click(screen.getByRole("button", { name: "Export CSV" }))
  await waitFor(() => expect(world.relay.downloads.length).toBe(1))
  await waitFor(() =>
    expect(screen.getByRole("button", { name: "Cases as JSONL" }).getAttribute("aria-disabled")).toBeNull()
  )
  fireEvent.click(screen.getByRole("button", { name: "Cases as JSONL" }))
  await waitFor(() => expect(world.relay.downloads.length).toBe(2))
  expect(world.relay.downloads.map(({ name, text }) => [name.replace(/\d{4}-\d\d-\d\d/, "DAY"), text])).toEqual([
    ["replywright-figures-DAY.csv", `${query}&of=figures&format=csv`],
    ["replywright-cases-DAY.jsonl", `${query}&of=cases&format=jsonl`]
  ])
  cleanup()
  render(<Figures link={world.page()} now={() => new Date("2026-11-20T12:00:00Z")} />)
  await screen.findByRole("region", { name: /by language$/ })
})

test("the relay is away: said so, no file is made, and Try again brings the figures", async () => {
  const world = leadWorld({ figures: twelveWeeks })
  world.relay.away = true
  render(<Figures link={world.page()} />)
  await screen.findByText("The relay doesn’t answer.")
  fireEvent.click(screen.getByRole("button", { name: "Export CSV" }))
  await screen.findByText("No file was made.")
  expect(world.relay.downloads).toEqual([])
  world.relay.away = false
  fireEvent.click(screen.getByRole("button", { name: "Try again" }))
  await screen.findByRole("region", { name: /^All figures by/ })
})

test("an agent's token sees no figure", async () => {
  const world = leadWorld({ figures: twelveWeeks })
  world.relay.role = "agent"
  render(<Figures link={world.page()} />)
  await screen.findByRole("heading", { name: /Review is for leads/ })
  expect(screen.queryByRole("figure")).toBeNull()
})

test("each bar, point and row links to its cases, within what the page is filtered by", async () => {
  history.replaceState(null, "", "#language=en&weeks=12")
  await open()
  const address = (link: HTMLElement) => {
    const [page, hash = ""] = (link.getAttribute("href") ?? "").split("#")
    return { page, ...Object.fromEntries(new URLSearchParams(hash)) }
  }
  const version = card(/^Draft version 9a40f00d is better/)
  const points = within(version).getAllByRole("link")
  expect(points).toHaveLength(13)
  const [first] = points
  expect(first && address(first)).toMatchObject({
    ...{ page: "review.html", state: "all", language: "en", pipeline: "7c1e55aa01", counted: "yes", changedFrom: "0" },
    ...{ from: "2026-08-31", to: "2026-09-06" }
  })
  fireEvent.click(within(version).getByRole("button", { name: "Show as table" }))
  const row = within(version).getByRole("link", { name: "2026-W47 (not complete)" })
  expect(address(row)).toMatchObject({ from: "2026-11-16", to: "2026-11-22" })
  const none = within(card(/^Of the replies/)).getByRole("link", { name: /^No draft shown/ })
  expect(address(none)).toMatchObject({ result: "none", requested: "yes", language: "en", from: "2026-08-31" })
  const tone = within(card(/^Given most often/)).getByRole("link", { name: /^Tone/ })
  expect(address(tone)).toMatchObject({ reason: "tone" })
  const send = within(card(/^Leads would send/)).getByRole("link", { name: /^Would not send/ })
  expect(address(send)).toMatchObject({ verdict: "dont-send" })
  const page = within(await screen.findByRole("region", { name: /with the page “Refunds: ways and times”$/ }))
  expect(page.getByRole("figure").textContent).toContain("40 %")
  expect(address(page.getByRole("link", { name: /^Refunds/ }))).toMatchObject({ article: "a1", result: "heavy" })
})

test("at the first visit, what is new is that of the last seven days, and no earlier visit is spoken of", async () => {
  localStorage.clear()
  await open()
  await screen.findByRole("region", { name: "The last seven days" })
  expect(document.body.textContent).not.toContain("last visit")
  cleanup()
  await open()
  await screen.findByRole("region", { name: "The last seven days" })
  localStorage.clear()
})

test("since the last visit: five shares beside those of the four weeks before, the most different first, with their cases", async () => {
  localStorage.setItem("figures.visits", "2026-11-16 2026-11-09")
  const changed = (query: URLSearchParams): FiguresAnswer => {
    const answer = twelveWeeks(new URLSearchParams())
    if (query.get("by") !== "pipeline") return answer
    const counts = { unchanged: 100, light: 100, heavy: 100, rejected: 30, ignored: 50, none: 50 }
    return query.get("from") === "2026-11-16"
      ? { ...answer, whole: figureOf({ ...counts, none: 200 }) }
      : { ...answer, whole: figureOf(counts) }
  }
  const world = await open(changed)
  const region = await screen.findByRole("region", { name: "Since your last visit on 16 Nov 2026" })
  const rows = within(region)
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent)
  expect(rows).toHaveLength(5)
  expect(rows[0]).toMatch(/^No draft shown12 % \(9 to 15 %\), 50 of 43034 %/)
  expect(rows[0]).toMatch(/, 200 of 580$/)
  expect(world.relay.asked).toContain("GET /v1/review/figures?by=pipeline&from=2026-10-19&to=2026-11-15")
  const cases = within(region).getByRole("link", { name: "No draft shown" }).getAttribute("href") ?? ""
  expect(cases).toMatch(/^review\.html#.*from=2026-11-16.*result=none/)
  expect(localStorage.getItem("figures.visits")).toBe("2026-11-20 2026-11-16")
  cleanup()
  await open(changed)
  await screen.findByRole("region", { name: "Since your last visit on 16 Nov 2026" })
  localStorage.clear()
})
