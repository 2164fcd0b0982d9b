import type { Claim, Source, Verification } from "./draft.ts"

/**
 * What the agent wrote in the editor, compared with ticket and pages, all unmasked. It exists only here. `text` is the
 * reply without quote and signature as it was checked, and claims have its offsets.
 */
export interface ReplyCheck {
  state: "checking" | "done" | "failed"
  text: string
  claims: Claim[]
  sources: Source[]
  verification?: Verification
  /** When the check began, in milliseconds. */
  startedAt: number
  /** The time of the newest public message with which it was compared (ISO 8601). */
  threadAt?: string
  /** The text in the editor isn't the one that was checked any more. */
  isChanged?: true
}

/** What the panel shows of the reply in the editor. */
export interface EditorReply {
  /** Counts up each time the text in the editor has come to rest. */
  pauses: number
  check?: ReplyCheck & {
    /** The customer has written since: the author of that message. */
    newer?: string
  }
}
