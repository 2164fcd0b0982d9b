/** What may be wrong with the tone of a reply. */
export const TONE_KINDS = [
  "blame", "coldness", "over-apology", "jargon", "shouting", "promise", "wrong-name", "wrong-language", "missing-greeting", "blank"
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
 * What one click puts in the place of these words; or why there is no such click: it would change a thing that only the agent may.
 */
export type ToneFix = { from: number; to: number; text: string } | { refused: FixRefusal }
export type FixRefusal = "number" | "date" | "name" | "link" | "negation"

/** What the check may know besides the reply. All of it is clear text and stays in the browser. */
export interface ToneContext {
  /** The customer's name as the helpdesk has it, or "". */
  requester: string
  /** ISO 639-1, of the thread; null where nothing tells. */
  language: string | null
  /** The public thread so far, oldest first. */
  thread: { role: "customer" | "agent" | "system"; text: string }[]
  /** Passages that the draft stands on. */
  sources: string[]
  channel: "mail" | "chat"
  /** No agent has written to the customer in this thread. */
  firstReply: boolean
}

/** A reply while it is looked at. */
export interface Reply extends ToneContext {
  text: string
  sentences: { start: number; end: number; text: string }[]
  /** What the reply is written in, else the customer's. */
  written: string | null
}

/** One kind of finding: a file beside this one. */
export type ToneRule = (reply: Reply) => ToneFinding[]

export function finding(reply: Reply, kind: ToneKind, start: number, end: number, more: Pick<ToneFinding, "data" | "fix"> = {}): ToneFinding {
  return { kind, start, end, quote: reply.text.slice(start, end), ...more }
}
