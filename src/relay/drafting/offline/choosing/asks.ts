import type { CustomerQuestion } from "../reading/customer-question.ts"
import type { Quotable } from "../reading/quotable.ts"
import { inOrder, withSupport } from "./choose-sentences.ts"

/**
 * Puts the paragraphs of a letter in the order of what the customer asked. A paragraph answers the ask with whose words
 * it shares clearly more than with any other's; one that answers none stays behind the one before it, or in front.
 * Sentences of one paragraph of a page stay as the page has them, because each goes on from the one before: moving single
 * sentences tore letters apart.
 */
export function orderByAsks(sentences: Quotable[], { asks, weights }: CustomerQuestion): Quotable[] {
  if (asks.length < 2) return sentences
  const groups: { ask: number; ones: Quotable[] }[] = [{ ask: -1, ones: [] }]
  for (const paragraph of paragraphsOf(sentences)) {
    const ask = askOf(new Set(paragraph.flatMap(({ words }) => [...words])), asks, weights)
    if (ask === undefined) groups.at(-1)?.ones.push(...paragraph)
    else groups.push({ ask, ones: paragraph })
  }
  return groups.toSorted((a, b) => a.ask - b.ask).flatMap(({ ones }) => ones)
}

/** A list is in one paragraph with the line that leads to it, and with what refers back to it. */
export function paragraphsOf(sentences: Quotable[]): Quotable[][] {
  const found: Quotable[][] = []
  for (const one of sentences) {
    const before = found.at(-1)?.at(-1)
    const isTogether =
      before?.source === one.source &&
      (before.paragraph === one.paragraph ||
        one.needsContext ||
        (one.list !== undefined && (one.list === before.list || one.list === before.at)))
    if (isTogether) found.at(-1)?.push(one)
    else found.push([one])
  }
  return found
}

function askOf(
  words: ReadonlySet<string>,
  asks: ReadonlySet<string>[],
  weights: ReadonlyMap<string, number>
): number | undefined {
  const shared = asks.map((ask) => [...ask.intersection(words)])
  const scores = shared.map((stems) => stems.reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0))
  const best = scores.indexOf(Math.max(...scores))
  const second = Math.max(0, ...scores.filter((_, at) => at !== best))
  return (shared[best]?.length ?? 0) >= MIN_SHARED_WORDS && (scores[best] ?? 0) >= second * CLEARLY ? best : undefined
}

/** One shared word may be chance. */
const MIN_SHARED_WORDS = 2
const CLEARLY = 2

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
