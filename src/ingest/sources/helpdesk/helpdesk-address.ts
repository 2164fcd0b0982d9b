import { SourceError } from "../../source/source.ts"
import type { SourceArguments } from "../../source/source-kind.ts"
import { readAddress } from "../web/ssrf-guard.ts"
import type { MaskRules } from "../../../masking/basis/masking-rules.ts"
import type { TicketMasker } from "../tickets/ticket-masker.ts"
import type { WebOptions } from "../web/web-client.ts"

/** A helpdesk on a team's own server, with the parts of it that an argument names. */
export interface HelpdeskAddress<Part extends string> {
  /** The address ends in a slash. */
  base: URL
  parts: readonly Part[]
}

interface Reading<Part extends string> {
  /** The prefix is that of `rt:https://...`. */
  prefix: string
  parts: readonly Part[]
  /** An address with one of these endings is a page of the helpdesk, which lies above it. */
  within: RegExp
  example: string
}

/**
 * Reads an argument such as `rt:https://support.example.com/rt`, with `#tickets` after it for that part alone. Returns
 * undefined if the argument is of another kind.
 * @throws SourceError if the address or the part is invalid
 */
export function parseHelpdeskAddress<Part extends string>(
  argument: string,
  { prefix, parts, within, example }: Reading<Part>
): HelpdeskAddress<Part> | undefined {
  const [, place] = new RegExp(`^${prefix}:(.*)$`, "is").exec(argument.trim()) ?? []
  if (place === undefined) return undefined
  const [, address = "", part] = /^(.*?)(?:#([a-z]+))?$/is.exec(place.trim()) ?? []
  if (address === "") throw new SourceError("source-unreadable", `Say where it is: ${prefix}:${example}.`)
  const named = parts.filter((one) => one === part?.toLowerCase())
  if (part !== undefined && named.length === 0)
    throw new SourceError(
      "source-unreadable",
      `#${part} is no part of it: ${parts.map((one) => `#${one}`).join(", ")} are.`
    )
  const base = readAddress(/^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`)
  base.search = ""
  base.pathname = `${base.pathname.replace(within, "").replace(/\/+$/, "")}/`
  return { base, parts: named }
}

/** Returns the argument that opens this part alone, from anywhere. */
export function argumentOf(prefix: string, base: URL, part: string): string {
  return `${prefix}:${base.href}#${part}`
}

/** Returns the collection that holds a part's documents: the host, and the path if there is one. */
export function collectionOf(prefix: string, { host, pathname }: URL, part: string): string {
  return [prefix, host, ...pathname.split("/").filter(Boolean), part].join("-")
}

/** Returns the parts that the argument names, otherwise those that the options name, otherwise all. */
export function partsToImport<Part extends string>(
  named: readonly Part[],
  all: readonly Part[],
  values: SourceArguments["values"]
): readonly Part[] {
  if (named.length > 0) return named
  const asked = all.filter((part) => values[part] === true)
  return asked.length > 0 ? asked : all
}

/** Returns the values of an option that may occur several times. */
export function listOf(values: SourceArguments["values"], name: string): string[] {
  return [values[name] ?? []]
    .flat()
    .flatMap((value) => (typeof value === "string" && value.trim() !== "" ? [value.trim()] : []))
}

/** What the sources of all helpdesks can be given. */
export interface HelpdeskReadOptions extends WebOptions {
  /** The team's masking rules, for solved tickets. */
  rules?: (signal: AbortSignal) => Promise<MaskRules>
  /** The default masker runs in a thread of its own. */
  masker?: (rules: MaskRules) => TicketMasker
  /** The first read leaves out tickets that haven't changed for this many days. The default is 365. */
  days?: number
  /** This many requests a second are sent at most. The default is 5. */
  perSecond?: number
}
