import { isOtherLanguage, languageWritten } from "../text/language.ts"
import { LANGUAGES } from "../text/languages.ts"
import type { Claim } from "../ticket/draft.ts"

/**
 * A letter, once it is whole, in another language than the customer's: none of it is shown as fine, whatever its
 * figures say, the greeting neither.
 * @param customer ISO 639-1, of `languageOfThread`; null: nobody can tell, nothing is marked
 */
export function markDraftLanguage(text: string, claims: Claim[], customer: string | null): Claim[] {
  if (customer === null) return claims
  const { language, sure, confidence } = languageWritten(text, [...LANGUAGES, customer])
  if (language === null || language === customer || !(sure || confidence > CLEAR)) return claims
  return claims.map((claim) =>
    /\p{L}{2}/u.test(withoutNames(text.slice(claim.start, claim.end))) ? inOther(claim) : claim
  )
}

/** A sentence, as it ends, in another language than the customer's: marked, though the rest of the letter be right. */
export function markSentenceLanguage(sentence: string, claim: Claim, customer: string | null): Claim {
  return customer !== null && isOtherLanguage(sentence, customer) ? inOther(claim) : claim
}

/** How clear a letter of a few words must be: "Thank you!" is. */
const CLEAR = 0.5

const inOther = ({ start, end }: Claim): Claim => ({ start, end, state: "no-source", sources: [], reason: "language" })

/** A line that is only a name is in no language. */
const withoutNames = (sentence: string) => sentence.replace(/\[\[[^[\]\n]*\]\]|\[[A-Z]+_\d+\]/g, " ")
