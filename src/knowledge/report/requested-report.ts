import type { Kysely } from "kysely"
import { createRateLimiter } from "../../ingest/sources/web/retry-request.ts"
import { createWebClient } from "../../ingest/sources/web/web-client.ts"
import type { Schema } from "../../storage/schema.ts"
import type { FindingKind } from "./corpus/finding.ts"
import { makeReport, type KnowledgeReport, type Progress } from "./report.ts"

/** A report as somebody asks for it over HTTP. It is plain data, so that it can go to a thread. */
export interface WantedReport {
  now: Date
  only?: FindingKind | undefined
  /** Whether links are requested to find dead ones. */
  links: boolean
}

export interface ReportListener {
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
