import type { ArticleWords } from "./article-words.ts"
import type { Reading } from "./reading.ts"
import { CLASS } from "./knowledge.ts"
import { isCapital, SHAPE } from "./tokens.ts"

/**
 * Returns the probability from which a word is masked although the team's public articles contain it in the same
 * spelling. The articles are evidence and no veto. They have no effect on a given name, however they write it, nor on a
 * family name alone.
 * @returns 0 where the articles have no effect
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

/** A country that the articles mention identifies nobody when it stands alone. */
const NEVER = 1
/** Applies to pairs such as "State Pension". */
const PAIR = 0.98
/** Applies to abbreviations such as "SBA". */
const CAPITALS = 0.99
const CAPITAL = 0.8
const PLAIN = 0.8
/** Applies when a word has a capital inside a sentence and the articles write it without one. */
const OTHER_CASE = 0.5
