import type { Wish } from "../../../../text/wishes.ts"
import type { UndoneWish } from "../../../../ticket/draft.ts"
import { isCourtesy } from "../../../../checks/courtesy.ts"
import { paragraphsOf } from "../choosing/asks.ts"
import { wordsIn } from "../choosing/choose-sentences.ts"
import type { CustomerQuestion } from "../reading/customer-question.ts"
import { waysToSettle } from "../reading/customer-knows.ts"
import { denies } from "../reading/denies.ts"
import type { Quotable } from "../reading/quotable.ts"

/** Sentences as the agent wants them, and what of the wishes can't be done. */
export interface WishedText {
  sentences: Quotable[]
  notDone: UndoneWish[]
}

/** How much longer the letter is wished, in steps; below 0 shorter. A later wish takes nothing back of an earlier one. */
export const lengthWished = (wishes: Wish[]): number =>
  wishes.reduce((sum, { kind }) => sum + (kind === "longer" ? 1 : kind === "shorter" ? -1 : 0), 0)

/**
 * Leaves out the sentences and lists that say least of what was asked, so that a shorter letter still answers. The first
 * sentence that gives a fact that was asked for, what grants the way that the customer asked for, and an apology go at
 * the second wish at the earliest.
 */
export function shorten(
  sentences: Quotable[],
  question: CustomerQuestion,
  { wishes, language }: { wishes: Wish[]; language: string }
): WishedText {
  const times = -lengthWished(wishes)
  const last = wishes.findLast(({ kind }) => kind === "shorter")
  if (times <= 0 || !last) return { sentences, notDone: [] }
  const atStep = (step: number) => cutTo(sentences, question, language, step)
  const shorter = atStep(times)
  const isSame = shorter.length === atStep(times - 1).length
  return { sentences: shorter, notDone: isSame ? [{ part: last.part, why: "no-shorter" }] : [] }
}

function cutTo(sentences: Quotable[], question: CustomerQuestion, language: string, step: number): Quotable[] {
  if (step === 0) return sentences
  const most = wordsIn(sentences) * (SHARES[Math.min(step, SHARES.length) - 1] ?? 1)
  const cutKeeping = (isKept: (part: Quotable[], rest: Quotable[]) => boolean) => {
    let rest = sentences
    while (wordsIn(rest) > most) {
      const part = leastUseful(rest, question, isKept)
      if (!part) break
      rest = rest.filter((one) => !part.includes(one))
    }
    return rest
  }
  if (step > 1) return cutKeeping(() => false)
  const isAnswer = (part: Quotable[], rest: Quotable[]) => answersAsk(part, rest, question, language)
  const careful = cutKeeping((part, rest) => isAnswer(part, rest) || givesFirst(part, rest, question))
  if (careful.length < sentences.length) return careful
  return cutKeeping((part, rest) => isAnswer(part, rest) || weightOf(part, rest, question) > 0)
}

/** The share of its words that a letter has after each wish. */
const SHARES = [0.65, 0.4]

function leastUseful(
  sentences: Quotable[],
  question: CustomerQuestion,
  isKept: (part: Quotable[], sentences: Quotable[]) => boolean
): Quotable[] | undefined {
  return paragraphsOf(sentences)
    .flatMap(partsToCut)
    .filter((part) => part.length < sentences.length && !isKept(part, sentences))
    .map((part) => ({ part, weight: weightOf(part, sentences, question) }))
    .reverse()
    .sort((a, b) => a.weight - b.weight)[0]?.part
}

/**
 * Returns what can be left out of a paragraph: a whole list below its line, any item, the only sentence, or one behind
 * the first on which the next doesn't lean.
 */
function partsToCut(paragraph: Quotable[]): Quotable[][] {
  const end = paragraph.at(-1)
  if (end?.list !== undefined) return [paragraph.filter(({ list }) => list === end.list)]
  const items = paragraph.filter(({ inItem, goesOn }) => inItem && !goesOn)
  if (items.length > 0) return items.map((item) => [item, ...followersOf(item, paragraph)])
  const free = paragraph.filter((_, at) => paragraph[at + 1]?.needsContext !== true)
  return (paragraph.length === 1 ? free : free.filter((one) => one !== paragraph[0])).map((one) => [one])
}

function followersOf(item: Quotable, paragraph: Quotable[]): Quotable[] {
  const behind = paragraph.slice(paragraph.indexOf(item) + 1)
  const next = behind.findIndex(({ goesOn }) => !goesOn)
  return next < 0 ? behind : behind.slice(0, next)
}

/** Returns whether only this part speaks of an ask or grants the wanted way, or whether it is an apology. */
function answersAsk(part: Quotable[], sentences: Quotable[], question: CustomerQuestion, language: string): boolean {
  const rest = sentences.filter((one) => !part.includes(one))
  const ways = waysToSettle(language).filter((way) => way.test(question.text))
  return (
    question.asks.some((ask) => speakOf(ask, part, question) >= HALF && speakOf(ask, rest, question) < HALF) ||
    part.some(({ text }) => ways.some((way) => way.test(text)) && !denies(text, language)) ||
    part.some(({ text }) => isCourtesy(text, language))
  )
}

/** Returns whether this part is the first of the letter that gives a fact of an asked kind. */
function givesFirst(part: Quotable[], sentences: Quotable[], { kinds }: CustomerQuestion): boolean {
  return kinds.some(({ given }) => part.some((one) => one === sentences.find(({ text }) => given.test(text))))
}

/** Returns the share of an ask's weight that sentences hold. */
function speakOf(ask: ReadonlySet<string>, sentences: Quotable[], { weights }: CustomerQuestion): number {
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
  const words = new Set(sentences.flatMap((one) => [...one.words]))
  return weigh(ask.intersection(words)) / (weigh(ask) || 1)
}

const HALF = 0.5

/** Returns the weight of the asked words that only these sentences of the letter hold. */
function weightOf(part: Quotable[], sentences: Quotable[], { weights }: CustomerQuestion): number {
  const rest = new Set(sentences.filter((one) => !part.includes(one)).flatMap((one) => [...one.words]))
  const words = new Set(part.flatMap((one) => [...one.words]))
  return [...words.difference(rest)].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
}
