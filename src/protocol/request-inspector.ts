/** "What the model saw": what the panel shows of every request of a ticket. */

/** "What the model saw": every request of a ticket, and what stayed here. */
export interface Inspection {
  /** Oldest first. */
  requests: InspectedRequest[]
  placeholders: InspectedPlaceholder[]
  /** What the agent said about words of this ticket. */
  told: { names: readonly string[]; plain: readonly string[] }
  stayed: {
    notes: number
    attachments: string[]
    replaced: number /** Public messages of a long thread. */
    older?: number
  }
  /**
   * Of 100 words (in Japanese characters) that tell who somebody is in running text of the ticket's language, those
   * that strict masking finds. Absent: nobody has measured it.
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
 * What a request became at the relay: the exact body that went to a model, if one was asked; or the relay has nothing
 * of it any more.
 */
export type UpstreamRequest =
  | { asked: boolean; model: string; url?: string | undefined; body?: string | undefined }
  | "gone"

/** What a placeholder of this ticket stands for, in clear: stays in the extension. */
export interface InspectedPlaceholder {
  /** With its brackets. */
  placeholder: string
  /** Kind of value: the word in the placeholder. */
  type: string
  value: string
  /** Stands only in internal notes. */
  internal?: boolean
  /** Why "this is not" can't be said of it. */
  fixed?: "lasting" | "address" | "note" | "literal" | undefined
  /** A word that the team may have in its list; an address or a number of somebody's isn't. */
  forTeam?: boolean
}
