import type * as z from "zod/mini"
import type { Routes } from "../all.ts"

/** A route by its description's name: "GET /v1/drafts/:id/upstream". */
export type Route = keyof Routes

/** What a route is answered with: its answers' shapes, a file's text, or null for an answer without a body. */
export type AnswerOf<R extends Route> = ContentOf<Routes[R], 200 | 202 | 204>

/** What comes with a refusal, where the description gives it a shape: what somebody else saved, or what was found. */
export type ProblemOf<R extends Route> = ContentOf<Routes[R], 409 | 422>

/** The body that a route takes, before it is read. */
export type BodyOf<R extends Route> = Routes[R] extends { body: infer Body extends z.ZodMiniType }
  ? z.input<Body>
  : undefined

/** The parts of a call, whatever its route. */
export interface PlainParts<Body = unknown> {
  path?: Readonly<Record<string, string>>
  query?: object
  body?: Body
}

/** The parts that a route takes: its parameters, its query and its body. */
export type CallParts<R extends Route, Body = BodyOf<R>> = PlainParts<Body> &
  PathPart<R> &
  (Routes[R] extends { query: infer Query extends z.ZodMiniType }
    ? { query?: z.input<Query> }
    : { query?: undefined }) &
  (Routes[R] extends { body: z.ZodMiniType } ? { body: Body } : { body?: undefined })

type PathPart<R extends Route> = Routes[R] extends { path: infer Path extends z.ZodMiniType }
  ? { path: z.input<Path> }
  : R extends `${string}:id${string}`
    ? { path: { id: string } }
    : { path?: undefined }

type ContentOf<Described, Status extends number> = Described extends { answers: infer Answers }
  ? { [One in keyof Answers]: One extends Status ? BodyOfAnswer<Answers[One]> : never }[keyof Answers]
  : never

type BodyOfAnswer<Answer> = Answer extends { types: readonly string[] }
  ? string
  : Answer extends { schema?: infer Schema }
    ? [NonNullable<Schema>] extends [never]
      ? null
      : NonNullable<Schema> extends z.ZodMiniType
        ? z.output<NonNullable<Schema>>
        : null
    : null
