import { isLanguage } from "../../text/languages.ts"
import { listedPatterns } from "../figures/listed-patterns.ts"

/** What a sentence denies: its denials, and the words by their class that may say a denial as a statement. */
export interface Denials {
  count: number
  /** How often each class of the list occurs: "rejected" is of the class "refuse", as in all languages. */
  opposites: ReadonlyMap<string, number>
}

/**
 * Says whether one sentence denies more than another, and no word says it as a statement: "not accepted" is "rejected".
 * A word that both have explains nothing.
 */
export function deniesOtherwise(one: Denials, other: Denials): boolean {
  const [more, less] = one.count > other.count ? [one, other] : [other, one]
  let explained = 0
  for (const [name, times] of less.opposites) explained += Math.max(0, times - (more.opposites.get(name) ?? 0))
  return more.count - less.count > explained
}

/**
 * Counts what denies something in a sentence: "ne ... pas" and "neither ... nor" count once, "not only" doesn't count.
 * @param language ISO 639-1; undefined is returned where there is no list for it
 */
export function countNegations(sentence: string, language: string | null): Denials | undefined {
  if (!isLanguage(language)) return undefined
  let left = sentence
  const counts = { not: 0, nor: 0 }
  const opposites = new Map<string, number>()
  for (const { value: kind, pattern } of patternsOf(language))
    left = left.replace(pattern, (words) => {
      if (kind === "not" || kind === "nor") counts[kind]++
      else if (kind !== "none") opposites.set(kind, (opposites.get(kind) ?? 0) + 1)
      return TAKEN.repeat(words.length)
    })
  return { count: counts.not || Math.min(1, counts.nor), opposites }
}

const TAKEN = "·"

/** By "not", "none", "nor" (which goes on with a denial, so it counts only by itself) or "opposite-" with a name. */
const patternsOf = listedPatterns("negations", "right")
