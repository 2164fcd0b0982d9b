/** What may be wrong with the tone of a reply. */
export const TONE_KINDS = [
  "blame",
  "coldness",
  "over-apology",
  "jargon",
  "shouting",
  "promise",
  "wrong-name",
  "wrong-language",
  "missing-greeting",
  "blank"
] as const
export type ToneKind = (typeof TONE_KINDS)[number]

/** One finding in a reply as it stands in the editor. Offsets count UTF-16 units. */
export interface ToneFinding {
  kind: ToneKind
  start: number
  end: number
  /** The words that are meant: `text.slice(start, end)`. */
  quote: string
  /** For the sentence that says why, e.g. the customer's own name. */
  data?: Record<string, string>
  fix?: ToneFix
}

/**
 * What one click puts in the place of these words; or why there is no such click: it would change a thing that only the
 * agent may.
 */
export type ToneFix = { from: number; to: number; text: string } | { refused: FixRefusal }
export type FixRefusal = "number" | "date" | "name" | "link" | "negation"
