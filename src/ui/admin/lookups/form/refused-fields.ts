import { isMap, isScalar, LineCounter, parseDocument, type Pair } from "yaml"
import { keyOf } from "./read-yaml.ts"
import { GROUPS, storedRows, type TypedLookup } from "./typed-lookup.ts"

/**
 * A field of the form: ["url"], ["facts", id of the row, "path"]. One that is shorter is the part that holds the
 * fields: ["facts", id] is a row, ["facts"] all of them, [] the form.
 */
export type Field = readonly string[]
export interface Refused {
  field: Field
  sentence: string
}

/**
 * Tells which field each sentence of the relay is about, by its line in the text that was sent. Where a line holds
 * several fields, a sentence that begins with the name of one is about that one, and any other about what holds them.
 * @param message the relay's sentences, "Line 3: ..." each
 * @param typed what the text was written from
 */
export function refusedFields(message: string, source: string, typed: TypedLookup): Refused[] {
  const entries = entriesOf(source, typed)
  return message.split("\n").map((told) => {
    const [, line, sentence] = /^Line (\d+): (.+)$/.exec(told) ?? []
    const field = line === undefined ? [] : shown(fieldAt(entries, Number(line), sentence ?? ""))
    // Nobody counts lines in a form, but beneath it there is nothing else that tells the place.
    return { field, sentence: field.length === 0 ? told : (sentence ?? told) }
  })
}

interface Entry {
  line: number
  field: Field
  /** As the relay names it: facts.sent.path. */
  name: string
}

function entriesOf(source: string, typed: TypedLookup): Entry[] {
  const counter = new LineCounter()
  const { contents } = parseDocument(source, { lineCounter: counter })
  const entries: Entry[] = []
  const add = (pair: Pair, above: Entry | undefined, id = keyOf(pair)) => {
    const entry = {
      line: counter.linePos((isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? 0).line,
      field: [...(above?.field ?? []), id],
      name: above ? `${above.name}.${keyOf(pair)}` : keyOf(pair)
    }
    entries.push(entry)
    return entry
  }
  for (const pair of pairsOf(contents)) {
    const top = add(pair, undefined)
    const group = GROUPS.find((one) => one === top.name)
    const rows = group && storedRows<TypedLookup[typeof group][number]>(typed[group])
    for (const [at, entry] of pairsOf(pair.value).entries()) {
      const row = add(entry, top, rows?.[at]?.id)
      for (const part of pairsOf(entry.value)) {
        const inRow = add(part, row)
        for (const word of pairsOf(part.value)) add(word, inRow)
      }
    }
  }
  return entries
}

const pairsOf = (node: unknown): Pair[] => (isMap(node) ? node.items : [])

function fieldAt(entries: readonly Entry[], line: number, sentence: string): Field {
  const at = Math.max(...entries.filter((one) => one.line <= line).map((one) => one.line))
  const here = entries.filter((one) => one.line === at)
  const named = here.filter(({ name }) => sentence.startsWith(`${name} `)).at(-1)
  if (named) return named.field
  const [first = [], ...others] = here.map(({ field }) => field).toSorted((a, b) => b.length - a.length)
  // A row and what holds it may stand on one line: that is the row.
  const apart = first.findIndex((part, depth) => others.some((other) => (other[depth] ?? part) !== part))
  return apart === -1 ? first : first.slice(0, apart)
}

/** The field itself, or what holds it if the form has no field for it. */
function shown(field: Field): Field {
  const [top = "", , inRow] = field
  if (!SHOWN.has(top)) return []
  if (!GROUPS.some((one) => one === top)) return [top]
  return inRow !== undefined && IN_ROW.has(inRow) ? field.slice(0, 3) : field.slice(0, 2)
}

const SHOWN = new Set(["lookup", "title", "url", "view", "hosts", "next", "cache", ...GROUPS])
const IN_ROW = new Set(["label", "from", "field", "pattern", "path", "type", "currency", "identity", "words"])
