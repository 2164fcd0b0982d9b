import type * as z from "zod/mini"
import { relayEvent, type Role } from "../../relay.ts"
import { unmaskedData } from "../../unmasked.ts"

/** One answer of a route, as the API's document describes it. */
export interface Answer {
  description: string
  /** The shape of the body. An answer without a shape and without types has no body. */
  schema?: z.ZodMiniType
  /** The content types of the body, if it is not JSON. */
  types?: readonly string[]
}

/**
 * What a route takes, who may call it, and what it answers. The relay reads its requests by these schemas, the document
 * of the API (`GET /v1/openapi.json`) is made of them, and so are the calls of the extension and of the client for
 * scripts, so none of them can differ.
 */
export interface Operation {
  summary: string
  /** The lowest role that may call it. "anyone" needs no token, "provisioning" one of the organisation's directory. */
  who: Role | "anyone" | "provisioning"
  /** The shape of a JSON body. */
  body?: z.ZodMiniType
  /** Why the extension may send the body as it is. Without it, the extension sends no text that it hasn't masked. */
  unmasked?: UnmaskedReason
  /** The fields of the body that the extension masks for a page. The others hold no free text. */
  masks?: readonly string[]
  /** The texts of the query that the extension masks for a page. */
  masksQuery?: readonly string[]
  /** The body is a file, which the route reads itself. */
  takesFile?: true
  /** The path has an `:id`, which the route reads with `idOf`. A value that can't be an id is answered 404, not 400. */
  takesId?: true
  /** The shape of the path's other parameters. */
  path?: z.ZodMiniObject
  query?: z.ZodMiniObject
  /** The answers by their status. Errors that every route may answer are not listed. */
  answers: Record<number, Answer>
  /** A model or a large removal may keep its answer waiting, so the extension waits longer than usual. */
  slow?: true
}

/** Operations by method and path. The path is written as Hono does: `GET /v1/drafts/:id/upstream`. */
export type Operations = Record<`${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /v1/${string}`, Operation>

/** Returns the operations as they are, and keeps the exact types of their schemas for handlers and callers. */
export const describeRoutes = <Described extends Operations>(operations: Described): Described => operations

/** Describes an answer, and the shape of its body if it has one. The shape keeps its type, from which clients read it. */
export const answer = <Schema extends z.ZodMiniType = never>(
  description: string,
  schema?: Schema
): Answer & { schema?: Schema } => ({ description, ...(schema && { schema }) })

/** Describes an answer in server-sent events. */
export const EVENT_STREAM = {
  description: "Server-sent events: `event:` is the type, `data:` the rest as JSON.",
  schema: relayEvent,
  types: ["text/event-stream"]
} as const satisfies Answer

/** Describes an answer that is a file. */
export const FILE = {
  description: "A file: CSV with the mark of UTF-8, or JSON lines.",
  types: ["text/csv", "application/jsonl"]
} as const satisfies Answer

/** Describes the answer 422: the second look found something that should have been masked. */
export const UNMASKED = answer(
  "A text holds what should have been masked; nothing of the request was stored.",
  unmaskedData
)

/** Describes the answer 409, which holds what somebody else saved. */
export const changed = <Schema extends z.ZodMiniType>(current: Schema) =>
  answer("Somebody else saved first; nothing was written.", current)

/**
 * Why a body may leave the browser unmasked. None contains a word of a ticket, except one that somebody chose to send
 * to the team. docs/privacy.md lists them.
 */
type UnmaskedReason =
  /** A code that the relay made with a public key, or signed tokens of the relay. */
  | "pairing"
  /**
   * Words that every browser of the team has to know in order to mask by them. A sentence beside the box says that they
   * are sent unmasked.
   */
  | "team-words"
  /**
   * An admin's commands: a colleague's name for a code, numbers and switches, the address of a webhook, a lookup, a
   * voice, a playbook, which places of pages the team shares.
   */
  | "admin"
  /**
   * Where an admin says that knowledge comes from, and when: addresses, names of queues and projects, times, and the
   * secret that a webhook's sender made.
   */
  | "knowledge"
  /** The names and weights of the criteria by which leads score replies. */
  | "scorecard"
  /** The name of a tone rule, and what the agent decided about it. */
  | "tone"
  /**
   * How often which part of a helpdesk's page no longer looked as this version knows it: names of parts and helpdesks
   * out of fixed lists, versions and counts. It holds no word of a page, and neither a ticket's number nor a person's
   * name, so there is nothing to mask.
   */
  | "page-fits"
  /**
   * Where a page has its ticket, as an agent has shown it and chosen to share it: the site's origin, selectors, names of
   * attributes, and words of fixed lists. The schema lets nothing else through, so no word of a ticket is in it.
   */
  | "page-recipe"
  /** The ids of a solved ticket and a page, both as the relay told them. */
  | "past-ticket"
