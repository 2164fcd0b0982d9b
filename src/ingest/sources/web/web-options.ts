import { SourceError } from "../../source/source.ts"
import type { SourceArguments } from "../../source/source-kind.ts"

/** The options of every source that is read over HTTP. */
export const WEB_OPTIONS = { "allow-host": { type: "string", multiple: true } } as const

/** Returns the hosts named with `--allow-host`, which may be in a private network. */
export function allowedHosts(values: SourceArguments["values"]): string[] {
  return [values["allow-host"] ?? []].flat().filter((value) => typeof value === "string")
}

/**
 * Returns the address in `site:https://...` or, without a kind, in `https://...`. Returns undefined if there is no
 * address or it is of another kind.
 */
export function addressIn(argument: string, kind: string): { address: string; named: boolean } | undefined {
  const [, prefix, address] = /^(?:([a-z][a-z-]*):)?(https?:\/\/.*)$/is.exec(argument.trim()) ?? []
  if (address === undefined || (prefix !== undefined && prefix !== kind)) return undefined
  return { address, named: prefix !== undefined }
}

/** Reads a number and checks that it lies between two limits. @throws SourceError */
export function numberIn(
  values: SourceArguments["values"],
  name: string,
  least: number,
  most: number
): number | undefined {
  const value = values[name]
  if (value === undefined) return undefined
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN
  if (!(number >= least && number <= most))
    throw new SourceError("source-unreadable", `--${name} takes a number from ${least} to ${most}.`)
  return number
}
