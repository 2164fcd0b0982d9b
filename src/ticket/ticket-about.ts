/** What a ticket is about, whether it can wait, and who else should see it. Each with the words that say so. */
export interface TicketAbout {
  /** One of the team's intents. It is missing if it is none of them, or if that can't be told. */
  intent?: { name: string; because: string[] }
  urgent?: { because: string }
  escalate?: {
    reason: (typeof ESCALATION_REASONS)[number]
    /** The words of the customer, or the playbook's reason. */
    because: string
    /** The group of the team's playbook for the ticket. */
    group?: string
  }
  /** All intents of the team, from which the agent may choose another. */
  choices: string[]
}

/** "mood": the customer is angry. "playbook": the team's playbook says so. */
export const ESCALATION_REASONS = ["danger", "fraud", "law", "manager", "mood", "playbook"] as const
