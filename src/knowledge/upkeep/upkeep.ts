import { sql, type Kysely } from "kysely"
import type { ImportRequest, Schedule, ScheduleAnswer } from "../../protocol/knowledge.ts"
import type { Log } from "../../runtime/log.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import type { UploadedFile } from "./receive-upload.ts"
import { startJobs, type Jobs, type JobsTiming } from "./jobs.ts"
import { importProblem } from "./import-problem.ts"
import { isOpenable, needsFile, openNamedSource, type Environment } from "./open-source.ts"
import { createInProcessJobs } from "./in-process-jobs.ts"
import { createRunner, type Runner } from "./runner.ts"
import { checkSchedule, nextDueOf, cronOf, lastDue, readSchedule } from "./schedule.ts"
import { requireTeamSource } from "./team-source.ts"
import { cancelImportRequest, waitingSources, requestImport, requestReimport } from "./requested-imports.ts"

export interface UpkeepTiming extends JobsTiming {
  /** Seconds between two looks for imports that nobody does, such as those of a relay that died. */
  look: number
  /** Seconds after which a hook's call is acted on, all calls until then with it. */
  hook: number
}

/**
 * Keeps the team's knowledge current: imports on demand, by schedule and by webhook, in this process or another relay's
 * on the same database.
 */
export interface Upkeep {
  /** Has sources imported as soon as a relay has time. @throws Problem */
  start(request: ImportRequest): Promise<string[]>
  /** Takes a source that waits out of the queue. */
  forget(collection: string): Promise<void>
  /** Has a known source imported for what changed, in a while; false where it isn't known. */
  mark(collection: string): Promise<boolean>
  /** @throws Problem */
  schedule(collection: string, schedule: Schedule, now: Date): Promise<ScheduleAnswer>
  /**
   * Imports a file that is here only now, then lets go of it. Resolves once that has begun, so that the source is
   * known. @throws Problem
   */
  takeFile(file: UploadedFile): Promise<void>
  rateOf: Runner["rateOf"]
  runOnce: Runner["runOnce"]
  /** Ends what is under way; the next relay goes on with it. */
  close(): Promise<void>
}

export interface UpkeepOptions {
  db: Kysely<Schema>
  environment: Environment
  log: Log
  timing?: Partial<UpkeepTiming>
}

const TIMING: UpkeepTiming = { poll: 10, cron: 30, look: 60, hook: 60 }
const MOST_FILES = 2

/**
 * Until a source has a schedule or an import is asked for, here or of another relay, it only looks for that, and
 * pg-boss isn't even loaded.
 */
