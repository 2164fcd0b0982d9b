import { bestLabel, type Pair, type PairAnswer } from "./pair-server.ts"

/** Which of a model's labels says that the premise shows the hypothesis, and which that it denies it, if one does. */
export interface PairLabels {
  entailment: string
  contradiction?: string
}

const premise = "The shop opens at nine in the morning and is closed on Sundays."

/** Pairs of which everybody knows the label: shown, denied, neither. They are asked about once, before any ticket's. */
export const KNOWN_PAIRS: readonly Pair[] = [
  { premise, hypothesis: "The shop is closed on Sundays." },
  { premise, hypothesis: "The shop is open on Sundays." },
  { premise, hypothesis: "The owner of the shop has two dogs." }
]

/**
 * Reads from the answer on these pairs what the labels mean: by their names or, where those say nothing (LABEL_0), by
 * which one the model gave to which pair. A model with one score has one label.
 * @returns undefined if the model doesn't tell the shown sentence from the denied one
 */
export function labelsOf({ scores, names }: PairAnswer): PairLabels | undefined {
  const [shown, denied, other] = scores
  if (!shown || !denied || !other) return undefined
  const all = [...shown.keys()]
  const [only] = all
  if (all.length === 1 && only !== undefined)
    return (shown.get(only) ?? 0) > (denied.get(only) ?? 0) ? { entailment: only } : undefined
  const named = (pattern: RegExp) => all.find((label) => pattern.test(names.get(label) ?? label))
  const [best, bestOfDenied, bestOfOther] = [shown, denied, other].map(bestLabel)
  const entailment = named(/^entail/i) ?? best
  if (entailment === undefined || best !== entailment || bestOfDenied === entailment) return undefined
  const contradiction = named(/^contradict/i) ?? (bestOfDenied === bestOfOther ? undefined : bestOfDenied)
  return { entailment, ...(contradiction !== undefined && { contradiction }) }
}
