import type { IdentityKind } from "../../ticket/looked-up.ts"
import type { Person, Ticket } from "../../ticket/ticket.ts"
import { escapeRegExp } from "../../text/escape-reg-exp.ts"
import type { MaskType, Placeholders } from "../basis/placeholder-table.ts"

/**
 * What the answers of lookups hold of who somebody is: people by whom masking knows names, and other values that are
 * sought like those of the ticket.
 */
export function identitiesOf({ identities = [] }: Pick<Ticket, "identities">) {
  const values = identities.map(({ kind, value }) => ({ type: TYPES[kind], value }))
  const people = identities.flatMap(({ kind, value }): Person[] =>
    kind === "name" ? [{ name: value }] : kind === "email" ? [{ email: value }] : []
  )
  // In a fact, a part of a name is a name.
  const parts = identities
    .filter(({ kind }) => kind === "name")
    .flatMap(({ value }) => value.split(/\s+/))
    .filter((part) => part.length >= SHORTEST_PART)
    .map((value) => ({ type: TYPES.name, value }))
  const hidden = new Map([...parts, ...values].map((one) => [one.value.toLowerCase(), one]))
  const longestFirst = [...hidden.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp)
  const pattern =
    longestFirst.length === 0
      ? undefined
      : new RegExp(`${PLACEHOLDER}|(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "giu")
  return {
    people,
    values: values.filter(({ type }) => type !== "PERSON" && type !== "EMAIL"),
    /** Replaces what is left of an identity in a masked fact, however short. */
    hide(text: string, placeholders: Placeholders): string {
      if (!pattern) return text
      return text.replace(pattern, (found) => {
        const known = hidden.get(found.toLowerCase())
        return known ? placeholders.assign(known.type, found, true).placeholder : found
      })
    }
  }
}

const TYPES: Record<IdentityKind, MaskType> = {
  name: "PERSON",
  email: "EMAIL",
  phone: "PHONE",
  address: "ADDRESS",
  organisation: "ORG"
}
const PLACEHOLDER = "\\[[A-Z]{2,20}_\\d{1,4}\\]"
const SHORTEST_PART = 3
