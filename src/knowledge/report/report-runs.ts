import { randomUUID } from "node:crypto"
import { setTimeout as passing } from "node:timers/promises"
import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"
import { createWebClient } from "../../ingest/sources/web/web-client.ts"
import { createRateLimiter } from "../../ingest/sources/web/rate-limiter.ts"
import type { FindingKind } from "./corpus/finding.ts"
import { makeReport, type KnowledgeReport, type Progress } from "./report.ts"

export interface ReportRequest {
  only?: FindingKind | undefined
  links: boolean
  /** The run that this is about, from an answer before. */
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
  /** Until it is forgotten, when nobody waits. */
  timer?: NodeJS.Timeout
}

/**
 * Reports that are being made. Who asks for the same meanwhile waits for the same one; one that nobody waits for any
 * more is ended. One is made after the other, and links are asked for beside them, for that takes minutes.
 * @param grace milliseconds for who was told that it takes longer to ask again
 * @param report stands for the engine, in tests
 */
export function createReportRuns(db: Kysely<Schema>, log: Log, clock: () => Date, grace = 15_000, report = makeReport) {
  const byId = new Map<string, Run>()
  const byKey = new Map<string, Run>()
  const lanes = new Map<boolean, Promise<unknown>>()

  const forget = (run: Run) => {
    byId.delete(run.id)
    if (byKey.get(run.key) === run) byKey.delete(run.key)
    run.stop.abort()
  }

  const start = (key: string, { only, links }: ReportRequest): Run => {
    const stop = new AbortController()
    const run: Run = {
      id: randomUUID(),
      key,
      ended: false,
      stop,
      waiting: 0,
      report: Promise.resolve(lanes.get(links)).then(() => make(run, only, links))
    }
    const ended = () => {
      run.ended = true
      // Who asks from now on wants to know how it is now.
      if (byKey.get(key) === run) byKey.delete(key)
    }
    lanes.set(
      links,
      run.report.then(ended, (error: unknown) => {
        ended()
        // Whoever waits is told too.
        if (!stop.signal.aborted) log.error("knowledge-report-failed", error)
      })
    )
    byId.set(run.id, run)
    byKey.set(key, run)
    return run
  }

  const make = async (run: Run, only: FindingKind | undefined, links: boolean): Promise<KnowledgeReport> => {
    const { signal } = run.stop
    signal.throwIfAborted()
    // Without a host that may be private: who asks over HTTP is not the machine's owner.
    const web = links ? createWebClient({ tries: 2, turn: createRateLimiter(REQUESTS_A_SECOND).turn }) : undefined
    try {
      return await report(db, {
        signal,
        now: clock(),
        ...(only && { only }),
        ...(web && { web }),
        tell: (progress) => {
          run.progress = progress
        }
      })
    } finally {
      web?.close()
    }
  }

  return {
    /**
     * The report, or after `ms` how far it is. `left` aborts when whoever asks has gone: the run goes with the last of
     * them.
     * @throws what the run failed with
     */
    async ask(wanted: ReportRequest, ms: number, left: AbortSignal): Promise<ReportRunAnswer> {
      const key = JSON.stringify([wanted.only ?? "", wanted.links])
      const known = byId.get(wanted.run ?? "") ?? byKey.get(key)
      const run = known?.key === key ? known : start(key, wanted)
      run.waiting++
      clearTimeout(run.timer)
      const over = new AbortController()
      try {
        const waited = passing(ms, undefined, { signal: AbortSignal.any([left, over.signal]), ref: false }).catch(
          () => undefined
        )
        const done = await Promise.race([run.report, waited])
        return done ? { done } : { run: run.id, progress: run.progress }
      } finally {
        over.abort()
        run.waiting--
        if (run.waiting === 0) {
          if (left.aborted && !run.ended) forget(run)
          else run.timer = setTimeout(() => forget(run), grace).unref()
        }
      }
    }
  }
}

/** Over all hosts. */
const REQUESTS_A_SECOND = 5
