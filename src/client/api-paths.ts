import type * as z from "zod/mini"
import type { apiError } from "../protocol/relay.ts"
import type { Routes } from "../protocol/routes/all.ts"

/**
 * The relay's API as `openapi-fetch` wants it described. It is the type of the very values of which the relay makes its
 * OpenAPI document, so a client can't ask for what no route takes.
 */
export type ApiPaths = {
  [Path in PathOf<keyof Routes>]: {
    [Route in keyof Routes as PathOf<Route> extends Path ? MethodOf<Route> : never]: OperationObject<
      Route,
      Routes[Route]
    >
  }
}

/** The path of a route, as OpenAPI writes it: `/v1/review/cases/{id}`. */
type PathOf<Route> = Route extends `${string} ${infer Path}` ? Braced<Path> : never

type Braced<Path extends string> = Path extends `${infer Before}:${infer Name}/${infer After}`
  ? `${Before}{${Name}}/${Braced<After>}`
  : Path extends `${infer Before}:${infer Name}`
    ? `${Before}{${Name}}`
    : Path

type MethodOf<Route> = Route extends `${infer Method} ${string}` ? Lowercase<Method> : never

type OperationObject<Route, Described> = BodyOf<Described> & {
  parameters: ParametersOf<Route, Described>
  responses: ResponsesOf<Described> & { default: { content: { "application/json": z.output<typeof apiError> } } }
}

type BodyOf<Described> = Described extends { body: infer Body extends z.ZodMiniType }
  ? { requestBody: { content: { "application/json": z.input<Body> } } }
  : Described extends { takesFile: true }
    ? { requestBody: { content: { "application/octet-stream": Blob } } }
    : { requestBody?: never }

type ParametersOf<Route, Described> = (Described extends { query: infer Query extends z.ZodMiniType }
  ? { query: z.input<Query> }
  : { query?: never }) &
  (Described extends { path: infer Path extends z.ZodMiniType }
    ? { path: z.input<Path> }
    : Route extends `${string}:id${string}`
      ? { path: { id: string } }
      : { path?: never })

type ResponsesOf<Described> = Described extends { answers: infer Answers }
  ? { [Status in keyof Answers]: { content: ContentOf<Answers[Status]> } }
  : never

type ContentOf<Answer> = Answer extends { types: readonly (infer Type extends string)[] }
  ? { [_ in Type]: Answer extends { schema: infer Schema extends z.ZodMiniType } ? z.output<Schema> : string }
  : Answer extends { schema?: infer Schema }
    ? Schema extends z.ZodMiniType
      ? { "application/json": z.output<Schema> }
      : never
    : never
