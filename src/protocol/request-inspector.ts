/** "What the model saw": what the panel shows of every request of a ticket. */

/** "What the model saw": every request of a ticket, and what stayed here. */
export interface Inspection {
  /** Oldest first. */
  requests: InspectedRequest[]
  placeholders: InspectedPlaceholder[]
  /** The masking overrides of this ticket. */
  told: { names: readonly string[]; plain: readonly string[] }
  stayed: {
    notes: number
    attachments: string[]
    replaced: number /** Public messages of a long thread. */
    older?: number
  }
  /**
   * The percentage of identifying words (in Japanese characters) in running text of the ticket's language that strict
   * masking finds. It is absent when it hasn't been measured.
   */
  reach?: { language: string; found: number; of: "words" | "characters" } | undefined
}

export interface InspectedRequest {
  id: string
  /** Absent for a reply without a draft. */
  draftId?: string
  /** ISO 8601. */
  at: string
  path: string
  /** Exactly as it left. */
  body: string
}

/**
 * What a request became at the relay: the exact body that was sent to a model, if one was asked, or nothing if the
 * relay no longer has it.
 */
export type UpstreamRequest =
  | { asked: boolean; model: string; url?: string | undefined; body?: string | undefined }
  | "gone"

/** What a placeholder of this ticket stands for, unmasked. It stays in the extension. */
export interface InspectedPlaceholder {
  /** With its brackets. */
  placeholder: string
  /** Kind of value: the word in the placeholder. */
  type: string
  value: string
  /** Stands only in internal notes. */
  internal?: boolean
  /** Why "this is not" can't be applied to it. */
  fixed?: "lasting" | "address" | "note" | "literal" | undefined
  /** The word may be added to the team's list. A person's address or number may not. */
  forTeam?: boolean
}
