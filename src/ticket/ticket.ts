import type { SentAttachment } from "./attachment.ts"
import type { Identity, LookedUp } from "./looked-up.ts"

/** What an adapter reads from a helpdesk, in the terms of support. All rooms share this type. */
export interface Ticket {
  /** The id of the adapter that read it: "sample", "request-tracker", "zendesk". */
  helpdesk: string
  ticketId: string
  subject: string
  status?: string
  requester: Person
  /** Everyone else on the thread: CCs and agents. Masking knows them by name. */
  people?: Person[]
  /** The agent who is signed in to the helpdesk, if the helpdesk shows it. */
  agent?: Person
  tags: string[]
  /** How customer and agent write to each other, if the helpdesk shows it. */
  channel?: Channel
  /** The BCP 47 tag that the helpdesk itself gives, if any. */
  locale?: string
  fields?: Record<string, string>
  /** Facts of other systems, which the browser looked up. */
  lookups?: LookedUp[]
  /** What their answers hold of who somebody is. Masking seeks it everywhere; it is never sent. */
  identities?: Identity[]
  /** Texts of attachments that the agent had read. */
  attached?: SentAttachment[]
  /** Oldest first. */
  messages: Message[]
}

export interface Person {
  name?: string
  email?: string
}

export interface Message {
  id: string
  /** The display name of the author, or "" when the helpdesk doesn't show it. */
  author: string
  role: Role
  visibility: Visibility
  /** ISO 8601 in UTC. */
  at: string
  /**
   * The plain text of the whole message with quote and signature, except a signature that the helpdesk added to an
   * agent's message and marks as such. Lines end in \n.
   */
  text: string
  html?: string
  attachments?: Attachment[]
}

export interface Attachment {
  name: string
  type?: string
  /** In bytes. */
  size?: number
  /** Its address on the helpdesk's own host, if the helpdesk tells one. Only the page asks it. */
  url?: string
  /** What the page says in place of a picture, if it is one. */
  alt?: string
}

export type Role = "customer" | "agent" | "system"
export type Visibility = "public" | "internal"

/** Returns the id of the newest public message, which a draft answers, or "" when the ticket has no public message. */
export function newestPublicId(ticket: Ticket): string {
  return ticket.messages.findLast((message) => message.visibility === "public")?.id ?? ""
}

/** How customer and agent write to each other. "social" is in public, and a message has 280 characters at most. */
export const CHANNELS = ["mail", "chat", "messaging", "social"] as const
export type Channel = (typeof CHANNELS)[number]
