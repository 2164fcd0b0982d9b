import type { ArticleWords } from "./article-words.ts"
import type { Reading } from "./reading.ts"
import { CLASS } from "./knowledge.ts"
import { isCapital, SHAPE, type Token } from "./tokens.ts"

/**
 * Returns the probability from which a word is masked although the team's public articles contain it in the same
 * spelling. The articles are evidence and no veto. They have no effect on a given name, however they write it, nor on a
 * family name alone.
 * @returns 0 where the articles have no effect
 */
export function articleThreshold(reading: Reading, i: number, articles: ArticleWords): number {
  const token = reading.tokens[i]
  const word = reading.known[i]
  if (!token || !word || (word.classes & CLASS.given && !word.ordinary)) return 0
  const threshold = isCapital(token) ? capitalThreshold(reading, i, articles) : undefined
  if (threshold !== undefined) return threshold
  if (!articles.isPlain(token.low)) return 0
  return token.shape === SHAPE.lower || token.begins ? PLAIN : OTHER_CASE
}

/** Returns the threshold of a word with a capital, if the articles write it or a pair with it like that. */
function capitalThreshold({ tokens, known }: Reading, i: number, articles: ArticleWords): number | undefined {
  const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  const word = known[i]
  if (!token || !word) return undefined
  const isPair = isPairOf(before, token, articles) || isPairOf(token, next, articles)
  const isWritten = articles.isCapital(token.low)
  const classes = word.classes | (isPair ? (known[i + 1]?.classes ?? 0) : 0)
  if ((isPair || isWritten) && classes & CLASS.country) return NEVER
  if (isPair) return PAIR
  if (word.classes & CLASS.family && !word.ordinary) return 0
  if (!isWritten) return undefined
  return token.shape === SHAPE.capital ? CAPITAL : CAPITALS
}

function isPairOf(first: Token | undefined, second: Token | undefined, articles: ArticleWords): boolean {
  if (!first || !second || !isCapital(first) || !isCapital(second)) return false
  return second.gap === " " && articles.isPair(first.low, second.low)
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
