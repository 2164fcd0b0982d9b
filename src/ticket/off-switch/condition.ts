import { coversSite } from "./site-pattern.ts"

/** What a condition is compared with. Parts that aren't known are missing. */
export interface SwitchFacts {
  /** Who is signed in. */
  person?: { name: string; groups: readonly string[] } | undefined
  /** The origin of the helpdesk. */
  site?: string | undefined
  /** What the ticket itself says, once it was read. */
  ticket?: { tags: readonly string[]; fields?: Record<string, string> | undefined } | undefined
}

/** "unread": the ticket would have to be read first. */
export type Holds = "holds" | "fails" | "unread"
export type Condition = (facts: SwitchFacts) => Holds

/**
 * Reads a condition: `always`, or one or several of these, joined by `and`. A value with the word "and" in it stands in
 * double quotes. Upper and lower case and the number of spaces don't count.
 *
 *     tag is vip
 *     field Country is CH
 *     group is Second level     the person's group, or the ticket's field Group, Queue or Team
 *     person is Mia Berg
 *     site is https://*.zendesk.com
 *
 * @returns undefined if it can't be read
 */
export function parseCondition(text: string): Condition | undefined {
  if (/^\s*always\s*$/i.test(text)) return () => "holds"
  const parts = text.split(JOIN).map(parsePart)
  const conditions = parts.filter((part) => part !== undefined)
  if (conditions.length < parts.length) return undefined
  return (facts) => {
    const all = conditions.map((condition) => condition(facts))
    return all.includes("fails") ? "fails" : all.includes("unread") ? "unread" : "holds"
  }
}

/** The word "and" outside double quotes. */
const JOIN = /\sand(?:\s|$)(?=(?:[^"]*"[^"]*")*[^"]*$)/i
const PART = /^\s*(?:(tag|group|person|site)|field\s+("[^"]+"|\S.*?))\s+is\s+("[^"]+"|[^"\s][^"]*?)\s*$/isu

function parsePart(text: string): Condition | undefined {
  const [, kind, field, quoted] = PART.exec(text) ?? []
  const value = quoted?.replace(/^"|"$/g, "")
  if (value === undefined || plain(value) === "") return undefined
  if (field !== undefined) return ({ ticket }) => ofTicket(ticket, () => hasField(ticket, [unquoted(field)], value))
  switch (kind?.toLowerCase()) {
    case "tag":
      return ({ ticket }) => ofTicket(ticket, () => ticket?.tags.some((tag) => plain(tag) === plain(value)) === true)
    case "group":
      return ({ person, ticket }) =>
        person?.groups.some((group) => plain(group) === plain(value))
          ? "holds"
          : ofTicket(ticket, () => hasField(ticket, GROUP_FIELDS, value))
    case "person":
      return ({ person }) => (plain(person?.name ?? "") === plain(value) ? "holds" : "fails")
    case "site":
      return isSitePattern(value) ? ({ site }) => (isAt(value, site) ? "holds" : "fails") : undefined
  }
  return undefined
}

const GROUP_FIELDS = ["Group", "Queue", "Team"]

const unquoted = (text: string) => text.replace(/^"|"$/g, "")
const plain = (text: string) => text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase()

const ofTicket = (ticket: SwitchFacts["ticket"], test: () => boolean): Holds =>
  ticket === undefined ? "unread" : test() ? "holds" : "fails"

const hasField = (ticket: SwitchFacts["ticket"], names: readonly string[], value: string): boolean =>
  Object.entries(ticket?.fields ?? {}).some(
    ([name, content]) => names.some((one) => plain(one) === plain(name)) && plain(content) === plain(value)
  )

/** Whether there is any origin that the pattern covers. */
const isSitePattern = (pattern: string): boolean => {
  const example = URL.parse(pattern.trim().replace("*.", "example."))
  return example !== null && coversSite(pattern, example)
}

function isAt(pattern: string, site: string | undefined): boolean {
  const url = site === undefined ? null : URL.parse(site)
  return url !== null && coversSite(pattern, url)
}
