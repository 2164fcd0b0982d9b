import { NO_RULES, type MaskRules } from "../../../masking/basis/masking-rules.ts"
import { createHelpdeskClient } from "../helpdesk/client.ts"
import { collectionOf } from "../helpdesk/helpdesk-address.ts"
import type { ImportSource } from "../../source/source.ts"
import { createTicketMasker, type TicketMasker } from "../tickets/ticket-masker.ts"
import type { WebOptions } from "../web/web-client.ts"
import { systemClock } from "../web/retry-request.ts"
import { readArticles } from "./articles.ts"
import type { Part } from "./tracker-address.ts"
import { readTickets } from "./tickets.ts"

export interface RequestTrackerOptions extends WebOptions {
  /** With a slash at its end. */
  base: URL
  part: Part
  /** The header that makes a request somebody's. */
  authorization: string
  /** Names of queues; none: all that may be seen. */
  queues?: readonly string[]
  /** "resolved" unless told. */
  statuses?: readonly string[]
  /** Classes of articles that may be quoted to customers. */
  publicClasses?: readonly string[]
  /** The team's masking rules, for solved tickets. */
  rules?: (signal: AbortSignal) => Promise<MaskRules>
  /** A thread of its own unless told. */
  masker?: (rules: MaskRules) => TicketMasker
  /** Tickets that haven't changed for longer are left out of the first read. In days; 365 unless told. */
  days?: number
  /** Requests a second, at most. 5 unless told. */
  perSecond?: number
}

/** One part of a Request Tracker, by its REST 2: the solved tickets, or the articles. */
export function requestTrackerSource({
  base,
  part,
  authorization,
  queues = [],
  statuses = ["resolved"],
  publicClasses = [],
  rules = async () => NO_RULES,
  days = 365,
  perSecond = 5,
  masker: maskerFor = createTicketMasker,
  clock = systemClock,
  ...options
}: RequestTrackerOptions): ImportSource {
  return {
    kind: "rt",
    collection: collectionOf("rt", base, part),
    label: `${base.host}${base.pathname.replace(/\/$/, "")} (${NAMES[part]})`,
    async *read(from, signal) {
      const client = createHelpdeskClient({
        ...options,
        base,
        headers: { authorization },
        perSecond,
        clock,
        refused: REFUSED
      })
      const masker = maskerFor(await rules(signal))
      try {
        if (part === "articles") yield* readArticles(client, publicClasses, signal)
        else yield* readTickets({ client, masker, queues, statuses, days, today: clock.now() }, from, signal)
      } finally {
        masker.close()
        client.close()
      }
    }
  }
}

const NAMES: Record<Part, string> = { articles: "articles", tickets: "solved tickets" }

const REFUSED = {
  401: ({ host }: URL) =>
    `${host} doesn't take these credentials (any more). Has the token expired, or the password changed? Import again with good ones: it goes on from here.`,
  403: ({ host, pathname }: URL) =>
    `These credentials may not read ${pathname} of ${host}. Give their owner the rights SeeQueue and ShowTicket, and for articles SeeClass and ShowArticle.`,
  404: ({ host, pathname }: URL) => `${host} has no ${pathname}. Is it the address of a Request Tracker 5 or later?`
}
