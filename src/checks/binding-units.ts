import type { EvidenceUnit } from "./evidence/evidence.ts"
import { patternsFor } from "./evidence/patterns.ts"
import { subjectStems } from "./evidence/subject-stems.ts"
import { customerActs } from "./speech/speech-acts.ts"
import { claimsSomething } from "./team-acts.ts"

/**
 * Says whether a unit can't show what the team did, does or grants: the customer's words, a file, which may be
 * anybody's, and the remarks of another system, which anybody may have typed.
 */
export const bindsNobody = ({ kind, isRemark }: Pick<EvidenceUnit, "kind" | "isRemark">): boolean =>
  kind === "customer" || kind === "attachment" || isRemark

/**
 * Says whether words of a sentence stand where the customer wishes, asks for or claims something. It states nothing but
 * the wish. What a customer tells before the wish is no part of it: "I ordered a tent and want my money back".
 */
export function isWished({ kind, text }: EvidenceUnit, matter: readonly string[], language: string | null): boolean {
  if (kind !== "customer") return false
  const breaks = patternsFor(language)?.breaks
  const clauses = breaks ? text.split(breaks) : [text]
  const stems = new Set(matter)
  const shared = clauses.map((clause) => subjectStems(clause, [], language).filter((word) => stems.has(word)).length)
  const nearest = shared.indexOf(Math.max(...shared))
  // A question's mark stands at its end.
  return isQuestion(text, language) || clauses.slice(0, nearest + 1).some((clause) => isWish(clause, language))
}

/** Says whether a unit of the customer's only asks what is so: "Do I get it back?". The answer is often yes. */
export const onlyAsks = ({ kind, text }: EvidenceUnit, language: string | null): boolean =>
  kind === "customer" && isQuestion(text, language) && !isWish(text.replace(/[?？]/g, " "), language)

/** Says whether a sentence of a letter asks the customer to do something. */
export const asksReader = (sentence: string, language: string | null): boolean =>
  customerActs(sentence, language).isRequest

const isQuestion = (text: string, language: string | null): boolean => customerActs(text, language).isQuestion

function isWish(text: string, language: string | null): boolean {
  const { isAsk, isQuestion: asks, isRequest } = customerActs(text, language)
  return (isAsk && !asks) || isRequest || claimsSomething(text, language)
}
