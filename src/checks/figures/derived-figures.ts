import type { Fact } from "../../text/facts.ts"

/** A figure that no text states, and those that it follows from. */
export interface DerivedFigure {
  fact: Fact
  from: readonly Fact[]
}

/**
 * Derives figure after figure. What was derived may be reckoned with: "£5.20 plus £24.50, £29.70 in all".
 * @param originOf returns what a figure follows from, also from those that were derived so far, or undefined
 */
export function derivedFigures(
  figures: readonly Fact[],
  originOf: (fact: Fact, derived: readonly Fact[]) => readonly Fact[] | undefined
): DerivedFigure[] {
  const derived: DerivedFigure[] = []
  let left = figures
  let before: number
  do {
    before = derived.length
    left = left.filter((fact) => {
      const from = originOf(
        fact,
        derived.map((one) => one.fact)
      )
      if (from) derived.push({ fact, from })
      return from === undefined
    })
  } while (derived.length > before)
  return derived
}

/** Returns the figures that one follows from as the panel shows them: "£38 · half". */
export const originText = ({ from }: DerivedFigure): string => [...new Set(from.map(({ text }) => text))].join(" · ")
