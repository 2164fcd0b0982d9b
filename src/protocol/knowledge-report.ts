import * as z from "zod/mini"

/**
 * What leads ask of the state of the knowledge: GET /v1/knowledge/report, PUT /v1/knowledge/findings/:id. Pages' words stand in it as they
 * are (an import has masked what came from tickets); no person of the team but who settled a finding. Times are ISO 8601.
 */

/**
 * A report may take longer than one answer may: 202 comes with `running`, and whoever asks again with its `run` gets that one.
 * `only`: one kind of finding alone. `links`: links to other hosts are asked for too. `settled`: those that are settled come along.
 * `wait`: seconds for an answer, 20 unless told.
 */
export const reportQuery = z.object({
  only: z.optional(z.string().check(z.maxLength(40))), links: z.optional(z.enum(["true", "false"])), settled: z.optional(z.enum(["true", "false"])),
  run: z.optional(z.uuid()), wait: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(25)))
})
export type ReportQuery = z.infer<typeof reportQuery>

/** The newest relay may know kinds that an extension doesn't: it shows them all the same. */
const kind = z.string()
export const reportFinding = z.object({
  /** The same as long as kind, pages and words are. */
  id: z.string(), kind,
  /** `address`: where a person opens it, else its path in the source. `words`: those that are meant. */
  documents: z.array(z.object({ id: z.string(), title: z.string(), address: z.string(), words: z.string() })),
  /** What is wrong, and what would mend it, each in a sentence. */
  says: z.string(), fix: z.string(),
  /** Tickets that show it. */
  tickets: z.optional(z.array(z.object({ helpdesk: z.string(), ticketId: z.string() }))),
  firstSeen: z.optional(z.string()),
  /** `by` is a name of a lead, or of who used the command. */
  settled: z.optional(z.object({ at: z.string(), by: z.nullable(z.string()), note: z.nullable(z.string()) }))
})
export type ReportFinding = z.infer<typeof reportFinding>

/** Findings of a kind in one answer: the first of them. `counts` has all. */
export const MOST_TOLD = 300
const counted = z.object({ asked: z.number(), of: z.number() })
/** Of the tickets that a draft was asked for in the last weeks: how many had a page that the draft could stand on. */
const coverage = z.object({ weeks: z.number(), tickets: z.number(), answered: z.number() })
export const reportDone = z.object({
  at: z.string(), documents: z.number(),
  /** Open ones, by kind in the order of the kinds. */
  findings: z.array(reportFinding),
  /** Open findings by kind, those that none was found of too. Of `only` that one alone. */
  counts: z.record(kind, z.number()),
  settled: z.number(), settledFindings: z.optional(z.array(reportFinding)),
  coverage,
  /** Where links were asked for: how many of how many. */
  links: z.optional(counted),
  /** The last whole report of each day, the newest last. `counts`: open findings by kind; `tickets` and `answered` of the coverage. */
  trend: z.array(z.object({ at: z.string(), counts: z.record(kind, z.number()) }))
})
export type ReportDone = z.infer<typeof reportDone>
/** `documents`: null until they are counted. */
export const reportRunning = z.object({ running: z.object({ run: z.uuid(), documents: z.nullable(z.number()), links: z.optional(counted) }) })
export type ReportRunning = z.infer<typeof reportRunning>
export const reportAnswer = z.union([reportDone, reportRunning])
export type ReportAnswer = z.infer<typeof reportAnswer>

/** Characters, masked. */
export const MAX_SETTLE_NOTE = 2_000
/** PUT: settled until its words change, or open again. */
export const settleRequest = z.object({ settled: z.boolean(), note: z.optional(z.string().check(z.maxLength(MAX_SETTLE_NOTE))) })
export type SettleRequest = z.infer<typeof settleRequest>
/** As it stands now. */
export const settleAnswer = z.object({ id: z.string(), settled: z.boolean(), at: z.nullable(z.string()), by: z.nullable(z.string()), note: z.nullable(z.string()) })
export type SettleAnswer = z.infer<typeof settleAnswer>
