import * as z from "zod/mini"
import type { AuditAnswer, AuditQuery } from "./audit.ts"
import { answerList, count, day, instant, line, money, largeCount, textUpTo } from "./fields.ts"
import type {
  HookRequest,
  ImportAnswer,
  ImportRequest,
  KnowledgeAnswer,
  RemovedAnswer,
  Schedule,
  ScheduleAnswer
} from "./knowledge.ts"
import type { RulesAnswer, RulesRequest, UndoRequest, VersionsAnswer } from "./masking-rules.ts"
import type { SignedOut } from "./panel.ts"
import { person, role, type PairedPerson } from "./relay.ts"
import { unmaskedKind } from "./unmasked.ts"

/**
 * What admins ask of the relay: GET /v1/admin/people, POST /v1/admin/codes, DELETE /v1/admin/codes/:id, POST
 * /v1/admin/people/:id/sign-out, GET /v1/admin/models, POST /v1/admin/models/:name/test, GET and PUT
 * /v1/admin/settings, GET /v1/admin/usage. Times are ISO 8601. No key, token or code is told, but a code to whoever
 * makes it.
 */

/** A browser that is signed in. `device`: what it called itself, or null. `here`: it is the one that asks. */
const pairedBrowser = z.object({ device: z.nullable(line), since: instant, until: instant, here: z.boolean() })
const knownPerson = z.extend(person, { browsers: answerList(pairedBrowser) })
export type KnownPerson = z.infer<typeof knownPerson>
const openCode = z.object({ id: textUpTo(100), name: textUpTo(200), role, expires: instant })
export type OpenCode = z.infer<typeof openCode>
export const peopleAnswer = z.object({ people: answerList(knownPerson), codes: answerList(openCode) })
export type PeopleAnswer = z.infer<typeof peopleAnswer>

/**
 * `samePerson`: a further browser of whoever has this name in this role. Else the name has to be new: 409 "name-taken".
 */
export const codeRequest = z.object({
  role,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  samePerson: z.boolean()
})
export type CodeRequest = z.infer<typeof codeRequest>
/** `known`: this person is there already, and another browser of theirs is paired by it. */
export const codeAnswer = z.extend(openCode, { code: textUpTo(100), minutes: count, known: z.boolean() })
export type CodeAnswer = z.infer<typeof codeAnswer>

/** `sure` is asked for where it is oneself: else 409 "own-sign-in". */
export const signOutRequest = z.object({ sure: z.optional(z.boolean()) })
/** How much was ended: browsers, and codes that were still good. */
export const signOutAnswer = z.object({ browsers: count, codes: count })
export type SignOutAnswer = z.infer<typeof signOutAnswer>

const price = z.object({ in: money, out: money })
/**
 * `host` and `price` (for a million tokens) of what is asked over the network; the offline drafter has neither.
 * `tasks`: what it is asked for, and as the how manieth.
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
 * Where an embedding model is named: public passages, how many have a vector of it, and why pages are found without.
 */
const vectors = z.object({ model: line, of: count, done: count, trouble: z.nullable(line) })
export const modelsAnswer = z.object({
  from: z.enum(["file", "environment"]),
  currency: textUpTo(3),
  models: answerList(listedModel),
  vectors: z.optional(vectors)
})
export type ModelsAnswer = z.infer<typeof modelsAnswer>
/** A model that fails is an answer too, with a sentence. `tokensPerSecond` is null where all came at once. */
export const testAnswer = z.discriminatedUnion("works", [
  z.object({ works: z.literal(true), firstMs: largeCount, tokensPerSecond: z.nullable(largeCount) }),
  z.object({ works: z.literal(false), code: textUpTo(100), message: line })
])
export type TestAnswer = z.infer<typeof testAnswer>

/** `:name` of an address: an endpoint's, as `modelsAnswer` tells it. */
export const modelPath = z.object({ name: textUpTo(200) })

/** Who erases a ticket: everybody, or who drafted on it, or neither; leads and admins always do. */
export const erasing = z.enum(["everyone", "drafters", "leads"])
export type Erasing = z.infer<typeof erasing>
/** `perDay`: prepared drafts a person and day; null: as many as the relay is started with. */
const preparation = {
  preparing: z.boolean(),
  perDay: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(100_000)))
}
/** `version` is the one that was read: another admin's change is never overwritten, 409 "settings-changed". */
export const settingsRequest = z.object({
  ...preparation,
  version: count,
  /**
   * Left out, both stay as they are. `hashSites`: sites of tickets leave the browser, and are kept, as keyed hashes.
   */
  erasing: z.optional(erasing),
  hashSites: z.optional(z.boolean())
})
export type SettingsRequest = z.infer<typeof settingsRequest>
/**
 * Besides, to read: the usual `perDay`, money for models a person and day, and how long texts are kept. `by`, `at`: the
 * last change.
 */
