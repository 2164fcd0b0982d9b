import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as z from "zod/mini"
import { createOfflineDrafter } from "../../src/relay/drafting/offline/offline-drafter.ts"
import type { AnswerSignals } from "../../src/ticket/draft.ts"
import { readLines } from "../../training/read-lines.ts"
import { corpusLine } from "../corpus.ts"
import { drafterOver } from "../drafting.ts"
import { openKnowledge, type Knowledge } from "../knowledge.ts"
import { inLanes } from "../lanes.ts"
import { leaveOneOut, reliability } from "./letter-chances.ts"
import { passOver, type How, type Pass, type ReportSet, type Row } from "./row.ts"
import { askedBy, readTable, script, type Scored } from "./tickets-own.ts"

/** The invented companies. Nothing was tuned on one of them alone. */
const COMPANIES = ["tickets-own", "tickets-brightwell", "tickets-oakline", "tickets-larkway"]

/** A ticket as its company could have got it, and what the drafter made of it. */
export interface Judged {
  company: string
  /** "removed" is an answerable ticket whose pages were taken away. */
  kind: "answer" | "refuse" | "removed"
  tier: string
  chance: number
  signals?: AnswerSignals
  /** Whether it cites a page that answers or, if there is no draft, would have been carried by one. */
  right: boolean
  /** Whether the page that carries the draft, or would have carried it, is one that answers. */
  mainRight: boolean
}

const expected = z.object({
  id: z.string(),
  expect: z.object({ docs: z.array(z.string()), refuse: z.boolean() })
})

/**
 * Letters for the tickets of four invented companies, scored by the script of the first. Each answerable ticket is
 * asked again without the pages that answer it. The mean of the companies, and figures with weights and thresholds of
 * the other three, show what a company can expect that nobody tuned on.
 */
export const letters: ReportSet = {
  name: "letters",
  folder: ".",
  files: [
    "tickets-own/score.mjs",
    ...COMPANIES.flatMap((name) => [`${name}/tickets.jsonl`, `${name}/knowledge.jsonl`])
  ],
  async rows(folder, how) {
    const measured: { name: string; cells: Scored[]; judged: Judged[]; pass: Pass }[] = []
    for (const name of COMPANIES) measured.push({ name, ...(await lettersOf(folder, name, how)) })
    const pass = {
      seconds: measured.reduce((sum, one) => sum + one.pass.seconds, 0),
      linesPerSecond: measured.reduce((sum, one) => sum + one.pass.linesPerSecond, 0) / measured.length
    }
    const judged = measured.flatMap((one) => one.judged)
    return [
      ...meansOf(measured, pass),
      ...measured.flatMap(({ name, cells, pass: own }) => companyRows(name, cells, own)),
      ...leaveOneOut(judged, COMPANIES, pass),
      ...reliability(judged, pass)
    ]
  }
}

async function lettersOf(folder: string, name: string, { say, signal }: How) {
  const own = join(folder, name)
  const run = (...args: string[]) => script(join(folder, "tickets-own/score.mjs"), [...args, "--dir", own], signal)
  const tickets = await askedBy(run)
  const expectations = new Map(readLines(join(own, "tickets.jsonl"), expected).map(({ id, expect }) => [id, expect]))
  const asked = tickets.map((one) => ({ ...one, expect: expectationOf(expectations, String(one.id)) }))
  const pages = readLines(join(own, "knowledge.jsonl"), corpusLine)
  const knowledge = await openKnowledge(pages, signal)
  const kept = mkdtempSync(join(tmpdir(), "replywright-eval-letters-"))
  try {
    const judged: Judged[] = []
    const judge = (kind: Judged["kind"], docs: string[], { tier, chance, signals, main, sources }: Letter) => {
      const cited = tier === "sure" ? sources.map(({ id }) => id) : []
      judged.push({
        company: name,
        kind,
        tier: tier ?? "nothing",
        chance: chance ?? 0,
        ...(signals ? { signals } : {}),
        right: [...cited, main].some((id) => id !== undefined && docs.includes(id)),
        mainRight: main !== undefined && docs.includes(main)
      })
    }
    const { result, pass } = await passOver(asked.length, () =>
      inLanes(asked, ({ ticket }) => write(knowledge, ticket))
    )
    result.forEach((letter, at) => {
      const expect = asked[at]?.expect
      if (expect) judge(expect.refuse ? "refuse" : "answer", expect.docs, letter)
    })
    const answerable = asked.filter(({ expect }) => !expect.refuse)
    for (const same of Map.groupBy(answerable, ({ expect }) => expect.docs.toSorted().join("\n")).values()) {
      const gone = new Set(same[0]?.expect.docs)
      const rest = await openKnowledge(
        pages.filter(({ id }) => !gone.has(String(id))),
        signal
      )
      try {
        for (const { ticket } of same) judge("removed", [], await write(rest, ticket))
      } finally {
        await rest.close()
      }
    }
    const file = join(kept, "letters.jsonl")
    writeFileSync(file, result.map((letter, at) => JSON.stringify({ id: asked[at]?.id, ...letter })).join("\n"))
    const table = await run(file, "--show")
    say(`${name}\n${table}`)
    const shares = judged.filter(({ kind }) => kind === "removed")
    const noLetter = shares.filter(({ tier }) => tier !== "sure").length
    const cell = { column: "all", points: noLetter, of: shares.length }
    return { cells: [...readTable(table), { row: PAGES_REMOVED, cells: [cell] }], judged, pass }
  } finally {
    rmSync(kept, { recursive: true, force: true })
    await knowledge.close()
  }

  async function write(from: Knowledge, ticket: (typeof tickets)[number]["ticket"]) {
    return await drafterOver(from, createOfflineDrafter(), "strict", signal)(ticket)
  }
}

type Letter = Awaited<ReturnType<ReturnType<typeof drafterOver>>>

const PAGES_REMOVED = "its pages removed, no letter"

function expectationOf(all: ReadonlyMap<string, z.infer<typeof expected>["expect"]>, id: string) {
  const one = all.get(id)
  if (!one) throw new Error(`The ticket ${id} says nothing of what is expected.`)
  return one
}

function meansOf(measured: { cells: Scored[] }[], pass: Pass): Row[] {
  const names = [...new Set(measured.flatMap(({ cells }) => cells.map(({ row }) => row)))]
  return names.map((row): Row => {
    const own = measured.flatMap(({ cells }) => {
      const all = cells.find((one) => one.row === row)?.cells.find(({ column }) => column === "all")
      return all ? [all] : []
    })
    const sum = (some: number[]) => some.reduce((left, right) => left + right, 0)
    const isShare = own.some(({ of }) => of !== undefined)
    const set = `letters, ${isShare ? "mean" : "sum"} of four companies`
    if (!isShare) return { set, metric: row, figure: sum(own.map(({ points }) => points)), unit: "count", ...pass }
    return { set, metric: row, figure: sum(own.map(({ points, of = 1 }) => points / of)) / own.length, ...pass }
  })
}

function companyRows(name: string, scored: Scored[], pass: Pass): Row[] {
  return scored.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, points, of }): Row[] =>
      of === undefined
        ? []
        : [{ set: `letters, ${name}`, metric: `${row}: ${column}`, figure: points / of, ...pass, detail: true }]
    )
  )
}
