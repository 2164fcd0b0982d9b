import { expect, test } from "vitest"
import { openApi } from "../../src/relay/server/openapi.ts"

/** Every field of the wire has its bounds: what has none is a stall, an answer of 500 or a column that overflows. */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** What of a JSON schema has no bound, by its path. */
function unbounded(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one: unknown, at) => unbounded(one, `${path}[${at}]`))
  if (!isObject(schema)) return []
  const types = [schema["type"]].flat()
  const isFixed = "const" in schema || "enum" in schema
  const missing = (type: string, ...bounds: string[]) =>
    types.includes(type) && !isFixed ? bounds.filter((bound) => typeof schema[bound] !== "number") : []
  const names = isObject(schema["propertyNames"]) && "enum" in schema["propertyNames"]
  const faults = [
    ...missing("number", "minimum", "maximum"),
    ...missing("integer", "minimum", "maximum"),
    ...missing("array", "maxItems"),
    ...(schema["format"] === "uuid" || schema["format"] === "date" ? [] : missing("string", "maxLength")),
    ...(/^date/.test(String(schema["format"])) && !("formatMinimum" in schema && "formatMaximum" in schema)
      ? ["formatMinimum and formatMaximum"]
      : []),
    ...(isObject(schema["additionalProperties"]) && !names ? missing("object", "maxProperties") : [])
  ]
  return [
    ...faults.map((fault) => `${path}: ${fault}`),
    ...Object.entries(schema).flatMap(([name, value]) => unbounded(value, `${path}.${name}`))
  ]
}

test("in the OpenAPI document every number and date has its range, every text and list its end", () => {
  const document: unknown = JSON.parse(JSON.stringify(openApi()))
  expect(JSON.stringify(document)).toContain('"formatMaximum"')
  expect(unbounded(document, "")).toEqual([])
})

test("a field without bounds is found, wherever it stands", () => {
  const schema = (inner: object) => ({
    type: "object",
    properties: {
      a: { type: ["string", "null"], maxLength: 3 },
      b: { anyOf: [{ type: "array", maxItems: 3, items: inner }] }
    }
  })
  expect(unbounded(schema({ type: "string", format: "uuid" }), "")).toEqual([])
  expect(unbounded(schema({ type: "string" }), "")).toEqual([".properties.b.anyOf[0].items: maxLength"])
  expect(unbounded(schema({ type: "integer", minimum: 0 }), "")).toEqual([".properties.b.anyOf[0].items: maximum"])
  expect(unbounded(schema({ type: "object", additionalProperties: { const: 1 } }), "")).toEqual([
    ".properties.b.anyOf[0].items: maxProperties"
  ])
  expect(unbounded(schema({ type: "string", format: "date" }), "")).toEqual([
    ".properties.b.anyOf[0].items: formatMinimum and formatMaximum"
  ])
})
