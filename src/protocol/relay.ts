import * as z from "zod/mini"
import { CHANNELS } from "../ticket/ticket.ts"
import { CLAIM_REASONS, CLAIM_STATES, VERDICTS } from "../ticket/draft.ts"
import type { MaskedTicket } from "../ticket/masked-ticket.ts"
import { DANGER_DECISIONS } from "../ticket/danger.ts"
import { answer, danger, verification, refusal, repair, summaryLine, ticketAbout, voiceRules } from "./answer.ts"
import {
  answerList,
  count,
  day,
  helpdesk,
  helpdeskId,
  helpdeskIdOrNone,
  instant,
  line,
  list,
  locale,
  modelName,
  money,
  pipelineVersion,
  readElsewhere,
  requesterHash,
  sourceKind,
  record,
  score,
  largeCount,
  longText,
  textUpTo,
  site
} from "./fields.ts"
import { browserKey, renewal } from "./renewal.ts"

/**
 * The version of the wire between extension and relay. It is increased when an older extension could no longer talk to
 * it.
 */
export const API_VERSION = 2
/** The seconds between heartbeats on an event stream. The browser ends a silent fetch of a worker after 30. */
export const HEARTBEAT_SECONDS = 15
/** The most characters of a ticket's unmasked public thread. The browser leaves older messages out of a longer one. */
export const MAX_TICKET_CHARACTERS = 100_000
/** Of a ticket, as it leaves; the browser keeps to them. */
export const MAX_MESSAGES = 400
export const MAX_TAGS = 100
export const MAX_FIELDS = 100
/** Of one message. */
export const MAX_ATTACHMENTS = 50
/** Characters of a ticket's fields together, names and values. */
export const MAX_FIELD_CHARACTERS = 20_000
/**
 * The most characters of a ticket's texts together, as they leave the browser. The limit leaves room for placeholders
 * that are longer than their values.
 */
export const MAX_MASKED_CHARACTERS = 150_000
/** The most characters of all texts of a request together. A request with two drafts has the most. */
export const MAX_REQUEST_CHARACTERS = 250_000

const id = z.string().check(z.minLength(1), z.maxLength(200))
/**
 * The id of a document in the relay's knowledge, which the relay gave: its collection, and its path or address there.
 */
export const documentId = z.string().check(z.minLength(1), z.maxLength(2000))
const uuid = z.uuid()

export const role = z.enum(["agent", "lead", "admin"])
export type Role = z.infer<typeof role>
export const person = z.object({ id, name: textUpTo(200), role, groups: list(textUpTo(100), 1000) })
export type PairedPerson = z.infer<typeof person>

export const apiError = z.object({
  error: z.object({ code: textUpTo(100), message: line, retryable: z.boolean(), requestId: textUpTo(100) })
})
export type ApiError = z.infer<typeof apiError>["error"]

export const health = z.object({
  name: z.literal("replywright"),
  api: count,
  version: textUpTo(100),
  ok: z.boolean(),
  database: z.enum(["ok", "down"]),
  /** The names of the configured model, or null for the offline drafter, and of the one that is asked about tone. */
  model: z.nullable(line),
  tone: z.optional(line),
  documents: count
})
export type Health = z.infer<typeof health>

/**
 * `key` is the browser's own, with which it renews the sign-in. A script may leave it out, and is then signed in for 12
 * hours.
 */
export const pairRequest = z.object({
  code: textUpTo(40),
  device: z.optional(textUpTo(100)),
  key: z.optional(browserKey)
})
export type PairRequest = z.infer<typeof pairRequest>
/** `key` has 32 bytes in base64 and encrypts what the browser stores. `expires` is that of the access token. */
export const pairAnswer = z.object({
  token: textUpTo(1000),
  expires: instant,
  person,
  key: textUpTo(100),
  renewal: z.optional(renewal)
})
export type PairAnswer = z.infer<typeof pairAnswer>
/** How a browser may sign in: the host of the organisation's provider, if there is one, and whether codes pair. */
export const signInAnswer = z.object({ provider: z.nullable(textUpTo(300)), pairing: z.boolean() })
/**
 * Where a browser lets a provider send a person back to an extension: an address that no page can have, and that ends
 * in the extension itself.
 */
const extensionRedirect = z
  .string()
  .check(
    z.maxLength(200),
    z.regex(/^https:\/\/(?:[a-p]{32}\.chromiumapp\.org|[0-9a-f]{40}\.extensions\.allizom\.org)\/[\w-]{0,50}$/)
  )
