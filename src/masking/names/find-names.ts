import { addressesIn } from "./address.ts"
import { isCueAt, isModelNumber, isSurelyNoName } from "./context.ts"
import { isRare, SURE } from "./cuts.ts"
import { Decision, type NameOptions } from "./decision.ts"
import { CLASS, type Knowledge } from "./knowledge.ts"
import { languageBit } from "./language.ts"
import { readingOf, type Reading } from "./reading.ts"
import { KINDS, scoresOf, type NameKind, type Scores, type Weights } from "./score.ts"
import { isCapital, type Token } from "./tokens.ts"

export interface NameModel {
  knowledge: Knowledge
  weights: Weights
}

export interface NameSpan {
  start: number
  end: number
  type: NameKind
  /** It is surely a name, so the same word is masked elsewhere, too. */
  sure: boolean
}

/**
 * Finds names of people, places and organisations, and postal addresses, in running text. Words are scored, and the
 * masked ones are joined to whole names. A trial showed that this finds more than rules with lists of names;
 * docs/privacy.md says how much it finds.
 * @param taken by word: 0 is free, 1 is a fact that stays, from 2 on it is masked already (by kind)
 */
export function findNames(
  tokens: readonly Token[],
  taken: Uint8Array,
  { knowledge, weights }: NameModel,
  options: NameOptions
): NameSpan[] {
  const address = addressesIn(tokens, knowledge)
  options.placed?.forEach((placed, i) => {
    if (placed) address[i] = 1
  })
  const language = languageBit(tokens, knowledge, options.locale)
  const reading = readingOf(tokens, knowledge, address, taken, language, options.other)
  const scores = scoresOf(reading, weights)
  options.scoreOthers?.(reading, scores)
  const masked = new Decision(reading, scores, options).masked()
  return spansOf(reading, scores, masked, options.named)
}

function spansOf(
  reading: Reading,
  { chance, kinds }: Scores,
  masked: Uint8Array,
  named: Uint8Array | undefined
): NameSpan[] {
  const { tokens, known } = reading
  const spans: NameSpan[] = []
  const single: (string | undefined)[] = []
  const things = new Set<string>()
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i]
    if (!masked[i] || !first) continue
    const inAddress = reading.address[i]
    let end = i
    // Behind "Berg." a new sentence may begin with "Kundennr.".
    while (
      masked[end + 1] &&
      reading.address[end + 1] === inAddress &&
      !(tokens[end + 1]?.begins && isCueAt(reading, end + 1)) &&
      goesOn(tokens[end + 1]?.gap ?? "", inAddress === 1)
    )
      end++
    const sums = KINDS.map((_, kind) => {
      let sum = 0
      for (let k = i; k <= end; k++) sum += kinds[k * KINDS.length + kind] ?? 0
      return sum
    })
    const isNamed = named?.subarray(i, end + 1).includes(1) === true
    const type = isNamed ? "PERSON" : inAddress ? "ADDRESS" : (KINDS[sums.indexOf(Math.max(...sums))] ?? "PERSON")
    if (type === "ADDRESS" && isModelNumber(reading, i, end)) {
      i = end
      continue
    }
    if (type !== "ADDRESS" && !isNamed && isSurelyNoName(reading, chance, i, end, type === "PERSON")) {
      if (i === end && isCapital(first)) things.add(first.low)
      i = end
      continue
    }
    const sure =
      type !== "ADDRESS" &&
      Array.from({ length: end - i + 1 }, (_, k) => i + k).every((k) => (chance[k] ?? 0) > SURE && isRare(known[k]))
    spans.push({ start: first.start, end: tokens[end]?.end ?? first.end, type, sure })
    single.push(
      i === end && isCapital(first) && !first.possessive && !isNamedBefore(reading, i) ? first.low : undefined
    )
    i = end
  }
  // What is called like a thing once ("the Luna") is that thing again ("Luna came scratched").
  return things.size === 0 ? spans : spans.filter((_, n) => !things.has(single[n] ?? ""))
}

/** Says whether a relative, a title or the like stands before the word. */
const isNamedBefore = ({ tokens, known }: Reading, i: number) =>
  /^\.? $/.test(tokens[i]?.gap ?? "") &&
  ((known[i - 1]?.classes ?? 0) & (CLASS.relative | CLASS.title | CLASS.nameLabel)) !== 0

const goesOn = (gap: string, address: boolean) =>
  address ? gap.length < 12 && !/\n\s*\n/.test(gap) : /^(?: |\. ?|['’-]| ?& ?)$/.test(gap)
