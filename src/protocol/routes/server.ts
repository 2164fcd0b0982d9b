import { health } from "../relay.ts"
import { answer, describeRoutes } from "./describe/operation.ts"
import * as z from "zod/mini"
import { answerList, count, instant, largeCount, line, money, textUpTo } from "../fields.ts"
import { correctionsStored, fitDays } from "./helpdesk-pages.ts"

/**
 * How the relays do: GET /v1/admin/status. Nothing of it is a word of a ticket, of a draft or of a person's name.
 */

/** How a model does at one relay. "away": it failed again and again and isn't asked before `retryInSeconds` are over. */
const modelCondition = z.object({
  name: line,
  model: line,
  state: z.enum(["unasked", "answering", "failing", "away"]),
  since: instant,
  retryInSeconds: count,
  /** Requests under way, those that wait for their turn, and how many may be under way; null without a limit. */
  running: count,
  waiting: count,
  atOnce: z.nullable(count)
})
export type ModelStatus = z.infer<typeof modelCondition>

/** What a relay says of itself with each sign of life, every two seconds. */
export const relayCondition = z.object({
  /** Drafts, summaries and questions that browsers read at this moment. */
  streams: count,
  /** Jobs of its worker threads that were begun or wait. */
  threads: count,
  memoryBytes: largeCount,
  models: answerList(modelCondition)
})
export type RelayCondition = z.infer<typeof relayCondition>

const knownRelay = z.object({
  id: textUpTo(100),
  /** It is the one that answers. */
  here: z.boolean(),
  living: z.boolean(),
  startedAt: instant,
  aliveAt: instant,
  version: z.nullable(line),
  /** Null if it is of a version that says nothing of itself. */
  condition: z.nullable(relayCondition)
})
export type RelayStatus = z.infer<typeof knownRelay>

/** What of today's budgets is used: altogether, by how many people, and how many of them have used theirs up. */
const used = { people: count, usedUp: count }

/** `count` is that of missing steps for database-behind, and of seconds for silent. */
const unreadyReason = z.object({ code: line, count: z.optional(count) })
export type UnreadyReason = z.infer<typeof unreadyReason>

export const statusAnswer = z.object({
  /** Of the relay that answers. */
  ready: z.boolean(),
  /** Why it isn't ready, in sentences. */
  reasons: answerList(line),
  /** The same reasons by their codes, for pages in other languages. An earlier relay has sentences only. */
  unready: z.optional(answerList(unreadyReason)),
  relays: answerList(knownRelay),
  queues: z.object({
    /** Drafts that any relay writes. */
    drafts: count,
    /** Imports that run, and those that wait. */
    importsRunning: count,
    importsWaiting: count,
    /** Deliveries of webhooks that are still tried. */
    deliveries: count
  }),
  budgets: z.object({
    prepared: z.object({ ...used, count, perPerson: count }),
    cost: z.object({ ...used, amount: money, perPerson: z.nullable(money), currency: textUpTo(3) })
  }),
  /** Of the last 24 hours and the one under way, by hour, kind and code; the newest hour first. */
  errors: answerList(
    z.object({
      hour: instant,
      kind: z.enum(["request", "draft", "model", "import", "webhook"]),
      code: textUpTo(100),
      count: largeCount
    })
  ),
  /** How helpdesks' pages fit, by day. An earlier relay counts nothing. */
  fits: z.optional(fitDays),
  /** The stored file of corrected selectors; none, or an earlier relay, has none. */
  corrections: z.optional(correctionsStored)
})
export type StatusAnswer = z.infer<typeof statusAnswer>

/** Whether requests should be sent to this relay, with a sentence for each reason why not. */
export const readiness = z.object({
  ready: z.boolean(),
  reasons: z
    .array(
      z.object({
        code: z.enum(["database-down", "database-behind", "silent", "shutting-down"]),
        message: line,
        /** The missing steps, or the seconds, that the sentence names. */
        count: z.optional(count)
      })
    )
    .check(z.maxLength(3)),
  /** What is done without at the moment. It is no reason to send requests elsewhere. */
  notes: z.array(z.object({ code: z.enum(["replica-away", "replica-behind"]), message: line })).check(z.maxLength(1))
})
export type Readiness = z.infer<typeof readiness>

/** The routes that answer an extension of any version, because a client reads them before it knows the relay's. */
export const serverOperations = describeRoutes({
  "GET /v1/health": {
    summary: "Is it there, and what does it work with?",
    who: "anyone",
    answers: { 200: answer("Health", health) }
  },
  "GET /v1/ready": {
    summary: "Should requests be sent to it? The reasons if not.",
    who: "anyone",
    answers: { 200: answer("Ready", readiness), 503: answer("Not ready", readiness) }
  },
  "GET /v1/openapi.json": {
    summary: "This document.",
    who: "anyone",
    answers: { 200: { description: "An OpenAPI 3.1 document", types: ["application/json"] } }
  }
})