export const beginSignInRequest = z.object({ redirect: extensionRedirect })
export const beginSignInAnswer = z.object({ url: textUpTo(8000) })
/** `callback` is the address with the provider's code. `device` and `key` are those of `pairRequest`. */
export const signInRequest = z.object({
  callback: z.string().check(z.maxLength(8000), z.url()),
  device: z.optional(textUpTo(100)),
  key: z.optional(browserKey)
})
export type SignInRequest = z.infer<typeof signInRequest>
/** The answer of POST /v1/token/renew, in which everything is new. */
export const renewAnswer = z.extend(pairAnswer, { renewal })
export type RenewAnswer = z.infer<typeof renewAnswer>
/**
 * Codes of errors that a browser acts on by itself: of a token that is to be renewed, and of a renewal. `keyGone` is
 * its own.
 */
export const RENEWABLE = {
  expired: "token-expired",
  clockDiffers: "clock-differs",
  keyGone: "sign-in-key-gone"
} as const
export const meAnswer = z.object({ person, expires: instant, pipelineVersion: textUpTo(100) })
export type MeAnswer = z.infer<typeof meAnswer>

/** A message of the public thread, masked. Internal notes never leave the browser. */
export const maskedMessage = z.object({
  id: helpdeskId,
  role: z.enum(["customer", "agent", "system"]),
  author: textUpTo(300),
  at: instant,
  text: textUpTo(MAX_TICKET_CHARACTERS),
  attachments: z.optional(list(textUpTo(300), MAX_ATTACHMENTS))
})
/** What a draft is made from. The site of the ticket is no part of it. */
export const ticketContent = z.object({
  helpdesk,
  ticketId: helpdeskId,
  version: helpdeskIdOrNone,
  subject: textUpTo(2000),
  /** Placeholders or "": who is addressed, who signs. */
  requester: textUpTo(300),
  firstName: z.optional(textUpTo(300)),
  agent: textUpTo(300),
  channel: z.optional(z.enum(CHANNELS)),
  locale: z.optional(locale),
  zone: z.optional(z.int().check(z.minimum(-14 * 60), z.maximum(14 * 60))),
  tags: list(textUpTo(300), MAX_TAGS),
  fields: z.optional(record(textUpTo(300), textUpTo(2000), MAX_FIELDS)),
  ...readElsewhere,
  messages: list(maskedMessage, MAX_MESSAGES)
})
ticketContent satisfies z.ZodMiniType<MaskedTicket>
/** A masked ticket within the bounds of all its texts together. */
export const maskedTicket = z.extend(ticketContent, { site }).check(
  z.check(({ value, issues }) => {
    const ofFields = Object.entries(value.fields ?? {})
      .flat()
      .reduce((sum, one) => sum + one.length, 0)
    const ofAll = value.messages.reduce((sum, message) => sum + message.text.length, value.subject.length + ofFields)
    const tooMany = (characters: number, most: number, path: string[]) => {
      if (characters > most)
        issues.push({ code: "too_big", origin: "texts", maximum: most, inclusive: true, input: value, path })
    }
    tooMany(ofFields, MAX_FIELD_CHARACTERS, ["fields"])
    tooMany(ofAll, MAX_MASKED_CHARACTERS, [])
  })
)

/**
 * The agent's choice among the sources of a ticket, by ids of documents. `use` come first in the draft, `not` are left
 * out of it, and so are their near copies. The relay stores each as feedback with the draft.
 */
export const chosenSources = z.object({ use: list(documentId, 10), not: list(documentId, 20) })
export type ChosenSources = z.infer<typeof chosenSources>

/** `:id` of an address. */
export const idPath = z.object({ id: uuid })
/** `:helpdesk/:ticketId` of an address. */
export const ticketPath = z.object({ helpdesk, ticketId: helpdeskId })

export const MAX_ATTEMPTS = 20
export const draftRequest = z.object({
  draftId: uuid,
  ticket: maskedTicket,
  sources: z.optional(chosenSources),
  /** All wishes in force under "Say what to change", one a line, masked, with the text that they refer to. */
  instruction: z.optional(textUpTo(4000)),
  previous: z.optional(textUpTo(20_000)),
  /** How many other drafts the agent has asked for with the same ticket. */
  attempt: z.optional(z.int().check(z.minimum(1), z.maximum(MAX_ATTEMPTS))),
  /** What the agent decided about a danger of which the ticket seems to tell. */
  danger: z.optional(z.enum(DANGER_DECISIONS)),
  /** It was made before anybody asked for it, and counts against the budget of prepared drafts. */
  prepared: z.optional(z.boolean()),
  requesterHash: z.optional(requesterHash)
})
export type SitedDraftRequest = z.infer<typeof draftRequest>
/** What a draft is made for. It is the same for a ticket at any site, whoever the requester is. */
export type DraftRequest = Omit<SitedDraftRequest, "ticket" | "requesterHash"> & { ticket: MaskedTicket }
export const summaryRequest = z.object({ summaryId: uuid, ticket: maskedTicket })
export type SummaryRequest = Omit<z.infer<typeof summaryRequest>, "ticket"> & { ticket: MaskedTicket }

