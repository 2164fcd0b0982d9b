import { LineCounter, parseDocument, type Document, CST, Lexer, isScalar, visit, type YAMLError } from "yaml"
import type { Mistake } from "./mistake-lines.ts"

export type OpenedYaml =
  | { document: Document; counter: LineCounter; mistakes?: undefined }
  | { document?: undefined; counter?: undefined; mistakes: Mistake[] }

/**
 * Opens a file that somebody wrote as YAML, or says what is wrong with it, in the order of the file: that it has too
 * many entries, can't be read as YAML, or is empty.
 * @param whenEmpty the sentence for a file without anything in it
 * @param isBounded false for a file that only whoever runs the command waits for
 */
export function openYaml(
  source: string,
  { whenEmpty = "The file is empty.", isBounded = true }: { whenEmpty?: string; isBounded?: boolean } = {}
): OpenedYaml {
  const tooMuch = isBounded ? boundsMistake(source) : undefined
  if (tooMuch) return { mistakes: [tooMuch] }
  const counter = new LineCounter()
  // The library compares each name with each of its neighbours, so names that stand twice are found by ourselves.
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, uniqueKeys: false })
  const syntax = syntaxMistakes(document, source, counter)
  if (syntax.length > 0) return { mistakes: syntax.toSorted((one, other) => one.line - other.line) }
  if (document.contents === null) return { mistakes: [{ line: 1, sentence: whenEmpty }] }
  return { document, counter }
}

/** So many names, items and values one file may have. The largest that somebody wrote by hand had some hundred. */
export const MAX_YAML_ENTRIES = 10_000
/** So many lists and maps may stand within each other. */
export const MAX_YAML_DEPTH = 50

/**
 * Says what is too much in a file before it is parsed, because parsing takes long, and much memory, for many entries or
 * a deep nesting. It only splits the text into its signs, so words in quotes don't count.
 */
function boundsMistake(source: string): Mistake | undefined {
  let [entries, open, line, indicators] = [0, 0, 1, 0]
  for (const token of new Lexer().lex(source)) {
    line += linesIn(token)
    switch (CST.tokenType(token)) {
      case "newline":
        indicators = 0
        break
      case "flow-seq-start":
      case "flow-map-start":
        entries++
        open++
        break
      case "flow-seq-end":
      case "flow-map-end":
        open--
        break
      case "seq-item-ind":
      case "explicit-key-ind":
        entries++
        indicators++
        break
      case "comma":
      case "map-value-ind":
      case "anchor":
      case "tag":
        entries++
    }
    if (entries > MAX_YAML_ENTRIES)
      return { line, sentence: `The file has more than ${MAX_YAML_ENTRIES} entries: divide it into several.` }
    if (open > MAX_YAML_DEPTH || indicators > MAX_YAML_DEPTH)
      return {
        line,
        sentence: `More than ${MAX_YAML_DEPTH} lists or maps stand within each other here: write it flatter.`
      }
  }
  return undefined
}

function linesIn(token: string): number {
  let lines = 0
  for (let at = token.indexOf("\n"); at >= 0; at = token.indexOf("\n", at + 1)) lines++
  return lines
}

/**
 * Describes what can't be read as YAML. Only the first such mistake is listed, because the others may follow from it,
 * but every duplicate name is.
 */
export function syntaxMistakes(document: Document.Parsed, source: string, counter: LineCounter): Mistake[] {
  const { errors, warnings } = document
  const line = (error: YAMLError) => counter.linePos(error.pos[0]).line
  const [first] = [...errors, ...warnings]
  const unread = source.indexOf("\uFFFD")
  return [
    ...(unread === -1 ? [] : [{ line: counter.linePos(unread).line, sentence: NOT_UTF8 }]),
    ...repeatedNames(document).map((at) => ({
      line: counter.linePos(at).line,
      sentence: `The name ${wordAt(source, at)} is given a second time: each can stand once.`
    })),
    ...(first
      ? [
          {
            line: line(first),
            sentence: sentenceOf(first, source)
          }
        ]
      : []),
    ...aliases(document).map((at) => ({
      line: counter.linePos(at).line,
      sentence: "Aliases (*name) aren't known here: write it out."
    }))
  ]
}

/** A text in braces or brackets ends at the first brace of its own, and the parser tells only what it misses there. */
function sentenceOf({ code, message, pos: [at] }: YAMLError, source: string): string {
  const isBrace = /[{[]/.test(source[at] ?? "")
  const isNext = isBrace && /[\]}]\s*$/.test(source.slice(Math.max(0, at - 200), at))
  if (isNext || (code === "MISSING_CHAR" && message.includes("between flow")))
    return isBrace && !isNext ? QUOTE_BRACES : "A comma is missing between two entries here, or a text needs quotes."
  if (code === "UNEXPECTED_TOKEN" && (isBrace ? source[at - 1] !== "$" : source[at - 1] === "}")) return QUOTE_BRACES
  if (code === "BAD_INDENT" && message.includes("end with a"))
    return "A bracket or brace that was opened isn't closed before this line, or this line isn't indented."
  return SYNTAX[code] ?? "This isn't YAML as the relay reads it: look at this line and the one before it."
}

/** A file in another encoding is read with this sign in the place of such letters, and customers would get it. */
const NOT_UTF8 = "A letter of this line can't be read: save the file as UTF-8."

const QUOTE_BRACES = 'A text that holds braces or brackets needs quotes here: "Hello {name}" in place of Hello {name}.'

function aliases(document: Document): number[] {
  const positions: number[] = []
  visit(document, { Alias: (_key, { range }) => void positions.push(range?.[0] ?? 0) })
  return positions
}

/** Returns where a name stands that its map has had before. */
function repeatedNames(document: Document): number[] {
  const places: number[] = []
  visit(document, {
    Map: (_key, { items }) => {
      const names = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (names.has(key.value)) places.push(key.range?.[0] ?? 0)
        names.add(key.value)
      }
    }
  })
  return places
}

const SYNTAX: Record<string, string> = {
  TAB_AS_INDENT: "A tab begins this line: YAML is indented by spaces.",
  BAD_INDENT: "This line isn't indented like its neighbours: what belongs together begins in the same column.",
  MULTILINE_IMPLICIT_KEY: "A colon is missing here or in the line before: each name is followed by a colon.",
  BLOCK_AS_IMPLICIT_KEY: "There are two colons where one can be: put a text that holds a colon and a space in quotes.",
  BAD_DQ_ESCAPE:
    "In double quotes a backslash has a meaning of its own: write a pattern in single quotes, such as '\\d{5}'.",
  MISSING_CHAR: "A quote or bracket that was opened isn't closed.",
  MULTIPLE_DOCS: "A second document begins here (---): the file is one.",
  UNEXPECTED_TOKEN: "Something stands here that YAML doesn't expect. Within braces put ${NAME} in quotes.",
  BAD_SCALAR_START: "A text can't begin with this character: put it in quotes.",
  TAG_RESOLVE_FAILED: "Tags (a word that begins with !) aren't known here: take it out."
}

function wordAt(source: string, at: number): string {
  return /^["']?([\w.-]{1,60})/.exec(source.slice(at, at + 80))?.[1] ?? "on this line"
}
