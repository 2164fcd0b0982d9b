import type { Retriever, TeamWords, Verifier } from "../../models/drafter/contract.ts"
import type { ReplyCheckAnswer, ReplyCheckRequest } from "../../protocol/search.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { areModelsOff } from "../../runtime/scope/request-scope.ts"
import { dayIn } from "../../text/day-distance.ts"
import { sentences } from "../../text/sentences.ts"
import type { Claim, Source } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { LetterVerification } from "./pipeline/letter-verification.ts"
import { addReadElsewhere, forBrowser } from "./pipeline/lookup-sources.ts"
import { openDraftChecker } from "./pipeline/open-draft-checker.ts"
import { ticketLanguage } from "./pipeline/ticket-language.ts"
import { publicOnly } from "./pipeline/write-letter.ts"

/** Checks what an agent wrote, as a model's letter is checked. */
export interface ReplyChecker {
  /**
   * Finds the pages for the ticket, and holds each sentence of the reply against ticket and pages, by rules and by the
   * verifier, if there is one. Only public pages count.
   * @throws the signal's reason if aborted
   */
  check(asked: ReplyCheckRequest, person: PairedPerson, signal: AbortSignal): Promise<ReplyCheckAnswer>
}

export interface ReplyCheckParts {
  retriever: Retriever
  verifier: Verifier | undefined
  /** How long the verifier may take, in milliseconds. */
  verifyMs?: number
  team?: TeamWords | undefined
  now?: () => Date
}

const MAX_SOURCES = 5

export function createReplyChecker(parts: ReplyCheckParts): ReplyChecker {
  const { retriever, verifier, verifyMs, team, now = () => new Date() } = parts
  return {
    async check({ ticket, text }, person, signal) {
      const retrieval = publicOnly(await retriever.find(ticket, person, signal, MAX_SOURCES))
      const { sources } = addReadElsewhere(retrieval, ticket)
      const language = retrieval.language ?? (await ticketLanguage(ticket))
      const today = dayIn(now().getTime(), ticket.zone)
      const claims = await claimsOf(text, { ticket, sources, language, today }, signal)
      const setting = { today, channel: ticket.channel, team }
      const verified =
        verifier &&
        !areModelsOff() &&
        (await new LetterVerification(
          { ticket, sources, language, setting },
          { verifier, verifyMs, person, signal }
        ).end(text, claims))
      return { ...(verified || { claims }), sources: forBrowser(sources) }
    }
  }
}

/** Holds each sentence of a reply against the ticket and these sources, by rules alone. */
export async function claimsOf(
  text: string,
  against: { ticket: MaskedTicket; sources: Source[]; language: string | null; today: string },
  signal: AbortSignal
): Promise<Claim[]> {
  const checker = openDraftChecker(against, signal)
  try {
    const all = sentences(text, against.language)
    return await Promise.all(all.map((sentence) => checker.check(sentence.text, sentence.start)))
  } finally {
    checker.close()
  }
}
