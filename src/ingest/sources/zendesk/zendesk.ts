import { NO_RULES } from "../../../masking/basis/masking-rules.ts"
import type { Visibility } from "../../../ticket/ticket.ts"
import { type ImportSource, type ReadFrom, type SourceItem, SourceError } from "../../source/source.ts"
import { createTicketMasker } from "../tickets/ticket-masker.ts"
import { createWebClient, allowedHosts, numberIn, WEB_OPTIONS } from "../web/web-client.ts"
import { refuseUnencrypted } from "../web/ssrf-guard.ts"
import { createRateLimiter, systemClock } from "../web/retry-request.ts"
import { readArticles } from "./articles.ts"
import {
  type Credentials,
  type Part,
  accountOf,
  argumentOf,
  credentialsOf,
  PARTS,
  createZendeskClient,
  type ZendeskClient
} from "./client.ts"
import { createLibraryClient } from "./library-client.ts"
import { readMacros } from "./macros.ts"
import { createPeople } from "./people.ts"
import { readTickets } from "./tickets.ts"
import type { ImportSourceKind } from "../../source/source-kind.ts"
import { type HelpdeskReadOptions, partsToImport } from "../helpdesk/helpdesk-address.ts"

const FLAG = { type: "boolean" } as const

/** Opens an account's help centre, macros and solved tickets, each as a source of its own. */
export const zendesk: ImportSourceKind = {
  kind: "zendesk",
  usage:
    "zendesk:ACCOUNT|https://ACCOUNT.zendesk.com [--articles] [--macros] [--tickets [--days N]]   its help centre, macros and solved tickets, or the parts named; ZENDESK_EMAIL and ZENDESK_TOKEN, or ZENDESK_OAUTH_TOKEN",
  options: { ...WEB_OPTIONS, articles: FLAG, macros: FLAG, tickets: FLAG, days: { type: "string" } },
  async open(argument, { values, environment, rules, visibility }) {
    const ownAccount = accountOf(argument)
    if (!ownAccount) return undefined
    const { account } = ownAccount
    const days = numberIn(values, "days", 1, 3650)
    const credentials = credentialsOf(environment)
    const parts = partsToImport(ownAccount.parts, PARTS, values)
    if (ownAccount.parts.length === 0 && values["days"] !== undefined && !parts.includes("tickets"))
      throw new SourceError("source-unreadable", "--days is about tickets: add --tickets, or leave it out.")
    return parts.map((part) => ({
      argument: argumentOf(account, part),
      source: zendeskSource({
        account,
        part,
        credentials,
        visibility,
        allowHosts: allowedHosts(values),
        ...(rules && { rules }),
        ...(days !== undefined && { days })
      })
    }))
  }
}

export interface ZendeskOptions extends HelpdeskReadOptions {
  account: URL
  part: Part
  credentials: Credentials
  /** "internal" makes everything internal, whoever can see it in Zendesk. */
  visibility?: Visibility
  /**
   * This many requests a second are sent at most. The default is 3, because a small plan has 200 a minute, which its
   * agents share.
   */
  perSecond?: number
}

/**
 * Reads one part of a Zendesk account: the help centre's articles, the macros, or the solved tickets. Each part has
 * documents and a state of its own, so that it can be read without the others.
 */
export function zendeskSource(options: ZendeskOptions): ImportSource {
  const { account, part, credentials, visibility, perSecond = 3, clock = systemClock, allowHosts = [] } = options
  return {
    kind: "zendesk",
    collection: `zendesk-${account.host}-${part}`,
    label: `${account.host} (${PART_NAMES[part]})`,
    async *read(from, signal) {
      refuseUnencrypted(account, allowHosts)
      const web = createWebClient({ ...options, allowHosts, clock, tries: options.tries ?? 5 })
      const client = createZendeskClient({
        web,
        account,
        credentials,
        pace: createRateLimiter(perSecond, clock),
        clock
      })
      const read = {
        articles: () => readArticles(client, from, signal),
        macros: () => readMacros(client, createLibraryClient(client), signal),
        tickets: () => readMaskedTickets(client, options, from, signal)
      }[part]
      try {
        for await (const item of read())
          yield item.type === "document" && visibility === "internal"
            ? { ...item, document: { ...item.document, visibility } }
            : item
      } finally {
        web.close()
      }
    }
  }
}

async function* readMaskedTickets(
  client: ZendeskClient,
  {
    rules = async () => NO_RULES,
    days = 365,
    masker: maskerFor = createTicketMasker,
    clock = systemClock
  }: ZendeskOptions,
  from: ReadFrom,
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const masker = maskerFor(await rules(signal))
  const people = createPeople(createLibraryClient(client))
  const oldest = Math.floor(clock.now() / 1000) - days * 24 * 3600
  try {
    yield* readTickets({ client, people, masker, oldest }, from, signal)
  } finally {
    masker.close()
  }
}

const PART_NAMES: Record<Part, string> = { articles: "help centre", macros: "macros", tickets: "solved tickets" }
