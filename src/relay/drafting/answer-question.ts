import {
  ModelError,
  type Drafter,
  type Retriever,
  type TeamWords,
  type Verifier
} from "../../models/drafter/contract.ts"
import type { AskAnswer, AskRequest } from "../../protocol/search.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { dayIn } from "../../text/day-distance.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"
import { openDraftChecker } from "./pipeline/open-draft-checker.ts"
import { LetterVerification } from "./pipeline/letter-verification.ts"
import { LetterInProgress } from "./pipeline/letter-in-progress.ts"
import { modelProblem } from "./model-problem.ts"
import { ticketLanguage } from "./pipeline/ticket-language.ts"
import { publicOnly } from "./pipeline/write-letter.ts"

/** Answers an agent's question by a model. Undefined where no model is configured. */
export interface QuestionAnswerer {
  /**
   * Finds the pages for the question, asks the model, and checks each sentence of its answer against the ticket and the
   * pages. Only public pages are sent to the model.
   * @throws Problem 502 if no model answers, 429 if too many wait for it already; the signal's reason if aborted
   */
  answer(asked: AskRequest, person: PairedPerson, signal: AbortSignal): Promise<AskAnswer>
}

/** How many pages a model is shown. */
const MAX_SOURCES = 5

/** @param verified what verifies an answer, and what the team says of itself */
export function createQuestionAnswerer(
  retriever: Retriever,
  drafter: Drafter | undefined,
  { verifier, team }: { verifier?: Verifier | undefined; team?: TeamWords | undefined } = {}
): QuestionAnswerer | undefined {
  if (!drafter) return undefined
  return {
    async answer({ question, ticket }, person, signal) {
      const asking = { ...ticket, subject: question, messages: [], fields: {}, tags: [] }
      const retrieval = publicOnly(await retriever.find(asking, person, signal, MAX_SOURCES))
      const asks = { ...asking, messages: messageOf(question) }
      const language = languageOfThread(asks) ?? (await ticketLanguage(ticket))
      const today = dayIn(Date.now(), ticket.zone)
      const letter = new LetterInProgress({
        language,
        checker: openDraftChecker({ ticket, sources: retrieval.sources, language, today }, signal),
        numbers: retrieval.sources.map(({ n }) => n),
        emit: () => undefined
      })
      const began = performance.now()
      let sent: { url: string; body: string } | undefined
      try {
        const job = { request: { draftId: "", ticket }, retrieval, language, question, person }
        for await (const part of drafter.write(job, signal)) {
          signal.throwIfAborted()
          if ("upstream" in part) sent = part.upstream
          else if (!("language" in part) && !("waiting" in part)) letter.take(part, began)
        }
        await letter.finish(began)
      } catch (error) {
        throw error instanceof ModelError ? modelProblem(error) : error
      } finally {
        letter.close()
      }
      const { text, claims, refusal, writer } = letter
      const setting = { today, team }
      const against = { ticket, sources: retrieval.sources, language, setting }
      const verified =
        verifier && !refusal
          ? await new LetterVerification(against, { verifier, person, signal }).end(text, claims)
          : { claims }
      return {
        ...(refusal ? { text: "", claims: [] } : { text, ...verified }),
        sources: retrieval.sources,
        documents: retrieval.documents,
        upstream: { asked: true, model: writer ?? drafter.name, ...sent }
      }
    }
  }
}

const messageOf = (text: string) => [{ id: "question", author: "", role: "customer" as const, at: "", text }]
