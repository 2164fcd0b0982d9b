import type { ToneRuleName } from "./tone-rule-names.ts"

/** What a model may find besides the rules. Names, promises, blanks and voices are the rules' alone. */
export const MODEL_TONE_KINDS = ["blame", "coldness", "insult", "jargon", "over-apology", "shouting"] as const
MODEL_TONE_KINDS satisfies readonly ToneRuleName[]
export type ModelToneKind = (typeof MODEL_TONE_KINDS)[number]

/** One finding in the reply in the editor. Offsets are in UTF-16 units. */
export interface ToneFinding {
  kind: ToneRuleName
  start: number
  end: number
  /** The words that are meant: `text.slice(start, end)`. */
  quote: string
  /** Values for the sentence that explains the finding, such as the customer's own name. */
  data?: Record<string, string>
  fix?: ToneFix
  /** The name of the model whose finding it is. The rules' own have none. */
  model?: string
}

/**
 * What one click puts in place of these words, or why there is no such click: it would change something that only the
 * agent may change.
 */
export type ToneFix = { from: number; to: number; text: string } | { refused: FixRefusal }
export type FixRefusal = "number" | "date" | "name" | "link" | "negation"

/**
 * The tone of the reply in the editor. It is unmasked, and exists only here. `text` is the whole text of the editor,
 * which the offsets of the findings refer to.
 */
export interface EditorTone {
  state: "clean" | "found" | "empty"
  findings: ToneFinding[]
  text: string
  /**
   * The model that was asked besides, and what became of it. `dropped` counts findings about words that aren't there.
   */
  model?: { name: string; state: "asking" | "done" | "late" | "malformed" | "failed"; dropped: number }
  /** The rules that the agent doesn't want to see any more. */
  hidden?: ToneRuleName[]
}

/**
 * Says whether an agent may hide a rule for good. A wrong name, an insult, a promise that nobody approved, a blank and
 * a wrong language would reach a customer, so a finding of these is only ever fine in one place.
 */
export const canHideTone = (rule: ToneRuleName): boolean => !ALWAYS_SHOWN.has(rule)

const ALWAYS_SHOWN: ReadonlySet<ToneRuleName> = new Set(["blank", "insult", "promise", "wrong-language", "wrong-name"])
