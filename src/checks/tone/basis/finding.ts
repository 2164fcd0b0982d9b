import type { Channel } from "../../../ticket/ticket.ts"
import type { VoiceRules } from "../../../ticket/team-voice.ts"
import type { ToneFinding } from "../../../ticket/tone-finding.ts"
import type { ToneRuleName } from "../../../ticket/tone-rule-names.ts"

export type { FixRefusal, ToneFinding, ToneFix } from "../../../ticket/tone-finding.ts"

/** What the check knows besides the reply. All of it is clear text and stays in the browser. */
export interface ToneContext {
  /** The customer's name as the helpdesk has it, or "". */
  requester: string
  /** The language of the thread as ISO 639-1; null if it is not known. */
  language: string | null
  /** The public thread so far, oldest message first. */
  thread: { role: "customer" | "agent" | "system"; text: string }[]
  /** The passages that the draft is based on. */
  sources: string[]
  channel: Channel
  /** No agent has written to the customer in this thread. */
  firstReply: boolean
  /** The name of the agent who signs, if it is known. */
  agent?: string | undefined
  /** The reply with its farewell and the name below, where `text` ends before them. Without it, the same as `text`. */
  signed?: string | undefined
  /** The team's voice for this reply. Without one, nothing is held against a voice. */
  voice?: VoiceRules | undefined
}

/** A reply while it is checked. */
export interface Reply extends ToneContext {
  text: string
  sentences: { start: number; end: number; text: string }[]
  /** The language that the reply is written in, else the customer's. */
  written: string | null
}

/** One rule of tone, and one kind of finding: a folder of `rules/`. The registry `rules/index.ts` finds it there. */
export interface ToneRule {
  /** Of several findings in the same words, the one of the rule with the lowest order comes first. */
  order: number
  /** Its fixes put in the team's own words of a voice, names included, and aren't held against `safeFix`. */
  isVoice?: true
  find(reply: Reply): ToneFinding[]
}

export function finding(
  reply: Reply,
  kind: ToneRuleName,
  start: number,
  end: number,
  more: Pick<ToneFinding, "data" | "fix"> = {}
): ToneFinding {
  return { kind, start, end, quote: reply.text.slice(start, end), ...more }
}
