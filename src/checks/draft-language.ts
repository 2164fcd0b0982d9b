import { isOtherLanguage, languageWritten } from "../text/language.ts"
import { LANGUAGES } from "../text/languages.ts"
import type { Claim, ClaimReason } from "../ticket/draft.ts"

/**
 * Marks a complete draft that is in another language than the customer's, at its first sentence. None of it is shown as
 * fine, whatever its facts support, and neither is the greeting: the other sentences are quiet notes. What another check
 * found in a sentence stays, because a wrong figure is wrong in every language.
 * @param customer ISO 639-1, of `languageOfThread`; null when the language is unknown, in which case nothing is marked
 */
export function markDraftLanguage(text: string, claims: Claim[], customer: string | null): Claim[] {
  if (customer === null) return claims
  const { language, sure, confidence } = languageWritten(text, [...LANGUAGES, customer])
  if (language === null || language === customer || !(sure || confidence > CLEAR)) return claims
  let isFirst = true
  return claims.map((claim) => {
    if (isFound(claim) || !/\p{L}{2}/u.test(withoutNames(text.slice(claim.start, claim.end)))) return claim
    const marked = isFirst ? inOther(claim) : { ...inOther(claim), state: "not-found" as const }
    isFirst = false
    return marked
  })
}

/**
 * Marks a finished sentence that is in another language than the customer's, even when the rest of the draft is right.
 * What another check found in it stays.
 */
export function markSentenceLanguage(sentence: string, claim: Claim, customer: string | null): Claim {
  return customer !== null && !isFound(claim) && isOtherLanguage(sentence, customer) ? inOther(claim) : claim
}

/** The confidence that a draft of a few words needs. "Thank you!" reaches it. */
const CLEAR = 0.5

/** Returns whether another check found something that holds in every language. */
function isFound({ state, reason }: Claim): boolean {
  if (state === "no-source") return reason !== undefined && !OF_WORDS.has(reason)
  return state === "contradicts" || state === "needs-approval" || state === "look-again"
}
/** These say only that words of a sentence stand in no source. What looks like a name may be another language's noun. */
const OF_WORDS = new Set<ClaimReason>(["words", "name", "language", "source-language"])

const inOther = ({ start, end }: Claim): Claim => ({ start, end, state: "no-source", sources: [], reason: "language" })

/** Removes names, because a line that is only a name is in no language. */
const withoutNames = (sentence: string) => sentence.replace(/\[\[[^[\]\n]*\]\]|\[[A-Z]+_\d+\]/g, " ")
