import type { ToneFinding, ToneKind } from "../../../ticket/tone-finding.ts"

export type { FixRefusal, ToneFinding, ToneFix, ToneKind } from "../../../ticket/tone-finding.ts"

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

export function finding(
  reply: Reply,
  kind: ToneKind,
  start: number,
  end: number,
  more: Pick<ToneFinding, "data" | "fix"> = {}
): ToneFinding {
  return { kind, start, end, quote: reply.text.slice(start, end), ...more }
}
