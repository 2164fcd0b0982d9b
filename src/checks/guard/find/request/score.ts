import type { Sentence } from "../../../../text/sentences.ts"
import { asksForElse } from "./honest.ts"
import { signsOf, type Ask, type Signs } from "./signs.ts"
import type { Span } from "../asking.ts"

/** Something that nobody may be asked for, at its place in a sentence. */
export interface Thing extends Span {
  /** How surely it is one: 2 for a password, 1 for a number that may be anything. */
  weight: number
}

/**
 * How surely each sentence asks for one of the things named in it or in the two before it. A request is the sum of
 * plain signs: the thing, the words of asking, how near they stand, a pronoun that points back, and what we do with it.
 */
export function requestScores(
  said: Sentence[],
  thingsIn: (text: string) => Thing[],
  asksFor: (text: string) => Ask[] = () => []
): number[] {
  const things = said.map(({ text }) => thingsIn(text))
  return said.map((sentence, at) => {
    const before = [1, 2].flatMap((back) => (things[at - back] ?? []).map(({ weight }) => weight - back))
    const here = things[at] ?? []
    if (here.length === 0 && before.length === 0) return 0
    const signs = signsOf(sentence)
    const asks = [...signs.asks, ...signs.refuseNone(asksFor(sentence.text))]
    return Math.max(0, ...asks.flatMap((ask) => [
      ...here.map((thing) => scoreHere(signs, ask, thing)),
      ...before.map((weight) => scoreBefore(signs, ask, weight))
    ]))
  })
}

/** From this score on a sentence is a request. */
export const IS_REQUEST = 4

function scoreHere(signs: Signs, ask: Ask, thing: Thing): number {
  if (asksForElse(signs.text, ask, thing)) return 0
  const between = signs.text.slice(Math.min(ask.end, thing.end), Math.max(ask.start, thing.start))
  const isJoined = thing.end <= ask.start && AND.test(between) && TO_US.test(signs.text.slice(ask.start, ask.end))
  const isSameClause = ask.start < thing.end && thing.start < ask.end || (!isJoined && between.length < NEAR && !(ask.end <= thing.start ? CLAUSE_AFTER : CLAUSE).test(between))
  const points = !isSameClause && signs.points.some((point) => point.start < ask.end + 24 && point.end > ask.start - 12)
  return sum(signs, ask) + thing.weight + (isSameClause ? 0.5 : -0.5) + (points ? 1 : 0)
}

function scoreBefore(signs: Signs, ask: Ask, weight: number): number {
  if (ask.hereOnly || asksForElse(signs.text, ask)) return 0
  const points = signs.points.some((point) => point.start < ask.end + 24 && point.end > ask.start - 24)
  return sum(signs, ask) + weight + (points ? 1 : 0)
}

const sum = (signs: Signs, ask: Ask) => ask.weight + (signs.hasReason ? 0.5 : 0) - (signs.isOwn ? 2 : 0)

const TO_US = /(?:me|us|uns|mir|nous|nos|moi)$/iu
/** "Change your password and tell us." */
const AND = /(?<!\p{L})(?:and|then|und|dann|et|puis|y|e|luego|depois)(?!\p{L})/iu
const NEAR = 90
const CLAUSE = /[,;:–。]|(?<!は)、| - /
/** What is asked for may be told behind a colon. */
const CLAUSE_AFTER = /[,;。]|(?<!は)、/
