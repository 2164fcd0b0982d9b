import * as z from "zod/mini"
import * as report from "../../protocol/knowledge-report.ts"
import * as wire from "../../protocol/relay.ts"
import { unmaskedData } from "../../protocol/unmasked.ts"

/** A body of JSON. */
export const json = (schema: z.ZodMiniType) => ({ "application/json": { schema: schemaOf(schema) } })
/** An answer, with its body where it has one. */
export const answer = (description: string, schema?: z.ZodMiniType) => ({
  description,
  ...(schema && { content: json(schema) })
})
/** An answer in server-sent events. */
export const stream = {
  description: "Server-sent events: `event:` is the type, `data:` the rest as JSON.",
  content: { "text/event-stream": { schema: schemaOf(wire.relayEvent) } }
}
/** What every route may answer instead. */
export const failed = { default: answer("What went wrong, in a sentence.", wire.apiError) }
/** An operation that answers 200. */
export const route = (summary: string, ok: object, body?: z.ZodMiniType, extra: object = {}) => ({
  summary,
  ...(body && { requestBody: { required: true, content: json(body) } }),
  responses: { "200": ok, ...failed },
  ...extra
})
/** No token is asked for. */
export const open = { security: [] }
/** An answer that is a file. */
export const file = {
  description: "A file: CSV with the mark of UTF-8, or JSON lines.",
  content: { "text/csv": {}, "application/jsonl": {} }
}
/** It may answer 409 with what somebody else saved. */
export const withChanged = <Route extends { responses: object }>(
  { responses, ...rest }: Route,
  stands: z.ZodMiniType
) => ({
  ...rest,
  responses: { ...responses, "409": answer("Somebody else saved first; nothing was written.", stands) }
})
/** It may answer 202 while it still works. */
export const withRunning = <Route extends { responses: object }>({ responses, ...rest }: Route) => ({
  ...rest,
  responses: { ...responses, "202": answer("It takes longer: ask again with `run`.", report.reportRunning) }
})
/** It may answer 422: the second look found something unmasked. */
export const lookedAt = <Route extends { responses: object }>({ responses, ...rest }: Route) => ({
  ...rest,
  responses: {
    ...responses,
    "422": answer("A text holds what should have been masked; nothing of the request was stored.", unmaskedData)
  }
})

/** Parameters in the path, and behind the question mark. */
export function withQuery(path: { parameters: object[] }, schema: z.ZodMiniObject): object {
  return { parameters: [...path.parameters, ...query(schema).parameters] }
}

/** The fields of a schema as parameters behind the question mark. */
export const query = (schema: z.ZodMiniObject) => parameters(schema, "query")
/** The same, within the address. */
export const path = (schema: z.ZodMiniObject) => parameters(schema, "path")

function parameters(schema: z.ZodMiniObject, place: "query" | "path"): { parameters: object[] } {
  const { properties = {}, required = [] } = z.toJSONSchema(schema)
  return {
    parameters: Object.entries(properties).map(([name, field]) => ({
      name,
      in: place,
      required: required.includes(name),
      schema: field
    }))
  }
}

function schemaOf(schema: z.ZodMiniType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema)
  return rest
}
