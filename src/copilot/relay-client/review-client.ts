import {
  reportAnswer,
  settleAnswer,
  type ReportAnswer,
  type ReportQuery,
  type SettleAnswer
} from "../../protocol/knowledge-report.ts"
import {
  caseAnswer,
  figuresAnswer,
  queueAnswer,
  review,
  type CaseAnswer,
  type FiguresAnswer,
  type QueueAnswer,
  type QueueQuery,
  type Review
} from "../../protocol/review.ts"
import {
  solvedTicketsAnswer,
  type ConfirmPageRequest,
  type SolvedTicketsAnswer,
  type SolvedTicketsQuery
} from "../../protocol/past-tickets.ts"
import { memoriesAnswer, type MemoriesAnswer } from "../../protocol/operating/memories.ts"
import { intentsAnswer, type IntentsAnswer } from "../../protocol/operating/intents.ts"
import {
  recommendationsAnswer,
  toneDecisionsAnswer,
  type RecommendationsAnswer,
  type ToneDecisionsAnswer
} from "../../protocol/review.ts"
import type { OutgoingMemoryChange, OutgoingReview, OutgoingSettlement } from "../../protocol/outgoing.ts"
import type { ExportQuery, FiguresQuery } from "../../protocol/lead.ts"
import { memoryBody, reviewBody, settlementBody, unmaskedBody } from "./egress.ts"
import type { RelayCaller } from "./relay-client.ts"

/**
 * What leads ask of the relay, with the lead's token. Every call may throw RelayError; 409 and 410 carry what the relay
 * said.
 */
export interface ReviewClient {
  queue(query: QueueQuery, signal: AbortSignal): Promise<QueueAnswer>
  case(caseId: string, signal: AbortSignal): Promise<CaseAnswer>
  /** @throws RelayError "review-changed" with the current review if `version` isn't its newest */
  save(caseId: string, request: OutgoingReview, signal: AbortSignal): Promise<Review>
  figures(query: FiguresQuery, signal: AbortSignal): Promise<FiguresAnswer>
  /** Returns the file's text. */
  export(query: ExportQuery, signal: AbortSignal): Promise<string>
  /** Returns the findings about the knowledge or, if that takes longer than `query.wait`, the progress. */
  report(query: ReportQuery, signal: AbortSignal): Promise<ReportAnswer>
  settle(findingId: string, request: OutgoingSettlement, signal: AbortSignal): Promise<SettleAnswer>
  /** Returns what agents decided about each tone rule. */
  toneDecisions(signal: AbortSignal): Promise<ToneDecisionsAnswer>
  recommendations(signal: AbortSignal): Promise<RecommendationsAnswer>
  intents(signal: AbortSignal): Promise<IntentsAnswer>
  solvedTickets(query: SolvedTicketsQuery, signal: AbortSignal): Promise<SolvedTicketsAnswer>
  /** @throws RelayError "no-past-ticket" if the ticket or the page is gone */
  confirmPage(request: ConfirmPageRequest, signal: AbortSignal): Promise<void>
  memories(signal: AbortSignal): Promise<MemoriesAnswer>
  /** @throws RelayError "memory-changed", "memory-contradicts", "memory-personal" and the like; "no-memory" */
  saveMemory(id: string, change: OutgoingMemoryChange, signal: AbortSignal): Promise<void>
  /** @throws RelayError "no-memory" if it is gone already */
  removeMemory(id: string, signal: AbortSignal): Promise<void>
}

export function createReviewClient({ answer, call, text }: RelayCaller): ReviewClient {
  return {
    queue: (query, signal) => answer("GET", `/v1/review/queue${queryString(query)}`, queueAnswer, undefined, signal),
    case: (caseId, signal) => answer("GET", casePath(caseId), caseAnswer, undefined, signal),
    save: (caseId, request, signal) => answer("PUT", casePath(caseId), review, reviewBody(request), signal),
    figures: (query, signal) =>
      answer("GET", `/v1/review/figures${queryString(query)}`, figuresAnswer, undefined, signal),
    export: (query, signal) => text("GET", `/v1/review/export${queryString(query)}`, signal),
    report: (query, signal) =>
      answer("GET", `/v1/knowledge/report${queryString(query)}`, reportAnswer, undefined, signal),
    settle: (findingId, request, signal) =>
      answer(
        "PUT",
        `/v1/knowledge/findings/${encodeURIComponent(findingId)}`,
        settleAnswer,
        settlementBody(request),
        signal
      ),
    toneDecisions: (signal) => answer("GET", "/v1/review/tone", toneDecisionsAnswer, undefined, signal),
    recommendations: (signal) => answer("GET", "/v1/review/recommendations", recommendationsAnswer, undefined, signal),
    intents: (signal) => answer("GET", "/v1/intents", intentsAnswer, undefined, signal),
    solvedTickets: (query, signal) =>
      answer("GET", `/v1/knowledge/past-tickets${queryString(query)}`, solvedTicketsAnswer, undefined, signal),
    async confirmPage(request, signal) {
      await call("POST", "/v1/knowledge/past-tickets/confirm", unmaskedBody("past-ticket", request), signal)
    },
    memories: (signal) => answer("GET", "/v1/memories", memoriesAnswer, undefined, signal),
    async saveMemory(id, change, signal) {
      await call("PUT", memoryPath(id), memoryBody(change), signal)
    },
    async removeMemory(id, signal) {
      await call("DELETE", memoryPath(id), undefined, signal)
    }
  }
}

const memoryPath = (id: string) => `/v1/memories/${encodeURIComponent(id)}`
const casePath = (caseId: string) => `/v1/review/cases/${encodeURIComponent(caseId)}`

/** Returns "?order=newest&limit=40", or "" if nothing is set. */
export function queryString(query: Record<string, string | number | undefined>): string {
  const set = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return set.length === 0 ? "" : `?${new URLSearchParams(set)}`
}
