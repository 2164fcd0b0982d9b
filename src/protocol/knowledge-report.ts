import * as z from "zod/mini"
import { answerList, count, instant, line, record, longText, textUpTo } from "./fields.ts"

/**
 * What leads ask of the state of the knowledge: GET /v1/knowledge/report, PUT /v1/knowledge/findings/:id. Pages' words
 * stand in it as they are (an import has masked what came from tickets); no person of the team but who settled a
 * finding. Times are ISO 8601.
 */

/**
 * A report may take longer than one answer may: 202 comes with `running`, and whoever asks again with its `run` gets
 * that one.
 * `only`: one kind of finding alone. `links`: links to other hosts are asked for too. `settled`: those that are settled
 * come along.
 * `wait`: seconds for an answer, 20 unless told.
 */
export const reportQuery = z.object({
  only: z.optional(textUpTo(40)),
  links: z.optional(z.enum(["true", "false"])),
  settled: z.optional(z.enum(["true", "false"])),
  run: z.optional(z.uuid()),
  wait: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(25)))
})
export type ReportQuery = z.infer<typeof reportQuery>

/** The newest relay may know kinds that an extension doesn't: it shows them all the same. */
const kind = textUpTo(100)
export const reportFinding = z.object({
  /** The same as long as kind, pages and words are. */
  id: textUpTo(100),
  kind,
  /** `address`: where a person opens it, else its path in the source. `words`: those that are meant. */
  documents: answerList(z.object({ id: line, title: line, address: line, words: longText })),
  /** What is wrong, and what would mend it, each in a sentence. */
  says: longText,
  fix: longText,
  /** Tickets that show it. */
  tickets: z.optional(answerList(z.object({ site: textUpTo(300), helpdesk: textUpTo(100), ticketId: textUpTo(200) }))),
  firstSeen: z.optional(instant),
  /** `by` is a name of a lead, or of who used the command. */
  settled: z.optional(z.object({ at: instant, by: z.nullable(line), note: z.nullable(line) }))
})
export type ReportFinding = z.infer<typeof reportFinding>

/** Findings of a kind in one answer: the first of them. `counts` has all. */
export const MAX_FINDINGS_PER_KIND = 300
const counted = z.object({ asked: count, of: count })
/** Of the tickets that a draft was asked for in the last weeks: how many had a page that the draft could stand on. */
const coverage = z.object({ weeks: count, tickets: count, answered: count })
export const reportDone = z.object({
  at: instant,
  documents: count,
  /** Open ones, by kind in the order of the kinds. */
  findings: answerList(reportFinding),
  /** Open findings by kind, those that none was found of too. Of `only` that one alone. */
  counts: record(kind, count, 1000),
  settled: count,
  settledFindings: z.optional(answerList(reportFinding)),
  coverage,
  /** Where links were asked for: how many of how many. */
  links: z.optional(counted),
  /**
   * The last whole report of each day, the newest last. `counts`: open findings by kind; `tickets` and `answered` of
   * the coverage.
   */
  trend: answerList(z.object({ at: instant, counts: record(kind, count, 1000) }))
})
export type ReportDone = z.infer<typeof reportDone>
/** `documents`: null until they are counted. */
export const reportRunning = z.object({
  running: z.object({ run: z.uuid(), documents: z.nullable(count), links: z.optional(counted) })
})
export type ReportRunning = z.infer<typeof reportRunning>
export const reportAnswer = z.union([reportDone, reportRunning])
export type ReportAnswer = z.infer<typeof reportAnswer>

/** Characters, masked. */
export const MAX_SETTLE_NOTE = 2_000
/** PUT: settled until its words change, or open again. */
export const settleRequest = z.object({ settled: z.boolean(), note: z.optional(textUpTo(MAX_SETTLE_NOTE)) })
export type SettleRequest = z.infer<typeof settleRequest>
/** `:id` of an address. */
export const findingPath = z.object({ id: textUpTo(100) })
/** As it stands now. */
export const settleAnswer = z.object({
  id: textUpTo(100),
  settled: z.boolean(),
  at: z.nullable(instant),
  by: z.nullable(line),
  note: z.nullable(line)
})
export type SettleAnswer = z.infer<typeof settleAnswer>
