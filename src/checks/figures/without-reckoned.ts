import { comparable, type Fact } from "../../text/facts.ts"
import { follows } from "./follows.ts"

/** The figures of one text, and what its words may say as figures. */
export interface Operands {
  facts: readonly Fact[]
  readings: readonly Fact[]
}

/**
 * Leaves out figures that follow from others by plain reckoning: "a quarter of an hour before 9.20" may be "9.05", half
 * of £27.50 £13.75, and the 30 minutes from 12:45 to 13:15 may be named or not. Of the two figures that one follows
 * from, one at least stands in both texts. A figure in the place of another of its kind is never excused: that it can
 * be reckoned may be chance.
 */
export function withoutReckoned(
  lost: readonly Fact[],
  gained: readonly Fact[],
  said: Operands,
  says: Operands,
  same: (a: Fact, b: Fact) => boolean
): { lost: Fact[]; gained: Fact[] } {
  if (lost.length + gained.length === 0 || lost.length + gained.length > MOST)
    return { lost: [...lost], gained: [...gained] }
  const remaining = says.facts.filter((fact) => !gained.includes(fact) && said.facts.some((one) => same(one, fact)))
  const excused = new Set<Fact>()
  const excuse = (own: readonly Fact[], others: readonly Fact[], other: Operands) => {
    for (const fact of own) {
      if (others.some((one) => comparable(fact, one))) continue
      const terms = [...remaining, ...others, ...other.readings.filter(isRelation)]
      for (const base of remaining)
        for (const term of terms) if (term !== base && follows(fact, base, term)) excused.add(fact).add(term)
    }
  }
  excuse(gained, lost, said)
  excuse(lost, gained, says)
  const isLeft = (fact: Fact) => !excused.has(fact)
  return { lost: lost.filter(isLeft), gained: gained.filter(isLeft) }
}

/** A text that changes more figures isn't reckoned through. */
const MOST = 24

const isRelation = ({ kind }: Fact): boolean => kind === "duration" || kind === "percent"
