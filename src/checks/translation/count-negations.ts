import { LISTS } from "../../lexicon/groups/rewrite.ts"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { isLanguage, type Language } from "../../text/languages.ts"

/**
 * Counts what denies something in a sentence: "ne ... pas" and "neither ... nor" count once, "not only" doesn't count.
 * @param language ISO 639-1; undefined is returned where there is no list for it
 */
export function countNegations(sentence: string, language: string | null): number | undefined {
  if (!isLanguage(language)) return undefined
  let left = sentence
  const counts = { not: 0, nor: 0, none: 0 }
  for (const { kind, pattern } of patternsOf(language))
    left = left.replace(pattern, (words) => {
      counts[kind]++
      return TAKEN.repeat(words.length)
    })
  return counts.not || Math.min(1, counts.nor)
}

const TAKEN = "·"

interface Negation {
  /** A "nor" goes on with a denial, so it counts only by itself. */
  kind: "not" | "nor" | "none"
  pattern: RegExp
}

function patternsOf(language: Language): readonly Negation[] {
  const known = read.get(language)
  if (known) return known
  const patterns = entriesOf(LISTS, language, "negations").map((entry) => {
    const cut = entry.indexOf("=")
    const source = entry.slice(cut + 1)
    // Japanese puts no spaces between words, so its patterns match anywhere.
    const whole = language === "ja" ? source : `(?<!\\p{L})(?:${source})(?!\\p{L})`
    return { kind: entry.slice(0, cut) as Negation["kind"], pattern: new RegExp(whole, "giu") }
  })
  read.set(language, patterns)
  return patterns
}

const read = new Map<Language, readonly Negation[]>()
