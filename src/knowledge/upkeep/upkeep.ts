import { sql, type Kysely } from "kysely"
import type { ImportRequest, Schedule, ScheduleAnswer } from "../../protocol/knowledge.ts"
import type { Log } from "../../runtime/log.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import type { UploadedFile } from "./receive-upload.ts"
import { importProblem } from "../import/import-error.ts"
import { isOpenable, needsFile, openNamedSource, type Environment } from "./open-source.ts"
import {
  createRunner,
  type Runner,
  cancelImportRequest,
  waitingSources,
  requestImport,
  requestReimport
} from "./runner.ts"
import { checkSchedule, nextDueOf, lastDue, readSchedule } from "./schedule.ts"
import { requireTeamSource } from "./team-source.ts"
import { enterQueue, leaveQueue } from "../../runtime/metrics/work-metrics.ts"

export interface UpkeepTiming {
  /** Seconds between two looks for what a schedule asks for, and for imports that no relay does. */
  look: number
  /**
   * Seconds after which a webhook's call is acted on, together with all calls until then. Other relays take an import
   * over that has waited this long.
   */
  hook: number
}

/**
 * Keeps the team's knowledge current: imports on demand, by schedule and by webhook, in this process or another relay's
 * on the same database.
 */
export interface Upkeep {
  /** Requests imports, which start as soon as a relay has time. @throws Problem */
  start(request: ImportRequest): Promise<string[]>
  /** Withdraws the request of a source that waits. */
  forget(collection: string): Promise<void>
  /** Requests an import of a known source after a while. Resolves to false if it isn't known. */
  mark(collection: string): Promise<boolean>
  /** @throws Problem */
  schedule(collection: string, schedule: Schedule, now: Date): Promise<ScheduleAnswer>
  /**
   * Imports a file that is only here now, and then removes it. Resolves once the import has started, so that the source
   * is known. @throws Problem
   */
  takeFile(file: UploadedFile): Promise<void>
  rateOf: Runner["rateOf"]
  runOnce: Runner["runOnce"]
  /** Stops what is under way. The next relay continues it. */
  close(): Promise<void>
}

export interface UpkeepOptions {
  db: Kysely<Schema>
  environment: Environment
  log: Log
  timing?: Partial<UpkeepTiming>
}

const TIMING: UpkeepTiming = { look: 10, hook: 60 }

/**
 * Each relay looks for imports every few seconds. Of several relays on one database, one wins a schedule's turn by a
 * conditional update, and an import's lease keeps the others out of it.
 */
