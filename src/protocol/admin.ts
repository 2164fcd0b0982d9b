import * as z from "zod/mini"
import { answerList, count, day, instant, line, list, money, largeCount, textUpTo, ordinal } from "./fields.ts"
import { person, role } from "./relay.ts"
import { unmaskedKind } from "./unmasked.ts"

/**
 * What admins ask of the relay: GET /v1/admin/people, POST /v1/admin/codes, DELETE /v1/admin/codes/:id, POST
 * /v1/admin/people/:id/sign-out, GET /v1/admin/models, POST /v1/admin/models/:name/test, GET and PUT
 * /v1/admin/settings, GET /v1/admin/usage. Times are ISO 8601. No answer contains a key or token, and only the answer
 * to whoever makes a code contains the code.
 */

/**
 * A browser that is signed in. `device` is the name that it gave itself, or null. `here` says that it is the one that
 * asks.
 */
const pairedBrowser = z.object({
  id: textUpTo(100),
  device: z.nullable(line),
  since: instant,
  until: instant,
  here: z.boolean()
})
export type PairedBrowser = z.infer<typeof pairedBrowser>
/**
 * `lastUse` is up to twelve hours before the last request. Role and groups of somebody whom the organisation signs in
 * (`isManaged`) come from there.
 */
const knownPerson = z.extend(person, {
  browsers: answerList(pairedBrowser),
  lastUse: z.nullable(instant),
  isManaged: z.boolean()
})
export type KnownPerson = z.infer<typeof knownPerson>
const openCode = z.object({ id: textUpTo(100), name: textUpTo(200), role, expires: instant })
export type OpenCode = z.infer<typeof openCode>
export const peopleAnswer = z.object({ people: answerList(knownPerson), codes: answerList(openCode) })
export type PeopleAnswer = z.infer<typeof peopleAnswer>

/**
 * `samePerson` pairs another browser of the person who has this name and role. Otherwise the name has to be new: 409
 * "name-taken".
 */
export const codeRequest = z.object({
  role,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  samePerson: z.boolean()
})
export type CodeRequest = z.infer<typeof codeRequest>
/** `known` says that this person exists already, and that the code pairs another of their browsers. */
export const codeAnswer = z.extend(openCode, { code: textUpTo(100), minutes: count, known: z.boolean() })
export type CodeAnswer = z.infer<typeof codeAnswer>

/** Codes for many people at once, each of whom is new, and for how many days the codes are good. */
export const codeBatchRequest = z.object({
  role: z.enum(["agent", "lead"]),
  names: list(z.string().check(z.trim(), z.minLength(1), z.maxLength(200)), 200).check(z.minLength(1)),
  days: ordinal.check(z.maximum(14))
})
export type CodeBatchRequest = z.infer<typeof codeBatchRequest>

/** What an admin changes of somebody who paired with a code. */
export const personRequest = z.object({ role, groups: list(textUpTo(100).check(z.minLength(1)), 100) })
export type PersonRequest = z.infer<typeof personRequest>

/** `sure` is required to sign oneself out: otherwise 409 "own-sign-in". */
export const signOutRequest = z.object({ sure: z.optional(z.boolean()) })
/** How many browsers were signed out, and how many valid codes were withdrawn. */
export const signOutAnswer = z.object({ browsers: count, codes: count })
export type SignOutAnswer = z.infer<typeof signOutAnswer>

const price = z.object({ in: money, out: money })
/**
 * `host` and `price` (for a million model tokens) of an endpoint that is called over the network; the offline drafter
 * has neither. `tasks` says what it is used for, and at which place in the order.
 */
const listedModel = z.object({
  name: line,
  kind: z.enum(["openai-compatible", "offline"]),
  model: z.optional(line),
  host: z.optional(line),
  price: z.optional(price),
  tasks: answerList(z.object({ task: textUpTo(100), place: count }))
})
export type ListedModel = z.infer<typeof listedModel>
/**
 * When an embedding model is configured: the number of public passages, how many have a vector of it, and why pages are
 * found without it.
 */
const vectors = z.object({ model: line, of: count, done: count, trouble: z.nullable(line) })
export const modelsAnswer = z.object({
  from: z.enum(["file", "environment"]),
  currency: textUpTo(3),
  models: answerList(listedModel),
  vectors: z.optional(vectors)
})
export type ModelsAnswer = z.infer<typeof modelsAnswer>
/** The answer for a model that fails has a sentence, too. `tokensPerSecond` is null when everything arrived at once. */
export const testAnswer = z.discriminatedUnion("works", [
  z.object({ works: z.literal(true), firstMs: largeCount, tokensPerSecond: z.nullable(largeCount) }),
  z.object({ works: z.literal(false), code: textUpTo(100), message: line })
])
export type TestAnswer = z.infer<typeof testAnswer>

/** `:name` of an address is an endpoint's name, as in `modelsAnswer`. */
export const modelPath = z.object({ name: textUpTo(200) })

