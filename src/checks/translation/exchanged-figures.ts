import { comparable, type Fact } from "../../text/facts.ts"
import type { FactChange } from "../../ticket/fact-change.ts"
import { figuresOf, kindOf, same } from "../rewrite/changed-figures.ts"
import type { AlignedSentences } from "./align-sentences.ts"
import type { WrittenIn } from "./changed-in-translation.ts"

/**
 * Finds two figures of one kind that a sentence states in another order than its counterpart: "20 EUR by 3 May and
 * 30 EUR by 5 May" with the amounts exchanged. Where its figures of another kind changed their order as well, its parts
 * did, and each kept its own. Japanese turns sentences around, so nothing is compared with it.
 */
export function exchangedFigures(
  { before: said, after: says }: AlignedSentences,
  before: WrittenIn,
  after: WrittenIn
): FactChange[] {
  const [own, more] = said
  const [other, others] = says
  if (!own || !other || more || others || [before.language, after.language].includes("ja")) return []
  const pairs = pairsOf(factsIn(own, before.language), factsIn(other, after.language))
  const neighbours = pairs.flatMap((one, at) => {
    const next = pairs.slice(at + 1).find((each) => isOfKind(one, each))
    return next ? [{ one, next, isTurned: one.after.start > next.after.start }] : []
  })
  const turned = neighbours.filter(({ isTurned }) => isTurned)
  const [first] = turned
  if (!first || turned.some(({ one }) => !comparable(one.before, first.one.before))) return []
  return [{ kind: kindOf(first.one.before), before: spanOf(first.one.before), after: spanOf(first.next.after) }]
}

/** A figure in both sentences. */
interface Pair {
  before: Fact
  after: Fact
}

/** Pairs the figures that each sentence states once. */
const pairsOf = (own: readonly Fact[], other: readonly Fact[]): Pair[] =>
  own.flatMap((fact) => {
    const [there, ...more] = other.filter((one) => same(one, fact))
    if (!there || more.length > 0 || own.some((one) => one !== fact && (same(one, fact) || same(one, there)))) return []
    return [{ before: fact, after: there }]
  })

const isOfKind = (a: Pair, b: Pair): boolean => comparable(a.before, b.before) && comparable(a.after, b.after)

function factsIn({ start, text }: { start: number; text: string }, language: string | null): Fact[] {
  return figuresOf(text, language)
    .map((fact) => ({ ...fact, start: fact.start + start, end: fact.end + start }))
    .sort((a, b) => a.start - b.start)
}

const spanOf = ({ start, end }: Fact) => ({ start, end })
