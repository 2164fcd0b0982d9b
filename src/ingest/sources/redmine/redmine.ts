import { NO_RULES } from "../../../masking/basis/masking-rules.ts"
import type { Visibility } from "../../../ticket/ticket.ts"
import { createHelpdeskClient } from "../helpdesk/client.ts"
import { collectionOf } from "../helpdesk/helpdesk-address.ts"
import type { HelpdeskReadOptions } from "../helpdesk/read-options.ts"
import type { ImportSource } from "../../source/source.ts"
import { createTicketMasker } from "../tickets/ticket-masker.ts"
import { systemClock } from "../web/retry-request.ts"
import { readIssues } from "./issues.ts"
import type { Part } from "./redmine-address.ts"
import { readWikis } from "./wiki.ts"

export interface RedmineOptions extends HelpdeskReadOptions {
  /** The address ends in a slash. */
  base: URL
  part: Part
  key: string
  /** Identifiers or names of projects. If there are none, all visible projects are read. */
  projects?: readonly string[]
  /** The wikis of these projects may be quoted to customers although visitors can't read them. */
  publicProjects?: readonly string[]
  /** "internal" makes everything internal, whoever can see it in Redmine. */
  visibility?: Visibility
}

/** Reads one part of a Redmine: the wikis of its projects, or the closed issues. */
export function redmineSource({
  base,
  part,
  key,
  projects = [],
  publicProjects = [],
  visibility = "public",
  rules = async () => NO_RULES,
  days = 365,
  perSecond = 5,
  masker: maskerFor = createTicketMasker,
  clock = systemClock,
  ...options
}: RedmineOptions): ImportSource {
  return {
    kind: "redmine",
    collection: collectionOf("redmine", base, part),
    label: `${base.host}${base.pathname.replace(/\/$/, "")} (${NAMES[part]})`,
    async *read(from, signal) {
      const client = createHelpdeskClient({
        ...options,
        base,
        headers: { "x-redmine-api-key": key },
        perSecond,
        clock,
        refused: REFUSED
      })
      const masker = maskerFor(await rules(signal))
      const read = {
        wiki: () => readWikis({ client, projects, publicProjects, today: clock.now() }, from, signal),
        issues: () => readIssues({ client, masker, projects, days, today: clock.now() }, from, signal)
      }[part]
      try {
        for await (const item of read())
          yield item.type === "document" && visibility === "internal"
            ? { ...item, document: { ...item.document, visibility } }
            : item
      } finally {
        masker.close()
        client.close()
      }
    }
  }
}

const NAMES: Record<Part, string> = { wiki: "wikis", issues: "closed issues" }

const REFUSED = {
  401: ({ host }: URL) =>
    `${host} doesn't take this key (any more). Is the API allowed in its settings, and the key's owner still there? Import again with a good one: it goes on from here.`,
  403: ({ host, pathname }: URL) => `This key may not read ${pathname} of ${host}.`,
  404: ({ host, pathname }: URL) => `${host} has no ${pathname}. Is it the address of a Redmine?`
}
