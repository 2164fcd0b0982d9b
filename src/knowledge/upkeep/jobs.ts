import { createHash } from "node:crypto"
import { CompiledQuery, type Kysely } from "kysely"
import type { PgBoss } from "pg-boss"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"
import type { Cron } from "./schedule.ts"

/** Does a job. `due`: the schedule asks for it. */
export type JobHandler = (collection: string, due: boolean, signal: AbortSignal) => Promise<void>

export interface Jobs {
  /** Has a source imported by one relay, after so many seconds; asked for anew before that, it stays one job. */
  send(collection: string, seconds?: number): Promise<void>
  schedule(collection: string, cron: Cron | undefined): Promise<void>
  /** The jobs under way must have been told to stop. */
  close(): Promise<void>
}

export interface JobsTiming {
  /** Seconds between two looks for jobs that other relays have sent, or that are due. */
  poll: number
  /** Seconds between two looks at the schedules. */
  cron: number
}

const QUEUE = "knowledge-import"
/**
 * pg-boss gives a job up after less than a day. What is left of a long import is then still wanted, and gone on with.
 */
const LONGEST_SECONDS = 23 * 3600

/**
 * pg-boss on the relay's own connections, in the schema `pgboss` of the same database. It keeps schedules and hands
 * each job to one relay; what is to be done stands in our own tables, so a job that is lost with its relay is sent
 * again.
 * @throws what the database says where it may not make the schema
 */
export async function startJobs(db: Kysely<Schema>, work: JobHandler, log: Log, timing: JobsTiming): Promise<Jobs> {
  const { PgBoss } = await import("pg-boss")
  // Even "create schema if not exists" needs the right to make one.
  const { rows } = await execute(db, "select 1 from pg_namespace where nspname = 'pgboss'", [])
  let closing = false
  const boss: PgBoss = new PgBoss({
    db: { executeSql: (text, values = []) => execute(db, text, [...values]) },
    createSchema: rows.length === 0,
    cronMonitorIntervalSeconds: timing.cron,
    cronWorkerIntervalSeconds: Math.max(1, timing.poll)
  })
  boss.on("error", (error) => closing || log.error("jobs", error))
  const worker = await begun()
  return {
    async send(collection, seconds = 0) {
      await boss.send(QUEUE, { collection, due: false }, { singletonKey: keyOf(collection), startAfter: seconds })
      if (seconds === 0) boss.notifyWorker(worker)
    },
    async schedule(collection, cron) {
      const key = keyOf(collection)
      if (cron)
        await boss.schedule(QUEUE, cron.cron, { collection, due: true }, { key, tz: cron.tz, singletonKey: key })
      else await boss.unschedule(QUEUE, key)
    },
    async close() {
      closing = true
      await boss.offWork(QUEUE, { wait: true })
      await boss.stop({ graceful: false })
    }
  }

  async function begun(): Promise<string> {
    try {
      await boss.start()
      // "short": of each source one job waits at most.
      await boss.createQueue(QUEUE, {
        policy: "short",
        retryLimit: 0,
        expireInSeconds: LONGEST_SECONDS,
        deleteAfterSeconds: 3600
      })
      return await boss.work<{ collection: string; due: boolean }>(
        QUEUE,
        { pollingIntervalSeconds: timing.poll },
        async (jobs) => {
          for (const { data, signal } of jobs) await work(data.collection, data.due, signal)
        }
      )
    } catch (error) {
      closing = true
      await boss.stop({ graceful: false }).catch((second: unknown) => log.error("jobs-stop", second))
      throw error
    }
  }
}

/**
 * Some of its texts begin a transaction and end it: one that fails in between must not stay open on a connection that
 * others get next.
 */
async function execute(db: Kysely<Schema>, text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
  return db.connection().execute(async (connection) => {
    try {
      return { rows: (await connection.executeQuery(CompiledQuery.raw(text, values))).rows }
    } catch (error) {
      if (/\bbegin\b/i.test(text)) await connection.executeQuery(CompiledQuery.raw("rollback"))
      throw error
    }
  })
}

/** Names of sources hold more than pg-boss takes in a key. */
const keyOf = (collection: string) => createHash("sha256").update(collection).digest("hex").slice(0, 32)
