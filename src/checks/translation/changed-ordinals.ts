import type { FactChange } from "../../ticket/fact-change.ts"
import { ordinalsIn } from "../rewrite/ordinals.ts"
import type { AlignedSentences } from "./align-sentences.ts"
import type { WrittenIn } from "./changed-in-translation.ts"

/**
 * Finds an ordinal in words that took the place of another: "the third button" as "el segundo botón". A sentence may
 * say one otherwise ("at first" as "zunächst"), and such words say other things as well, so nothing is said of a
 * sentence of which all ordinals stand in its counterpart.
 */
export function changedOrdinals(
  { before: said, after: says }: AlignedSentences,
  before: WrittenIn,
  after: WrittenIn
): FactChange[] {
  const [own, other] = [said.flatMap(placed(before)), says.flatMap(placed(after))]
  const lost = own.find((one) => isWorded(one) && !other.some(({ value }) => value === one.value))
  const gained = other.find((one) => isWorded(one) && !own.some(({ value }) => value === one.value))
  if (!lost || !gained) return []
  return [
    {
      kind: "figure",
      before: { start: lost.start, end: lost.end },
      after: { start: gained.start, end: gained.end }
    }
  ]
}

const placed =
  ({ language }: WrittenIn) =>
  ({ start, text }: { start: number; text: string }) =>
    ordinalsIn(text, language).map((one) => ({ ...one, start: one.start + start, end: one.end + start }))

/** Those in digits are compared as figures. */
const isWorded = ({ text }: { text: string }): boolean => !/\d/.test(text)
