/** A range of UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** Words of a draft's sentence and of its source that don't say the same. One side is missing if only one says it. */
export interface Difference {
  kind: "figure" | "unit" | "name" | "negation" | "modal" | "condition" | "subject" | "quantifier" | "word"
  /** Offsets in the sentence. */
  draft?: Span
  /** Offsets in the source sentence. */
  source?: Span
}

/** A sentence of a letter beside the sentences of the sources that it probably comes from, best first. */
export interface EvidencePair extends Span {
  text: string
  /** There are two if the second is about as near as the first, and none if nothing is near. 0 is the ticket itself. */
  sources: { n: number; text: string; differences: Difference[] }[]
}
