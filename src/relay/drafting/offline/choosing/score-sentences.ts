import type { Source } from "../../../../ticket/draft.ts"
import type { CustomerQuestion } from "../reading/customer-question.ts"
import type { Quotable } from "../reading/quotable.ts"

export interface ScoredSentence {
  one: Quotable
  score: number
}

/**
 * Scores sentences against the question and returns them best first. A sentence counts for the asked words in it, a
 * little for those around it, for giving a fact of the kind that is asked for, and for the rank of its page.
 * @param needed how a sentence says what the team needs from the customer
 * @param more `said` are stems that the draft has said already, which count less; `pages` are the weights of the pages,
 * where more than these sentences tell them
 */
export function scoreSentences(
  question: CustomerQuestion,
  sentences: Quotable[],
  needed: RegExp,
  {
    said = NOTHING,
    pages = pageWeights(question, sentences)
  }: { said?: ReadonlySet<string> | undefined; pages?: ReadonlyMap<Source, number> } = {}
): ScoredSentence[] {
  const first = sentences.map((one) => match(one, question, NOTHING))
  return sentences
    .map((one, at) => {
      const around = AROUND * (neighbour(sentences, first, at, -1) + neighbour(sentences, first, at, 1))
      const own = said.size ? match(one, question, said) : (first[at] ?? 0)
      return { one, score: (own + around) * factFactor(one, question, needed) * (pages.get(one.source) ?? 0) }
    })
    .filter(({ one }) => one.list !== one.at)
    .sort((a, b) => b.score - a.score)
}

const NOTHING: ReadonlySet<string> = new Set()
const AROUND = 0.5
const SAID = 0.35
const FACT = 1.35

/** Long sentences hold more words, so the sum is divided by a part of the length. */
function match(one: Quotable, question: CustomerQuestion, said: ReadonlySet<string>): number {
  let sum = 0
  for (const word of one.words) sum += (question.weights.get(word) ?? 0) * (said.has(word) ? SAID : 1)
  return sum / (0.6 + (0.4 * one.words.size) / 9)
}

/**
 * Returns how much a page's sentences count: half by the retriever's score and half by the page's own three best
 * sentences, both in proportion to the best page. The third power lets one page carry the draft unless another is
 * nearly as good.
 */
export function pageWeights(question: CustomerQuestion, sentences: Quotable[]): Map<Source, number> {
  const own = new Map<Source, number[]>()
  for (const one of sentences) own.set(one.source, [...(own.get(one.source) ?? []), match(one, question, NOTHING)])
  const pages = [...own].map(([source, all]) => ({
    source,
    best: all
      .sort((a, b) => b - a)
      .slice(0, 3)
      .reduce((sum, one) => sum + one, 0)
  }))
  const mostScore = Math.max(0, ...pages.map(({ source }) => source.score)) || 1
  const mostMatch = Math.max(0, ...pages.map(({ best }) => best)) || 1
  return new Map(pages.map(({ source, best }) => [source, ((source.score / mostScore + best / mostMatch) / 2) ** 3]))
}

/** A sentence counts more if it gives a fact of a kind that is asked for, or says what the team needs. */
function factFactor(one: Quotable, question: CustomerQuestion, needed: RegExp): number {
  return (question.kinds.some((kind) => kind.given.test(one.text)) ? FACT : 1) * (needed.test(one.text) ? FACT : 1)
}

/** Returns the match of the neighbour in the same paragraph, because an answer often spans several sentences. */
function neighbour(all: Quotable[], matches: number[], at: number, step: 1 | -1): number {
  const [one, other] = [all[at], all[at + step]]
  return one && other && one.source === other.source && one.paragraph === other.paragraph
    ? (matches[at + step] ?? 0)
    : 0
}
