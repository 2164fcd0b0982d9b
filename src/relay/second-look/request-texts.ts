import type { TextField } from "./second-look.ts"

/**
 * Returns every string of a request, and every name that people chose, with its path. So a field that is added to the
 * protocol is checked like all others. A string whose form can't hold personal data is skipped (`isPlain`).
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

/** The names in these fields are written by people too, so they are checked, and never shown in an answer. */
const NAMED = new Set(["ticket.fields"])

/**
 * Ids can look like personal data. A UUID is made by the browser and can be nothing else. A helpdesk's id of 13 or 14
 * digits may be a valid card number by chance, as one in ten of Zendesk's is. The schema takes no longer run of digits
 * in an id, so the card numbers in use (15 digits and more, except some of Diners Club) can't pass as one.
 */
const isPlain = (path: string, value: string) =>
  UUID.test(value) || (HELPDESK_ID.test(path) && /^\d{13,14}$/.test(value))
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const HELPDESK_ID = /(?:^|\.)(?:ticketId|messageId|version|messages\[\d+\]\.id)$/