export function createUpkeep({ db, environment, log, timing: changes = {} }: UpkeepOptions): Upkeep {
  const timing = { ...TIMING, ...changes }
  const runner = createRunner(db, environment, log)
  const stop = new AbortController()
  const files = createFileImports(runner, log, stop.signal)
  const queue = createImportQueue((collection) => runner.run(collection, stop.signal), log)
  let looking = look()
  const timer = setInterval(() => void (looking = looking.then(() => look())), timing.look * 1000)
  timer.unref()

  return {
    rateOf: runner.rateOf,
    runOnce: runner.runOnce,
    forget: (collection) => cancelImportRequest(db, collection),
    async start(request) {
      const collections = "collection" in request ? [await again(request)] : await named(request)
      for (const collection of collections) queue.add(collection)
      return collections
    },
    async mark(collection) {
      if (!(await requestReimport(db, collection))) return false
      queue.add(collection, timing.hook)
      return true
    },
    schedule: (collection, schedule, now) => setSchedule(db, collection, schedule, now),
    takeFile: files.take,
    async close() {
      stop.abort(new DOMException("The relay is going down.", "AbortError"))
      clearInterval(timer)
      await looking
      await files.settle()
      await queue.close()
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

  /** Takes up what is due, and what has waited without a relay doing it, such as an import whose relay died. */
  async function look(): Promise<void> {
    try {
      if (stop.signal.aborted) return
      for (const collection of await requestDueImports(db, new Date())) queue.add(collection)
      for (const collection of await waitingSources(db, timing.hook)) queue.add(collection)
    } catch (error) {
      if (!stop.signal.aborted) log.error("upkeep-look", error)
    }
  }
}

async function setSchedule(
  db: Kysely<Schema>,
  collection: string,
  request: Schedule,
  now: Date
): Promise<ScheduleAnswer> {
  const schedule = checkSchedule(request, now)
  const { config } = await requireTeamSource(db, collection)
  const isOn = schedule.every !== "off"
  if (isOn && !isOpenable(config)) throw needsFile("only sending it again imports it again.")
  await db
    .updateTable("knowledge_sources")
    .set({ schedule: isOn ? JSON.stringify(schedule) : null, scheduled_at: isOn ? sql`clock_timestamp()` : null })
    .where("tenant", "=", TENANT)
    .where("collection", "=", collection)
    .execute()
  return { schedule, ...nextDueOf(schedule, now) }
}

const MAX_FILES = 2

/** Imports files that were sent, at most two at a time. */
function createFileImports(runner: Runner, log: Log, signal: AbortSignal) {
  const imports = new Set<Promise<void>>()
  return {
    /** Resolves once the import has started. @throws Problem */
    async take({ source, config, remove }: UploadedFile): Promise<void> {
      if (imports.size >= MAX_FILES) {
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
        .runOnce(source, { config, again: true, signal, began: begun.resolve })
        .then(
          () => undefined,
          (error: unknown) => {
            log.error("import-file", error)
            // It is heard only if the import hasn't begun.
            begun.reject(importProblem(error))
          }
        )
        .finally(remove)
      imports.add(work)
      void work.finally(() => imports.delete(work)).catch((error: unknown) => log.error("import-file-remove", error))
      await begun.promise
    },
    /** Waits for the end of all imports. */
    settle: () => Promise.allSettled(imports)
  }
}

/**
 * Requests the imports that are due by their schedules, including what fell due while no relay ran. Of several relays
 * that look at the same time, one gets a source: whoever moves `scheduled_at` on first. A source that was imported
 * since it fell due isn't due.
 * @returns the collections that this relay got
 */
export async function requestDueImports(db: Kysely<Schema>, now: Date): Promise<string[]> {
  const { rows } = await sql<{ collection: string; schedule: string; since: Date; last: Date | null }>`
    select collection, schedule, scheduled_at as since,
      (select max(started_at) from imports i where i.tenant = s.tenant and i.collection = s.collection) as last
    from knowledge_sources s where tenant = ${TENANT} and origin = 'team' and schedule is not null`.execute(db)
  const collections: string[] = []
  for (const { collection, schedule, since, last } of rows) {
    const dueAt = lastDue(readSchedule(schedule), now)
    if (!dueAt || dueAt <= since || (last !== null && dueAt <= last)) continue
    const { numUpdatedRows } = await db
      .updateTable("knowledge_sources")
      .set({ wanted_at: sql<Date>`clock_timestamp()`, scheduled_at: dueAt })
      .where("tenant", "=", TENANT)
      .where("collection", "=", collection)
      .where("schedule", "=", schedule)
      .where("scheduled_at", "<", dueAt)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) collections.push(collection)
  }
  return collections
}

/** The imports that this relay will do, one after the other. What is wanted is in the database, so nothing is lost. */
interface ImportQueue {
  /** Adds a source, to be imported after so many seconds. If it is asked for again before that, it stays one import. */
  add(collection: string, seconds?: number): void
  /** Waits for the import under way, whose signal must be aborted already. Nothing else begins. */
  close(): Promise<void>
}

/** @param work imports one source; what it throws is logged */
function createImportQueue(work: (collection: string) => Promise<void>, log: Log): ImportQueue {
  const waiting = new Map<string, NodeJS.Timeout>()
  let last: Promise<void> = Promise.resolve()
  let closed = false
  const begin = (collection: string) => {
    last = last
      .then(() => {
        waiting.delete(collection)
        return closed ? undefined : work(collection)
      })
      .catch((error: unknown) => log.error("import-queue", error))
      .finally(() => leaveQueue("imports"))
  }
  return {
    add(collection, seconds = 0) {
      if (closed || waiting.has(collection)) return
      enterQueue("imports")
      waiting.set(collection, setTimeout(() => begin(collection), seconds * 1000).unref())
    },
    async close() {
      closed = true
      for (const timer of waiting.values()) clearTimeout(timer)
      await last
    }
  }
}
