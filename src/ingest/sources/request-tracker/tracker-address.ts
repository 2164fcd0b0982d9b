import { parseHelpdeskAddress, type HelpdeskAddress } from "../helpdesk/helpdesk-address.ts"
import { SourceError } from "../../source/source.ts"

/** The parts of a Request Tracker that can be imported. Each has documents and a state of its own. */
export const PARTS = ["articles", "tickets"] as const
export type Part = (typeof PARTS)[number]

/**
 * Reads `rt:https://support.example.com/rt`, or an address that is recognisable as a Request Tracker's. @throws
 * SourceError
 */
export function parseTrackerAddress(argument: string): HelpdeskAddress<Part> | undefined {
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
export function authorizationOf(environment: Record<string, string | undefined>): string {
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
