import { isMap, isScalar, isSeq, Pair, parseDocument, Scalar, YAMLMap, YAMLSeq } from "yaml"
import { keyOf, pairAt, textOf, textsOf } from "./read-yaml.ts"
import { linesOf, storedRows, type FactRow, type TextRow, type TypedLookup, type ValueRow } from "./typed-lookup.ts"

/**
 * Writes what the form says into the stored file. Only what differs from it is changed, so comments, the order, the way
 * of writing and whatever the form doesn't show stay.
 * @param stored the file that was opened, "" for a new lookup
 */
export function lookupYaml(stored: string, typed: TypedLookup): string {
  const document = parseDocument(stored)
  const file = isMap(document.contents) ? document.contents : new YAMLMap()
  document.contents = file as typeof document.contents
  const isView = typed.asked === "relay"
  set(file, "lookup", typed.lookup, NEEDED)
  set(file, "title", typed.title, NEEDED)
  if (isView) for (const key of ["url", "hosts", "headers", "secrets", "next"]) file.delete(key)
  else {
    file.delete("view")
    set(file, "url", typed.url, NEEDED)
    setHosts(file, linesOf(typed.hosts), typed.url.trim().startsWith("/"))
    setRows(file, "headers", storedRows(typed.headers), writeText)
    setRows(file, "secrets", storedRows(typed.secrets), writeText)
    setNext(file, typed.next)
  }
  if (isView) set(file, "view", typed.view, NEEDED)
  setRows(file, "values", storedRows(typed.values), (pair, row) => writeValue(pair, row, isView))
  set(file, "cache", /^\d+$/.test(typed.cache.trim()) ? Number(typed.cache) : typed.cache)
  setRows(file, "facts", storedRows(typed.facts), (pair, row) => writeFact(pair, row, isView))
  if (!pairAt(file, "facts")) file.items.push(new Pair(new Scalar("facts"), flow(new YAMLMap())))
  inOrder(file)
  return document.toString({ lineWidth: 0, flowCollectionPadding: /^[^#'"]*[{[] /m.test(stored) })
}

/** What a lookup can't do without is written even where it is empty, so that the relay names its line. */
const NEEDED = null

/**
 * Sets a text, number or switch.
 * @param usual the value that an absent key means
 */
function set(map: YAMLMap, key: string, value: string | number | boolean, usual: string | null = ""): void {
  const pair = pairAt(map, key)
  const text = String(value).trim()
  if (pair && textOf(pair.value).trim() === text) return
  if (!pair && text === usual) return
  if (text === usual) map.delete(key)
  else put(map, key, typeof value === "string" ? text : value)
}

/** Writes a value in the way in which the former one was written, with its comment. */
function put(map: YAMLMap, key: string, value: string | number | boolean): void {
  const pair = pairAt(map, key)
  if (isScalar(pair?.value)) pair.value.value = value
  else if (pair) pair.value = new Scalar(value)
  else map.items.push(new Pair(new Scalar(key), new Scalar(value)))
}

function setList(map: YAMLMap, key: string, lines: string[], isAlwaysList: boolean): void {
  const pair = pairAt(map, key)
  if (lines.join("\n") === linesOf(textsOf(pair?.value)).join("\n")) return
  if (lines.length === 0) return void map.delete(key)
  const [only = ""] = lines
  if (lines.length === 1 && (isScalar(pair?.value) || (!pair && !isAlwaysList))) return put(map, key, only)
  const list = isSeq(pair?.value) ? pair.value : flow(new YAMLSeq())
  const former = [...list.items]
  list.items = lines.map((line) => former.find((one) => textOf(one) === line) ?? new Scalar(line))
  if (pair) pair.value = list
  else map.items.push(new Pair(new Scalar(key), list))
}

/** An address elsewhere can't do without hosts, so they are written even where none is typed. */
function setHosts(file: YAMLMap, hosts: string[], isHelpdesk: boolean): void {
  setList(file, "hosts", hosts, true)
  if (!isHelpdesk && !pairAt(file, "hosts")) file.items.push(new Pair(new Scalar("hosts"), flow(new YAMLSeq())))
}

/** Sets the entries of a map: each row changes its own entry, wherever it stands and whatever it is called now. */
function setRows<R extends TextRow | ValueRow | FactRow>(
  map: YAMLMap,
  key: string,
  rows: R[],
  write: (pair: Pair, row: R) => void
): void {
  const pair = pairAt(map, key)
  const group = isMap(pair?.value) ? pair.value : new YAMLMap()
  if (rows.length === 0 && group.items.length > 0) return void map.delete(key)
  if (rows.length === 0) return
  const former = [...group.items]
  group.items = rows.map((row) => {
    const entry = (row.at === undefined ? undefined : former[row.at]) ?? new Pair(new Scalar(""), null)
    if (keyOf(entry) !== row.name.trim()) {
      if (isScalar(entry.key)) entry.key.value = row.name.trim()
      else entry.key = new Scalar(row.name.trim())
    }
    write(entry, row)
    return entry
  })
  if (pair) pair.value = group
  else map.items.push(new Pair(new Scalar(key), group))
}

function writeText(pair: Pair, { text }: TextRow): void {
  if (pair.value !== null && textOf(pair.value).trim() === text.trim()) return
  if (isScalar(pair.value)) pair.value.value = text.trim()
  else pair.value = new Scalar(text.trim())
}

function writeValue(pair: Pair, { label, from, field, pattern, unmasked }: ValueRow, isView: boolean): void {
  const map = mapOf(pair)
  set(map, "label", label, NEEDED)
  set(map, "from", from)
  setList(map, "field", linesOf(field), false)
  set(map, "pattern", pattern)
  set(map, "unmasked", isView && unmasked, "false")
}

function writeFact(pair: Pair, fact: FactRow, isView: boolean): void {
  const map = mapOf(pair)
  set(map, "label", fact.label, NEEDED)
  set(map, "path", fact.path, NEEDED)
  set(map, "type", fact.type, "text")
  set(map, "currency", fact.type === "money" ? fact.currency : "")
  set(map, "minor", fact.type === "money" && fact.minor, "false")
  set(map, "identity", isView ? "" : fact.identity)
  setRows(map, "words", storedRows(fact.words), writeText)
}

function mapOf(pair: Pair): YAMLMap {
  if (isMap(pair.value)) return pair.value
  const map = new YAMLMap()
  pair.value = map
  return map
}

function setNext(file: YAMLMap, { by, path, parameter }: TypedLookup["next"]): void {
  const pair = pairAt(file, "next")
  if (by === "") return void file.delete("next")
  if (by === "link") return isMap(pair?.value) ? void (pair.value = new Scalar("link")) : set(file, "next", "link")
  const map = isMap(pair?.value) ? pair.value : flow(new YAMLMap())
  if (pair) pair.value = map
  else file.items.push(new Pair(new Scalar("next"), map))
  if (by === "parameter") set(map, "parameter", parameter, NEEDED)
  else map.delete("parameter")
  set(map, "path", path, NEEDED)
}

/** An entry that is new goes where the documentation has it, and those that were there keep their order. */
function inOrder(file: YAMLMap): void {
  const place = (pair: Pair) => ORDER.indexOf(keyOf(pair))
  const former = file.items.filter(({ key }) => isScalar(key) && key.range)
  for (const pair of file.items.filter((one) => !former.includes(one))) {
    const before = former.findLastIndex((one) => place(one) !== -1 && place(one) < place(pair))
    former.splice(before + 1, 0, pair)
  }
  file.items = former
}

const ORDER = ["lookup", "title", "url", "view", "hosts", "headers", "secrets", "values", "cache", "next", "facts"]

function flow<Node extends YAMLMap | YAMLSeq>(node: Node): Node {
  node.flow = true
  return node
}
