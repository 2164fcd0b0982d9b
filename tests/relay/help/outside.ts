import * as z from "zod/mini"
import { NUMBERS, OTHERS, RIGHT_TEXTS, TEXTS, raw, type Json } from "./outside-values.ts"

interface Schema {
  [keyword: string]: unknown
}
export interface Attack {
  method: string
  path: string
  body?: string
  /** Where it differs from a right request. */
  where: string
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const schemasOf = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isSchema) : [])
const numberOf = (schema: Schema, bound: string): number | undefined =>
  typeof schema[bound] === "number" ? schema[bound] : undefined
const typesOf = (schema: Schema): unknown[] => [schema["type"]].flat()

/** A value that the schema takes; of several shapes each. */
function right(schema: Schema): Json[] {
  if ("const" in schema) return [schema["const"] as Json]
  if (Array.isArray(schema["enum"])) return [schema["enum"][0] as Json]
  const either = [...schemasOf(schema["anyOf"]), ...schemasOf(schema["oneOf"])]
  if (either.length > 0) return either.flatMap(right)
  const [type] = typesOf(schema)
  switch (type) {
    case "object":
      return shapes(schema)
    case "array":
      return [isSchema(schema["items"]) ? [...right(schema["items"]).slice(0, 1)] : []]
    case "integer":
    case "number":
      return [numberOf(schema, "minimum") ?? 0]
    case "boolean":
      return [false]
    case "null":
      return [null]
    default:
      return [textFor(schema)]
  }
}

function shapes(schema: Schema): Json[] {
  const properties = Object.entries(isSchema(schema["properties"]) ? schema["properties"] : {}).filter(
    (entry): entry is [string, Schema] => isSchema(entry[1])
  )
  if (isSchema(schema["additionalProperties"])) return [{ name: right(schema["additionalProperties"])[0] ?? null }]
  return [Object.fromEntries(properties.map(([name, field]) => [name, right(field)[0] ?? null]))]
}

function textFor(schema: Schema): string {
  const patterns = [schema, ...schemasOf(schema["allOf"])].flatMap((one) =>
    typeof one["pattern"] === "string" ? [new RegExp(one["pattern"], "u")] : []
  )
  const least = numberOf(schema, "minLength") ?? 0
  const fits = (text: string) => text.length >= least && patterns.every((pattern) => pattern.test(text))
  const found = (patterns.length > 0 ? RIGHT_TEXTS : RIGHT_TEXTS.slice(-2)).find(fits)
  if (found === undefined) throw new Error(`No right text for ${JSON.stringify(schema)}: add one.`)
  return found
}

/** What lies outside of a schema, at its edges, or is of another kind. */
function outside(schema: Schema): Json[] {
  const either = [...schemasOf(schema["anyOf"]), ...schemasOf(schema["oneOf"])]
  if (either.length > 0) return either.flatMap(outside)
  const types = typesOf(schema)
  const bounds = ["minimum", "maximum"].flatMap((bound) => numberOf(schema, bound) ?? [])
  if (types.includes("integer") || types.includes("number"))
    return [...bounds.flatMap((bound) => [bound, bound - 1, bound + 1]), ...NUMBERS, "1", ...OTHERS]
  const most = numberOf(schema, "maxLength") ?? 200
  if (types.includes("string"))
    return [
      ...TEXTS,
      ...(most <= 200_000 ? ["x".repeat(most), "x".repeat(most + 1), "9".repeat(most)] : []),
      1e300,
      ...OTHERS
    ]
  const items = numberOf(schema, "maxItems")
  const [item = null] = isSchema(schema["items"]) ? right(schema["items"]) : []
  if (types.includes("array"))
    return [
      [],
      [null],
      ...(items !== undefined && items <= 1000 ? [Array(items).fill(item), Array(items + 1).fill(item)] : []),
      Array(20_000).fill(1),
      "x",
      1,
      null,
      {}
    ]
  if (isSchema(schema["additionalProperties"]))
    return [
      {},
      { "": "" },
      raw('{"__proto__":"x","constructor":"y"}'),
      Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`n${at}`, "x"])),
      { ["x".repeat(5000)]: "x" },
      { "\0": "\0" },
      ...OTHERS
    ]
  return [...OTHERS, "x", 1]
}

/** Each field of a right value in its turn, with what it becomes. */
function* changes(schema: Schema, value: Json, where: string): Generator<{ where: string; becomes: Json }> {
  for (const becomes of outside(schema)) yield { where, becomes }
  for (const branch of [...schemasOf(schema["anyOf"]), ...schemasOf(schema["oneOf"])]) {
    for (const chosen of right(branch)) yield* changesWithin(branch, chosen, where)
  }
  yield* changesWithin(schema, value, where)
}

function* changesWithin(schema: Schema, value: Json, where: string): Generator<{ where: string; becomes: Json }> {
  if (Array.isArray(value)) {
    const [first] = value
    if (first === undefined || !isSchema(schema["items"])) return
    for (const { where: deeper, becomes } of changes(schema["items"], first, `${where}[0]`))
      yield { where: deeper, becomes: [becomes] }
    return
  }
  if (typeof value !== "object" || value === null) return
  const fields = isSchema(schema["properties"]) ? schema["properties"] : { name: schema["additionalProperties"] }
  const required = z.array(z.string()).safeParse(schema["required"]).data ?? []
  for (const [name, field] of Object.entries(fields)) {
    if (!isSchema(field)) continue
    const { [name]: own = null, ...rest } = value
    yield { where: `${where}.${name} ${required.includes(name) ? "missing" : "left out"}`, becomes: rest }
    for (const { where: deeper, becomes } of changes(field, own, `${where}.${name}`))
      yield { where: deeper, becomes: { ...rest, [name]: becomes } }
  }
}

