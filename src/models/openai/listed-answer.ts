import { parse } from "yaml"
import * as z from "zod/mini"

/** A list that a model was asked for, as far as it wrote it. */
export interface ListedAnswer {
  entries: unknown[]
  /** False if the answer breaks off, or is broken elsewhere: entries are missing then. */
  isWhole: boolean
}

/**
 * Returns the list that a model was asked for as `{"<name>": [...]}`, or undefined if there is none. Models put it into
 * a code block, or leave the object around it out. Small ones write single quotes, or a comma too many.
 */
export function listedAnswer(answer: string, name: string): unknown[] | undefined {
  const begin = answer.search(/[[{]/)
  const end = Math.max(answer.lastIndexOf("]"), answer.lastIndexOf("}"))
  if (begin < 0 || end < begin) return undefined
  const value = looseJson(answer.slice(begin, end + 1))
  const list = Array.isArray(value) ? value : z.record(z.string(), z.unknown()).safeParse(value).data?.[name]
  return z.array(z.unknown()).safeParse(list).data
}

/** Returns the same list or, of an answer that breaks off or is broken in places, those of its objects that are whole. */
export function listedObjects(answer: string, name: string): ListedAnswer {
  const entries = listedAnswer(answer, name)
  return entries ? { entries, isWhole: true } : { entries: wholeObjects(answer, name), isWhole: false }
}

/** Reads JSON, or what YAML allows besides: single quotes, a comma after the last entry. Undefined if it is neither. */
function looseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return inYaml(text)
  }
}

function inYaml(text: string): unknown {
  try {
    return parse(text, { logLevel: "error", maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

/** Returns the objects of a list that begin and end, in one pass. One that can't be read is left out. */
function wholeObjects(answer: string, name: string): unknown[] {
  const named = new RegExp(`["']?${name}["']?\\s*:\\s*\\[`).exec(answer)
  const objects: unknown[] = []
  let depth = 0
  let begin = 0
  PIECE.lastIndex = named ? named.index + named[0].length : Math.max(0, answer.search(/\[\s*\{/))
  for (let piece = PIECE.exec(answer); piece; piece = PIECE.exec(answer)) {
    if (piece[0] === "{" && depth++ === 0) begin = piece.index
    if (piece[0] === "}" && --depth === 0) objects.push(looseJson(answer.slice(begin, piece.index + 1)))
    if (depth < 0 || (piece[0] === "]" && depth === 0)) break
  }
  return objects.filter((object) => typeof object === "object" && object !== null)
}

/** A bracket, or a quoted text, in which brackets count for nothing. */
const PIECE = /[{}\]]|"(?:[^"\\]|\\.)*"|(?<=[[{,:]\s*)'(?:[^'\\]|\\.|'(?!\s*[,:}\]]))*'/g

/**
 * Returns the form of such an answer, for servers that can hold a model to it.
 * @param properties the JSON schema of each field of an entry; all of them are required
 */
export const listFormat = (name: string, properties: Readonly<Record<string, object>>): object => ({
  type: "json_schema",
  json_schema: {
    name,
    strict: true,
    schema: {
      type: "object",
      additionalProperties: false,
      required: [name],
      properties: {
        [name]: {
          type: "array",
          items: { type: "object", additionalProperties: false, required: Object.keys(properties), properties }
        }
      }
    }
  }
})
