import { LISTS } from "../lexicon/groups/checks.ts"
import { entriesOf } from "../lexicon/lexicon.ts"
import { facts } from "../text/facts.ts"
import { LANGUAGES } from "../text/languages.ts"
import { contentWords, words } from "../text/words/words.ts"

/**
 * Says whether a sentence claims nothing: a greeting, thanks, an apology, a closing, a question, an offer of help, or
 * the name under a draft. A fact, or a further clause with content of its own, makes it a claim ("Sorry, returns end on
 * Friday").
 */
export function isCourtesy(sentence: string, language?: string | null): boolean {
  const bare = sentence.trim()
  if (facts(bare, language).some((fact) => !QUIET.has(fact.kind))) return false
  if (/[?？]["'”’»)」]*$|か。$/u.test(bare)) return true
  if (isNameLine(bare)) return true
  const clauses = bare
    .split(/[,;:!—–、，]|\s-\s|\s(?:but|however|aber|mais|pero|mas|porém)\s/u)
    .map((clause) => clause.trim().replace(/^(?:and|und|et|y|e)\s+(?=\p{L})/iu, ""))
    .filter((clause) => /\p{L}/u.test(clause))
  return clauses.every((clause, i) => {
    const matter = contentWords(clause, language).filter((word) => !word.startsWith("[")).length
    return matter <= 1 || isPolite(clause.trim(), language) || (i > 0 && matter <= 3 && TOLD.test(clause.trim()))
  })
}

/** Matches the subordinate clause in "Es tut uns leid, dass Sie warten mussten." */
const TOLD = /^(?:dass|daß|que|qu['’])/i
const QUIET = new Set(["name", "ordinal"])

/** Says whether a sentence begins with a polite phrase. @param language ISO 639-1 */
export const beginsPolitely = (sentence: string, language: string | null): boolean =>
  isPolite(sentence.trim(), language)

function isPolite(clause: string, language: string | null | undefined): boolean {
  if (clause.length > 200) return false
  const patterns = language && POLITE[language] ? [POLITE[language]] : Object.values(POLITE)
  return patterns.some((pattern) => pattern.test(clause))
}

/** Says whether a line is a few capitalised words without a full stop: "Ben", "[PERSON_2]", "Example Shop Support". */
function isNameLine(line: string): boolean {
  if (/[.!?。:：]$/.test(line) || line.includes("\n")) return false
  const parts = words(line)
  return (
    parts.length > 0 &&
    parts.length <= 4 &&
    !/\d/.test(line.replace(/\[[A-Z]+_\d+\]/g, "")) &&
    parts.every((part) => /^[\p{Lu}[]/u.test(part.text))
  )
}

/**
 * The polite phrases by language. Japanese puts no spaces between words, so its patterns match anywhere unless they say
 * where.
 */
const POLITE: Readonly<Record<string, RegExp>> = Object.fromEntries(
  LANGUAGES.map((language) => {
    const source = entriesOf(LISTS, language, "courtesy").join("|")
    return [
      language,
      language === "ja" ? new RegExp(source, "u") : new RegExp(`^[¡¿"“'*\\s]*(?:${source})(?![\\p{L}])`, "iu")
    ]
  })
)
