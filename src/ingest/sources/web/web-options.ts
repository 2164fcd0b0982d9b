import { SourceError } from "../../source/source.ts"
import type { SourceArguments } from "../../source/source-kind.ts"

/** Options of every source that is asked over HTTP. */
export const WEB_OPTIONS = { "allow-host": { type: "string", multiple: true } } as const

/** Hosts named with `--allow-host`, which may lie in a private network. */
export function allowedHosts(values: SourceArguments["values"]): string[] {
  return [values["allow-host"] ?? []].flat().filter((value) => typeof value === "string")
}

/**
 * The address in `site:https://...` or, where no kind is named, in `https://...`; undefined where it is none or another
 * kind's.
 */
export function addressIn(argument: string, kind: string): { address: string; named: boolean } | undefined {
  const [, prefix, address] = /^(?:([a-z][a-z-]*):)?(https?:\/\/.*)$/is.exec(argument.trim()) ?? []
  if (address === undefined || (prefix !== undefined && prefix !== kind)) return undefined
  return { address, named: prefix !== undefined }
}

/** A number between two, as it was written. @throws SourceError */
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
