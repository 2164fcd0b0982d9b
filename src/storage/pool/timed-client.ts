import { setTimeout as pause } from "node:timers/promises"
import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from "kysely"
import type pg from "pg"
import { cancelStatement } from "./cancel-statement.ts"
import { waitForDatabase } from "./time-limit.ts"

/** A statement that was given up, because it took longer than its work may wait. It may have been done. */
export class StatementTimeout extends Error {
  override name = "StatementTimeout"
  readonly code = "statement-timeout"
  readonly limitMs: number
  /** Whether the database said anything when it was asked to cancel. If not, the connection is dead. */
  readonly isAnswered: boolean

  constructor(limitMs: number, isAnswered: boolean, options?: ErrorOptions) {
    super(`The database took longer than ${limitMs} ms.`, options)
    this.limitMs = limitMs
    this.isAnswered = isAnswered
  }
}

/** Whether a server refused to write. It is a standby, also one that was the primary until a failover. */
export const isReadOnlyError = (error: unknown) => error instanceof Error && "code" in error && error.code === "25006"

/** How long the server has to say that it has cancelled a statement, in milliseconds. */
const CANCEL_MS = 1_000

/**
 * A connection whose statements have a time limit. PostgreSQL's own needs a setting of the session, which PgBouncer
 * refuses. One that is late is cancelled, so that it doesn't go on waiting for a lock without us. Its connection is
 * closed then, because the cancellation might meet the statement after it.
 */
export class TimedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  readonly #inner: PostgresPoolClient
  readonly #limit: () => number | undefined
  readonly #onLate: (timeout: StatementTimeout) => void
  readonly #onReadOnly: () => void
  /** Why it was closed. What else is asked of it fails for the same reason, such as the end of its transaction. */
  #closedBy: StatementTimeout | undefined
  /** Whether the server has become one that only reads. A new connection may find the one that took its place. */
  #isReadOnly = false

  /**
   * @param limit returns how many milliseconds a statement may take, or undefined for as long as it takes
   * @param onLate gets each statement that was given up
   * @param onReadOnly is called when the server refuses to write
   */
  constructor(
    client: pg.PoolClient,
    limit: () => number | undefined,
    onLate: (timeout: StatementTimeout) => void,
    onReadOnly: () => void
  ) {
    this.#client = client
    this.#inner = client
    this.#limit = limit
    this.#onLate = onLate
    this.#onReadOnly = onReadOnly
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(
    statement: string | PostgresCursor<R>,
    parameters: readonly unknown[] = []
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof statement !== "string") return this.#inner.query(statement)
    if (this.#closedBy) return Promise.reject(this.#closedBy)
    const limitMs = this.#limit()
    return waitForDatabase(() => {
      const answer = this.#inner.query<R>(statement, parameters)
      void answer.catch((error: unknown) => this.#noteReadOnly(error))
      return limitMs === undefined ? answer : this.#within(limitMs, answer)
    })
  }

  release(destroy = false): void {
    this.#client.release(destroy || this.#closedBy !== undefined || this.#isReadOnly)
  }

  #noteReadOnly(error: unknown): void {
    if (!isReadOnlyError(error)) return
    this.#isReadOnly = true
    this.#onReadOnly()
  }

  async #within<Answer>(limitMs: number, answer: Promise<Answer>): Promise<Answer> {
    const late = Promise.withResolvers<"late">()
    // What has arrived while this process was busy is read before the limit counts.
    const timer = setTimeout(() => setImmediate(() => late.resolve("late")), limitMs)
    try {
      const first = await Promise.race([answer.then((value) => ({ value })), late.promise])
      if (first !== "late") return first.value
    } finally {
      clearTimeout(timer)
    }
    this.#closedBy = new StatementTimeout(limitMs, await this.#giveUp(answer))
    this.#onLate(this.#closedBy)
    throw this.#closedBy
  }

  /** @returns whether the database has answered */
  async #giveUp(answer: Promise<unknown>): Promise<boolean> {
    const settled = answer.then(
      () => true,
      () => true
    )
    const cancelled = cancelStatement(this.#client, CANCEL_MS).then(() => pause(CANCEL_MS, false, { ref: false }))
    const isAnswered = await Promise.race([settled, cancelled])
    // With a statement under way this closes the connection without a word to the server.
    void this.#client.end().catch(() => undefined)
    return isAnswered
  }
}