export const source = z.object({
  n: count,
  id: line,
  title: line,
  kind: sourceKind,
  headings: answerList(line),
  passage: longText,
  visibility: z.enum(["public", "internal"]),
  locale: z.optional(textUpTo(100)),
  url: z.optional(line),
  changed: z.optional(textUpTo(100)),
  score,
  version: z.optional(count),
  also: z.optional(answerList(z.object({ id: line, title: line, url: z.optional(line) })))
})
export const claim = z.object({
  start: count,
  end: count,
  state: z.enum(CLAIM_STATES),
  sources: answerList(count),
  cited: z.optional(answerList(count)),
  verdict: z.optional(
    z.object({
      kind: z.enum(VERDICTS),
      evidence: answerList(z.object({ source: count, text: longText })),
      why: z.optional(line)
    })
  ),
  cleared: z.optional(z.enum(CLAIM_REASONS)),
  isFixed: z.optional(z.boolean()),
  reason: z.optional(z.enum(CLAIM_REASONS)),
  why: z.optional(line),
  words: z.optional(longText),
  says: z.optional(longText)
})
export const question = z.object({ blank: line, why: z.optional(line) })

/** What wrote the draft: `model` is the model's name, or "offline". */
const made = { model: modelName, pipelineVersion, language: z.nullable(textUpTo(100)) }

/** Events of POST /v1/drafts and POST /v1/summaries: `event:` is the type, `data:` the rest as JSON. */
export const relayEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("sources"), sources: answerList(source) }),
  z.object({ type: z.literal("draft-delta"), text: longText }),
  /** It comes again for the same start with the verifier's verdict. */
  z.object({ type: z.literal("check"), claim }),
  /** The letter is whole. What follows until its end is what the verifier says. */
  z.object({ type: z.literal("draft-written"), text: longText }),
  z.object({ type: z.literal("heartbeat") }),
  /** The model is busy: the draft waits for it at this place, from 1. It comes again when the place changes. */
  z.object({ type: z.literal("draft-waiting"), model: modelName, place: count }),
  z.object({
    type: z.literal("draft-end"),
    draftId: textUpTo(100),
    text: longText,
    claims: answerList(claim),
    questions: answerList(question),
    refusal: z.optional(refusal),
    answer: z.optional(answer),
    danger: z.optional(danger),
    ...made,
    /** Milliseconds on the relay: to the first text, and altogether. */
    ms: z.object({ first: largeCount, total: largeCount }),
    /**
     * Why the model that is asked first didn't write it: `of` is its name, and `code` is the reason, such as
     * "budget-cost" or "model-busy".
     */
    instead: z.optional(z.object({ of: line, code: textUpTo(100) })),
    repair: z.optional(repair),
    verification: z.optional(verification),
    voice: z.optional(voiceRules),
    tokens: z.optional(z.object({ in: largeCount, out: largeCount }))
  }),
  z.object({ type: z.literal("summary-line"), line: summaryLine }),
  z.object({ type: z.literal("summary-end"), lines: answerList(summaryLine), about: z.optional(ticketAbout), ...made }),
  z.object({ type: z.literal("draft-error"), code: textUpTo(100), message: line, retryable: z.boolean() })
])
export type RelayEvent = z.infer<typeof relayEvent>
export type DraftEnd = Extract<RelayEvent, { type: "draft-end" }>

/**
 * GET /v1/budget: what this person has used of a day (UTC). Without `limit`, money is counted and not limited. `limits`
 * are further ones that hold for this person, with what everybody for whom they hold has used, until they begin anew.
 */
export const budgetAnswer = z.object({
  day,
  prepared: z.object({ used: count, limit: count }),
  cost: z.object({ used: money, limit: z.nullable(money), currency: textUpTo(3) }),
  limits: z.optional(
    answerList(
      z.object({
        of: z.enum(["person", "group", "team"]),
        group: z.optional(line),
        per: z.enum(["day", "month"]),
        until: instant,
        cost: z.optional(z.object({ used: money, limit: money })),
        tokens: z.optional(z.object({ used: largeCount, limit: largeCount }))
      })
    )
  )
})
export type BudgetAnswer = z.infer<typeof budgetAnswer>

/** GET /v1/drafts/:id/upstream returns the exact body that was sent to the model, without the key. */
export const upstream = z.object({
  asked: z.boolean(),
  model: modelName,
  url: z.optional(line),
  body: z.optional(longText)
})
export type Upstream = z.infer<typeof upstream>
