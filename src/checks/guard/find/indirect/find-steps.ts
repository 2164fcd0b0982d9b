import type { Sentence } from "../../../../text/sentences.ts"
import type { Found } from "../../basis/finding.ts"
import type { Given } from "../../basis/given.ts"
import type { AnySign } from "./requests.ts"
import { hasSign } from "./signs.ts"
import { STEPS, type Step } from "./steps.ts"

/**
 * Finds severe steps that neither the ticket nor the sources take: sentences that stand together, have all signs of a
 * step, and consist mostly of words that nobody used. What a draft has from a source repeats the source's words.
 */
export function findSteps(said: Sentence[], given: Given): Found[] {
  return STEPS.flatMap((step) => {
    const places = placesOf(step, said, given)
    if (places.length === 0 || given.tells("indirect", [step.id])) return []
    if (step.known?.some((sign) => given.tells("sign", [sign]))) return []
    return places.map(({ start, end }): Found => ({ kind: step.kind, start, end }))
  })
}

/** Returns the steps that these sentences of the team take. */
export const stepsIn = (said: Sentence[]): string[] =>
  STEPS.filter((step) => placesOf(step, said).length > 0).map(({ id }) => id)

function placesOf(step: Step, said: Sentence[], given?: Given): Sentence[] {
  const { parts, together = [], unless = [], anyWords = false } = step
  const has = (sentence: Sentence, signs: readonly AnySign[]) => signs.some((sign) => hasSign(sentence, sign, given))
  if (!parts.every((signs) => said.some((sentence) => has(sentence, signs)))) return []
  const isStep = (window: Sentence[]) =>
    parts.every((signs) => window.some((sentence) => has(sentence, signs))) &&
    (together.length === 0 || window.some((sentence) => together.every((part) => has(sentence, parts[part] ?? [])))) &&
    !window.some((sentence) => has(sentence, unless)) &&
    (anyWords || !given || given.newWords(window.map(({ text }) => text).join("\n")) >= NEW)
  const places = new Set<Sentence>()
  said.forEach((_, at) => {
    const window = said.slice(Math.max(0, at - SENTENCES_BEFORE), at + 1)
    if (!isStep(window)) return
    window.filter((sentence) => parts.some((signs) => has(sentence, signs))).forEach((one) => places.add(one))
  })
  return [...places]
}

const SENTENCES_BEFORE = 2
/** The share of words that must be new. Drafts from sources have half as many, and made-up steps seldom less. */
const NEW = 0.6
