import { NO_RULES } from "../../../masking/basis/masking-rules.ts"
import type { Visibility } from "../../../ticket/ticket.ts"
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
import { readIssues } from "./issues.ts"
import { readWikis } from "./wiki.ts"
import type { ImportSourceKind } from "../../source/source-kind.ts"
import { allowedHosts, numberIn, WEB_OPTIONS } from "../web/web-client.ts"

const FLAG = { type: "boolean" } as const
const LIST = { type: "string", multiple: true } as const

/** Opens a Redmine's wikis and closed issues, each as a source of its own. */
export const redmine: ImportSourceKind = {
  kind: "redmine",
  usage:
    "redmine:https://REDMINE.EXAMPLE.COM [--project NAME] [--wiki [--public PROJECT]] [--issues [--days N]]   a Redmine's wikis and closed issues, or the part named; REDMINE_API_KEY",
  options: { ...WEB_OPTIONS, wiki: FLAG, issues: FLAG, days: { type: "string" }, project: LIST, public: LIST },
  async open(argument, { values, environment, rules, visibility }) {
    const address = parseRedmineAddress(argument)
    if (!address) return undefined
    const { base } = address
    const [days, key] = [numberIn(values, "days", 1, 3650), keyOf(environment)]
    return partsToImport(address.parts, PARTS, values).map((part) => ({
      argument: argumentOf("redmine", base, part),
      source: redmineSource({
        base,
        part,
        key,
        visibility,
        projects: listOf(values, "project"),
        publicProjects: listOf(values, "public"),
        allowHosts: allowedHosts(values),
        ...(rules && { rules }),
        ...(days !== undefined && { days })
      })
    }))
  }
}

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
    label: `${base.host}${base.pathname.replace(/\/$/, "")} (${PART_NAMES[part]})`,
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

const PART_NAMES: Record<Part, string> = { wiki: "wikis", issues: "closed issues" }

const REFUSED = {
  401: ({ host }: URL) =>
    `${host} doesn't take this key (any more). Is the API allowed in its settings, and the key's owner still there? Import again with a good one: it goes on from here.`,
  403: ({ host, pathname }: URL) => `This key may not read ${pathname} of ${host}.`,
  404: ({ host, pathname }: URL) => `${host} has no ${pathname}. Is it the address of a Redmine?`
}

/** The parts of a Redmine that can be imported. Each has documents and a state of its own. */
const PARTS = ["wiki", "issues"] as const
export type Part = (typeof PARTS)[number]

/** Reads `redmine:https://redmine.example.com`. @throws SourceError */
function parseRedmineAddress(argument: string): HelpdeskAddress<Part> | undefined {
  return parseHelpdeskAddress(argument, {
    prefix: "redmine",
    parts: PARTS,
    example: "https://redmine.example.com",
    within: /\/(?:projects|issues|login|my)(?:[/.].*)?$/i
  })
}

/** Returns the API key. @throws SourceError with a sentence that names the variable */
function keyOf(environment: Record<string, string | undefined>): string {
  const key = environment["REDMINE_API_KEY"]?.trim() ?? ""
  if (key === "")
    throw new SourceError(
      "source-refused",
      'Redmine wants a key: set REDMINE_API_KEY ("API access key" under "My account"; an admin allows it under Administration, Settings, API).'
    )
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new SourceError("source-refused", "REDMINE_API_KEY is one word: copy it again.")
  return key
}
