import { NO_RULES } from "../../../masking/basis/masking-rules.ts"
import { createHelpdeskClient } from "../helpdesk/client.ts"
import {
  collectionOf,
  argumentOf,
  listOf,
  partsToImport,
  parseHelpdeskAddress,
  type HelpdeskAddress,
  type HelpdeskReadOptions
} from "../helpdesk/helpdesk-address.ts"
import { type ImportSource, SourceError } from "../../source/source.ts"
import { createTicketMasker } from "../tickets/ticket-masker.ts"
import { systemClock } from "../web/retry-request.ts"
import { readArticles } from "./articles.ts"
import { readTickets } from "./tickets.ts"
import type { ImportSourceKind } from "../../source/source-kind.ts"
import { allowedHosts, numberIn, WEB_OPTIONS } from "../web/web-client.ts"

const FLAG = { type: "boolean" } as const
const LIST = { type: "string", multiple: true } as const

/** Opens a Request Tracker's articles and solved tickets, each as a source of its own. */
export const requestTracker: ImportSourceKind = {
  kind: "rt",
  usage:
    "rt:https://SUPPORT.EXAMPLE.COM/RT [--articles [--public CLASS]] [--tickets [--queue NAME] [--status NAME] [--days N]]   a Request Tracker's articles and resolved tickets, or the part named; RT_TOKEN, or RT_USER and RT_PASSWORD",
  options: {
    ...WEB_OPTIONS,
    articles: FLAG,
    tickets: FLAG,
    days: { type: "string" },
    queue: LIST,
    status: LIST,
    public: LIST
  },
  async open(argument, { values, environment, rules, visibility }) {
    const address = parseTrackerAddress(argument)
    if (!address) return undefined
    const { base } = address
    const [days, authorization, statuses] = [
      numberIn(values, "days", 1, 3650),
      authorizationOf(environment),
      listOf(values, "status")
    ]
    return partsToImport(address.parts, PARTS, values).map((part) => ({
      argument: argumentOf("rt", base, part),
      source: requestTrackerSource({
        base,
        part,
        authorization,
        queues: listOf(values, "queue"),
        publicClasses: visibility === "internal" ? [] : listOf(values, "public"),
        allowHosts: allowedHosts(values),
        ...(statuses.length > 0 && { statuses }),
        ...(rules && { rules }),
        ...(days !== undefined && { days })
      })
    }))
  }
}

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
    label: `${base.host}${base.pathname.replace(/\/$/, "")} (${PART_NAMES[part]})`,
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

const PART_NAMES: Record<Part, string> = { articles: "articles", tickets: "solved tickets" }

const REFUSED = {
  401: ({ host }: URL) =>
    `${host} doesn't take these credentials (any more). Has the token expired, or the password changed? Import again with good ones: it goes on from here.`,
  403: ({ host, pathname }: URL) =>
    `These credentials may not read ${pathname} of ${host}. Give their owner the rights SeeQueue and ShowTicket, and for articles SeeClass and ShowArticle.`,
  404: ({ host, pathname }: URL) => `${host} has no ${pathname}. Is it the address of a Request Tracker 5 or later?`
}

/** The parts of a Request Tracker that can be imported. Each has documents and a state of its own. */
const PARTS = ["articles", "tickets"] as const
export type Part = (typeof PARTS)[number]

/**
 * Reads `rt:https://support.example.com/rt`, or an address that is recognisable as a Request Tracker's. @throws
 * SourceError
 */
function parseTrackerAddress(argument: string): HelpdeskAddress<Part> | undefined {
  const named = /^https?:\/\/[^#]*\/REST\/2\.0(?:\/|$)/i.test(argument.trim()) ? `rt:${argument.trim()}` : argument
  return parseHelpdeskAddress(named, {
    prefix: "rt",
    parts: PARTS,
    example: "https://support.example.com/rt",
    within: /\/(?:REST\/2\.0|Ticket|Search|Articles|SelfService|NoAuth)(?:\/.*)?$|\/(?:index\.html)?$/i
  })
}

/**
 * Returns the header for a token, or for a user's name and password.
 * @throws SourceError with a sentence that names the variables
 */
function authorizationOf(environment: Record<string, string | undefined>): string {
  const [token, user, password] = ["RT_TOKEN", "RT_USER", "RT_PASSWORD"].map(
    (name) => environment[name]?.trim() || undefined
  )
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token))
    throw new SourceError("source-refused", "RT_TOKEN is one word: copy it again.")
  if (token !== undefined) return `token ${token}`
  if (user !== undefined && password !== undefined)
    return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`
  throw new SourceError(
    "source-refused",
    "Request Tracker wants credentials: set RT_TOKEN (a token of a user who may see the queues), or RT_USER and RT_PASSWORD."
  )
}