export function createUpkeep({ db, environment, log, timing: given = {} }: UpkeepOptions): Upkeep {
  const timing = { ...TIMING, ...given }
  const runner = createRunner(db, environment, log)
  const stop = new AbortController()
  const files = new Set<Promise<void>>()
  let started: Promise<Running> | undefined
  const running = () => {
    stop.signal.throwIfAborted()
    started ??= begin().catch((error: unknown) => {
      started = undefined
      throw error
    })
    return started
  }
  const woken = wake()
  // Another relay on the same database may leave something, or be given a schedule.
  const idle = setInterval(() => void (started ?? wake()), timing.look * 1000)
  idle.unref()

  return {
    rateOf: runner.rateOf,
    runOnce: runner.runOnce,
    forget: (collection) => cancelImportRequest(db, collection),
    async start(request) {
      const collections = "collection" in request ? [await again(request)] : await named(request)
      const { jobs } = await running()
      for (const collection of collections) await jobs.send(collection)
      return collections
    },
    async mark(collection) {
      if (!(await requestReimport(db, collection))) return false
      const { jobs } = await running()
      await jobs.send(collection, timing.hook)
      return true
    },
    async schedule(collection, asked, now) {
      const schedule = checkSchedule(asked, now)
      const { config } = await requireTeamSource(db, collection)
      const cron = cronOf(schedule)
      if (cron && !isOpenable(config)) throw needsFile("only sending it again imports it again.")
      const { jobs, why } = await running()
      if (why !== undefined && cron) throw new Problem(409, "no-jobs", why)
      await jobs.schedule(collection, cron)
      await db
        .updateTable("knowledge_sources")
        .set({ schedule: cron ? JSON.stringify(schedule) : null, scheduled_at: cron ? sql`clock_timestamp()` : null })
        .where("tenant", "=", TENANT)
        .where("collection", "=", collection)
        .execute()
      return { schedule, ...nextDueOf(schedule, now) }
    },
    async takeFile({ source, config, remove }) {
      if (files.size >= MOST_FILES) {
        await remove()
        throw new Problem(
          429,
          "files-busy",
          "Two files that were sent before are still being imported: send this one when one of them is done.",
          { retryable: true }
        )
      }
      const begun = Promise.withResolvers<void>()
      const work = runner
        .runOnce(source, { config, again: true, signal: stop.signal, began: begun.resolve })
        .then(
          () => undefined,
          (error: unknown) => {
            log.error("import-file", error)
            // Heard only where it has not begun.
            begun.reject(importProblem(error))
          }
        )
        .finally(remove)
      files.add(work)
      void work.finally(() => files.delete(work)).catch((error: unknown) => log.error("import-file-remove", error))
      await begun.promise
    },
    async close() {
      stop.abort(new DOMException("The relay is going down.", "AbortError"))
      clearInterval(idle)
      await woken
      await Promise.allSettled(files)
      const last = await started?.catch(() => undefined)
      await last?.close()
    }
  }

  async function named(request: Extract<ImportRequest, { source: string }>): Promise<string[]> {
    const all = await openNamedSource(db, environment, request)
    for (const one of all) await requestImport(db, one, request.again === true)
    return all.map(({ source }) => source.collection)
  }

  async function again({ collection, again = false }: Extract<ImportRequest, { collection: string }>): Promise<string> {
    if (!isOpenable((await requireTeamSource(db, collection)).config)) throw needsFile("send the file again.")
    await requestReimport(db, collection, again)
    return collection
  }

  /** Where a source has a schedule, or an import was left by a relay that ended. */
  async function wake(): Promise<void> {
    try {
      const { rows } =
        await sql`select 1 from knowledge_sources where tenant = ${TENANT} and (schedule is not null or wanted_at is not null) limit 1`.execute(
          db
        )
      if (rows.length > 0 && !stop.signal.aborted) await running()
    } catch (error) {
      if (!stop.signal.aborted) log.error("upkeep-wake", error)
    }
  }

  async function begin(): Promise<Running> {
    const { jobs, why } = await startJobs(db, work, log, timing).then(
      (boss): { jobs: Jobs; why?: string } => ({ jobs: boss }),
      (error: unknown) => {
        if (!isDenied(error)) throw error
        log.warn("no-jobs", { why: "no right to create the schema pgboss" })
        return { jobs: createInProcessJobs((collection) => work(collection, false, stop.signal), log), why: DENIED }
      }
    )
    const look = async () => {
      for (const collection of await waitingSources(db, timing.hook)) await jobs.send(collection)
    }
    const timer = setInterval(
      () => void look().catch((error: unknown) => stop.signal.aborted || log.error("upkeep-look", error)),
      timing.look * 1000
    )
    timer.unref()
    const close = async () => {
      clearInterval(timer)
      await jobs.close()
    }
    if (why === undefined) await catchUp(jobs)
    await look()
    return { jobs, why, close }
  }

  /** The schedules are told to pg-boss as they stand, and what fell due while no relay ran is done now. */
  async function catchUp(jobs: Jobs): Promise<void> {
    const now = new Date()
    const { rows } = await sql<{ collection: string; schedule: string | null; since: Date; last: Date | null }>`
      select collection, schedule, scheduled_at as since, (select max(started_at) from imports i where i.tenant = s.tenant and i.collection = s.collection) as last
      from knowledge_sources s where tenant = ${TENANT} and origin = 'team'`.execute(db)
    for (const { collection, schedule: stored, since, last } of rows) {
      const schedule = readSchedule(stored)
      await jobs.schedule(collection, cronOf(schedule))
      const due = lastDue(schedule, now)
      if (due && due > since && (last === null || due > last) && (await requestReimport(db, collection)))
        await jobs.send(collection)
    }
  }

  async function work(collection: string, due: boolean, job: AbortSignal): Promise<void> {
    if (due) await requestReimport(db, collection)
    await runner.run(collection, AbortSignal.any([job, stop.signal]))
  }
}

interface Running {
  jobs: Jobs
  /** Why there are no schedules. */
  why: string | undefined
  close(): Promise<void>
}

const DENIED =
  'Schedules need a schema of their own, which the relay may not make in this database: run "create schema pgboss authorization ROLE" or "grant create on database NAME to ROLE" there, and start the relay again.'
const isDenied = (error: unknown) =>
  error instanceof Error && (("code" in error && error.code === "42501") || /permission denied/.test(error.message))
