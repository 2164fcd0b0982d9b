import type { AnsweringSentence, AnswerJob } from "../../checks/evidence/answering-sentences.ts"
import type { EvidenceJob } from "../../checks/evidence/pairs.ts"
import type { PromiseSaid, PromisesJob } from "../../checks/speech/earlier-promises.ts"
import type { ComparedTranslation, TranslationJob } from "../../checks/translation/translation-job.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { EvidencePair } from "../../ticket/evidence-pair.ts"
import { publicMessages } from "../ticket/public-messages.ts"
import type { CopilotParts } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { draftOf } from "./keep.ts"

/** @param ask has the comparison run in the extension's hidden page, which belongs to the same build */
export function evidenceFinderOf(
  ask: (job: EvidenceJob, signal: AbortSignal) => Promise<unknown>
): CopilotParts["findEvidence"] {
  return async (job) => (await ask(job, AbortSignal.timeout(FIND_MS))) as EvidencePair[]
}

/** @param ask has the search run in the extension's hidden page, which belongs to the same build */
export function answerFinderOf(
  ask: (job: AnswerJob, signal: AbortSignal) => Promise<unknown>
): CopilotParts["findAnswer"] {
  return async (job) => (await ask(job, AbortSignal.timeout(FIND_MS))) as AnsweringSentence[]
}

/** @param ask has promises found in the extension's hidden page, which belongs to the same build */
export function promiseFinderOf(
  ask: (job: PromisesJob, signal: AbortSignal) => Promise<unknown>
): CopilotParts["findPromises"] {
  return async (job) => (await ask(job, AbortSignal.timeout(FIND_MS))) as PromiseSaid[]
}

/** @param ask has the comparison run in the extension's hidden page, which belongs to the same build */
export function translationCheckerOf(
  ask: (job: TranslationJob, signal: AbortSignal) => Promise<unknown>
): CopilotParts["checkTranslation"] {
  return async (job) => (await ask(job, AbortSignal.timeout(FIND_MS))) as ComparedTranslation[]
}

/**
 * Holds each sentence of the letter beside the nearest sentences of its public sources and of the ticket's public
 * messages, all as the agent reads them. Nothing leaves this browser. If the ticket can't be read now, the sources alone
 * are compared.
 */
export async function findEvidence(
  services: Services,
  state: TicketState,
  { draftId, text }: Extract<PanelCommand, { kind: "panel-evidence" }>
): Promise<CommandAnswer> {
  const draft = draftOf(state, draftId)
  if (!draft) return { ok: false, code: "not-ready" }
  const pages = draft.sources.filter(({ visibility }) => visibility === "public")
  const evidence = await services.findEvidence({
    kind: "evidence",
    text,
    language: draft.language ?? state.record?.language ?? null,
    sources: [
      ...pages.map(({ n, passage }) => ({ n, text: passage })),
      ...(await publicMessages(services, state)).map((text) => ({ n: 0, text }))
    ]
  })
  return { ok: true, evidence }
}

/** In milliseconds. */
const FIND_MS = 5000
