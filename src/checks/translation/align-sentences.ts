import { sentences, type Sentence } from "../../text/sentences.ts"

/** Neighbouring sentences of a text and those of its translation that say the same. Either side may be empty. */
export interface AlignedSentences {
  before: Sentence[]
  after: Sentence[]
}

/**
 * Aligns the sentences of a text with those of its translation in order, by their lengths alone: one with one, one with
 * two, two with one, or one with none. After Gale and Church (1993), "A program for aligning sentences in bilingual
 * corpora", with lengths measured against those of the whole texts, so that any two languages can be compared.
 * @param before the text and its language (ISO 639-1), and the same of its translation
 */
export function alignSentences(
  before: { text: string; language: string | null },
  after: { text: string; language: string | null }
): AlignedSentences[] {
  const [said, says] = [sentences(before.text, before.language), sentences(after.text, after.language)]
  if (said.length === says.length && said.length <= 1) return said.length === 0 ? [] : [{ before: said, after: says }]
  const ratio = lengthOf(says) / Math.max(1, lengthOf(said))
  const width = says.length + 1
  const costs = new Float64Array((said.length + 1) * width).fill(Infinity)
  const steps = new Int8Array(costs.length)
  costs[0] = 0
  for (let i = 0; i <= said.length; i++)
    for (let j = 0; j <= says.length; j++)
      for (const [n, { own, other, penalty }] of STEPS.entries()) {
        if (i < own || j < other) continue
        const sides = [lengthOf(said.slice(i - own, i)) * ratio, lengthOf(says.slice(j - other, j))] as const
        const cost = (costs[(i - own) * width + j - other] ?? Infinity) + penalty + distance(...sides)
        if (cost >= (costs[i * width + j] ?? Infinity)) continue
        costs[i * width + j] = cost
        steps[i * width + j] = n
      }
  const aligned: AlignedSentences[] = []
  for (let [i, j] = [said.length, says.length]; i > 0 || j > 0; ) {
    const { own, other } = STEPS[steps[i * width + j] ?? 0] ?? STEPS[0]
    aligned.unshift({ before: said.slice(i - own, i), after: says.slice(j - other, j) })
    i -= own
    j -= other
  }
  return aligned
}

const STEPS = [
  { own: 1, other: 1, penalty: 0 },
  { own: 1, other: 2, penalty: 1.5 },
  { own: 2, other: 1, penalty: 1.5 },
  { own: 1, other: 0, penalty: 4 },
  { own: 0, other: 1, penalty: 4 }
] as const

const lengthOf = (all: readonly Sentence[]): number => all.reduce((sum, { text }) => sum + text.length, 0)
/** In standard deviations, which grow with the root of the length. */
const distance = (own: number, other: number): number => Math.abs(own - other) / Math.sqrt(4 * (own + other + 1))
