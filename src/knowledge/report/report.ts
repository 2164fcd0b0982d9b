import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import type { WebClient } from "../../ingest/sources/web/web-client.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { readCorpus, type Corpus } from "./corpus/corpus.ts"
import { COVERAGE_WEEKS } from "./corpus/recent-drafts.ts"
import { findingOf, type Finding, type FindingKind } from "./corpus/finding.ts"
import { finders } from "./findings/index.ts"
import { saveFindings, saveReportRun, readTrend, type Trend } from "./finding-store.ts"
import { forEachYielding } from "../../runtime/event-loop.ts"

export interface KnowledgeReport {
  /** ISO 8601. */
  at: string
  documents: number
  /** Without those that are settled. */
  findings: Finding[]
  settled: number
  settledFindings: Finding[]
  /** Where links were asked for: how many of how many. */
  links?: { asked: number; of: number }
  coverage: Coverage
  /** Earlier runs too, the newest last. */
  trend: Trend[]
}

/** Of the tickets that a draft was asked for in the last weeks: how many had a page that the draft could stand on. */
export interface Coverage {
  weeks: number
  tickets: number
  answered: number
}

export interface ReportOptions {
  signal: AbortSignal
  now?: Date
  origin?: Origin
  /** One kind alone; the trend isn't noted then. */
  only?: FindingKind
  /** Asks links for whether they lead somewhere. */
  web?: WebClient
  /** Hears what is looked through, as soon as it is counted. */
  tell?: (progress: Progress) => void
}
export interface Progress {
  documents: number
  links?: { asked: number; of: number }
}

/** Looks through all documents for what a person should mend. What was settled is left out until its words change. */
export async function makeReport(
  db: Kysely<Schema>,
  { signal, now = new Date(), origin = "team", only, web, tell }: ReportOptions
): Promise<KnowledgeReport> {
  const corpus = await readCorpus(db, origin, now, signal)
  const documents = corpus.docs.length
  tell?.({ documents })
  let links: Progress["links"]
  const linksAsked = (asked: number, of: number) => {
    links = { asked, of }
    tell?.({ documents, links })
  }
  const found = new Map<string, Finding>()
  for (const finder of finders) {
    if (only !== undefined && finder.kind !== only) continue
    signal.throwIfAborted()
    await forEachYielding(
      await finder.find(corpus, { signal, now, ...(web && { web, linksAsked }) }),
      signal,
      (one) => {
        const finding = findingOf(finder.kind, one)
        if (!found.has(finding.id)) found.set(finding.id, finding)
      }
    )
  }
  const { open, settled } = await saveFindings(db, [...found.values()], now)
  const coverage = coverageOf(corpus)
  if (only === undefined) await saveReportRun(db, open, coverage, now)
  return {
    at: now.toISOString(),
    documents,
    findings: open,
    settled: settled.length,
    settledFindings: settled,
    ...(links && { links }),
    coverage,
    trend: await readTrend(db)
  }
}

const coverageOf = ({ drafts }: Corpus): Coverage => ({
  weeks: COVERAGE_WEEKS,
  tickets: drafts.length,
  answered: drafts.filter(({ answered }) => answered).length
})
