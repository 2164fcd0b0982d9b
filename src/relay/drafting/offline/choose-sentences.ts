import type { Source } from "../../../ticket/draft.ts"
import { MARK, type CustomerQuestion } from "./customer-question.ts"
import type { Quotable } from "./quotable.ts"

export interface SentenceChoice {
  sentences: Quotable[]
  /** The share of what was asked that the best source mentions, from 0 to 1, by the weight of the words. */
  covered: number
}

export interface ChoiceOptions {
  /** The highest number of sentences. */
  most: number
  /** The stems of each thing to leave out. A sentence that contains all stems of one is not chosen. */
  without: string[][]
  /** Matches a sentence that says what the team needs from the customer. */
  needed: RegExp
}

/**
 * Chooses the sentences that answer. The score of a sentence depends on the asked words in it (and, with less weight,
 * in the sentences before and after it), on whether it gives a fact of the kind that is asked for, and on the rank of
 * its page. Words that the chosen sentences contain already count less.
 */
export function chooseSentences(
  question: CustomerQuestion,
  quotable: Quotable[],
  wishes: ChoiceOptions
): SentenceChoice {
  const allowed = quotable.filter(
    (one) => !wishes.without.some((words) => words.length > 0 && words.every((word) => one.words.has(word)))
  )
  const pages = pageWeights(question, allowed)
  const matches = allowed.map((one) => match(one, question, new Set()))
  const chosen: Quotable[] = []
  const said = new Set<string>()
  let best = 0
  while (lengthOf(chosen) < wishes.most) {
    const next = allowed
      .map((one, at) => {
        const around = BEFORE * neighbour(allowed, matches, at, -1) + AFTER * neighbour(allowed, matches, at, 1)
        return {
          one,
          score:
            (match(one, question, said) + around) *
            factFactor(one, question, wishes.needed) *
            (pages.get(one.source) ?? 0)
        }
      })
      .filter(({ one }) => !chosen.includes(one) && one.list !== one.at)
      .sort((a, b) => b.score - a.score)[0]
    if (!next || next.score <= 0 || next.score < best * LEAST) break
    best ||= next.score
    const needed = withSupport(next.one, allowed).filter((one) => !chosen.includes(one))
    if (chosen.length && lengthOf(chosen) + lengthOf(needed) > wishes.most) break
    const further = continuation(next.one, allowed, question)
      .flatMap((one) => withSupport(one, allowed))
      .filter((one) => !chosen.includes(one) && !needed.includes(one))
    const taken = lengthOf([...chosen, ...needed, ...further]) > wishes.most ? needed : [...needed, ...further]
    chosen.push(...taken)
    for (const one of taken) for (const word of one.words) said.add(word)
  }
  if (wishes.most > SHORT) chosen.push(...wanted(chosen, allowed, question, wishes.needed))
  return { sentences: inOrder(chosen.filter((one) => !isOpening(one, chosen))), covered: coverage(question, quotable) }
}

/**
 * Chooses sentences from each page separately. The agent chose these pages, so none of them has to make room for a
 * better one.
 */
export function chooseFromEachPage(
  question: CustomerQuestion,
  quotable: Quotable[],
  wishes: ChoiceOptions
): SentenceChoice {
  const pages = [...Map.groupBy(quotable, ({ source }) => source).values()]
  const choices = pages.map((own) =>
    chooseSentences(question, own, { ...wishes, most: Math.ceil(wishes.most / pages.length) })
  )
  return {
    sentences: choices.flatMap(({ sentences }) => sentences),
    covered: Math.max(0, ...choices.map(({ covered }) => covered))
  }
}

/** A draft of at most this many sentences was asked to be short, so nothing is added to it. */
const SHORT = 2

/**
 * Returns the sentence that asks the customer for something, if the chosen ones of the main page, or those right after
 * them, contain one. Without it, the customer would have to write once more before anything can be done. The sentence
 * after it is added if it gives a fact of a kind that is asked for.
 */
function wanted(chosen: Quotable[], all: Quotable[], question: CustomerQuestion, needed: RegExp): Quotable[] {
  const own = chosen.filter((one) => one.source === chosen[0]?.source)
  const asking =
    own.findLast((one) => needed.test(one.text)) ??
    own.map((one) => nextSentence(one, all)).find((one) => one !== undefined && needed.test(one.text))
  const then = asking && nextSentence(asking, all)
  const answers = then && question.kinds.some((kind) => kind.given.test(then.text))
  const added = [...(asking ? [asking] : []), ...(then && answers ? [then] : [])].flatMap((one) =>
    withSupport(one, all)
  )
  return [...new Set(added)].filter((one) => !chosen.includes(one))
}

/**
 * Returns whether the sentence is a question such as "Charged twice?" whose answer was not chosen. Alone it says
 * nothing.
 */
function isOpening(one: Quotable, chosen: Quotable[]): boolean {
  return MARK.test(one.text) && !nextSentence(one, chosen)
}

