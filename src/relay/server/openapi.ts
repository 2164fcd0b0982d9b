import * as z from "zod/mini"
import { apiError, idPath } from "../../protocol/relay.ts"
import { ROUTES } from "../../protocol/routes/all.ts"
import { answer, type Answer, type Operation, type Operations } from "../../protocol/routes/describe/operation.ts"
import { PRODUCT_VERSION } from "./health.ts"

/** Returns the OpenAPI document, which is made of the descriptions and schemas that the routes themselves use. */
export function openApi(): object {
  return {
    openapi: "3.1.0",
    info: { title: "Replywright relay", version: PRODUCT_VERSION },
    components: { securitySchemes: { token: BEARER, provisioning: BEARER } },
    security: [{ token: [] }],
    paths: pathsOf(ROUTES)
  }
}

const BEARER = { type: "http", scheme: "bearer" }

function pathsOf(operations: Operations): Record<string, object> {
  const paths: Record<string, Record<string, object>> = {}
  for (const [route, operation] of Object.entries(operations)) {
    const [method = "", path = ""] = route.split(" ")
    const methods = (paths[path.replace(/:(\w+)/g, "{$1}")] ??= {})
    methods[method.toLowerCase()] = operationObject(operation)
  }
  return paths
}

function operationObject({ summary, who, body, takesFile, takesId, path, query, answers }: Operation): object {
  const parameters = [
    ...(takesId ? parametersOf(idPath, "path") : []),
    ...(path ? parametersOf(path, "path") : []),
    ...(query ? parametersOf(query, "query") : [])
  ]
  const content = body ? jsonOf(body) : takesFile ? { "application/octet-stream": {} } : undefined
  return {
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(content && { requestBody: { required: true, content } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, one]) => [status, responseOf(one)])),
      default: responseOf(answer("What went wrong, in a sentence.", apiError))
    },
    ...(who === "anyone" && { security: [] }),
    ...(who === "provisioning" && { security: [{ provisioning: [] }] })
  }
}

function responseOf({ description, schema, types }: Answer): object {
  if (types) {
    const media = schema ? { schema: schemaOf(schema) } : {}
    return { description, content: Object.fromEntries(types.map((type) => [type, media])) }
  }
  return { description, ...(schema && { content: jsonOf(schema) }) }
}

/** Describes each field of a schema as a parameter. */
function parametersOf(schema: z.ZodMiniObject, place: "query" | "path"): object[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema)
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: field
  }))
}

const jsonOf = (schema: z.ZodMiniType) => ({ "application/json": { schema: schemaOf(schema) } })

function schemaOf(schema: z.ZodMiniType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema)
  return rest
}
