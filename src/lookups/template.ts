import { toBase64 } from "../text/bytes/base64.ts"

/** A place of an address, a path or a header: `{order}` or `{secret:token}`. */
export interface Place {
  start: number
  end: number
  /** "secret" and "base64" stand for what the person typed. */
  kind: "value" | "secret" | "base64"
  name: string
}

/** Returns the places of an address or a header, from left to right. */
export function placesIn(template: string): Place[] {
  return Array.from(template.matchAll(PLACE), ({ 0: whole, 1: kind, 2: name = "", index }) => ({
    start: index,
    end: index + whole.length,
    name,
    kind: kind === "secret" || kind === "base64" ? kind : "value"
  }))
}

/**
 * Puts values of a ticket into an address. Each is encoded, so that none can add a parameter or leave its part of the
 * path.
 * @returns the address, or the name of a value that it can't hold
 */
export function fillAddress(
  template: string,
  values: Readonly<Record<string, string>>
): { address: string; refused?: undefined } | { address?: undefined; refused: string } {
  let address = ""
  let last = 0
  for (const { start, end, name } of placesIn(template)) {
    const before = template.slice(0, start)
    const value = values[name] ?? ""
    if (!fits(value, before)) return { refused: name }
    address += template.slice(last, start) + encodeURIComponent(value)
    last = end
  }
  return { address: address + template.slice(last) }
}

/**
 * Puts values of a ticket into a JSONPath expression, as in `$.orders[?@.name=='#{order}']`. Braces can stand only
 * within its quotes, and no value can end those: what would is escaped, so a value is always a literal.
 */
export function fillPath(path: string, values: Readonly<Record<string, string>>): string {
  const escaped = (value: string) =>
    value.toWellFormed().replace(/['"\\\p{Cc}]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)
  return path.replace(PLACE, (_, _kind, name: string) => escaped(values[name] ?? ""))
}

/** Puts secrets into a header. @throws if a secret is missing */
export function fillHeader(template: string, secrets: Readonly<Record<string, string>>): string {
  let header = ""
  let last = 0
  for (const { start, end, kind, name } of placesIn(template)) {
    const secret = secrets[name]
    if (secret === undefined) throw new Error(`no secret ${name}`)
    header += template.slice(last, start) + (kind === "base64" ? base64Of(secret) : secret)
    last = end
  }
  return header + template.slice(last)
}

/**
 * A part of a path can't be "..", and a value within quotes of a query language can't end them. Half a character, which
 * is what a name that was cut off can end in, has no place in an address.
 */
function fits(value: string, before: string): boolean {
  if (value === "" || value.length > MAX_CHARACTERS || /[\p{Cc}\p{Cs}]/u.test(value)) return false
  if (!before.includes("?") && /^\.{1,2}$/.test(value)) return false
  return !isWithinQuotes(before) || !/['"\\]/.test(value)
}

/** Whether a quote is open at the end of this part of an address, as in `query=name:'#`. */
const isWithinQuotes = (before: string) => SORTS_OF_QUOTES.some((quote) => before.split(quote).length % 2 === 0)

/** Returns the base64 of a text in UTF-8, as Basic authentication has it. */
export const base64Of = (text: string) => toBase64(new TextEncoder().encode(text))

const PLACE = /\{(?:(secret|base64):)?([a-z][\w-]{0,59})\}/gi
const SORTS_OF_QUOTES = [/'|%27/i, /"|%22/i]
/** In characters. */
const MAX_CHARACTERS = 200
