import { SourceError } from "../../source/source.ts"
import type { SourceArguments } from "../../source/source-kind.ts"
import { readAddress } from "../web/ssrf-guard.ts"

/** A helpdesk on a server of somebody's own, and what of it an argument names. */
export interface HelpdeskAddress<Part extends string> {
  /** With a slash at its end. */
  base: URL
  parts: readonly Part[]
}

interface Reading<Part extends string> {
  /** As in `rt:https://...`. */
  prefix: string
  parts: readonly Part[]
  /** Ends of an address that stand for a page of it: the helpdesk lies above. */
  within: RegExp
  example: string
}

/**
 * `rt:https://support.example.com/rt`, with `#tickets` behind it for that part alone. Undefined where it is of another
 * kind.
 * @throws SourceError
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

/** How an argument opens this part alone, from anywhere. */
export function argumentOf(prefix: string, base: URL, part: string): string {
  return `${prefix}:${base.href}#${part}`
}

/** Under this a part's documents are kept: host, and path where it has one. */
export function collectionOf(prefix: string, { host, pathname }: URL, part: string): string {
  return [prefix, host, ...pathname.split("/").filter(Boolean), part].join("-")
}

/** Those that the argument names, else those of the options, else all. */
export function partsToImport<Part extends string>(
  named: readonly Part[],
  all: readonly Part[],
  values: SourceArguments["values"]
): readonly Part[] {
  if (named.length > 0) return named
  const asked = all.filter((part) => values[part] === true)
  return asked.length > 0 ? asked : all
}

/** What was written behind an option that may stand several times. */
export function listOf(values: SourceArguments["values"], name: string): string[] {
  return [values[name] ?? []]
    .flat()
    .flatMap((value) => (typeof value === "string" && value.trim() !== "" ? [value.trim()] : []))
}
