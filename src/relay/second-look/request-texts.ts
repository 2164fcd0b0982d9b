import type { TextField } from "./second-look.ts"

/**
 * Every string of a request, and every name that people chose, with its path: a field that is added to the wire is
 * looked at like all others. What has a form that holds no such thing by itself is passed over: `isPlain`.
 */
export function requestTexts(body: object): TextField[] {
  const found: TextField[] = []
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") {
      if (!isPlain(path, value)) found.push([path, value])
    } else if (Array.isArray(value)) value.forEach((one: unknown, at) => walk(one, `${path}[${at}]`))
    else if (typeof value === "object" && value !== null) {
      const isNamed = NAMED.has(path)
      for (const [name, one] of Object.entries(value)) {
        if (isNamed) found.push([path, name])
        walk(one, isNamed ? path : path === "" ? name : `${path}.${name}`)
      }
    }
  }
  walk(body, "")
  return found
}

/** Their names are people's words as well: they are looked at, and never told. */
const NAMED = new Set(["ticket.fields"])

/**
 * Ids alone can't be told from what is looked for. A UUID is made by the browser and is nothing else. A helpdesk's id
 * of 13 or 14 digits may be a right card number by chance, one in ten of Zendesk's is: the schema takes no longer run
 * of digits in an id, so that the numbers of cards that are in use (15 digits and more, but for some of Diners Club)
 * can't pass as one.
 */
const isPlain = (path: string, value: string) =>
  UUID.test(value) || (HELPDESK_ID.test(path) && /^\d{13,14}$/.test(value))
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const HELPDESK_ID = /(?:^|\.)(?:ticketId|messageId|version|messages\[\d+\]\.id)$/