/**
 * Returns the weight of each page's sentences. It is the mean of the retriever's score and the sum of the page's three
 * best sentences, both relative to the best page. The mean is squared, so that one page provides the draft unless a
 * second is nearly as good.
 */
function pageWeights(question: CustomerQuestion, quotable: Quotable[]): Map<Source, number> {
  const matches = new Map<Source, number[]>()
  for (const one of quotable)
    matches.set(one.source, [...(matches.get(one.source) ?? []), match(one, question, new Set())])
  const pages = [...matches].map(([source, all]) => ({
    source,
    best: all
      .sort((a, b) => b - a)
      .slice(0, 3)
      .reduce((sum, one) => sum + one, 0)
  }))
  const mostScore = Math.max(0, ...pages.map(({ source }) => source.score)) || 1
  const mostMatch = Math.max(0, ...pages.map(({ best }) => best)) || 1
  return new Map(pages.map(({ source, best }) => [source, ((source.score / mostScore + best / mostMatch) / 2) ** 2]))
}

const BEFORE = 0.5
const AFTER = 0.5
const LEAST = 0.4
const SAID = 0.35
const FACT = 1.35

function match(one: Quotable, question: CustomerQuestion, said: Set<string>): number {
  let sum = 0
  for (const word of one.words) sum += (question.weights.get(word) ?? 0) * (said.has(word) ? SAID : 1)
  return sum / (0.6 + (0.4 * one.words.size) / 9)
}

/** Returns a higher factor if the sentence gives a fact of the kind that is asked for, or says what the team needs. */
function factFactor(one: Quotable, question: CustomerQuestion, needed: RegExp): number {
  return (question.kinds.some((kind) => kind.given.test(one.text)) ? FACT : 1) * (needed.test(one.text) ? FACT : 1)
}

/**
 * Returns the match of the sentence before or after in the same paragraph, because an answer often extends over several
 * sentences.
 */
function neighbour(all: Quotable[], matches: number[], at: number, step: 1 | -1): number {
  const [one, other] = [all[at], all[at + step]]
  return one && other && one.source === other.source && one.paragraph === other.paragraph
    ? (matches[at + step] ?? 0)
    : 0
}

/** Counts the sentences. A list counts as one. */
function lengthOf(chosen: Quotable[]): number {
  return new Set(chosen.map((one) => `${one.source.n} ${one.list ?? one.at}`)).size
}

/**
 * Returns the sentence with those it needs. A sentence that refers to the one before it needs that one. A list item
 * needs the other items, the line that introduces them, and the sentence before that line.
 */
function withSupport(one: Quotable, all: Quotable[]): Quotable[] {
  const before = all.find(
    (other) => other.source === one.source && other.at === (one.list ?? one.at) - 1 && other.paragraph === one.paragraph
  )
  if (one.list !== undefined)
    return [
      ...(before ? withSupport(before, all) : []),
      ...all.filter((other) => other.source === one.source && other.list === one.list)
    ]
  return one.needsContext && before ? [...withSupport(before, all), one] : [one]
}

/**
 * Returns the next sentence if it gives a fact of a kind that is asked for, such as the answer to "how long", and this
 * one doesn't.
 */
function continuation(one: Quotable, all: Quotable[], question: CustomerQuestion): Quotable[] {
  const next = nextSentence(one, all)
  return next && question.kinds.some((kind) => kind.given.test(next.text) && !kind.given.test(one.text)) ? [next] : []
}

/** Returns the sentence that follows in the same paragraph. */
export function nextSentence(one: Quotable, all: Quotable[]): Quotable | undefined {
  return all.find(
    (other) => other.source === one.source && other.at === one.at + 1 && other.paragraph === one.paragraph
  )
}

/** Orders the sentences by the number of their source, and within a source as they are written there. */
function inOrder(chosen: Quotable[]): Quotable[] {
  return [...chosen].sort((a, b) => a.source.n - b.source.n || a.at - b.at)
}

/** Returns the share of the asked weight that the best page mentions. */
function coverage(question: CustomerQuestion, quotable: Quotable[]): number {
  const total = [...question.weights.values()].reduce((sum, weight) => sum + weight, 0) || 1
  const pages = new Map<string, Set<string>>()
  for (const { source, words } of quotable) {
    const page = pages.get(source.id) ?? new Set()
    for (const word of words) page.add(word)
    pages.set(source.id, page)
  }
  return Math.max(
    0,
    ...[...pages.values()].map(
      (words) => [...question.weights].reduce((sum, [word, weight]) => sum + (words.has(word) ? weight : 0), 0) / total
    )
  )
}

/** Returns the sentence that contains most of these words, if it contains at least half of them. */
export function sentenceAbout(quotable: Quotable[], words: string[]): Quotable | undefined {
  const shared = (one: Quotable) => words.filter((word) => one.words.has(word)).length
  const best = quotable.reduce<Quotable | undefined>((a, b) => (!a || shared(b) > shared(a) ? b : a), undefined)
  return best && words.length > 0 && shared(best) * 2 >= words.length ? best : undefined
}
