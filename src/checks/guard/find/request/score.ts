import type { Sentence } from "../../../../text/sentences.ts"
import type { Span } from "./asking.ts"
import { asksForElse, isDenial } from "./honest.ts"
import { signsOf, type Ask, type Signs } from "./signs.ts"

/** Something that nobody may be asked for, with its place in a sentence. */
export interface Thing extends Span {
  /** How certain it is: `SURE` for a password, less for a number that may be anything. */
  weight: number
}

export const SURE = 2
/** From this score on a sentence is a request. */
export const IS_REQUEST = 4

/**
 * Scores the sentences of a draft one after the other: how surely each asks for one of the things named in it or in the
 * two sentences before it. The score is the sum of simple signs: the thing, the words of asking, the distance between
 * them, a pronoun that points back, and what we do with the answer. `asksIn` finds words of asking that only count for
 * this thing.
 */
export function requestScorer(): (sentence: Sentence, things: Thing[], asksIn?: (text: string) => Ask[]) => number {
  let weightsBefore: [last: number, beforeLast: number] = [0, 0]
  return (sentence, things, asksIn = () => []) => {
    const [last, beforeLast] = weightsBefore
    const here = things.slice(0, MOST)
    const most = Math.max(0, ...here.map(({ weight }) => weight))
    weightsBefore = [most > 0 && isDenial(sentence.text) ? most - 0.5 : most, last]
    const before = Math.max(last - 1, beforeLast - 1.5)
    if (here.length === 0 && before <= 0) return 0
    const signs = signsOf(sentence)
    return Math.max(
      0,
      ...[...signs.asks, ...signs.meantOf(asksIn(sentence.text))]
        .slice(0, MOST)
        .flatMap((ask) => [
          ...here.map((thing) => scoreHere(signs, ask, thing)),
          before > 0 ? scoreBefore(signs, ask, before) : 0
        ])
    )
  }
}

function scoreHere(signs: Signs, ask: Ask, thing: Thing): number {
  if (asksForElse(signs.text, ask, thing)) return 0
  if (isOneClause(signs.text, ask, thing)) return basicScore(signs, ask) + thing.weight + 0.5
  const points = pointsBack(signs, ask, POINTS_WITHIN / 2)
  return basicScore(signs, ask) + thing.weight - 0.5 + (points ? 1 : 0)
}

function scoreBefore(signs: Signs, ask: Ask, weight: number): number {
  if (ask.hereOnly || asksForElse(signs.text, ask)) return 0
  return basicScore(signs, ask) + weight + (pointsBack(signs, ask, POINTS_WITHIN) ? 1 : 0)
}

const basicScore = (signs: Signs, ask: Ask) => ask.weight + (signs.hasReason ? 0.5 : 0) - (signs.isForCustomer ? 2 : 0)

const pointsBack = ({ points }: Signs, ask: Ask, before: number) =>
  points.some((point) => point.start < ask.end + POINTS_WITHIN && point.end > ask.start - before)

/** Says whether the thing stands in one clause with the words of asking, or within them. */
function isOneClause(text: string, ask: Ask, thing: Thing): boolean {
  if (ask.start < thing.end && thing.start < ask.end) return true
  const between = text.slice(Math.min(ask.end, thing.end), Math.max(ask.start, thing.start))
  if (between.length >= NEAR) return false
  if (ask.end <= thing.start) return !MARK_AFTER.test(between)
  return !MARK.test(between) && !(AND.test(between) && ENDS_WITH_US.test(text.slice(ask.start, ask.end)))
}

/** The number of words of each kind that are looked at in one sentence. The limit keeps hostile text cheap. */
const MOST = 24
const NEAR = 90
const POINTS_WITHIN = 24
const MARK = /[,;:–。]|(?<!は)、| - /
/** What is asked for may follow a colon. */
const MARK_AFTER = /[,;。]|(?<!は)、/
/** In "Change your password and tell us" something else is to be reported. */
const AND = /(?<!\p{L})(?:and|then|und|dann|et|puis|y|e|luego|depois)(?!\p{L})/iu
const ENDS_WITH_US = /(?:me|us|uns|mir|nous|nos|moi|know|hear|savoir|saber)$/iu
