import type { Patterns } from "./patterns.ts"
import { readText, type Reading } from "./reading.ts"

/** A part of a sentence between commas and words such as "but" or "if". */
export interface Clause extends Reading {
  /** Where it begins in the sentence. */
  start: number
}

/** Cuts a sentence into clauses. A piece of fewer than two content words joins the one before. */
export function clausesOf(text: string, { breaks }: Patterns, language: string | null): Clause[] {
  const inner = Array.from(text.matchAll(breaks), (match) => match.index)
  const cuts = [0, ...inner.slice(0, MOST), text.length]
  const pieces = cuts
    .slice(0, -1)
    .map((start, i) => ({ start, end: cuts[i + 1] ?? text.length }))
    .filter(({ start, end }) => /\p{L}/u.test(text.slice(start, end)))
  const read = (start: number, end: number): Clause & { end: number } => {
    return { ...readText(text.slice(start, end), language), start, end }
  }
  const clauses: ReturnType<typeof read>[] = []
  for (const { start, end } of pieces) {
    const clause = read(start, end)
    const before = clauses.at(-1)
    if (before && (clause.stems.length < FEWEST || (before.stems.length < FEWEST && clauses.length === 1)))
      clauses[clauses.length - 1] = read(before.start, end)
    else clauses.push(clause)
  }
  return clauses
}

const FEWEST = 2
/** What follows so many breaks is one clause, so that hostile text stays cheap. */
const MOST = 40

/** Returns the clause with which one shares most of its words, if it shares any. Equal ones count by order. */
export function nearestClause(clause: Clause, others: readonly Clause[]): Clause | undefined {
  let best: Clause | undefined
  let most = 0
  for (const other of others) {
    const shared = [...clause.words].filter((word) => other.words.has(word)).length
    const likeness = shared / Math.sqrt(clause.words.size * other.words.size || 1)
    if (likeness > most) [best, most] = [other, likeness]
  }
  return best
}