export const settingsAnswer = z.object({
  ...preparation,
  erasing,
  hashSites: z.boolean(),
  version: count,
  by: z.nullable(textUpTo(200)),
  at: z.nullable(instant),
  usualPerDay: count,
  cost: z.nullable(money),
  currency: textUpTo(3),
  retentionDays: count
})
export type SettingsAnswer = z.infer<typeof settingsAnswer>

/** First and last day, both counted, UTC. Unless told: the last 30. */
export const usageQuery = z.object({ from: z.optional(day), to: z.optional(day) })
export type UsageQuery = z.infer<typeof usageQuery>
/**
 * `role` only of a person; a person's `name` is null where the relay asked for itself. `estimated`: of the requests,
 * those whose server told no count.
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
/** Requests of a day (UTC) that were refused because such a thing in them was not masked. */
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

/** Between the admin's page and the background, which has the admin's token. */
export type AdminCommand =
  | { kind: "admin-status" }
  | { kind: "admin-sign-out" }
  | { kind: "admin-people" }
  | { kind: "admin-code"; request: CodeRequest }
  | { kind: "admin-code-revoke"; id: string }
  | { kind: "admin-person-sign-out"; id: string; sure?: boolean | undefined }
  | { kind: "admin-models" }
  | { kind: "admin-model-test"; name: string }
  | { kind: "admin-settings" }
  | { kind: "admin-settings-save"; request: SettingsRequest }
  | { kind: "admin-usage"; query: UsageQuery }
  | { kind: "admin-audit"; query: AuditQuery }
  | { kind: "admin-masking" }
  | { kind: "admin-masking-save"; request: RulesRequest }
  | { kind: "admin-masking-versions" }
  | { kind: "admin-masking-undo"; request: UndoRequest }
  | { kind: "admin-knowledge" }
  | { kind: "admin-import"; request: ImportRequest }
  | { kind: "admin-import-cancel"; id: string }
  | { kind: "admin-schedule"; collection: string; schedule: Schedule }
  | { kind: "admin-hook"; collection: string; request: HookRequest }
  | { kind: "admin-hook-remove"; collection: string }
  | { kind: "admin-source-remove"; collection: string }
  | { kind: "admin-file-door" }
export type AdminKind = AdminCommand["kind"]

export interface AdminValues {
  "admin-status": AdminStatus
  "admin-sign-out": null
  "admin-people": PeopleAnswer
  "admin-code": CodeAnswer
  "admin-code-revoke": null
  "admin-person-sign-out": SignOutAnswer
  "admin-models": ModelsAnswer
  "admin-model-test": TestAnswer
  "admin-settings": SettingsAnswer
  "admin-settings-save": SettingsAnswer
  "admin-usage": UsageAnswer
  "admin-audit": AuditAnswer
  "admin-masking": RulesAnswer
  "admin-masking-save": RulesAnswer
  "admin-masking-versions": VersionsAnswer
  "admin-masking-undo": RulesAnswer
  "admin-knowledge": KnowledgeAnswer
  "admin-import": ImportAnswer
  "admin-import-cancel": null
  "admin-schedule": ScheduleAnswer
  "admin-hook": CreatedWebhook
  "admin-hook-remove": null
  "admin-source-remove": RemovedAnswer
  "admin-file-door": UploadTarget
}

/** `address` is the whole one; `secret` is null where its sender made it. */
export interface CreatedWebhook {
  address: string
  secret: string | null
}

/** Where the admin's page sends a file itself, and by whose token. */
export interface UploadTarget {
  address: string
  token: string
}

export type AdminAnswer<K extends AdminKind = AdminKind> =
  | { ok: true; value: AdminValues[K] }
  | { ok: false; code: string; message?: string }

export interface AdminStatus {
  /** Whose token the page goes by; absent while there is none of an admin. */
  admin?: PairedPerson
  /** The admin's relay, else the one that a new code is tried at. */
  address: string
  /** Who the panel is signed in as, where that is somebody else. */
  panel?: PairedPerson
  /** The relay ended the admin's sign-in. */
  revoked?: true
  signedOut?: SignedOut
}
