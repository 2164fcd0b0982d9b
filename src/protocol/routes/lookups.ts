import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"
import * as z from "zod/mini"
import { IDENTITY_KINDS } from "../../ticket/looked-up.ts"
import { answerList, count, instant, line, list, longText, record, textUpTo } from "../fields.ts"

/**
 * A team's lookups: GET requests to other systems for facts about a ticket's customer, which each browser makes itself,
 * and views of a database, which the relay asks with POST /v1/lookups/:name/ask.
 * Agents read both by GET /v1/lookups. Admins store and remove them: GET and PUT /v1/admin/lookups, DELETE
 * /v1/admin/lookups/:name. Each answer to somebody who is signed in has their version in the header `x-lookups`.
 */
export const LOOKUPS_HEADER = "x-lookups"
export const FACT_TYPES = ["text", "number", "money", "date", "list"] as const

const name = textUpTo(60)
/** A JSONPath expression, RFC 9535. */
const path = textUpTo(300)

/** Where a value of the address is read in the ticket: what is asked for first, then fields, then the pattern. */
const ticketValue = z.object({
  label: textUpTo(300),
  from: z.optional(z.enum(["requester-email", "requester-name", "ticket-id"])),
  field: list(textUpTo(300), 20),
  /** A regular expression of the flags `giu`. Its first group, or all that it matches, is the value. */
  pattern: z.optional(textUpTo(2000))
})
const fact = z.object({
  label: textUpTo(300),
  path,
  type: z.enum(FACT_TYPES),
  /** What a value is called: {fulfilled: shipped}. */
  words: record(textUpTo(300), textUpTo(300), 100),
  /** A currency code, or the path of one. */
  currency: z.optional(path),
  /** The amount is in cents, or whatever is the smallest unit of the currency. */
  minor: z.boolean(),
  /** It tells who somebody is, so it is only shown and never sent. */
  identity: z.optional(z.enum(IDENTITY_KINDS))
})
/** Where the address of the next page stands: in the header Link, at a path, or as a parameter of the same address. */
const next = z.object({
  by: z.enum(["link", "path", "parameter"]),
  path: z.optional(path),
  parameter: z.optional(textUpTo(100))
})
export const lookupDefinition = z.object({
  name,
  title: textUpTo(300),
  /** The address with {values} of the ticket. One that begins with "/" is the helpdesk's own. */
  url: textUpTo(2000),
  /** The hosts that may be asked, with their ports where they have any. */
  hosts: list(textUpTo(300), 10),
  /** Headers with {secret:NAME} and {base64:NAME}. */
  headers: record(textUpTo(100), textUpTo(500), 20),
  /** What the person is to type, by name. The secrets themselves never reach the relay. */
  secrets: record(name, textUpTo(300), 5),
  values: record(name, ticketValue, 10),
  facts: record(name, fact, 30),
  next: z.optional(next),
  cacheMinutes: z.int().check(z.minimum(0), z.maximum(1440))
})
export type LookupDefinition = z.infer<typeof lookupDefinition>
export type TicketValue = z.infer<typeof ticketValue>
export type FactDefinition = z.infer<typeof fact>

/** A value by which a view is asked. `unmasked` is the admin's choice that the relay may have a number masked as ID. */
const viewValue = z.extend(ticketValue, { unmasked: z.boolean() })
/** A view as browsers know it: without its statement, which stays at the relay. */
const viewDefinition = z.object({
  name,
  title: textUpTo(300),
  values: record(name, viewValue, 10),
  facts: record(name, fact, 30),
  cacheMinutes: z.int().check(z.minimum(0), z.maximum(1440))
})
export type ViewDefinition = z.infer<typeof viewDefinition>

export const lookupsAnswer = z.object({
  version: count,
  lookups: answerList(lookupDefinition),
  /** A list of its own, so that an extension that knows no views goes on with its lookups. */
  views: z.optional(answerList(viewDefinition))
})
export type LookupsAnswer = z.infer<typeof lookupsAnswer>

/** The YAML of one lookup. Its name stands in it. */
const lookupRequest = z.object({ source: textUpTo(50_000) })
const lookupSaved = z.object({ name: line, version: count })
/** The ticket's values by which a view is asked, by their names. */
const viewRequest = z.object({ values: record(name, textUpTo(200), 10) })
export const MAX_VIEW_ROWS = 50
/** The rows of a view, each an object as JSON. The relay keeps none of them. */
export const viewAnswer = z.object({ rows: list(textUpTo(262_144), MAX_VIEW_ROWS) })
/** `:name` of an address is a lookup's name. */
const lookupPath = z.object({ name })
export const storedLookupsAnswer = z.object({
  lookups: answerList(
    z.object({
      name: line,
      title: line,
      version: count,
      at: instant,
      source: longText,
      hosts: answerList(line),
      view: z.optional(z.literal(true)),
      /** Why this relay can't read it, so that nobody asks it: a sentence for each mistake, with its line. */
      mistakes: z.optional(answerList(line))
    })
  )
})
export type StoredLookups = z.infer<typeof storedLookupsAnswer>

export const lookupOperations = describeRoutes({
  "GET /v1/lookups": {
    summary:
      "The team's lookups, which each browser makes itself. Each answer to somebody signed in tells their version in the header x-lookups.",
    who: "agent",
    answers: { 200: answer("The definitions", lookupsAnswer) }
  },
  "POST /v1/lookups/:name/ask": {
    summary: "Asks a view of the team's database for facts about a ticket. Nothing of request and answer is stored.",
    who: "agent",
    path: lookupPath,
    body: viewRequest,
    answers: { 200: answer("Its rows", viewAnswer), 422: UNMASKED }
  },
  "GET /v1/admin/lookups": {
    summary: "Lists the team's lookups as their files are.",
    who: "admin",
    answers: { 200: answer("Lookups", storedLookupsAnswer) }
  },
  "PUT /v1/admin/lookups": {
    summary:
      "Stores a lookup as the newest version under its name. One with a mistake is refused, each mistake with its line.",
    who: "admin",
    body: lookupRequest,
    unmasked: "admin",
    answers: { 200: answer("Its name and version", lookupSaved) }
  },
  "DELETE /v1/admin/lookups/:name": {
    summary: "Removes a lookup. Its versions stay.",
    who: "admin",
    path: lookupPath,
    answers: { 204: answer("Removed") }
  }
})
