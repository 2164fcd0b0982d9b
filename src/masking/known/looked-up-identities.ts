import { FORM_KINDS, IDENTITY_KINDS, type Identity } from "../../ticket/looked-up.ts"
import type { Person, Ticket } from "../../ticket/ticket.ts"
import { escapeRegExp } from "../../text/escape-reg-exp.ts"
import type { MaskEntry, MaskType, Placeholders } from "../basis/placeholder-table.ts"

/**
 * What the answers of lookups hold of who somebody is: people by whom masking knows names, and all values, which are
 * sought like those of the ticket.
 */
export function identitiesOf({ identities = [] }: Pick<Ticket, "identities">) {
  const named = identities.filter(({ byForm }) => !byForm)
  const values = named.map(({ kind, value }) => ({ type: TYPES[kind], value }))
  const people = identities.flatMap(({ kind, value, byForm }): Person[] =>
    kind === "name" ? (byForm ? [] : [{ name: value }]) : kind === "email" ? [{ email: value }] : []
  )
  // In a fact, a part of a name is a name.
  const parts = named
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
    /** Names that masking found in the answer. */
    names: identities.filter(({ kind, byForm }) => byForm && kind === "name").map(({ value }) => value),
    values: identities.map(({ kind, value }) => ({ type: TYPES[kind], value })),
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

/** Returns a value that masking found in an answer, or undefined for what isn't sought elsewhere. */
export function identityOf({ type, value }: MaskEntry): Identity | undefined {
  const kind = KINDS.get(type)
  return kind === undefined ? undefined : { kind, value, byForm: true }
}

const TYPES: Record<Identity["kind"], MaskType> = {
  name: "PERSON",
  email: "EMAIL",
  phone: "PHONE",
  address: "ADDRESS",
  organisation: "ORG",
  place: "PLACE",
  birth: "BIRTH",
  vehicle: "VEHICLE",
  card: "CARD",
  iban: "IBAN",
  account: "ACCOUNT",
  government: "GOV",
  secret: "SECRET",
  ip: "IP",
  link: "LINK",
  id: "ID"
}
const KINDS: ReadonlyMap<MaskType, Identity["kind"]> = new Map(
  [...IDENTITY_KINDS, ...FORM_KINDS].map((kind) => [TYPES[kind], kind])
)
const PLACEHOLDER = "\\[[A-Z]{2,20}_\\d{1,4}\\]"
const SHORTEST_PART = 3
