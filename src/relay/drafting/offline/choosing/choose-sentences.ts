import type { Source } from "../../../../ticket/draft.ts"
import { MARK, type CustomerQuestion } from "../reading/customer-question.ts"
import type { Quotable } from "../reading/quotable.ts"
import { pageWeights, scoreSentences, type ScoredSentence } from "./score-sentences.ts"
import { tableRow } from "../reading/table-row.ts"

export interface SentenceChoice {
  /** The chosen sentences: pages by rank, sentences in the page's order. */
  sentences: Quotable[]
  /** 0 to 1: how much of what was asked, by the weight of its words, the best source speaks of. */
  covered: number
  /** 0 to 1: how much of what was asked, by the weight of its words, the chosen sentences say. */
  said: number
}

export interface ChoiceOptions {
  /** How many words of quotation the draft may have. The first sentence, with its list, may have more. */
  budget: number
  /** Nothing is added to what answers. */
  short?: boolean
  /** A draft that was wished for long may take a second page for one question. */
  long?: boolean
  /** Stems that may not be in the draft. */
  without: string[][]
  /** How a sentence says what the team needs from the customer. */
  needed: RegExp
  /** Returns whether the customer needn't be told a sentence. */
  known?: (one: Quotable) => boolean
  /** Returns whether a known sentence may still be said because another leans on it. */
  mayRepeat?: (one: Quotable) => boolean
  /** The sentence for the customer's case by each one for another: it counts as much as that one would. */
  instead?: ReadonlyMap<Quotable, Quotable>
}

/**
 * Chooses the sentences that answer. One question is answered from one page, and of several questions each from the page
 * that speaks of it: on tickets of four invented companies, all second pages in seven letters to a single sentence that
 * asks were wrong; of the second pages in 17 letters to several, those that clearly speak more of one of the questions
 * were right in five of 11, and of the other six one was. Two questions in one sentence were about one thing.
 */
export function chooseSentences(
  question: CustomerQuestion,
  quotable: Quotable[],
  options: ChoiceOptions
): SentenceChoice {
  const choice = chooseFromPages(question, quotable, options)
  const main = mainPage(choice.sentences)
  if (!main || options.long === true) return choice
  const answering = new Set([main, ...(question.asks.length > 1 ? pagesForAsks(question, choice.sentences, main) : [])])
  if (choice.sentences.every(({ source }) => answering.has(source))) return choice
  const own = quotable.filter(({ source }) => answering.has(source))
  return { ...chooseFromPages(question, own, options), covered: choice.covered }
}

/** Returns the pages of which a chosen sentence speaks clearly more of one of the questions than any of the main page. */
function pagesForAsks({ topics, weights }: CustomerQuestion, chosen: Quotable[], main: Source): Source[] {
  return topics.flatMap((topic) => {
    const shared = ({ words }: Quotable) =>
      [...words.intersection(topic)].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
    const ofMain = Math.max(0, ...chosen.filter(({ source }) => source === main).map(shared))
    return chosen.filter((one) => shared(one) > ofMain * CLEARLY).map(({ source }) => source)
  })
}

/** How much more of a question another page must hold than the main one. Anything from 1.1 to 1.4 chooses alike. */
const CLEARLY = 1.25

/**
 * Takes the sentences that answer, best first, until the budget of words is used up; a shorter sentence may still fit
 * where a longer one doesn't. Words that the draft has said already count less. A second page is used only if the
 * retriever found it nearly as good as the first.
 */
