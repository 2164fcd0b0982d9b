import type { Fact } from "../text/facts.ts"
import { statesFact, type Evidence, type EvidenceMatch, type EvidenceUnit } from "./evidence/evidence.ts"
import type { Statement } from "./evidence/statements.ts"

/** Returns what says most of a sentence. When the ticket is hardly better, a source comes first. */
export function bestStatement([best, ...others]: readonly Statement[]): Statement | undefined {
  if (!best || best.match.unit.n > 0) return best
  return others.find(({ match }) => match.unit.n > 0 && match.around >= best.match.around - 0.1) ?? best
}

/** Returns the number of the source that says most of a sentence, and those of others for facts that it lacks. */
export function sourceNumbers({ unit: { n } }: EvidenceMatch, own: readonly Fact[], evidence: Evidence): number[] {
  const numbers = new Set([n])
  for (const fact of own) {
    if (
      statesFact(
        evidence.units.filter((unit) => numbers.has(unit.n)),
        fact
      )
    )
      continue
    const other = evidence.units.find((unit) => statesFact([unit], fact))
    if (other) numbers.add(other.n)
  }
  return [...numbers].sort((a, b) => (a || Infinity) - (b || Infinity))
}

/** Returns a unit of the lookup whose plain facts give all of a sentence's figures, of which there are several. */
export function lookupWith(own: readonly Fact[], { units }: Evidence): EvidenceUnit | undefined {
  const figures = withoutNames(own)
  if (figures.length < 2) return undefined
  const plain = units.filter(({ kind, isRemark }) => kind === "lookup" && !isRemark)
  return plain.find(({ group }) => {
    const lines = plain.filter((unit) => unit.group === group)
    return figures.every((fact) => statesFact(lines, fact))
  })
}

const withoutNames = (own: readonly Fact[]): Fact[] => own.filter(({ kind }) => kind !== "name")
