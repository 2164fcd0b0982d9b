import { NO_RULES } from "../../../masking/basis/masking-rules.ts"
import { createHelpdeskClient } from "../helpdesk/client.ts"
import { collectionOf } from "../helpdesk/helpdesk-address.ts"
import type { HelpdeskReadOptions } from "../helpdesk/read-options.ts"
import type { ImportSource } from "../../source/source.ts"
import { createTicketMasker } from "../tickets/ticket-masker.ts"
import { systemClock } from "../web/retry-request.ts"
import { readArticles } from "./articles.ts"
import type { Part } from "./tracker-address.ts"
import { readTickets } from "./tickets.ts"

export interface RequestTrackerOptions extends HelpdeskReadOptions {
  /** The address ends in a slash. */
  base: URL
  part: Part
  /** This header signs a request. */
  authorization: string
  /** Names of queues. If there are none, all visible queues are read. */
  queues?: readonly string[]
  /** The default is "resolved". */
  statuses?: readonly string[]
  /** The articles of these classes may be quoted to customers. */
  publicClasses?: readonly string[]
}

/** Reads one part of a Request Tracker through its REST 2 API: the solved tickets, or the articles. */
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
