import { answer, changed, describeRoutes } from "./describe/operation.ts"
import * as z from "zod/mini"
import { answerList, count, instant, line, list, textUpTo as text } from "../fields.ts"

/**
 * What a team decides about masking. The relay stores and versions it: GET and PUT /v1/masking-rules, POST
 * /v1/masking-rules/words, GET /v1/masking-rules/versions, POST /v1/masking-rules/undo. Each answer to somebody who is
 * signed in has the newest version in the header `x-masking-rules`. Times are ISO 8601.
 */
export const RULES_HEADER = "x-masking-rules"
export const MAX_RULE_WORDS = 500
export const MAX_WORD_CHARACTERS = 100

export const maskMode = z.enum(["strict", "balanced"])
/** A `keep` word is never masked, a `name` always. */
const wordKind = z.enum(["keep", "name"])
export type WordKind = z.infer<typeof wordKind>
/** What a word of the articles is: a contact of the team's, or a brand or product. */
export const articleWordSort = z.enum(["email", "phone", "iban", "address", "domain", "brand"])
export type ArticleWordSort = z.infer<typeof articleWordSort>

/** A word and its origin: the public articles (`articles` of them), or a person. */
const ruleWord = z.object({
  word: line,
  kind: wordKind,
  from: z.enum(["articles", "team", "agent"]),
  sort: z.optional(articleWordSort),
  articles: z.optional(count),
  by: z.optional(line)
})
export type RuleWord = z.infer<typeof ruleWord>
/** A word of the public articles that isn't kept automatically. */
const proposedWord = z.object({ word: line, sort: articleWordSort, articles: count })
export type ProposedWord = z.infer<typeof proposedWord>

/**
 * `version` is 0 when nothing has been decided or found yet. `by` is null when an import made the version.
 * `articleWords` are those of the public articles, packed. `words` says where each word of `keep` and `names` comes
 * from.
 */
export const rulesAnswer = z.object({
  version: count,
  mode: maskMode,
  keep: answerList(line),
  names: answerList(line),
  orderPattern: z.optional(line),
  agentsMayAdd: z.boolean(),
  /**
   * 32 bytes in base64, if the team has sites hashed. With it every browser of the team makes the same hash of a site.
   */
  siteKey: z.optional(text(100)),
  /**
   * 32 bytes in base64, if texts are encrypted. With it every browser of the team makes the same hash of a requester's
   * address, by which everything of that person's tickets is erased.
   */
  requesterKey: z.optional(text(100)),
  articleWords: z.optional(text(50_000_000)),
  words: answerList(ruleWord),
  proposed: answerList(proposedWord),
  by: z.nullable(line),
  at: z.nullable(instant)
})
export type RulesAnswer = z.infer<typeof rulesAnswer>

const entry = z.string().check(z.trim(), z.minLength(2), z.maxLength(MAX_WORD_CHARACTERS))
const entries = list(entry, MAX_RULE_WORDS)
const version = count
/** `version` is the one that was read. "" means no pattern. @see rulesChanged */
export const rulesRequest = z.object({
  version,
  mode: maskMode,
  keep: entries,
  names: entries,
  orderPattern: z.optional(z.string().check(z.trim(), z.maxLength(200))),
  agentsMayAdd: z.optional(z.boolean())
})
export type RulesRequest = z.infer<typeof rulesRequest>
/** 409 "changed": somebody else saved first. The answer contains the current rules, and nothing was written. */
export const rulesChanged = z.object({
  error: z.object({ code: z.literal("changed"), message: line, retryable: z.boolean(), requestId: text(100) }),
  rules: rulesAnswer
})

/** One word. Agents may add it too where the team allows it, and otherwise get 403 "agents-may-not-add". */
export const wordRequest = z.object({ word: entry, kind: wordKind })
export type WordRequest = z.infer<typeof wordRequest>

/**
 * What a version changed compared with the one before: words that were added and removed, at most ten of each, with how
 * many. `of` is the version that was restored.
 */
const rulesVersion = z.object({
  version: count,
  by: z.nullable(line),
  at: instant,
  why: z.enum(["saved", "import", "word", "undo", "sites"]),
  of: z.optional(count),
  mode: maskMode,
  orderPattern: z.optional(line),
  agentsMayAdd: z.boolean(),
  added: answerList(line),
  addedCount: count,
  gone: answerList(line),
  goneCount: count
})
export type RulesVersion = z.infer<typeof rulesVersion>
/** Newest first, a hundred at most. */
export const versionsAnswer = z.object({ versions: answerList(rulesVersion) })
export type VersionsAnswer = z.infer<typeof versionsAnswer>
/** Makes version `to` the newest again, replacing the `version` that was read. */
const undoRequest = z.object({ version, to: count })
export type UndoRequest = z.infer<typeof undoRequest>

const newestRules = answer("The rules as they stand now", rulesAnswer)

export const maskingOperations = describeRoutes({
  "GET /v1/masking-rules": {
    summary:
      "What the team says about masking. Each answer to somebody signed in tells its version in the header x-masking-rules.",
    who: "agent",
    answers: { 200: answer("The newest version", rulesAnswer) }
  },
  "PUT /v1/masking-rules": {
    summary: "For leads and admins: say it anew, over the version that was read.",
    who: "lead",
    body: rulesRequest,
    unmasked: "team-words",
    answers: { 200: newestRules, 409: changed(rulesChanged) }
  },
  "POST /v1/masking-rules/words": {
    summary: "Add a word; for agents where the team lets them.",
    who: "agent",
    body: wordRequest,
    unmasked: "team-words",
    answers: { 200: newestRules }
  },
  "GET /v1/masking-rules/versions": {
    summary: "For leads and admins: who changed what, and when.",
    who: "lead",
    answers: { 200: answer("Newest first", versionsAnswer) }
  },
  "POST /v1/masking-rules/undo": {
    summary: "For leads and admins: make an earlier version the newest.",
    who: "lead",
    body: undoRequest,
    unmasked: "team-words",
    answers: { 200: newestRules, 409: changed(rulesChanged) }
  }
})
