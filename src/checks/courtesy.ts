import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../lexicon/lexicon.ts"
import { facts } from "../text/facts.ts"
import { isLanguage, LANGUAGES, type Language } from "../text/languages.ts"
import { contentWords, words } from "../text/words/words.ts"
import { wholeWords } from "./evidence/patterns.ts"
import { presumedEvents, type PresumedEvent } from "./presumed-events.ts"

/**
 * Says whether a sentence claims nothing: a greeting, thanks, an apology, a closing, a question, an offer of help, or
 * the name under a draft. A fact, a further clause, what the polite phrase tells, or an event that it presumes makes it
 * a claim ("Sorry, returns end on Friday", "We are sorry that your order was cancelled", "Thank you for your payment"),
 * and so does every answer, however short ("Yes", "Keep it").
 */
export const isCourtesy = (sentence: string, language?: string | null): boolean =>
  presumedByCourtesy(sentence, language)?.length === 0

/**
 * Returns the events that a sentence presumes which claims nothing else, or undefined for a sentence that claims
 * something else.
 */
export function presumedByCourtesy(sentence: string, language?: string | null): PresumedEvent[] | undefined {
  const bare = sentence.trim()
  if (!isOnlyPolite(bare, language)) return undefined
  return isQuestion(bare) ? [] : bare.split(CLAUSE_END).flatMap((clause) => presumedEvents(clause, language))
}

const isQuestion = (bare: string): boolean => /[?？]["'”’»)」]*$|か。$/u.test(bare)

function isOnlyPolite(bare: string, language: string | null | undefined): boolean {
  const statements = facts(bare, language).filter(({ kind }) => !QUIET.has(kind))
  const isWish = () => languagesOf(language).some((one) => WISHES[one]?.test(bare))
  if (statements.length > 0 && !(statements.every(({ kind }) => WISHED.has(kind)) && isWish())) return false
  if (isQuestion(bare)) return true
  if (isNameLine(bare)) return true
  // "How to do it:" leads to a list.
  if (/[:：]$/u.test(bare) && contentWords(bare, language).length <= 1) return true
  return bare
    .split(CLAUSE_END)
    .map((clause) => clause.trim().replace(/^[¡“"'«]*(?:and|und|et|y|e)\s+(?=\p{L})/iu, ""))
    .filter((clause) => /\p{L}/u.test(clause))
    .every(
      (clause, at) =>
        // "Thanks, Jonas." ends in a name, too.
        isNameLine(at > 0 ? clause.replace(/[.!。]+$/, "") : clause) ||
        (isPolite(clause, language) && !tells(clause, language))
    )
}

/** What begins with "that" belongs to the clause before it. */
const CLAUSE_END =
  /[,;:!—–、，](?!\s*(?:that|dass|daß|que|qu['’])(?!\p{L}))|\s-\s|\s(?:but|however|aber|mais|pero|mas|porém)\s/iu

/**
 * Says whether a polite clause tells something besides: "sorry that your order was cancelled" does, and "sorry that you
 * had to wait" doesn't.
 */
function tells(clause: string, language: string | null | undefined): boolean {
  return languagesOf(language).some((one) => {
    const match = one === "ja" ? TELLS[one]?.test(clause) && { index: 0 } : TELLS[one]?.exec(clause)
    return match
      ? words(clause.slice(match.index)).some(
          ({ text }) => !text.startsWith("[") && contentWords(text, one).length > 0 && !isCourteous(text, one)
        )
      : false
  })
}

const QUIET = new Set(["name", "ordinal"])
/** "Have a good journey on Monday." */
const WISHED = new Set(["weekday", "number"])

/** Says whether a sentence begins with a polite phrase. @param language ISO 639-1 */
export const beginsPolitely = (sentence: string, language: string | null): boolean =>
  isPolite(sentence.trim(), language)

function isPolite(clause: string, language: string | null | undefined): boolean {
  if (clause.length > 200) return false
  return languagesOf(language).some((one) => POLITE[one]?.test(clause))
}

/** Says whether all words of a text claim nothing in courtesy: "gladly help you". */
export const tellsNothing = (text: string, language: string | null): boolean =>
  languagesOf(language).some((one) =>
    words(text).every(({ text: word }) => contentWords(word, one).length === 0 || isCourteous(word, one))
  )

/** Says whether a word claims nothing in courtesy: "gladly". Only languages with lists have such words. */
export const isCourteous = (word: string, language: string | null): boolean =>
  COURTEOUS[language ?? ""]?.test(word.toLowerCase()) ?? false

/** Without a language, or in one without lists, each counts. */
const languagesOf = (language: string | null | undefined): readonly Language[] =>
  isLanguage(language) ? [language] : LANGUAGES

/** Says whether a line is a few capitalised words without a full stop: "Ben", "[PERSON_2]", "Example Shop Support". */
function isNameLine(line: string): boolean {
  if (!/^[\p{Lu}[]/u.test(line) || /[.!?。:：]$/.test(line) || line.includes("\n")) return false
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
const POLITE = atBeginning("courtesy", "wishes", "lead-ins")
/** What a wish or a lead-in counts claims nothing. */
const WISHES = atBeginning("wishes", "lead-ins")

function atBeginning(...lists: string[]): Readonly<Record<string, RegExp>> {
  return eachLanguage((language) => {
    const source = lists.flatMap((list) => entriesOf(LISTS, language, list)).join("|")
    return language === "ja" ? new RegExp(source, "u") : new RegExp(`^[¡¿"“'*\\s]*(?:${source})(?![\\p{L}])`, "iu")
  })
}

/** Where begins what a polite phrase tells, and the words in which it tells nothing. */
const TELLS = eachLanguage(
  (language) => new RegExp(wholeWords(language, entriesOf(LISTS, language, "courtesy-tells").join("|")), "iu")
)
const COURTEOUS = eachLanguage(
  (language) => new RegExp(`^(?:${entriesOf(LISTS, language, "courteous").join("|")})$`, "u")
)

function eachLanguage(patternOf: (language: Language) => RegExp): Readonly<Record<string, RegExp>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, patternOf(language)]))
}
