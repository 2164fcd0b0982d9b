import { isCourtesy } from "../../checks/courtesy.ts"
import { teamActIn } from "../../checks/team-acts.ts"
import { languageWritten } from "../../text/language.ts"
import { LANGUAGES } from "../../text/languages.ts"
import type { Verdict, VerifyTask } from "../drafter/contract.ts"

/** Returns the language of the sentences, ISO 639-1, or null if nothing shows it. */
export const languageOf = ({ sentences }: VerifyTask): string | null =>
  languageWritten(sentences.map(({ text }) => text).join(" "), LANGUAGES).language

/** A sentence, the language it is in, and whether nothing but the ticket shows it. */
export interface SeenSentence {
  text: string
  language: string | null
  isByTicket?: boolean
}

/**
 * Takes back what a model can't know that sees a sentence and some evidence, but no day, no thread and no roles:
 * - A greeting, thanks, a closing or a question states nothing, so that no evidence for it is no fault.
 * - What the team did, does or grants isn't shown by the ticket, where a customer may have written it.
 * Dates and sums that have to be reckoned it denies, and it can't tell a file of the customer's from a source.
 */
export function withinItsSight(verdict: Verdict, { text, language, isByTicket = false }: SeenSentence): Verdict {
  const isSilent = verdict.verdict === "not-supported" && isCourtesy(text, language)
  const isAct = verdict.verdict === "supported" && isByTicket && statesAct(text, language)
  return isSilent || isAct ? { n: verdict.n, verdict: "unclear" } : verdict
}

/** Says whether a sentence states what the team did, does or grants. */
export const statesAct = (sentence: string, language: string | null): boolean =>
  teamActIn(sentence, language) !== undefined