function chooseFromPages(question: CustomerQuestion, quotable: Quotable[], options: ChoiceOptions): SentenceChoice {
  const near = toThePoint(question, nearlyAsGood(quotable))
  const wanted = near.filter((one) => !isLeftOut(one, options))
  const allowed = wanted.filter((one) => options.known?.(one) !== true)
  const supports = wanted.filter((one) => allowed.includes(one) || options.mayRepeat?.(one) === true)
  // What the customer needn't be told makes a page no less likely to answer.
  const pages = pageWeights(question, near)
  const lifted = options.instead?.size
    ? liftedScores(scoreSentences(question, near, options.needed, { pages }), options.instead)
    : new Map<Quotable, number>()
  const scoredIn = (pool: Quotable[], said?: ReadonlySet<string>) =>
    scoreSentences(question, pool, options.needed, { said, pages })
      .filter(({ one }) => allowed.includes(one))
      .map(({ one, score }) => ({ one, score: Math.max(score, lifted.get(one) ?? 0) }))
      .sort((a, b) => b.score - a.score)
  // If no sentence that is left shares a word with the question, those beside the ones left out go on from them.
  const pool = scoredIn(allowed).some(({ score }) => score > 0) ? allowed : near
  const chosen: Quotable[] = []
  const said = new Set<string>()
  const missing = (ones: Quotable[]) => [...new Set(ones)].filter((one) => !chosen.includes(one))
  const fits = (ones: Quotable[]) => wordsIn([...chosen, ...missing(ones)]) <= options.budget
  const take = (ones: Quotable[]) => {
    for (const one of missing(ones)) {
      chosen.push(one)
      for (const word of one.words) said.add(word)
    }
  }
  let best = 0
  for (;;) {
    const scored = scoredIn(pool, said).filter(({ one }) => !chosen.includes(one))
    best ||= scored[0]?.score ?? 0
    const next = scored
      .filter(({ score }) => score > 0 && score >= best * MIN_SHARE)
      .find(({ one }) => chosen.length === 0 || fits(withSupport(one, supports)))
    if (!next) break
    take(withSupport(next.one, supports))
    const further = continuation(next.one, allowed, question).flatMap((one) => withSupport(one, supports))
    if (fits(further)) take(further)
  }
  if (!options.short) {
    const supported = (ones: Quotable[]) => ones.flatMap((one) => withSupport(one, supports))
    take(supported(askedNext(chosen, allowed, question, options.needed)))
    const needed = supported(neededOfMainPage(chosen, allowed, question, options.needed, best))
    take(needed)
    if (needed.length > 0) take(supported(askedNext(chosen, allowed, question, options.needed)))
  }
  const sentences = inOrder(
    chosen.filter((one) => !isOpening(one, chosen) && !isRemnant(one, chosen) && !isEmptyList(one, chosen))
  )
  return { sentences, covered: coverage(question, quotable), said: shareOf(question, wordsOf(sentences)) }
}

/** Returns the score that a sentence for the customer's case has from one beside it that is for another case. */
function liftedScores(scored: ScoredSentence[], instead: ReadonlyMap<Quotable, Quotable>): Map<Quotable, number> {
  const lifted = new Map<Quotable, number>()
  for (const { one, score } of scored) {
    const applies = instead.get(one)
    if (applies) lifted.set(applies, Math.max(score, lifted.get(applies) ?? 0))
  }
  return lifted
}

/** Chooses from each page by itself. The pages were chosen by hand, so none has to give way to a better one. */
export function chooseFromEachPage(
  question: CustomerQuestion,
  quotable: Quotable[],
  options: ChoiceOptions
): SentenceChoice {
  const pages = [...Map.groupBy(quotable, ({ source }) => source).values()]
  const choices = pages.map((own) =>
    chooseSentences(question, own, { ...options, budget: Math.ceil(options.budget / pages.length) })
  )
  return {
    sentences: choices.flatMap(({ sentences }) => sentences),
    covered: Math.max(0, ...choices.map(({ covered }) => covered)),
    said: Math.max(0, ...choices.map(({ said }) => said))
  }
}

/** A sentence that scores less than this share of the best one isn't taken, even if there is room. */
const MIN_SHARE = 0.2
/** The share of the first page's score that another page needs. Leave-one-company-out chose 0.65 to 0.76 in each fold. */
const NEARLY = 0.75
/** The share of the best score from which the main page's sentence about what is needed is added. */
const MIN_SHARE_NEEDED = 0.15

function isLeftOut({ words }: Quotable, { without }: ChoiceOptions): boolean {
  return without.some((out) => out.length > 0 && out.every((word) => words.has(word)))
}

/** Leaves only sentences of pages that the retriever found nearly as good as the first. */
function nearlyAsGood(quotable: Quotable[]): Quotable[] {
  const most = Math.max(0, ...quotable.map(({ source }) => source.score))
  return quotable.filter(({ source }) => source.score >= most * NEARLY)
}

/**
 * Returns what the page goes on to ask of the customer, if the draft doesn't ask for anything yet. Otherwise the
 * customer would write once more before anything can be done. It is one sentence, right after a chosen one of the page
 * that carries the draft, and the sentence after it if that gives what was asked.
 */
function askedNext(chosen: Quotable[], all: Quotable[], question: CustomerQuestion, needed: RegExp): Quotable[] {
  const own = chosen.filter((one) => one.source === chosen[0]?.source)
  const asking =
    own.findLast((one) => needed.test(one.text)) ??
    own.map((one) => nextSentence(one, all)).find((one) => one !== undefined && needed.test(one.text))
  const then = asking && nextSentence(asking, all)
  const answers = then && question.kinds.some((kind) => kind.given.test(then.text))
  return [...(asking ? [asking] : []), ...(then && answers ? [then] : [])]
}

