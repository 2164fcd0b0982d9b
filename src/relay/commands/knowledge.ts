import { parseArgs } from "node:util"
import { FINDING_KINDS, type FindingKind, type Finding } from "../../knowledge/report/corpus/finding.ts"
import { reopenFinding, settleFinding } from "../../knowledge/report/finding-store.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { UsageError, type Command, plainLine } from "./command.ts"
import { connectExisting } from "./open-alone.ts"
import type { KnowledgeReport } from "../../knowledge/report/report.ts"
import { tryQuestion } from "./try-question.ts"

/** Prints what is wrong with the team's knowledge, and notes what is settled. The relay may be running. */
export const knowledgeCommand: Command = {
  async run(args, { environment, print, signal, note }) {
    const asked = read(args)
    const { db, close } = await connectExisting({ environment, signal, note })
    try {
      if (asked.task === "try") return await tryQuestion(db, asked.question, print, signal)
      if (asked.task === "settle") {
        if (asked.undo) {
          if (!(await reopenFinding(db, asked.id)))
            throw new UsageError(`No finding "${asked.id}" is settled. The report with --settled shows those that are.`)
          await writeAuditEntry(db, null, "finding-reopened", [asked.id], new Date())
          print(`${asked.id} is open again.`)
          return
        }
        const by = environment["USER"] ?? environment["USERNAME"] ?? "command line"
        if (!(await settleFinding(db, { id: asked.id, by, note: asked.note, now: new Date() })))
          throw new UsageError(`There is no finding "${asked.id}". The report shows each one's id in brackets.`)
        await writeAuditEntry(db, null, "finding-settled", [asked.id], new Date())
        print(`${asked.id} is settled. It comes back if its words change.`)
        return
      }
      // It is loaded here, because it needs the masking and its finders.
      const { makeReport } = await import("../../knowledge/report/report.ts")
      const { createWebClient } = await import("../../ingest/sources/web/web-client.ts")
      const { createRateLimiter } = await import("../../ingest/sources/web/retry-request.ts")
      const web = asked.checkLinks
        ? createWebClient({ allowHosts: asked.allowHosts, tries: 2, turn: createRateLimiter(REQUESTS_A_SECOND).turn })
        : undefined
      try {
        const report = await makeReport(db, { signal, ...(asked.only && { only: asked.only }), ...(web && { web }) })
        if (asked.json) print(JSON.stringify(report, null, 2))
        else for (const line of asked.settled ? settledLines(report) : reportLines(report, asked.only)) print(line)
      } finally {
        web?.close()
      }
    } finally {
      await close()
    }
  }
}

const REQUESTS_A_SECOND = 5

type Asked =
  | {
      task: "report"
      json: boolean
      settled: boolean
      only: FindingKind | undefined
      checkLinks: boolean
      allowHosts: string[]
    }
  | { task: "try"; question: string }
  | { task: "settle"; id: string; note: string | undefined; undo: boolean }

function read(args: string[]): Asked {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
    const [task, id, ...more] = positionals
    if (task === "report" && id === undefined) return readReport(values)
    if (task === "try" && id !== undefined) return { task, question: [id, ...more].join(" ") }
    if (task === "settle" && id !== undefined && more.length === 0) return readSettling(id, values)
  } catch (cause) {
    throw cause instanceof UsageError ? cause : new UsageError(USAGE, { cause })
  }
  throw new UsageError(USAGE)
}

function readReport({ json = false, settled = false, only, note, undo, ...links }: Values): Asked {
  if (note !== undefined || undo) throw new UsageError(USAGE)
  const { "check-links": checkLinks = false, "allow-host": allowHosts = [] } = links
  return { task: "report", json, settled, only: kindOf(only), checkLinks, allowHosts }
}

function readSettling(id: string, { note, undo = false, ...ofReport }: Values): Asked {
  const { only, json, settled, "check-links": checkLinks } = ofReport
  if (only !== undefined || json || settled || checkLinks || (undo && note !== undefined)) throw new UsageError(USAGE)
  return { task: "settle", id, note: note?.slice(0, MAX_NOTE), undo }
}

/** The options of both tasks, as they were typed. */
type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"]

const MAX_NOTE = 2_000
const OPTIONS = {
  json: { type: "boolean" },
  settled: { type: "boolean" },
  undo: { type: "boolean" },
  only: { type: "string" },
  note: { type: "string" },
  "check-links": { type: "boolean" },
  "allow-host": { type: "string", multiple: true }
} as const

