import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { type WebClient, createWebClient } from "../../ingest/sources/web/web-client.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { readCorpus, type Corpus } from "./corpus/corpus.ts"
import { COVERAGE_WEEKS } from "./corpus/recent-drafts.ts"
import { findingOf, type Finding, type FindingKind } from "./corpus/finding.ts"
import { finders } from "./findings/index.ts"
import { saveFindings, saveReportRun, readTrend, type Trend } from "./finding-store.ts"
import { forEachYielding } from "../../runtime/event-loop.ts"
import { createRateLimiter } from "../../ingest/sources/web/retry-request.ts"

export interface KnowledgeReport {
  /** The time is in ISO 8601. */
  at: string
  documents: number
  /** The findings without the settled ones. */
  findings: Finding[]
  settled: number
  settledFindings: Finding[]
  /** If links were requested, this says how many of them. */
  links?: { asked: number; of: number }
  coverage: Coverage
  /** The counts of this and earlier runs, the newest last. */
  trend: Trend[]
}

/** Says for how many tickets of the last weeks search finds a page, whoever wrote their drafts. */
export interface Coverage {
  weeks: number
  tickets: number
  /** How many of the tickets were searched: all, or a random sample. */
  searched: number
  /** How many of these have a page. */
  answered: number
}

export interface ReportOptions {
  signal: AbortSignal
  now?: Date
  origin?: Origin
  /** Only this kind is looked for. The run isn't added to the trend then. */
  only?: FindingKind
  /** With this client, links are requested to find dead ones. */
  web?: WebClient
  /** Receives the progress as soon as it is counted. */
  tell?: (progress: Progress) => void
}
export interface Progress {
  documents: number
  links?: { asked: number; of: number }
}

/**
 * Examines all documents for problems that a person should fix. Settled findings are left out until the words of their
 * pages change.
 */
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
  const byId = new Map<string, Finding>()
  for (const finder of finders) {
    if (only !== undefined && finder.kind !== only) continue
    signal.throwIfAborted()
    await forEachYielding(
      await finder.find(corpus, { signal, now, ...(web && { web, linksAsked }) }),
      signal,
      (one) => {
        const finding = findingOf(finder.kind, one)
        if (!byId.has(finding.id)) byId.set(finding.id, finding)
      }
    )
  }
  const { open, settled } = await saveFindings(db, [...byId.values()], now)
  const coverage = await coverageOf(corpus, only === undefined || only === "no-page")
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

async function coverageOf({ drafts, searchedTickets }: Corpus, isWanted: boolean): Promise<Coverage> {
  const searched = isWanted ? await searchedTickets() : []
  return {
    weeks: COVERAGE_WEEKS,
    tickets: drafts.length,
    searched: searched.length,
    answered: searched.filter(({ hasPage }) => hasPage).length
  }
}

/** A report as somebody asks for it over HTTP. It is plain data, so that it can go to a thread. */
export interface WantedReport {
  now: Date
  only?: FindingKind | undefined
  /** Whether links are requested to find dead ones. */
  links: boolean
}

interface ReportListener {
  /** Receives the progress as soon as it is counted. */
  tell?: (progress: Progress) => void
  signal: AbortSignal
}

/** Makes a report, here or in a thread. @throws the signal's reason */
export type Reporter = (db: Kysely<Schema>, wanted: WantedReport, listener: ReportListener) => Promise<KnowledgeReport>

/** Makes a report in this thread. */
export const makeWantedReport: Reporter = async (db, { now, only, links }, { tell, signal }) => {
  // No host in a private network is allowed, because a caller over HTTP may not be the machine's owner.
  const web = links ? createWebClient({ tries: 2, turn: createRateLimiter(REQUESTS_A_SECOND).turn }) : undefined
  try {
    return await makeReport(db, { signal, now, ...(only && { only }), ...(web && { web }), ...(tell && { tell }) })
  } finally {
    web?.close()
  }
}

/** The limit is for all hosts together. */
const REQUESTS_A_SECOND = 5