/** Who may erase a ticket: everybody, those who drafted on it, or neither. Leads and admins always may. */
export const erasing = z.enum(["everyone", "drafters", "leads"])
export type Erasing = z.infer<typeof erasing>
/** In this header of every answer the relay says "on" or "off": whether browsers read promises of earlier tickets. */
export const EARLIER_HEADER = "x-earlier-tickets"
/** In this one, whether browsers may read attachments when an agent asks for it. */
export const ATTACHMENTS_HEADER = "x-attachments"
/** `perDay` is the number of prepared drafts for one person and day, or null for the relay's default. */
const preparation = {
  preparing: z.boolean(),
  perDay: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(100_000)))
}
/** `version` is the one that was read, so that another admin's change is never overwritten: 409 "settings-changed". */
export const settingsRequest = z.object({
  ...preparation,
  version: count,
  /**
   * All of these stay unchanged when left out. With `hashSites`, sites of tickets leave the browser, and are stored, as
   * keyed hashes.
   */
  erasing: z.optional(erasing),
  hashSites: z.optional(z.boolean()),
  /** Whether browsers read what was promised in earlier tickets of a requester. Each answer tells it in the header. */
  earlier: z.optional(z.boolean()),
  /** Whether agents may have the text of an attachment read in their browser. */
  attachments: z.optional(z.boolean()),
  /** Whether leads see whose reply a case is. */
  agentNames: z.optional(z.boolean())
})
export type SettingsRequest = z.infer<typeof settingsRequest>
/**
 * Further values to read: the default of `perDay`, the money for models for one person and day, and how long texts are
 * kept. `by` and `at` describe the last change.
 */
export const settingsAnswer = z.object({
  ...preparation,
  erasing,
  hashSites: z.boolean(),
  /** An older relay tells neither, and has both off. */
  earlier: z.optional(z.boolean()),
  attachments: z.optional(z.boolean()),
  agentNames: z.optional(z.boolean()),
  version: count,
  by: z.nullable(textUpTo(200)),
  at: z.nullable(instant),
  usualPerDay: count,
  cost: z.nullable(money),
  currency: textUpTo(3),
  retentionDays: count
})
export type SettingsAnswer = z.infer<typeof settingsAnswer>

/** The first and last day, both included, in UTC. The default is the last 30 days. */
export const usageQuery = z.object({ from: z.optional(day), to: z.optional(day) })
export type UsageQuery = z.infer<typeof usageQuery>
/**
 * `role` is only given for a person. A person's `name` is null when the relay itself sent the requests. `estimated`
 * counts the requests whose server returned no count.
 */
const usageSum = z.object({
  name: z.nullable(line),
  role: z.optional(role),
  requests: largeCount,
  in: largeCount,
  out: largeCount,
  cost: money,
  currency: textUpTo(3),
  estimated: largeCount
})
export type UsageLine = z.infer<typeof usageSum>
/** The requests of a day (UTC) that were refused because they contained such a value unmasked. */
const unmaskedSum = z.object({ day, kind: unmaskedKind, requests: count })
export const usageAnswer = z.object({
  from: day,
  to: day,
  task: answerList(usageSum),
  model: answerList(usageSum),
  person: answerList(usageSum),
  all: answerList(usageSum),
  unmasked: answerList(unmaskedSum)
})
export type UsageAnswer = z.infer<typeof usageAnswer>

/**
 * GET /v1/audit and GET /v1/audit/export, for admins: who did what to which ids, newest first. Times are ISO 8601.
 */

/** `from` and `to` are the first and last day, both included, in UTC. */
export const auditFilter = z.object({
  action: z.optional(textUpTo(60).check(z.regex(/^[a-z-]+$/))),
  from: z.optional(day),
  to: z.optional(day)
})
/**
 * `before` is the `next` of the previous page. The
 * default is the newest 50 of all.
 */
export const auditQuery = z.extend(auditFilter, {
  before: z.optional(textUpTo(18).check(z.regex(/^\d{1,18}$/))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)))
})
export type AuditQuery = z.infer<typeof auditQuery>
/** The file is CSV unless `format` says otherwise. Without a filter it can be verified with `npm run audit -- verify`. */
export const auditExportQuery = z.extend(auditFilter, { format: z.optional(z.enum(["csv", "jsonl"])) })

/**
 * `person` is null when the relay no longer knows them, and where it was done at a relay's own machine: then `machine`
 * names the operating system's user and the host. `ids` names the objects of the action, and describes a setting
 * in words. It holds no content.
 */
const auditEntry = z.object({
  id: textUpTo(20),
  at: instant,
  person: z.nullable(z.object({ name: line, role })),
  machine: z.optional(z.nullable(line)),
  action: textUpTo(60),
  ids: answerList(line)
})
export type AuditEntry = z.infer<typeof auditEntry>
/**
 * How far the audit was verified and signed: the number of the newest such entry, and when. `brokenAt` is the number of
 * the first entry at which it doesn't hold.
 */
const auditVerified = z.object({ entry: count, at: instant, brokenAt: z.nullable(count) })
/** `actions` lists every kind that has an entry. `days` says how long an entry is kept. */
export const auditAnswer = z.object({
  entries: answerList(auditEntry),
  next: z.nullable(textUpTo(20)),
  actions: answerList(textUpTo(60)),
  days: ordinal,
  verified: z.optional(z.nullable(auditVerified))
})
export type AuditAnswer = z.infer<typeof auditAnswer>
