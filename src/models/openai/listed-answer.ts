import * as z from "zod/mini"

/**
 * Returns the list that a model was asked for as `{"<name>": [...]}`, or undefined if there is none. Models put it into
 * a code block, or leave the object around it out.
 */
export function listedAnswer(answer: string, name: string): unknown[] | undefined {
  const begin = answer.search(/[[{]/)
  const end = Math.max(answer.lastIndexOf("]"), answer.lastIndexOf("}"))
  if (begin < 0 || end < begin) return undefined
  try {
    const value: unknown = JSON.parse(answer.slice(begin, end + 1))
    const list = Array.isArray(value) ? value : z.record(z.string(), z.unknown()).safeParse(value).data?.[name]
    return z.array(z.unknown()).safeParse(list).data
  } catch {
    return undefined
  }
}

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
