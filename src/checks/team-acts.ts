import { LISTS } from "replywright/lexicon/checks"
import { entriesOf, patternsOf } from "../lexicon/lexicon.ts"
import { isLanguage, LANGUAGES, type Language } from "../text/languages.ts"
import { contentWords } from "../text/words/words.ts"
import { holds, patternsFor, wholeWords } from "./evidence/patterns.ts"
import { onceEach } from "../text/memo/text-memory.ts"

/** What a sentence says that the team did, does, will do or grants. */
export interface TeamAct {
  /** The words that say so. */
  words: string
  /** The stems of the act itself: of "was deleted" that of "deleted". There are none if only small words say it. */
  stems: string[]
  /** Whether it gives the customer something, instead of telling what was or will be done. */
  isGrant: boolean
  /** The words that give the customer something, alone or beside what was or will be done, with their stems. */
  grant?: Grant
}

/** What gives the customer something: its words, and their stems without small words. */
export interface Grant {
  words: string
  stems: string[]
}

/**
 * Returns what a sentence says that the team did, does or grants, in the active or the passive, as a state ("is
 * waived") or impersonally. It returns undefined if nothing is said of the kind, or only asked, named as a case ("if it
 * was cancelled"), or repeated from the customer ("you write that it was cancelled"). It takes linear time.
 * @param language ISO 639-1; without one, or with another than the six, all six count
 */
export function teamActIn(sentence: string, language: string | null | undefined): TeamAct | undefined {
  if (QUESTION.test(sentence)) return undefined
  const segments = sentence.split(SEGMENT_END).filter((segment) => /\p{L}/u.test(segment))
  const languages: readonly Language[] = isLanguage(language) ? [language] : LANGUAGES
  for (const one of languages) {
    const { acts, forms, grants } = listsOf(one)
    // What the whole sentence doesn't contain is in none of its parts, of which there may be thousands.
    const [told, granted] = [forms, grants].map((patterns) => patterns.filter((pattern) => holds(sentence, pattern)))
    for (const segment of segments) {
      const act = firstAsserted(segment, told ?? [], one)
      const grant = firstAsserted(segment, granted ?? [], one)
      const words = act ?? grant
      if (words !== undefined)
        return {
          words,
          isGrant: act === undefined,
          stems: contentWords(lastOf(words, acts), one),
          ...(grant === undefined ? {} : { grant: { words: grant, stems: contentWords(grant, one) } })
        }
    }
  }
  return undefined
}

/** Says whether a sentence gives the customer something in words of a grant, whatever else it says. */
export const hasGrant = (sentence: string, language: string | null): boolean =>
  !QUESTION.test(sentence) &&
  (isLanguage(language) ? [language] : LANGUAGES).some((one) =>
    sentence.split(SEGMENT_END).some((segment) => firstAsserted(segment, listsOf(one).grants, one) !== undefined)
  )

const QUESTION = /[?？]["'”’»)」]*\s*$|か。$/u

/** Ends a part of a sentence that says something by itself. What begins with "that" belongs to the part before it. */
const SEGMENT_END =
  /[,;:!—–、，](?!\s*(?:(?:and|und|et|y|e) )?(?:that|dass|daß|que|qu['’])(?!\p{L}))|\s-\s|\s(?:but|however|aber|doch|mais|pero|mas|porém)\s/iu

function firstAsserted(segment: string, patterns: readonly RegExp[], language: Language): string | undefined {
  for (const pattern of patterns) {
    const words = assertedMatch(segment, pattern, language)
    if (words !== undefined) return words
  }
  return undefined
}

/** Returns the words of the first match that is neither a case nor repeated from the customer. */
function assertedMatch(segment: string, pattern: RegExp, language: Language): string | undefined {
  const { unasserted, reported } = listsOf(language)
  for (const match of segment.matchAll(pattern)) {
    if (language === "ja") {
      if (!holds(segment, unasserted) && !holds(segment, reported)) return match[0]
      continue
    }
    const before = segment.slice(0, match.index)
    // What is refused isn't done: "we won't cancel it".
    if (holds(before.slice(-NEAR), patternsFor(language)?.negators ?? NOTHING)) continue
    if (![unasserted, reported].some((marker) => governs(marker, before, language))) return match[0]
  }
  return undefined
}

/** So many characters before an act a negator belongs to it. */
const NEAR = 8
const NOTHING = /(?!)/

/** Says whether a marker stands before the end of a text in the same clause. */
function governs(marker: RegExp, before: string, language: Language): boolean {
  const last = [...before.matchAll(marker)].at(-1)
  if (!last) return false
  const between = before.slice(last.index + last[0].length)
  const breaks = patternsFor(language)?.breaks
  // "Sie schreiben, dass ... und trotzdem ..." goes on with what the customer wrote only if the subject is dropped.
  return breaks === undefined || !holds(between.replace(/^[\s,]*(?:that|dass|daß|que|qu['’])/iu, ""), breaks)
}

/** Says whether a sentence repeats what the customer wrote or wishes: "You would like it to be cancelled". */
export const repeatsCustomer = (sentence: string, language: string | null): boolean =>
  (isLanguage(language) ? [language] : LANGUAGES).some((one) => {
    const { reported, wished } = listsOf(one)
    return holds(sentence, reported) || holds(sentence, wished)
  })

/** Says whether a customer claims something, or wishes it in other words than those of a request. */
export const claimsSomething = (text: string, language: string | null): boolean =>
  (isLanguage(language) ? [language] : LANGUAGES).some((one) => holds(text, listsOf(one).claimed))

/**
 * Says whether a sentence begins with words by which it repeats what the customer wrote: "You write that ...". In
 * Japanese they stand at its end.
 */
export const beginsWithReport = (sentence: string, language: string | null): boolean =>
  (isLanguage(language) ? [language] : LANGUAGES).some((one) => {
    const at = sentence.trimStart().search(listsOf(one).reported)
    return one === "ja" ? at >= 0 : at === 0
  })

/** Returns the last part of a text that a pattern matches, or the whole text. */
const lastOf = (text: string, pattern: RegExp): string => text.match(pattern)?.at(-1) ?? text

interface Lists {
  acts: RegExp
  forms: readonly RegExp[]
  grants: readonly RegExp[]
  unasserted: RegExp
  reported: RegExp
  wished: RegExp
  claimed: RegExp
}

const listsOf = onceEach(makeLists)

function makeLists(language: Language): Lists {
  const pattern = (source: string) => new RegExp(wholeWords(language, source), "giu")
  const acts = entriesOf(LISTS, language, "team-acts").join("|")
  return {
    // A list of stems matches the beginnings of words.
    acts: language === "ja" ? new RegExp(acts, "gu") : new RegExp(`(?<!\\p{L})(?:${acts})\\p{L}*`, "giu"),
    forms: patternsOf(LISTS, language, "team-act-forms").map(pattern),
    grants: patternsOf(LISTS, language, "grants").map(pattern),
    unasserted: pattern(entriesOf(LISTS, language, "unasserted").join("|")),
    reported: pattern(entriesOf(LISTS, language, "reported").join("|")),
    wished: pattern(entriesOf(LISTS, language, "wished").join("|")),
    claimed: pattern(entriesOf(LISTS, language, "claimed").join("|"))
  }
}
