import { LISTS } from "replywright/lexicon/text"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { facts, type Fact } from "../../text/facts.ts"
import { wholeWords } from "../evidence/patterns.ts"
import { isLanguage, LANGUAGES, type Language } from "../../text/languages.ts"

/**
 * Returns the ordinals of a text, "the second" and "the 2nd". In words, `facts` knows those of English alone, because
 * elsewhere the words say other things as well: "segundo" is "according to" in Portuguese, and "cuarto" is a room in
 * Spanish. So they only count beside those of another text. What belongs to another fact ("cinco segundos") is none.
 * @param language ISO 639-1
 */
export function ordinalsIn(text: string, language: string | null): Fact[] {
  const known = facts(text, language)
  const worded = isLanguage(language) && language !== "en" ? wordsIn(text, language) : []
  return [
    ...known.filter(({ kind }) => kind === "ordinal"),
    ...worded.filter(({ start, end }) => !known.some((fact) => fact.start < end && start < fact.end))
  ].sort((a, b) => a.start - b.start)
}

function wordsIn(text: string, language: Language): Fact[] {
  return (PATTERNS.get(language) ?? []).flatMap((pattern, before) =>
    Array.from(text.matchAll(pattern), ({ index: start, 0: words }) => ({
      kind: "ordinal" as const,
      value: before + 1,
      unit: "",
      start,
      end: start + words.length,
      text: words
    }))
  )
}

const PATTERNS: ReadonlyMap<Language, readonly RegExp[]> = new Map(
  LANGUAGES.map((language) => [
    language,
    entriesOf(LISTS, language, "ordinals").map((source) => new RegExp(wholeWords(language, source), "giu"))
  ])
)
