/** What an adapter reads out of a helpdesk, in the words of support: the shape that every room shares. */
export interface Ticket {
  /** Id of the adapter that read it: "sample", "request-tracker", "zendesk". */
  helpdesk: string
  ticketId: string
  subject: string
  status?: string
  requester: Person
  /** Everyone else on the thread: CCs and agents. Known identities for masking. */
  people?: Person[]
  /** The agent who is signed in to the helpdesk, when the helpdesk tells. */
  agent?: Person
  tags: string[]
  /** How customer and agent write to each other, where the helpdesk tells. Stays in the browser. */
  channel?: "mail" | "chat"
  /** BCP 47 tag that the helpdesk itself gives, if any. */
  locale?: string
  fields?: Record<string, string>
  /** Oldest first. */
  messages: Message[]
}

export interface Person {
  name?: string
  email?: string
}

export interface Message {
  id: string
  /** Display name of the author; "" when the helpdesk doesn't tell. */
  author: string
  role: Role
  visibility: Visibility
  /** ISO 8601 in UTC. */
  at: string
  /**
   * Plain text, whole message with quote and signature (but one that the helpdesk added to an agent's and marks as
   * such), lines end in \n.
   */
  text: string
  html?: string
  attachments?: Attachment[]
}

export interface Attachment {
  name: string
  type?: string
  /** Bytes. */
  size?: number
}

export type Role = "customer" | "agent" | "system"
export type Visibility = "public" | "internal"

/** Id of the newest public message: what a draft answers. "" when nothing public stands on the ticket. */
export function newestPublicId(ticket: Ticket): string {
  return ticket.messages.findLast((message) => message.visibility === "public")?.id ?? ""
}
