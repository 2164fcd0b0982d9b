import type { CustomerQuestion } from "../reading/customer-question.ts"
import type { Quotable } from "../reading/quotable.ts"
import { inOrder, withSupport } from "./choose-sentences.ts"

/**
 * Returns the letter's sentences with one more, and what it leans on, for each of several questions of which the letter
 * says next to nothing: the sentence of any page that speaks most of it. "And what do I do with the box?" is answered
 * where no sentence of the page on the product names a box.
 * @param pool what may be said to the customer
 */
export function withUnspokenAsks(question: CustomerQuestion, chosen: Quotable[], pool: Quotable[]): Quotable[] {
  if (question.asks.length < 2) return chosen
  const weigh = (words: ReadonlySet<string>) =>
    [...words].reduce((sum, word) => sum + (question.weights.get(word) ?? 0), 0)
  const letter = [...chosen]
  for (const ask of question.asks) {
    const total = weigh(ask)
    const share = ({ words }: Quotable) => weigh(words.intersection(ask)) / total
    if (total === 0 || letter.some((one) => share(one) > SPOKEN_OF)) continue
    const [best] = pool
      .filter((one) => share(one) >= SPEAKS)
      .sort((a, b) => share(b) - share(a) || b.source.score - a.source.score)
    if (best) letter.push(...withSupport(best, pool).filter((one) => !letter.includes(one)))
  }
  return letter.length > chosen.length ? inOrder(letter) : chosen
}

/**
 * The share of a question's weight up to which the letter says nothing of it, and from which a sentence speaks of it.
 * On tickets of four invented companies no letter gets a sentence; with .25 and .4, three do, all of them wrong.
 */
const SPOKEN_OF = 0.15
const SPEAKS = 0.5
