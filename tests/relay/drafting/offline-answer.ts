import type { RetrievedSources } from "../../../src/models/drafter/contract.ts"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import { createRetriever } from "../../../src/search/pages/retriever.ts"
import type { Answer as Outcome, MissingFact, Refusal } from "../../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { type openKnowledge, signal } from "../../knowledge/help/database.ts"
import { person } from "../../knowledge/help/tickets.ts"

/** A letter as it came, and what came with it. */
export interface Answer {
  text: string
  pieces: string[]
  questions: MissingFact[]
  refusal: Refusal | undefined
  /** Absent with a refusal that isn't about the answer. */
  answer: Outcome | undefined
  found: RetrievedSources
}

/** Drafts offline over this knowledge, or over what is given as found. */
export async function draftOver(
  knowledge: Awaited<ReturnType<typeof openKnowledge>>,
  what: MaskedTicket,
  {
    instruction,
    language = "en",
    found
  }: { instruction?: string; language?: string | null; found?: RetrievedSources } = {}
): Promise<Answer> {
  const sources =
    found ??
    (await createRetriever(knowledge.db).find({ ...what, helpdesk: "sample" }, person("agents", "leads"), signal))
  const answer: Answer = { text: "", pieces: [], questions: [], refusal: undefined, answer: undefined, found: sources }
  const request = {
    draftId: "00000000-0000-4000-8000-000000000000",
    ticket: what,
    ...(instruction === undefined ? {} : { instruction })
  }
  for await (const part of createOfflineDrafter().write({ request, retrieval: sources, language }, signal)) {
    if ("text" in part) answer.pieces.push(part.text)
    if ("questions" in part) answer.questions.push(...part.questions)
    if ("answer" in part) answer.answer = part.answer
    if ("refusal" in part) answer.refusal = part.refusal
  }
  answer.text = answer.pieces.join("")
  return answer
}
