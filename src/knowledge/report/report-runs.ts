import { randomUUID } from "node:crypto"
import { setTimeout as passing } from "node:timers/promises"
import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import type { FindingKind } from "./corpus/finding.ts"
import { type KnowledgeReport, type Progress, makeWantedReport, type Reporter } from "./report.ts"

export interface ReportRequest {
  only?: FindingKind | undefined
  links: boolean
  /** The run that the request is about, from an earlier answer. */
  run?: string | undefined
}

export type ReportRunAnswer = { done: KnowledgeReport } | { run: string; progress: Progress | undefined }

interface Run {
  id: string
  key: string
  report: Promise<KnowledgeReport>
  progress?: Progress
  ended: boolean
  stop: AbortController
  waiting: number
  /** The run is forgotten after this timer if nobody waits for it. */
  timer?: NodeJS.Timeout
}

/**
 * Manages the reports that are being made. Requests for the same report share one run, and a run for which nobody waits
 * any more is ended. Reports are made one after the other. Reports that check links run beside the others, because they
 * take minutes.
 * @param grace milliseconds in which a caller that was told to wait may ask again
 * @param report makes a report, by default in this thread
 */
export function createReportRuns(
  db: Kysely<Schema>,
  log: Log,
  clock: () => Date,
  grace = 15_000,
  report = makeWantedReport
): ReportRuns {
  return new ReportRuns({ db, log, clock, grace, report })
}

interface ReportRunOptions {
  db: Kysely<Schema>
  log: Log
  clock: () => Date
  grace: number
  report: Reporter
}

class ReportRuns {
  readonly #options: ReportRunOptions
  readonly #byId = new Map<string, Run>()
  readonly #byKey = new Map<string, Run>()
  readonly #lanes = new Map<boolean, Promise<unknown>>()

  constructor(options: ReportRunOptions) {
    this.#options = options
  }

  /**
   * Returns the report, or its progress after `ms` milliseconds. `left` aborts when the caller has gone, and the run
   * ends with its last caller.
   * @throws the error with which the run failed
   */
  async ask(request: ReportRequest, ms: number, left: AbortSignal): Promise<ReportRunAnswer> {
    const key = JSON.stringify([request.only ?? "", request.links])
    const current = this.#byId.get(request.run ?? "") ?? this.#byKey.get(key)
    const run = current?.key === key ? current : this.#start(key, request)
    run.waiting++
    clearTimeout(run.timer)
    const over = new AbortController()
    try {
      const signal = AbortSignal.any([left, over.signal])
      const timeout = passing(ms, undefined, { signal, ref: false }).catch(() => undefined)
      const report = await Promise.race([run.report, timeout])
      return report ? { done: report } : { run: run.id, progress: run.progress }
    } finally {
      over.abort()
      run.waiting--
      if (run.waiting === 0) {
        if (left.aborted && !run.ended) this.#forget(run)
        else run.timer = setTimeout(() => this.#forget(run), this.#options.grace).unref()
      }
    }
  }

  #start(key: string, { only, links }: ReportRequest): Run {
    const stop = new AbortController()
    const run: Run = {
      id: randomUUID(),
      key,
      ended: false,
      stop,
      waiting: 0,
      report: Promise.resolve(this.#lanes.get(links)).then(() => asLongWork(() => this.#make(run, only, links)))
    }
    const end = () => {
      run.ended = true
      // A request after this moment wants a new report.
      if (this.#byKey.get(key) === run) this.#byKey.delete(key)
    }
    this.#lanes.set(
      links,
      run.report.then(end, (error: unknown) => {
        end()
        // Whoever waits gets the error, too.
        if (!stop.signal.aborted) this.#options.log.error("knowledge-report-failed", error)
      })
    )
    this.#byId.set(run.id, run)
    this.#byKey.set(key, run)
    return run
  }

  async #make(run: Run, only: FindingKind | undefined, links: boolean): Promise<KnowledgeReport> {
    const { db, clock, report } = this.#options
    const { signal } = run.stop
    signal.throwIfAborted()
    return report(
      db,
      { now: clock(), only, links },
      {
        signal,
        tell: (progress) => {
          run.progress = progress
        }
      }
    )
  }

  #forget(run: Run): void {
    this.#byId.delete(run.id)
    if (this.#byKey.get(run.key) === run) this.#byKey.delete(run.key)
    run.stop.abort()
  }
}
