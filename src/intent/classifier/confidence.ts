import type { Fitted, ReadExamples } from "./classifier.ts"
import { marginsOf, seeded } from "./linear-svm.ts"
import { vectorOf } from "./vectors.ts"

/** The likeliest intent, how sure it is from 0 to 1, and whether "none of these" is likelier. */
interface Confidence {
  at: number
  confidence: number
  isNone: boolean
}

/**
 * Returns the softmax of the margins times four. Something else than any intent takes part with a margin of
 * 0, the border, so that with few intents a text that is beyond the borders of all isn't taken for the nearest.
 * @param intents how many of the margins are of intents; one behind them is of "none of these"
 */
export function confidenceOf(margins: ArrayLike<number>, intents: number): Confidence {
  let at = 0
  let all = Math.exp(SHARPNESS * ELSEWHERE)
  for (let k = 0; k < margins.length; k++) {
    all += Math.exp(SHARPNESS * (margins[k] ?? 0))
    if (k < intents && (margins[k] ?? 0) > (margins[at] ?? 0)) at = k
  }
  const best = margins[at] ?? 0
  return { at, confidence: Math.exp(SHARPNESS * best) / all, isNone: (margins[intents] ?? -Infinity) > best }
}
const SHARPNESS = 4
const ELSEWHERE = 0

/**
 * Returns the confidence below which nothing is told. A second training leaves out a fifth of the examples; one in a
 * hundred of those that it tells rightly falls below the threshold. So no example of "none of these" is needed.
 */
export function thresholdOf({ examples, names, counting }: ReadExamples, fit: (read: ReadExamples) => Fitted): number {
  const random = seeded(5)
  const parts = Map.groupBy(examples, () => (random() < HELD ? "held" : "kept"))
  const kept = parts.get("kept") ?? []
  if (new Set(kept.flatMap(({ intents }) => intents)).size < 2) return UNTRIED
  const { columns, model, intents } = fit({ examples: kept, names, counting })
  const right = (parts.get("held") ?? [])
    .flatMap(({ intents: own, ...text }) => {
      const { at, confidence } = confidenceOf(
        marginsOf(model, vectorOf(text, columns.rarity, counting, columns.of)),
        intents.length
      )
      return own.includes(intents[at] ?? "") ? [confidence] : []
    })
    .sort((a, b) => a - b)
  return Math.min(MOST, right[Math.floor(REFUSED * right.length)] ?? UNTRIED)
}
const HELD = 0.2
const REFUSED = 0.01
/** With too few examples for a second training. */
const UNTRIED = 0.3
/** Of few examples that are much alike, all that are held out are told for nearly certain, and so may others be. */
const MOST = 0.7