function kindOf(only: string | undefined): FindingKind | undefined {
  const kind = FINDING_KINDS.find((one) => one === only)
  if (only !== undefined && kind === undefined)
    throw new UsageError(`The report knows no kind "${only}". Its kinds are ${FINDING_KINDS.join(", ")}.`)
  return kind
}

const USAGE = [
  "Say what to do with the knowledge: npm run relay -- knowledge report [--json] [--only KIND] [--settled] [--check-links [--allow-host HOST]]",
  "  --json          all of it, for machines",
  `  --only KIND     one kind alone: ${FINDING_KINDS.join(", ")}`,
  "  --settled       those that are settled, with who did it and why",
  "  --check-links   asks the links' hosts, five requests a second; without it nothing leaves the machine",
  "or: npm run relay -- knowledge try QUESTION, which prints the pages that a draft would draw on",
  "or: npm run relay -- knowledge settle ID [--note TEXT]; with --undo it is open again"
].join("\n")

/** Returns the report as lines for a terminal: coverage first, then each kind with its first findings. */
export function reportLines(
  { documents, findings, settled, links, coverage, trend }: KnowledgeReport,
  only?: FindingKind
): string[] {
  const before = only === undefined ? trend.at(-2) : undefined
  const lines = [
    `${count(documents)} documents, ${findings.length === 0 ? "nothing to mend" : `${count(findings.length)} to look at`}${settled > 0 ? `, ${count(settled)} settled` : ""}.`
  ]
  if (only === undefined || only === "no-page") lines.push(coverageLine(coverage))
  for (const kind of FINDING_KINDS) {
    const some = findings.filter((finding) => finding.kind === kind)
    if (some.length === 0) continue
    const was = before?.counts[kind]
    lines.push(
      "",
      `${HEADINGS[kind]}: ${count(some.length)}${was === undefined || was === some.length ? "" : ` (${count(was)} on ${before?.at.slice(0, 10) ?? ""})`}`
    )
    for (const finding of some.slice(0, only === undefined ? SHOWN : Infinity)) lines.push(...linesOf(finding))
    if (only === undefined && some.length > SHOWN)
      lines.push(`  and ${count(some.length - SHOWN)} more: --only ${kind}`)
  }
  if (links && links.asked < links.of)
    lines.push(
      "",
      `${count(links.asked)} of ${count(links.of)} links were asked for: the others are too many for one run.`
    )
  if (findings.length > 0) lines.push("", "To settle one: npm run relay -- knowledge settle ID")
  return lines.map(plainLine)
}

/** Returns the settled findings, each with who settled it, when and why. */
export function settledLines({ settledFindings }: KnowledgeReport): string[] {
  if (settledFindings.length === 0) return ["Nothing that still stands so is settled."]
  return settledFindings
    .flatMap((finding) => [
      ...linesOf(finding).slice(0, -1),
      `    Settled by ${finding.settled?.by ?? "somebody"} on ${finding.settled?.at.slice(0, 10) ?? ""}${finding.settled?.note ? `: ${finding.settled.note}` : ""}`
    ])
    .concat("", "To open one again: npm run relay -- knowledge settle ID --undo")
    .map(plainLine)
}

const SHOWN = 10

const HEADINGS: Record<FindingKind, string> = {
  duplicate: "Near copies",
  contradiction: "Contradictions",
  stale: "Out of date",
  "personal-data": "Personal data in articles",
  "missing-language": "Missing translations",
  "never-quoted": "Never quoted",
  refused: "Left out by agents",
  "taken-out": "Removed by agents",
  "dead-link": "Dead links",
  "no-page": "Questions without a page"
}

function coverageLine({ weeks, tickets, searched, answered }: KnowledgeReport["coverage"]): string {
  if (searched === 0)
    return `No drafts of the last ${weeks} weeks are kept, so nothing can be said of which questions have a page.`
  const sample = searched < tickets ? `${count(searched)} of ${count(tickets)}` : count(tickets)
  return `Of ${sample} tickets of the last ${weeks} weeks, ${count(answered)} (${Math.round((100 * answered) / searched)} %) have a page that search finds.`
}

function linesOf({ id, says, fix, documents, tickets = [] }: Finding): string[] {
  return [
    `  [${id}] ${says}`,
    ...documents.map(
      ({ title, address, words }) =>
        `    ${address === title ? title : `${title} (${address})`}${words === title ? "" : `: “${words}”`}`
    ),
    ...(tickets.length > 0 ? [`    Tickets: ${tickets.map(({ ticketId }) => ticketId).join(", ")}`] : []),
    `    → ${fix}`
  ]
}

const count = (number: number) => number.toLocaleString("en")
