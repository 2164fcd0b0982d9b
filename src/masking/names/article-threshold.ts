import type { ArticleWords } from "./article-words.ts"
import type { Reading } from "./reading.ts"
import { CLASS } from "./knowledge.ts"
import { isCapital, SHAPE } from "./tokens.ts"

/**
 * Chance from which a word is masked although the team's public articles hold it, written alike: evidence, and no veto.
 * A given name has none, however the articles write it; nor has a family name alone.
 * @returns 0 where the articles say nothing of it
 */
export function articleThreshold({ tokens, known }: Reading, i: number, articles: ArticleWords): number {
  const token = tokens[i]
  const word = known[i]
  if (!token || !word || (word.classes & CLASS.given && !word.ordinary)) return 0
  if (isCapital(token)) {
    const before = tokens[i - 1]
    const next = tokens[i + 1]
    const isPair =
      (isCapital(before) && token.gap === " " && articles.isPair(before?.low ?? "", token.low)) ||
      (isCapital(next) && next?.gap === " " && articles.isPair(token.low, next.low))
    const classes = word.classes | (isPair ? (known[i + 1]?.classes ?? 0) : 0)
    if ((isPair || articles.isCapital(token.low)) && classes & CLASS.country) return NEVER
    if (isPair) return PAIR
    if (word.classes & CLASS.family && !word.ordinary) return 0
    if (articles.isCapital(token.low)) return token.shape === SHAPE.capital ? CAPITAL : CAPITALS
  }
  if (!articles.isPlain(token.low)) return 0
  return token.shape === SHAPE.lower || token.begins ? PLAIN : OTHER_CASE
}

/** A country that the articles speak of: alone it is nobody's identity. */
const NEVER = 1
/** "State Pension". */
const PAIR = 0.98
/** "SBA". */
const CAPITALS = 0.99
const CAPITAL = 0.8
const PLAIN = 0.8
/** A capital inside a sentence where the articles have none. */
const OTHER_CASE = 0.5
