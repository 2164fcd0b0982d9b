import { modelsIn, type CustomerQuestion, type NewestAsk } from "../reading/customer-question.ts"
import type { Quotable } from "../reading/quotable.ts"

/**
 * Returns whether these sentences say enough of an ask since the agent's last message, and name each model that it
 * names: what holds of one says nothing of another. The old words of a ticket may find
 * the page of a question that was answered already. The first question of a ticket passes, and so does a message that
 * asks nothing.
 */
export function answersNewest(question: CustomerQuestion, sentences: readonly Quotable[]): boolean {
  const { newest } = question
  const models = new Set(sentences.flatMap(({ text }) => modelsIn(text)))
  return (
    newest.length === 0 ||
    newest.some((ask) => ask.models.every((one) => models.has(one)) && fitOf(ask, sentences, question) >= LEAST_FIT)
  )
}

/**
 * Returns how much of an ask one sentence and the next say, 0 to 1: by the weight of its words, and by whether they give
 * the kind of fact that it asks for. An ask of one or two words ("Shall I send it?") says too little by itself.
 */
function fitOf({ words, topic, kinds }: NewestAsk, sentences: readonly Quotable[], question: CustomerQuestion): number {
  const weigh = (stems: Iterable<string>) => weightOf(stems, question)
  const kind = kinds.length > 0 ? KIND : 0
  const isAlone = kinds.length > 0 || words.size >= MIN_WORDS
  return Math.max(
    0,
    ...sentences.map((one, at) => {
      const next = sentences[at + 1]
      const window = next?.source === one.source ? [one, next] : [one]
      const stems = new Set(window.flatMap((each) => [...each.words]))
      const isGiven = kinds.some(({ given }) => window.some(({ text }) => given.test(text)))
      const share = (asked: ReadonlySet<string>) =>
        (weigh(asked.intersection(stems)) + (isGiven ? kind : 0)) / (weigh(asked) + kind || 1)
      return Math.max(share(topic), isAlone ? share(words) : 0)
    })
  )
}

const weightOf = (stems: Iterable<string>, { weights }: CustomerQuestion) =>
  [...stems].reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0)

/** The share of an ask that the letter has to say. Chosen on the dev half of `data/follow-ups`. */
const LEAST_FIT = 0.175
/** What a fact of the asked kind counts, beside the words with their idf. */
const KIND = 4
const MIN_WORDS = 3
