import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { readsAsLatin } from "./look-alike.ts"

/**
 * Finds words in which letters of another script imitate Latin ones, or Latin ones imitate theirs (Unicode TR39, mixed
 * scripts): "оrdеr" with Cyrillic о and е. A word wholly in one script is fine, and so is a sign that doesn't look like
 * a Latin letter ("μm", "kΩ"), and a word that the ticket or a source contains.
 */
export function findMixedScripts(text: string, given: Given): Found[] {
  if (!OTHER.test(text)) return []
  return [...text.matchAll(WORD)]
    .filter(
      ([word]) =>
        LATIN.test(word) &&
        [...word].some((letter) => OTHER.test(letter) && readsAsLatin(letter)) &&
        !given.text.includes(word)
    )
    .map((match) => ({ kind: "mixed-script", start: match.index, end: match.index + match[0].length }))
}

const WORD = /[\p{L}\p{M}\p{N}’']{2,200}/gu
const LATIN = /\p{Script=Latin}/u
const OTHER = new RegExp(
  "[\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}\\p{Script=Cherokee}\\p{Script=Coptic}\\p{Script=Lisu}]",
  "u"
)
