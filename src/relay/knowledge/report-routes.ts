import type { Hono } from "hono"
import { reportOperations } from "../../protocol/routes/knowledge.ts"
import { MAX_FINDINGS_PER_KIND, type ReportAnswer, type SettleAnswer } from "../../protocol/knowledge-report.ts"
import { createRoutes } from "../access/create-routes.ts"
import { type RouteParts, clientGoneSignal, type RelayEnv } from "../http/context.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { FINDING_KINDS, type Finding, type FindingKind } from "../../knowledge/report/corpus/finding.ts"
import type { KnowledgeReport, Reporter } from "../../knowledge/report/report.ts"
import { createReportRuns } from "../../knowledge/report/report-runs.ts"
import { readDailyTrend, reopenFinding, settleFinding } from "../../knowledge/report/finding-store.ts"

export interface ReportParts extends RouteParts {
  /** Makes the reports, by default in this thread. */
  reporter?: Reporter | undefined
}

/** Creates the routes for leads and admins that report what is wrong with the knowledge, and settle findings. */
export function reportRoutes(parts: ReportParts): Hono<RelayEnv> {
  const { db, log, clock, reporter } = parts
  const runs = createReportRuns(db, log, clock, undefined, reporter)
  return createRoutes(parts, reportOperations, {
    "GET /v1/knowledge/report": async (context, read) => {
      const { only, links, settled, run, wait = WAIT } = read.query()
      const kind = kindOf(only)
      const asked = await runs.ask({ only: kind, links: links === "true", run }, wait * 1000, clientGoneSignal(context))
      if ("done" in asked)
        return context.json({
          ...told(asked.done, kind, settled === "true"),
          trend: await readDailyTrend(db)
        } satisfies ReportAnswer)
      return context.json(
        { running: { run: asked.run, documents: null, ...asked.progress } } satisfies ReportAnswer,
        202
      )
    },
    "PUT /v1/knowledge/findings/:id": async (context, read) => {
      const said = await read.body()
      const { person, rules } = context.get("person")
      const [{ id }, now] = [read.path(), clock()]
      await refuseUnmasked(parts, { body: { id, ...said }, rules, now })
      const note = said.note || null
      const done = await db.transaction().execute(async (work) => {
        const done = said.settled
          ? await settleFinding(work, { id, by: person.name, note: note ?? undefined, now })
          : await reopenFinding(work, id)
        if (done)
          await writeAuditEntry(work, person.id, said.settled ? "finding-settled" : "finding-reopened", [id], now)
        return done
      })
      if (!done)
        throw new Problem(
          404,
          "no-finding",
          said.settled ? "There is no such finding any more." : "This finding is not settled any more."
        )
      return context.json(
        (said.settled
          ? { id, settled: true, at: now.toISOString(), by: person.name, note }
          : { id, settled: false, at: null, by: null, note: null }) satisfies SettleAnswer
      )
    }
  })
}

/** How many seconds a request waits for the report, unless it says otherwise. */
const WAIT = 20

function kindOf(only: string | undefined): FindingKind | undefined {
  const kind = FINDING_KINDS.find((one) => one === only)
  if (only !== undefined && kind === undefined)
    throw new Problem(
      400,
      "bad-request",
      `only: the report knows no such kind. Its kinds are ${FINDING_KINDS.join(", ")}.`
    )
  return kind
}

/** Shapes the report for the answer: the first findings of each kind, and how many there are. */
function told(
  { findings, settledFindings, ...report }: KnowledgeReport,
  only: FindingKind | undefined,
  settled: boolean
) {
  const kinds = only === undefined ? FINDING_KINDS : [only]
  const first = (of: Finding[]) =>
    FINDING_KINDS.flatMap((kind) => of.filter((finding) => finding.kind === kind).slice(0, MAX_FINDINGS_PER_KIND))
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, findings.filter((finding) => finding.kind === kind).length])
  )
  return { ...report, findings: first(findings), counts, ...(settled && { settledFindings: first(settledFindings) }) }
}
