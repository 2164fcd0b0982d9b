import { Knowledge, LISTED, type Lists } from "../../src/masking/names/knowledge.ts"
import { hashOf } from "../../src/text/hash.ts"
import type { Weights } from "../../src/masking/names/score.ts"
import { fitKinds, fitPersonal, packed } from "./fit.ts"
import type { Sources } from "./lists.ts"
import { Random } from "./random.ts"
import { addRow, filledRows, noExamples, plainRows, recased, type Examples, type Row } from "./rows.ts"

/** This is the number of made-up messages for each language. */
const FILLED: Record<(typeof LISTED)[number], number> = { en: 6500, de: 3400, fr: 3000, es: 3000, pt: 3000 }
/** This is how often each sentence without a name is used. English has half as many of them as the others. */
const PLAIN: Record<(typeof LISTED)[number], number> = { en: 2, de: 1, fr: 1, es: 1, pt: 1 }
const CASES = ["lower", "sentence", "upper"] as const

/**
 * Trains weights from labelled rows, of which there may be none, and made-up ones. In each of two halves, the lists of
 * names lack the other half of their words.
 */
export function train(labelled: readonly Row[], sources: Sources, lists: Lists, seed = 7): Weights {
  const random = new Random(seed)
  const halves = [0, 1].map((half) => new Knowledge(lists, (word) => (hashOf(word) & 1) === half))
  const whole = new Knowledge(lists)
  const examples = noExamples()
  const add = (row: Row, weight: number) =>
    addRow(row, random.chance(0.3) ? whole : (halves[random.below(2)] ?? whole), weight, examples)
  for (const row of labelled) {
    add(row, 1)
    for (const how of CASES) add(recased(row, how), how === "lower" ? 0.3 : 0.2)
  }
  for (const language of LISTED) {
    addMadeUp(filledRows(language, FILLED[language], sources, random), random, add)
    addMadeUp(plainRows(language, PLAIN[language], sources, random), random, add)
  }
  addMadeUp(filledRows("en-prose", 2400, sources, random), random, add)
  addMadeUp(plainRows("en-prose", 2, sources, random), random, add)
  return weightsOf(examples, random)
}

function addMadeUp(rows: Row[], random: Random, add: (row: Row, weight: number) => void) {
  for (const row of rows) {
    add(row, 0.4)
    const r = random.next()
    if (r < 0.35) add(recased(row, "lower"), 0.3)
    else if (r < 0.55) add(recased(row, "sentence"), 0.2)
    else if (r < 0.7) add(recased(row, "upper"), 0.15)
  }
}

function weightsOf(examples: Examples, random: Random): Weights {
  const personal = packed(fitPersonal(examples, random))
  return { personal: personal.bytes, scale: personal.scale, kinds: packed(fitKinds(examples, random)).bytes }
}
