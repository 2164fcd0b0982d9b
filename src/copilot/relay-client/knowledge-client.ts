import { toneAnswer, type ToneAnswer } from "../../protocol/operating/tone.ts"
import type { RelayBody } from "../../protocol/outgoing.ts"
import {
  askAnswer,
  repliesAnswer,
  rewriteAnswer,
  searchAnswer,
  type AskAnswer,
  type RepliesAnswer,
  type RewriteAnswer,
  type SearchAnswer
} from "../../protocol/search.ts"
import type { RelayCaller } from "./relay-client.ts"

/** What is asked of the team's knowledge besides a draft. Every call may throw RelayError. */
export interface KnowledgeClient {
  search(body: RelayBody, signal: AbortSignal): Promise<SearchAnswer>
  /** Has the model answer a question. It may take as long as a model does. */
  ask(body: RelayBody, signal: AbortSignal): Promise<AskAnswer>
  /** Has a text reworded. It may take as long as a model does. */
  rewrite(body: RelayBody, signal: AbortSignal): Promise<RewriteAnswer>
  /** Has a model read how a reply sounds. @throws RelayError "no-tone-model" too */
  tone(body: RelayBody, signal: AbortSignal): Promise<ToneAnswer>
  replies(body: RelayBody, signal: AbortSignal): Promise<RepliesAnswer>
  /** Says what a ticket is about. @throws RelayError "intent-gone" too */
  correctIntent(body: RelayBody, signal: AbortSignal): Promise<void>
  /** Reports that a macro or a solved reply was inserted. Reported again under the same id, it counts once. */
  reportUse(body: RelayBody, signal: AbortSignal): Promise<void>
  /** Reports what the agent decided about a tone rule. Reported again under the same id, it counts once. */
  reportToneDecision(body: RelayBody, signal: AbortSignal): Promise<void>
  /** Reports how helpdesks' pages fit. */
  reportFits(body: RelayBody, signal: AbortSignal): Promise<void>
}

export function createKnowledgeClient({ answer, call }: RelayCaller): KnowledgeClient {
  return {
    search: (body, signal) => answer("POST", "/v1/knowledge/search", searchAnswer, body, signal),
    ask: (body, signal) => answer("POST", "/v1/knowledge/ask", askAnswer, body, signal),
    rewrite: (body, signal) => answer("POST", "/v1/rewrite", rewriteAnswer, body, signal),
    tone: (body, signal) => answer("POST", "/v1/tone", toneAnswer, body, signal),
    replies: (body, signal) => answer("POST", "/v1/knowledge/replies", repliesAnswer, body, signal),
    async correctIntent(body, signal) {
      await call("POST", "/v1/intents/corrections", body, AbortSignal.any([signal, AbortSignal.timeout(USED_MS)]))
    },
    async reportUse(body, signal) {
      await call("POST", "/v1/knowledge/feedback", body, AbortSignal.any([signal, AbortSignal.timeout(USED_MS)]))
    },
    async reportToneDecision(body, signal) {
      await call("POST", "/v1/tone/decisions", body, AbortSignal.any([signal, AbortSignal.timeout(USED_MS)]))
    },
    async reportFits(body, signal) {
      await call("POST", "/v1/page-fits", body, AbortSignal.any([signal, AbortSignal.timeout(USED_MS)]))
    }
  }
}

/** In milliseconds. */
const USED_MS = 15_000
