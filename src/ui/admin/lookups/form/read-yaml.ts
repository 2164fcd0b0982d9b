import { isMap, isScalar, isSeq, parseDocument, type Pair } from "yaml"
import { IDENTITY_KINDS } from "../../../../ticket/looked-up.ts"
import {
  emptyLookup,
  newFactRow,
  newTextRow,
  newValueRow,
  type FactRow,
  type NextBy,
  type TextRow,
  type TypedLookup,
  type ValueRow
} from "./typed-lookup.ts"
import { FACT_TYPES } from "../../../../protocol/routes/lookups.ts"

/** Reads a stored lookup into the fields of the form. The relay has read it before, so its shape is right. */
export function typedLookup(source: string): TypedLookup {
  const { contents } = parseDocument(source)
  if (!isMap(contents)) return emptyLookup()
  const text = (key: string) => textOf(valueAt(contents, key))
  return {
    lookup: text("lookup"),
    title: text("title"),
    url: text("url"),
    view: text("view"),
    cache: text("cache"),
    asked: pairAt(contents, "view") ? "relay" : "browser",
    hosts: textsOf(valueAt(contents, "hosts")),
    headers: rowsOf(valueAt(contents, "headers"), textRow),
    secrets: rowsOf(valueAt(contents, "secrets"), textRow),
    values: rowsOf(valueAt(contents, "values"), valueRow),
    next: nextOf(valueAt(contents, "next")),
    facts: rowsOf(valueAt(contents, "facts"), factRow)
  }
}

export const pairAt = (map: unknown, key: string): Pair | undefined =>
  isMap(map) ? map.items.find((pair) => keyOf(pair) === key) : undefined
export const valueAt = (map: unknown, key: string): unknown => pairAt(map, key)?.value

/** The name of an entry. A name null of YAML is "null". */
export const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : "")

/** The text of a value. Nothing, and a list, has none. */
export const textOf = (node: unknown): string => (isScalar(node) && node.value !== null ? String(node.value) : "")

/** The texts of a list or of a value that stands alone, one a line. */
export const textsOf = (node: unknown): string => (isSeq(node) ? node.items.map(textOf).join("\n") : textOf(node))

const rowsOf = <R>(node: unknown, read: (value: unknown) => R) =>
  isMap(node) ? node.items.map((pair, at) => ({ ...read(pair.value), at, name: keyOf(pair) })) : []

const textRow = (value: unknown): TextRow => ({ ...newTextRow(), text: textOf(value) })

const valueRow = (value: unknown): ValueRow => ({
  ...newValueRow(),
  label: textOf(valueAt(value, "label")),
  from: oneOf(ORIGINS, textOf(valueAt(value, "from"))) ?? "",
  field: textsOf(valueAt(value, "field")),
  pattern: textOf(valueAt(value, "pattern")),
  unmasked: textOf(valueAt(value, "unmasked")) === "true"
})

const factRow = (value: unknown): FactRow => ({
  ...newFactRow(),
  label: textOf(valueAt(value, "label")),
  path: textOf(valueAt(value, "path")),
  type: oneOf(FACT_TYPES, textOf(valueAt(value, "type"))) ?? "text",
  currency: textOf(valueAt(value, "currency")),
  minor: textOf(valueAt(value, "minor")) === "true",
  identity: oneOf(IDENTITY_KINDS, textOf(valueAt(value, "identity"))) ?? "",
  words: rowsOf(valueAt(value, "words"), textRow)
})

function nextOf(node: unknown): TypedLookup["next"] {
  const by: NextBy = isMap(node)
    ? pairAt(node, "parameter")
      ? "parameter"
      : "path"
    : textOf(node) === ""
      ? ""
      : "link"
  return { by, path: textOf(valueAt(node, "path")), parameter: textOf(valueAt(node, "parameter")) }
}

export const ORIGINS = ["requester-email", "requester-name", "ticket-id"] as const
const oneOf = <T extends string>(known: readonly T[], text: string) => known.find((one) => one === text)
