/** The helpdesk of a ticket on a page whose parts an agent has shown. */
export const TAUGHT_PAGE = "taught-page"

/**
 * Helpdesks of which not every ticket is read by itself, or not for certain. Places that an agent has shown are used
 * there whenever there are some.
 */
export const UNREAD_HELPDESKS = ["front", "hubspot"] as const
export type UnreadHelpdeskId = (typeof UNREAD_HELPDESKS)[number]
export const isUnreadHelpdesk = (helpdesk: string): boolean => UNREAD_HELPDESKS.some((id) => id === helpdesk)

/**
 * Where a site shows its tickets, as an agent has pointed it out. It holds places only: selectors, names of attributes
 * and classes, and words of a fixed list. It holds no text of a ticket and no code.
 */
export interface PageRecipe {
  version: 1
  /** The origin: "https://desk.example". */
  site: string
  /** The path of the page that was shown, with "*" for each part that names a ticket: "/inbox/*". */
  address: string
  /** The fragment of the address tells one ticket from another, as in "#/tickets/12". */
  fragment?: true | undefined
  subject?: PartPlace | undefined
  messages: MessagePlaces
  /** Where a reply to the customer is written. Without it nothing is written into the page. */
  reply?: PartPlace | undefined
}

/** One part of the page. */
export interface PartPlace {
  /** Selectors of the frames and shadow hosts to go through, the outermost first. */
  through: string[]
  selector: string
}

export interface MessagePlaces extends PartPlace {
  /** The customer's first message, where it stands apart from the others. It is the oldest, whatever their order. */
  opening?: PartPlace | undefined
  customer: RoleMark
  /** Absent if no message of an agent has been shown. */
  agent?: RoleMark | undefined
  /** Selectors, within a message, of what is not its text: author, time, buttons. */
  head: string[]
  /** Within a message. */
  author?: string | undefined
  /** Within a message. Without `attribute` the time is in the text. */
  time?: { selector: string; attribute?: string | undefined } | undefined
  /** The thread has the newest message at its top. */
  newestFirst?: true | undefined
  /** Words of the list of note words that stand in public messages here too, so that they say nothing. */
  plainWords?: string[] | undefined
}

/**
 * What tells that a message is by the customer, or by an agent. `self`, `inside` and `above` are selectors for the
 * message, something in it and something around it. `side` is where it stands in the thread. `author` compares its
 * author with that of the first message.
 */
export type RoleMark =
  | { kind: "self" | "inside" | "above"; selector: string }
  | { kind: "side"; side: "left" | "right"; ground: string }
  | { kind: "author"; is: "first" | "other"; ground: string }
  | { kind: "word"; word: string }

/** Stands for the colour of a note among the plain words. */
export const NOTE_COLOUR = "colour"

/** Limits, in characters or items. */
export const RECIPE_LIMITS = { selector: 300, through: 4, head: 6, site: 200, address: 200, words: 20, whole: 6000 }