/** Every place of a right value where a text can stand, names included, and the value with another text there. */
function* textPlaces(
  schema: Schema,
  value: Json,
  where: string
): Generator<{ where: string; put: (text: string) => Json }> {
  const either = [...schemasOf(schema["anyOf"]), ...schemasOf(schema["oneOf"])]
  if (either.length > 0)
    for (const branch of either) for (const chosen of right(branch)) yield* textPlaces(branch, chosen, where)
  else if (typesOf(schema).includes("string")) yield { where, put: (text) => text }
  else if (Array.isArray(value) && isSchema(schema["items"])) {
    for (const { where: deeper, put } of textPlaces(schema["items"], value[0] ?? null, `${where}[0]`))
      yield { where: deeper, put: (text) => [put(text)] }
  } else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const names = schema["additionalProperties"]
    if (isSchema(names)) yield { where: `${where} name`, put: (text) => ({ [text]: right(names)[0] ?? null }) }
    const fields = isSchema(schema["properties"]) ? schema["properties"] : { name: names }
    for (const [name, field] of Object.entries(fields)) {
      if (!isSchema(field)) continue
      for (const { where: deeper, put } of textPlaces(field, value[name] ?? null, `${where}.${name}`))
        yield { where: deeper, put: (text) => ({ ...value, [name]: put(text) }) }
    }
  }
}

/**
 * Every place for a text in the body of each route that the document answers 422 for: those that take what people
 * wrote.
 */
export function textsOfLookedAt(
  openApi: object
): { method: string; path: string; where: string; body: (text: string) => string }[] {
  return Object.entries(document.parse(JSON.parse(JSON.stringify(openApi))).paths).flatMap(([template, methods]) =>
    Object.entries(methods).flatMap(([name, { parameters, requestBody, responses }]) => {
      const schema = requestBody?.content["application/json"]?.schema
      const [value] = schema ? right(schema) : []
      if (!schema || value === undefined || !("422" in responses)) return []
      const path = template.replaceAll(/\{(\w+)\}/g, (_, part: string) =>
        encodeURIComponent(textFor(parameters.find((one) => one.name === part)?.schema ?? {}))
      )
      return [...textPlaces(schema, value, "")].map(({ where, put }) => ({
        method: name.toUpperCase(),
        path,
        where,
        body: (text: string) => written(put(text))
      }))
    })
  )
}

/** Ids that must be new with each request are made so by who sends it. */
const written = (body: Json): string =>
  JSON.stringify(body).replaceAll(/"RAW\(((?:[^"\\]|\\.)*)\)"/g, (_, token: string) => token.replaceAll('\\"', '"'))

const operation = z.object({
  parameters: z._default(
    z.array(
      z.object({
        name: z.string(),
        in: z.enum(["path", "query"]),
        required: z.boolean(),
        schema: z.record(z.string(), z.unknown())
      })
    ),
    []
  ),
  responses: z.record(z.string(), z.unknown()),
  requestBody: z.optional(
    z.object({ content: z.record(z.string(), z.object({ schema: z.optional(z.record(z.string(), z.unknown())) })) })
  )
})
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) })

/** All requests that the document gives; `isLeftOut` names routes that are asked elsewhere. */
export function attacks(openApi: object, isLeftOut: (route: string) => boolean): Attack[] {
  const found: Attack[] = []
  for (const [template, methods] of Object.entries(document.parse(JSON.parse(JSON.stringify(openApi))).paths)) {
    for (const [name, { parameters, requestBody }] of Object.entries(methods)) {
      const method = name.toUpperCase()
      if (isLeftOut(`${method} ${template}`)) continue
      const filled = new Map(
        parameters.filter((one) => one.in === "path" || one.required).map((one) => [one.name, textFor(one.schema)])
      )
      const address = (values: ReadonlyMap<string, string>) => {
        const query = parameters
          .filter((one) => one.in === "query" && values.has(one.name))
          .map((one) => `${one.name}=${encoded(values.get(one.name) ?? "")}`)
        return (
          template.replaceAll(/\{(\w+)\}/g, (_, part: string) => encoded(values.get(part) ?? "")) +
          (query.length ? `?${query.join("&")}` : "")
        )
      }
      const schema = requestBody?.content["application/json"]?.schema
      const bodies = schema ? right(schema) : []
      const [body] = bodies
      const own = body === undefined ? {} : { body: written(body) }
      found.push({ method, path: address(filled), ...own, where: "right" })
      for (const one of parameters) {
        const texts = [...outside(one.schema), ...TEXTS]
          .filter((value) => typeof value === "string" || typeof value === "number")
          .map(String)
        for (const text of new Set(texts))
          if (text.length < 4000)
            found.push({
              method,
              path: address(new Map([...filled, [one.name, text]])),
              ...own,
              where: `${one.in} ${one.name}`
            })
      }
      if (!schema) continue
      for (const value of bodies)
        for (const { where, becomes } of changes(schema, value, ""))
          found.push({ method, path: address(filled), body: written(becomes), where })
      for (const broken of [
        "",
        "null",
        "[]",
        "{",
        '{"a":',
        "\ufeff{}",
        "[".repeat(100_000),
        `{"__proto__":${written(body ?? null)}}`,
        "1e999"
      ])
        found.push({ method, path: address(filled), body: broken, where: "broken" })
    }
  }
  return found
}

/** As a URL takes it; half of a surrogate pair can't be written there, and goes as the bytes that it would have. */
function encoded(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : "%ED%A0%80"
}
