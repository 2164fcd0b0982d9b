import type { Span } from "./evidence-pair.ts"

/** A difference between a text and its rewrite that may change what is said. A side that has nothing is missing. */
export interface FactChange {
  kind: FactChangeKind
  /** Where it stands in the text before, in UTF-16 units. */
  before?: Span
  /** Where it stands in the rewrite. */
  after?: Span
}

export const FACT_CHANGE_KINDS = [
  "figure",
  "limit",
  "order",
  "name",
  "link",
  "placeholder",
  "blank",
  "negation",
  "condition",
  "certainty",
  "actor",
  "scope",
  "price",
  "statement",
  "wording",
  "judged"
] as const
export type FactChangeKind = (typeof FACT_CHANGE_KINDS)[number]
