import { parse } from "yaml"
import * as z from "zod/mini"

/**
 * Returns what a model wrote as an object or a list, or undefined if it can't be read. Models put it into a code block.
 * Small ones write single quotes, or a comma too many.
 */
export function parsedAnswer(answer: string): unknown {
  const begin = answer.search(/[[{]/)
  const end = Math.max(answer.lastIndexOf("]"), answer.lastIndexOf("}"))
  if (begin < 0 || end < begin) return undefined
  return looseJson(answer.slice(begin, end + 1))
}

/**
 * Returns the list that a model was asked for as `{"<name>": [...]}`, or undefined if there is none. Models leave the
 * object around it out.
 */
export function listIn(value: unknown, name: string): unknown[] | undefined {
  const list = Array.isArray(value) ? value : z.record(z.string(), z.unknown()).safeParse(value).data?.[name]
  return z.array(z.unknown()).safeParse(list).data
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

/**
 * Returns those objects of such a list that are whole, in one pass, where the answer breaks off or is broken in places.
 * One that can't be read is left out.
 */
export function wholeObjects(answer: string, name: string): unknown[] {
  const label = new RegExp(`["']?${name}["']?\\s*:\\s*\\[`).exec(answer)
  const objects: unknown[] = []
  let depth = 0
  let begin = 0
  PIECE.lastIndex = label ? label.index + label[0].length : Math.max(0, answer.search(/\[\s*\{/))
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
 * @param others the JSON schema of each field beside the list; all of them are required too
 */
export const listFormat = (
  name: string,
  properties: Readonly<Record<string, object>>,
  others: Readonly<Record<string, object>> = {}
): object => ({
  type: "json_schema",
  json_schema: {
    name,
    strict: true,
    schema: {
      type: "object",
      additionalProperties: false,
      required: [name, ...Object.keys(others)],
      properties: {
        [name]: {
          type: "array",
          items: { type: "object", additionalProperties: false, required: Object.keys(properties), properties }
        },
        ...others
      }
    }
  }
})
