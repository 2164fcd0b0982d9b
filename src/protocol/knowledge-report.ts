import * as z from "zod/mini"
import { answerList, count, instant, line, record, longText, textUpTo } from "./fields.ts"

/**
 * What leads ask about the state of the knowledge: GET /v1/knowledge/report, PUT /v1/knowledge/findings/:id. It
 * contains the words of pages as they are (the import has masked what came from tickets). The only person it names is
 * the one who settled a finding. Times are ISO 8601.
 */

/**
 * A report may take longer than one answer may. Then 202 comes with `running`, and a request with its `run` gets the
 * same report. `only` asks for one kind of finding. `links` also tests links to other hosts. `settled` includes settled
 * findings. `wait` is the number of seconds to wait for an answer, 20 by default.
 */
export const reportQuery = z.object({
  only: z.optional(textUpTo(40)),
  links: z.optional(z.enum(["true", "false"])),
  settled: z.optional(z.enum(["true", "false"])),
  run: z.optional(z.uuid()),
  wait: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(25)))
})
export type ReportQuery = z.infer<typeof reportQuery>

/** A newer relay may know kinds that an extension doesn't. The extension shows them all the same. */
const kind = textUpTo(100)
export const reportFinding = z.object({
  /** The id stays the same as long as kind, pages and words do. */
  id: textUpTo(100),
  kind,
  /** `address` is where a person opens it, or else its path in the source. `words` are those that are meant. */
  documents: answerList(z.object({ id: line, title: line, address: line, words: longText })),
  /** Says what is wrong and what would fix it, in a sentence each. */
  says: longText,
  fix: longText,
  /** Tickets that show it. */
  tickets: z.optional(answerList(z.object({ site: textUpTo(300), helpdesk: textUpTo(100), ticketId: textUpTo(200) }))),
  firstSeen: z.optional(instant),
  /** `by` is the name of a lead, or of the person who used the command. */
  settled: z.optional(z.object({ at: instant, by: z.nullable(line), note: z.nullable(line) }))
})
export type ReportFinding = z.infer<typeof reportFinding>

/** The most findings of a kind in one answer. `counts` includes all of them. */
export const MAX_FINDINGS_PER_KIND = 300
const counted = z.object({ asked: count, of: count })
/**
 * The coverage of the last weeks: for how many tickets a draft was requested, how many of them were searched (all, or a
 * random sample), and for how many of these search finds a page.
 */
const coverage = z.object({ weeks: count, tickets: count, searched: count, answered: count })
export const reportDone = z.object({
  at: instant,
  documents: count,
  /** The open findings by kind, in the order of the kinds. */
  findings: answerList(reportFinding),
  /** The number of open findings by kind, including kinds with none. With `only` it has that kind alone. */
  counts: record(kind, count, 1000),
  settled: count,
  settledFindings: z.optional(answerList(reportFinding)),
  coverage,
  /** When links were tested: how many of how many. */
  links: z.optional(counted),
  /**
   * The last complete report of each day, the newest last. `counts` holds open findings by kind, `tickets` and
   * `answered` the coverage.
   */
  trend: answerList(z.object({ at: instant, counts: record(kind, count, 1000) }))
})
export type ReportDone = z.infer<typeof reportDone>
/** `documents` is null until they are counted. */
export const reportRunning = z.object({
  running: z.object({ run: z.uuid(), documents: z.nullable(count), links: z.optional(counted) })
})
export type ReportRunning = z.infer<typeof reportRunning>
export const reportAnswer = z.union([reportDone, reportRunning])
export type ReportAnswer = z.infer<typeof reportAnswer>

/** In characters of the masked text. */
export const MAX_SETTLE_NOTE = 2_000
/** PUT settles a finding until its words change, or opens it again. */
export const settleRequest = z.object({ settled: z.boolean(), note: z.optional(textUpTo(MAX_SETTLE_NOTE)) })
export type SettleRequest = z.infer<typeof settleRequest>
/** The `:id` of an address. */
export const findingPath = z.object({ id: textUpTo(100) })
/** The finding as it is now. */
export const settleAnswer = z.object({
  id: textUpTo(100),
  settled: z.boolean(),
  at: z.nullable(instant),
  by: z.nullable(line),
  note: z.nullable(line)
})
export type SettleAnswer = z.infer<typeof settleAnswer>