/** Returns the main page's best sentence about what the team needs, wherever it is, if none is in the draft. */
function neededOfMainPage(
  chosen: Quotable[],
  all: Quotable[],
  question: CustomerQuestion,
  needed: RegExp,
  best: number
): Quotable[] {
  if (chosen.some((one) => needed.test(one.text))) return []
  const main = mainPage(chosen)
  const asking = scoreSentences(question, all, needed).find(({ one }) => one.source === main && needed.test(one.text))
  return asking && asking.score >= best * MIN_SHARE_NEEDED ? [asking.one] : []
}

/** Returns the page of which most sentences were chosen; of several, the one that was found first. */
export function mainPage(chosen: Quotable[]): Source | undefined {
  const times = Map.groupBy(chosen, ({ source }) => source)
  return [...times].sort(([a, x], [b, y]) => y.length - x.length || b.score - a.score)[0]?.[0]
}

/** A question as the page's heading ("Charged twice?") says nothing if its answer wasn't taken. */
function isOpening(one: Quotable, chosen: Quotable[]): boolean {
  return MARK.test(one.text) && !nextSentence(one, chosen)
}

/** A line that leads to a list says nothing if no item of the list is left. */
function isEmptyList(one: Quotable, chosen: Quotable[]): boolean {
  return (
    one.list === one.at &&
    !chosen.some((other) => other !== one && other.source === one.source && other.list === one.at)
  )
}

/** A few words that go on from a sentence which wasn't taken ("We haven't got it.") say nothing alone. */
function isRemnant(one: Quotable, chosen: Quotable[]): boolean {
  return (
    one.words.size < MIN_WORDS_ALONE &&
    one.goesOn &&
    !one.isListItem &&
    !chosen.some((other) => other.source === one.source && other.at === one.at - 1)
  )
}

const MIN_WORDS_ALONE = 3

/** Counts words. Japanese has no spaces, and a word takes about 2.2 characters there. */
export function wordsIn(sentences: Quotable[]): number {
  return sentences.reduce(
    (sum, { text }) =>
      sum +
      (/[\p{Script=Han}\p{Script=Hiragana}]/u.test(text) ? Math.ceil(text.length / 2.2) : text.split(/\s+/).length),
    0
  )
}

/**
 * Returns a sentence with what it can't stand without: the sentence before it if it leans on that, and for a list item
 * the list's other items, the line that leads to them, and what that line leans on.
 */
export function withSupport(one: Quotable, all: Quotable[]): Quotable[] {
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

/** Returns the next sentence if it gives a fact of a kind that is asked for, such as the answer to "how long". */
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

/** Returns pages by rank, with the sentences in the page's order. */
export function inOrder(chosen: Quotable[]): Quotable[] {
  return [...chosen].sort((a, b) => a.source.n - b.source.n || a.at - b.at)
}

/** Returns the share of the asked weight that the best page speaks of. */
function coverage(question: CustomerQuestion, quotable: Quotable[]): number {
  const pages = [...Map.groupBy(quotable, ({ source }) => source.id).values()]
  return Math.max(0, ...pages.map((own) => shareOf(question, wordsOf(own))))
}

const wordsOf = (sentences: Quotable[]): Set<string> => new Set(sentences.flatMap(({ words }) => [...words]))

/** Returns the share of the asked weight that these words have. */
function shareOf({ weights }: CustomerQuestion, words: ReadonlySet<string>): number {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1
  return [...weights].reduce((sum, [word, weight]) => sum + (words.has(word) ? weight : 0), 0) / total
}

/**
 * Leaves the sections of pages that may answer. One that matches less than half as well as its page's best counts only
 * if a sentence of it speaks of what is asked, or a row of a table of the customer's case: "How long until it is gone?"
 * isn't answered by when a transfer is due, though that is a time as well. A page without headings is one section.
 */
export function toThePoint(question: CustomerQuestion, quotable: Quotable[]): Quotable[] {
  if (question.asks.length === 0) return quotable
  return [...Map.groupBy(quotable, ({ source }) => source).values()].flatMap((page) => {
    const sections = [...Map.groupBy(page, ({ section }) => section).values()].map((own) => ({
      own,
      match: matchOf(own, question)
    }))
    const best = Math.max(...sections.map(({ match }) => match))
    return sections.flatMap(({ own, match }) =>
      match >= best * HALF || own.some((one) => isMeant(one, question)) ? own : []
    )
  })
}

const HALF = 0.5

const isMeant = (one: Quotable, { asks, weights }: CustomerQuestion): boolean =>
  asks.some((ask) => !one.words.isDisjointFrom(ask)) ||
  (tableRow(one.text) !== undefined && [...one.words].some((word) => weights.has(word)))

/** Returns the weight of the asked words that a section holds. */
function matchOf(section: Quotable[], { weights }: CustomerQuestion): number {
  const words = new Set(section.flatMap((one) => [...one.words]))
  return [...words].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
}
