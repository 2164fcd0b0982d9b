import * as z from "zod/mini"
import type { MaskedTicket } from "../ticket/masked.ts"

/** The wire between extension and relay. Bumped when an older extension could no longer talk to it. */
export const API_VERSION = 1
/** Seconds between heartbeats on an event stream: a silent fetch of a worker dies after 30. */
export const HEARTBEAT_SECONDS = 15
export const MAX_TICKET_CHARACTERS = 100_000

const id = z.string().check(z.minLength(1), z.maxLength(200))
const uuid = z.uuid()
const words = (max: number) => z.string().check(z.maxLength(max))

export const role = z.enum(["agent", "lead", "admin"])
export const person = z.object({ id, name: words(200), role, groups: z.array(words(100)) })
export type PairedPerson = z.infer<typeof person>

export const apiError = z.object({
  error: z.object({ code: z.string(), message: z.string(), retryable: z.boolean(), requestId: z.string() })
})
export type ApiError = z.infer<typeof apiError>["error"]

export const health = z.object({
  name: z.literal("replywright"),
  api: z.number(),
  version: z.string(),
  ok: z.boolean(),
  database: z.enum(["ok", "down"]),
  /** Name of the configured model, or null: the offline drafter. */
  model: z.nullable(z.string()),
  documents: z.number()
})
export type Health = z.infer<typeof health>

export const pairRequest = z.object({ code: words(40), device: z.optional(words(100)) })
/** `key`: 32 bytes, base64: encrypts what the browser keeps. */
export const pairAnswer = z.object({ token: z.string(), expires: z.string(), person, key: z.string() })
export type PairAnswer = z.infer<typeof pairAnswer>
export const meAnswer = z.object({ person, key: z.string(), expires: z.string(), pipelineVersion: z.string() })
export type MeAnswer = z.infer<typeof meAnswer>

/** A message of the public thread, masked. Internal notes never leave the browser. */
export const maskedMessage = z.object({
  id,
  role: z.enum(["customer", "agent", "system"]),
  author: words(300),
  at: words(40),
  text: words(MAX_TICKET_CHARACTERS),
  attachments: z.optional(z.array(words(300)))
})
export const maskedTicket = z.object({
  helpdesk: words(60),
  ticketId: id,
  version: words(200),
  subject: words(2000),
  /** Placeholders or "": who is addressed, who signs. */
  requester: words(300),
  agent: words(300),
  locale: z.optional(words(35)),
  tags: z.array(words(300)),
  fields: z.optional(z.record(z.string(), words(2000))),
  messages: z.array(maskedMessage).check(z.maxLength(5000))
})
maskedTicket satisfies z.ZodMiniType<MaskedTicket>

/**
 * The agent's word on sources of a ticket, by ids of documents: `use` come first in the draft, `not` are left out of it, near copies too.
 * The relay keeps each as feedback with the draft.
 */
export const chosenSources = z.object({ use: z.array(id).check(z.maxLength(10)), not: z.array(id).check(z.maxLength(20)) })
export type ChosenSources = z.infer<typeof chosenSources>

export const draftRequest = z.object({
  draftId: uuid,
  ticket: maskedTicket,
  sources: z.optional(chosenSources),
  /** "Say what to change", masked; with the text it speaks of. */
  instruction: z.optional(words(4000)),
  previous: z.optional(words(20_000)),
  /** Made before anybody looked: counts against the budget of prepared drafts. */
  prepared: z.optional(z.boolean())
})
export type DraftRequest = z.infer<typeof draftRequest>
export const summaryRequest = z.object({ summaryId: uuid, ticket: maskedTicket })
export type SummaryRequest = z.infer<typeof summaryRequest>

export const source = z.object({
  n: z.number(), id: z.string(), title: z.string(),
  kind: z.enum(["article", "policy", "macro", "ticket", "product"]),
  headings: z.array(z.string()), passage: z.string(), visibility: z.enum(["public", "internal"]),
  locale: z.optional(z.string()), url: z.optional(z.string()), changed: z.optional(z.string()), score: z.number(),
  version: z.optional(z.number()), also: z.optional(z.array(z.object({ id: z.string(), title: z.string(), url: z.optional(z.string()) })))
})
export const claim = z.object({
  start: z.number(), end: z.number(),
  state: z.enum(["supported", "no-source", "contradicts", "needs-approval", "courtesy"]),
  sources: z.array(z.number()),
  reason: z.optional(z.enum(["number", "money", "duration", "date", "link", "name", "words",
    "promise-money", "promise-refund", "promise-date", "language", "source-language"])),
  why: z.optional(z.string()), words: z.optional(z.string()), says: z.optional(z.string())
})
export const question = z.object({ blank: z.string(), why: z.optional(z.string()) })
export const refusal = z.object({
  reason: z.enum(["no-answer", "language", "nothing-asked", "no-knowledge"]),
  searched: z.array(z.string()), documents: z.number(),
  nearest: z.array(z.object({ title: z.string(), why: z.string() })),
  say: z.optional(z.string())
})
export const summaryLine = z.object({
  kind: z.enum(["wants", "tried", "promised", "open"]), text: z.string(), messageId: z.optional(z.string())
})

/** What made it: `model` is the model's name, or "offline". */
const made = { model: z.string(), pipelineVersion: z.string(), language: z.nullable(z.string()) }

/** Events of POST /v1/drafts and POST /v1/summaries: `event:` is the type, `data:` the rest as JSON. */
export const relayEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("sources"), sources: z.array(source) }),
  z.object({ type: z.literal("draft-delta"), text: z.string() }),
  z.object({ type: z.literal("check"), claim }),
  z.object({ type: z.literal("heartbeat") }),
  z.object({
    type: z.literal("draft-end"), draftId: z.string(), text: z.string(), claims: z.array(claim),
    questions: z.array(question), refusal: z.optional(refusal), ...made,
    /** Milliseconds on the relay: to the first text, and altogether. */
    ms: z.object({ first: z.number(), total: z.number() }),
    /** Why not the model wrote that is asked first: `of` is its name, `code` what became of it, e.g. "budget-cost" or "model-busy". */
    instead: z.optional(z.object({ of: z.string(), code: z.string() })),
    tokens: z.optional(z.object({ in: z.number(), out: z.number() }))
  }),
  z.object({ type: z.literal("summary-line"), line: summaryLine }),
  z.object({ type: z.literal("summary-end"), lines: z.array(summaryLine), ...made }),
  z.object({ type: z.literal("draft-error"), code: z.string(), message: z.string(), retryable: z.boolean() })
])
export type RelayEvent = z.infer<typeof relayEvent>
export type DraftEnd = Extract<RelayEvent, { type: "draft-end" }>

/** GET /v1/budget: what this person has used of a day (UTC). Without `limit` money is counted, not bounded. */
export const budgetAnswer = z.object({
  day: words(10), prepared: z.object({ used: z.number(), limit: z.number() }),
  cost: z.object({ used: z.number(), limit: z.nullable(z.number()), currency: words(3) })
})
export type BudgetAnswer = z.infer<typeof budgetAnswer>

/** GET /v1/drafts/:id/upstream: the exact body that went to the model, without the key. */
export const upstream = z.object({ asked: z.boolean(), model: z.string(), url: z.optional(z.string()), body: z.optional(z.string()) })
export type Upstream = z.infer<typeof upstream>
