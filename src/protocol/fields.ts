import * as z from "zod/mini"
import { MAX_READ_ATTACHMENTS, MAX_SENT_CHARACTERS } from "../ticket/attachment.ts"
import { MAX_EARLIER_PROMISES } from "../ticket/earlier-ticket.ts"

/**
 * The fields of the wire's schemas. Each text, list, number and date has its bounds, which are in the OpenAPI document,
 * too. tests/house/bounds.test.ts fails for a field without bounds.
 */

/** A text of at most this many UTF-16 units. */
export const textUpTo = (most: number) => z.string().check(z.maxLength(most))
/**
 * A text of an answer that fits on a line, such as a title, a name or an address. The bound is generous, so that no
 * answer is refused for its length.
 */
export const line = textUpTo(20_000)
/** A longer text of an answer, such as a passage, a draft or a body. */
export const longText = textUpTo(5_000_000)

/** A list of at most this many items. */
export const list = <Item extends z.ZodMiniType>(item: Item, most: number) => z.array(item).check(z.maxLength(most))
/** A list in an answer, which the relay bounds itself. */
export const answerList = <Item extends z.ZodMiniType>(item: Item) => list(item, 100_000)

/** Names with their values, at most this many. */
export function record<Value extends z.ZodMiniType>(name: z.ZodMiniString, value: Value, most: number) {
  const bounded = z.check<Record<string, unknown>>(({ value: given, issues }) => {
    if (Object.keys(given).length > most)
      issues.push({ code: "too_big", origin: "record", maximum: most, inclusive: true, input: given })
  })
  return z.record(name, value).check(bounded, z.meta({ maxProperties: most }))
}

/** A number of things or a version: a whole number from 0 to 2,147,483,647, which PostgreSQL's integer can hold. */
export const count = z.int32().check(z.minimum(0))
/** A whole number from 1. */
export const ordinal = z.int32().check(z.minimum(1))
/** A larger sum, such as model tokens, milliseconds or characters. */
export const largeCount = z.number().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER))
/** Money, or a price. */
export const money = z.number().check(z.minimum(0), z.maximum(1e12))
/** A share from 0 to 1. */
export const share = z.number().check(z.minimum(0), z.maximum(1))
/** A score, which is comparable only within one answer. */
export const score = z.number().check(z.minimum(-1e12), z.maximum(1e12))

/** A day, ISO 8601, from 2000 to 2099. */
export const day = z.iso
  .date()
  .check(z.regex(/^20\d\d-/), z.meta({ format: "date", formatMinimum: "2000-01-01", formatMaximum: "2099-12-31" }))
/** A moment, ISO 8601 with its offset ("Z"), from 1970 to 2099. */
export const instant = z.iso
  .datetime({ offset: true })
  .check(
    z.regex(/^(?:19[789]\d|20\d\d)-/),
    z.maxLength(40),
    z.meta({ format: "date-time", formatMinimum: "1970-01-01T00:00:00Z", formatMaximum: "2099-12-31T23:59:59Z" })
  )

/** The adapter that read the ticket: the name of a folder of `src/helpdesks`. */
export const helpdesk = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/), z.maxLength(60))
/**
 * An id that a helpdesk gave. It has no more than 14 digits in a row, as many as Zendesk's ids have. 15 and more are a
 * payment card's, and nothing else distinguishes the two.
 */
export const helpdeskId = z.string().check(z.regex(/^(?!.*\d{15})[A-Za-z0-9][A-Za-z0-9._:#/+=~-]*$/), z.maxLength(120))
/** The same, or "". */
export const helpdeskIdOrNone = z
  .string()
  .check(z.regex(/^(?!.*\d{15})(?:[A-Za-z0-9][A-Za-z0-9._:#/+=~-]*)?$/), z.maxLength(120))
/** A BCP 47 tag; some helpdesks write it with an underscore. */
export const locale = z.string().check(z.regex(/^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/), z.maxLength(35))
/** The name of a model, as `models.yaml` and the settings allow it, or "" for none. */
export const MODEL_NAME = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{0,200}$/u
export const modelName = z.string().check(z.regex(MODEL_NAME), z.maxLength(200))
/** The hash of everything that shapes a draft, or "" when there was no draft. */
export const pipelineVersion = z.string().check(z.regex(/^[A-Za-z0-9._-]*$/), z.maxLength(100))

export const MOST_LOOKUPS = 30
/** Placeholders may be longer than what they stand for. */
const MOST_PROMISE_CHARACTERS = 1000
/** What a browser looked up for a ticket, masked. */
export const lookedUp = z.object({
  name: textUpTo(60),
  title: textUpTo(300),
  facts: list(z.object({ name: textUpTo(60), label: textUpTo(300), value: z.optional(textUpTo(2000)) }), 30)
})
/** What a browser read elsewhere for a ticket, masked. The relay stores none of it. */
export const readElsewhere = {
  lookups: z.optional(list(lookedUp, MOST_LOOKUPS)),
  /** What the team promised in earlier tickets of the same requester. */
  earlier: z.optional(
    list(z.object({ ticketId: helpdeskId, at: instant, text: textUpTo(MOST_PROMISE_CHARACTERS) }), MAX_EARLIER_PROMISES)
  ),
  /** Passages of attachments that the agent had read. Placeholders may be longer than what they stand for. */
  attached: z.optional(
    list(
      z.object({ n: ordinal, name: textUpTo(300), text: textUpTo(MAX_SENT_CHARACTERS + 1000) }),
      MAX_READ_ATTACHMENTS
    )
  )
}
/** A version of the extension or of a helpdesk's product, such as "5.0.3": one to four numbers. */
export const softwareVersion = z.string().check(z.regex(/^\d{1,4}(?:\.\d{1,6}){0,3}$/), z.maxLength(30))
/** A document's kind, or who else said what a source says. */
export const sourceKind = z.enum([
  ...(["article", "policy", "macro", "ticket", "product", "memory"] as const),
  ...(["playbook", "lookup", "earlier", "attachment"] as const)
])

/**
 * The site of a ticket: the origin of the helpdesk's page, such as "https://lumen.zendesk.com", or its keyed hash if
 * the team has sites hashed. The same number at two sites is two tickets.
 * @see docs/decisions/0026-tickets-by-site-and-number.md
 */
export const site = z.string().check(z.maxLength(300), z.regex(/^(https?:\/\/[\w.:[\]-]+|hmac:[\w-]{43})$/))

/**
 * The keyed hash of a requester's address, as a browser of the team makes it. It tells the address to nobody without
 * the key. @see docs/decisions/0132-requesters-by-keyed-hash.md
 */
export const requesterHash = z.string().check(z.maxLength(48), z.regex(/^hmac:[\w-]{43}$/))

/** A site as it is stored, or "" when it was reported by an extension that did not report sites yet. */
export const storedSite = z.string().check(z.maxLength(300))
