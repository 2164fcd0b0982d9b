import type { IntentClassifier, ReadExample } from "./classifier.ts"
import { marginsOf, seeded } from "./linear-svm.ts"
import { vectorOf } from "./vectors.ts"

/** The likeliest intent, how sure it is from 0 to 1, and whether "none of these" is likelier. */
interface Confidence {
  at: number
  confidence: number
  isNone: boolean
}

/**
 * Returns the softmax of the margins times four. Something else than any intent takes part with a margin that
 * never changes, so that with few intents a text that is far from all of them isn't taken for the nearest.
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
const ELSEWHERE = -0.5

type Fitted = Omit<IntentClassifier, "threshold">

/**
 * Returns the confidence below which nothing is told. A second training leaves out a quarter of the intents, as the
 * questions are missing that nobody has foreseen, and a fifth of the other examples. Of these, one in a hundred that is
 * told rightly falls below the threshold. So no example of "none of these" is needed.
 */
export function thresholdOf(
  examples: readonly ReadExample[],
  intents: readonly string[],
  fit: (examples: readonly ReadExample[]) => Fitted
): number {
  const random = seeded(5)
  const leftOut = new Set(intents.filter(() => random() < LEFT_OUT))
  const others = examples.filter((one) => !one.intents.some((intent) => leftOut.has(intent)))
  const parts = Map.groupBy(others, () => (random() < HELD ? "held" : "kept"))
  const kept = parts.get("kept") ?? []
  if (new Set(kept.flatMap((one) => one.intents)).size < 2) return LEAST
  const { vocabulary, model, intents: known } = fit(kept)
  const right = (parts.get("held") ?? [])
    .flatMap(({ intents: own, features }) => {
      const { at, confidence } = confidenceOf(marginsOf(model, vectorOf(features, vocabulary)), known.length)
      return own.includes(known[at] ?? "") ? [confidence] : []
    })
    .sort((a, b) => a - b)
  return Math.max(LEAST, right[Math.floor(REFUSED * right.length)] ?? LEAST)
}
const LEFT_OUT = 0.25
const HELD = 0.2
const REFUSED = 0.01
/** With too few examples for a second training, and at the least. */
const LEAST = 0.15
