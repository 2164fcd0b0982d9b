import type { CustomerQuestion } from "./offline-question.ts"
import type { Quotable } from "./offline-quotable.ts"

export interface Choice {
  sentences: Quotable[]
  /** 0 to 1: how much of what was asked, by the weight of its words, the best source speaks of. */
  covered: number
}

export interface Wishes {
  /** Sentences at most. */
  most: number
  /** Stems that may not be in the letter. */
  without: string[][]
}

/**
 * Takes the sentences that answer. A sentence counts for the asked words in it (and a little for those around it and above it),
 * for giving a fact of the kind that is asked for, and for the rank of its page; words that are said already count less.
 */
export function choose(question: CustomerQuestion, quotable: Quotable[], wishes: Wishes): Choice {
  const allowed = quotable.filter((one) => !wishes.without.some((words) => words.length > 0 && words.every((word) => one.words.has(word))))
  const top = Math.max(0, ...allowed.map((one) => one.source.score)) || 1
  const own = (one: Quotable, said: Set<string>) => match(one, question, said) * kindFactor(one, question) * (one.source.score / top) ** RANK
  const chosen: Quotable[] = []
  const said = new Set<string>()
  let best = 0
  while (chosen.length < wishes.most) {
    const scores = allowed.map((one) => own(one, said))
    const scored = allowed.map((one, at) => ({
      one,
      score: (scores[at] ?? 0) + AROUND * (near(allowed, scores, at, -1) + near(allowed, scores, at, 1))
    }))
    const next = scored.filter(({ one }) => !chosen.includes(one)).sort((a, b) => b.score - a.score)[0]
    if (!next || next.score <= 0 || next.score < best * LEAST) break
    best ||= next.score
    const taken = withSupport(next.one, allowed).filter((one) => !chosen.includes(one))
    if (chosen.length && chosen.length + taken.length > wishes.most) break
    chosen.push(...taken)
    for (const one of taken) for (const word of one.words) said.add(word)
  }
  return { sentences: inOrder(chosen), covered: coverage(question, quotable) }
}

const RANK = 1.5
const AROUND = 0.25
const LEAST = 0.4
const SAID = 0.35
const FACT = 1.35

function match(one: Quotable, question: CustomerQuestion, said: Set<string>): number {
  let sum = 0
  for (const word of one.words) sum += (question.weights.get(word) ?? 0) * (said.has(word) ? SAID : 1)
  return sum / (0.6 + (0.4 * one.words.size) / 9)
}

function kindFactor(one: Quotable, question: CustomerQuestion): number {
  return question.kinds.some((kind) => kind.given.test(one.text)) ? FACT : 1
}

/** Score of the neighbour in the same paragraph. */
function near(all: Quotable[], scores: number[], at: number, step: 1 | -1): number {
  const [one, other] = [all[at], all[at + step]]
  return one && other && one.source === other.source && one.paragraph === other.paragraph ? (scores[at + step] ?? 0) : 0
}

/** A sentence that leans on the one before it brings that along. */
function withSupport(one: Quotable, all: Quotable[]): Quotable[] {
  const before = all.find((other) => other.source === one.source && other.at === one.at - 1 && other.paragraph === one.paragraph)
  return one.leans && before ? [...withSupport(before, all), one] : [one]
}

/** Pages in the order of their first choice by rank, sentences as they stand there. */
function inOrder(chosen: Quotable[]): Quotable[] {
  return [...chosen].sort((a, b) => a.source.n - b.source.n || a.at - b.at)
}

/** Share of the asked weight that the best page speaks of. */
function coverage(question: CustomerQuestion, quotable: Quotable[]): number {
  const total = [...question.weights.values()].reduce((sum, weight) => sum + weight, 0) || 1
  const pages = new Map<string, Set<string>>()
  for (const { source, words } of quotable) {
    const page = pages.get(source.id) ?? new Set()
    for (const word of words) page.add(word)
    pages.set(source.id, page)
  }
  return Math.max(0, ...[...pages.values()].map((words) => [...question.weights].reduce((sum, [word, weight]) => sum + (words.has(word) ? weight : 0), 0) / total))
}

/** The sentence that speaks of most of these words, if one speaks of at least half of them. */
export function mentions(quotable: Quotable[], words: string[]): Quotable | undefined {
  const shared = (one: Quotable) => words.filter((word) => one.words.has(word)).length
  const best = quotable.reduce<Quotable | undefined>((a, b) => (!a || shared(b) > shared(a) ? b : a), undefined)
  return best && words.length > 0 && shared(best) * 2 >= words.length ? best : undefined
}
