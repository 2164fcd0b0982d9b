import { FINDING_KINDS, type Finding, type FindingKind } from "../../knowledge/report/corpus/finding.ts"
import { plainLine } from "./plain-output.ts"
import type { KnowledgeReport } from "../../knowledge/report/report.ts"

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
