import type { LookupDefinition } from "../protocol/operating/lookups.ts"
import type { JsonAnswer } from "./get-json.ts"
import { valuesAt } from "./json-path.ts"

/**
 * Returns the address of the next page, or undefined after the last one. An address at a host that isn't allowed counts
 * as none.
 */
export function nextPage(
  { next }: Pick<LookupDefinition, "next">,
  address: string,
  { json, headers }: JsonAnswer,
  origins: readonly string[]
): string | undefined {
  if (!next) return undefined
  const found = next.by === "link" ? linkIn(headers.get("link")) : textAt(json, next.path)
  if (found === undefined || found === "") return undefined
  const named = next.by === "parameter" ? withParameter(address, next.parameter ?? "", found) : found
  if (!URL.canParse(named, address)) return undefined
  const following = new URL(named, address)
  return origins.includes(following.origin) && following.href !== address ? following.href : undefined
}

/** Reads `<address>; rel="next"` (RFC 8288). */
function linkIn(header: string | null): string | undefined {
  const links = (header ?? "").slice(0, 8000).matchAll(/<([^<>]{1,4000})>([^<]*)/g)
  for (const [, address, parameters = ""] of links)
    if (/;\s*rel\s*=\s*"?(?:[^",;]*\s)?next(?:\s[^",;]*)?"?/i.test(parameters)) return address
  return undefined
}

function textAt(json: unknown, path = "$"): string | undefined {
  const [value] = valuesAt(json, path)
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined
}

function withParameter(address: string, name: string, value: string): string {
  const changed = new URL(address)
  changed.searchParams.set(name, value)
  return changed.href
}
