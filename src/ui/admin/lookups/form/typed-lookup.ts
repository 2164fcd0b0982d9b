import type { FactDefinition, LookupDefinition, TicketValue } from "../../../../protocol/routes/lookups.ts"

/** A lookup as it is typed into the form: every text as it stands in its field, wrong or not. */
export interface TypedLookup {
  lookup: string
  title: string
  asked: "browser" | "relay"
  url: string
  /** The statement of a view. */
  view: string
  /** One host a line. */
  hosts: string
  headers: TextRow[]
  secrets: TextRow[]
  values: ValueRow[]
  cache: string
  next: { by: NextBy; path: string; parameter: string }
  facts: FactRow[]
}

export interface Row {
  id: string
  /** Its place among its like in the stored file. A row that is new has none. */
  at?: number
  name: string
}
export interface TextRow extends Row {
  text: string
}
export interface ValueRow extends Row {
  label: string
  from: "" | NonNullable<TicketValue["from"]>
  /** One field of the ticket a line. */
  field: string
  pattern: string
  unmasked: boolean
}
export interface FactRow extends Row {
  label: string
  path: string
  type: FactDefinition["type"]
  currency: string
  minor: boolean
  identity: "" | NonNullable<FactDefinition["identity"]>
  words: TextRow[]
}
export type NextBy = "" | NonNullable<LookupDefinition["next"]>["by"]

/** The parts of a lookup that have rows. */
export const GROUPS = ["headers", "secrets", "values", "facts"] as const

let made = 0
const newRow = () => ({ id: `lookup-row-${++made}`, name: "" })
export const newTextRow = (name = ""): TextRow => ({ ...newRow(), name, text: "" })
export const newValueRow = (name = ""): ValueRow => ({
  ...newRow(),
  name,
  label: "",
  from: "",
  field: "",
  pattern: "",
  unmasked: false
})
export const newFactRow = (): FactRow => ({
  ...newRow(),
  label: "",
  path: "",
  type: "text",
  currency: "",
  minor: false,
  identity: "",
  words: []
})
export const emptyLookup = (): TypedLookup => ({
  lookup: "",
  title: "",
  asked: "browser",
  url: "",
  view: "",
  hosts: "",
  headers: [],
  secrets: [],
  values: [],
  cache: "",
  next: { by: "", path: "", parameter: "" },
  facts: [newFactRow()]
})

/** A row in which nothing is typed isn't stored. */
export const storedRows = <R extends TextRow | ValueRow | FactRow>(rows: readonly R[]): R[] =>
  rows.filter((row) => TYPED.some((key) => valueOf(row, key).trim() !== ""))

const TYPED = ["name", "text", "label", "path", "field", "pattern", "from"]
const valueOf = (row: object, key: string): string => {
  const { [key]: value = "" }: Record<string, unknown> = { ...row }
  return typeof value === "string" ? value : ""
}

/** Returns the lines that hold something. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")

/** Returns the host that an address asks, or "" if it has none that is written out. */
export function hostOf(url: string): string {
  const [origin = ""] = /^https?:\/\/[^/?#{}@\\\s]+(?=[/?#]|$)/i.exec(url.trim()) ?? []
  return origin !== "" && URL.canParse(origin) ? new URL(origin).host : ""
}

/** Sets the address. The hosts follow it as long as they are what it gave. */
export const withUrl = (typed: TypedLookup, url: string): TypedLookup => ({
  ...typed,
  url,
  hosts: typed.hosts.trim() === hostOf(typed.url) ? hostOf(url) : typed.hosts
})

/** Returns the names of the gaps that a text has and no row explains: {order}, or with `kind` {secret:token}. */
export function unexplained(texts: readonly string[], kind: "value" | "secret", rows: readonly Row[]): string[] {
  const names = texts.flatMap((text) =>
    Array.from(text.matchAll(/\{(?:(secret|base64):)?([a-z][\w-]{0,59})\}/gi), ([, of, name = ""]) =>
      (of === undefined) === (kind === "value") ? name : ""
    )
  )
  return [...new Set(names)].filter((name) => name !== "" && !rows.some((row) => row.name.trim() === name))
}
