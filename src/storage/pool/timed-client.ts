import { setTimeout as pause } from "node:timers/promises"
import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from "kysely"
import type pg from "pg"
import { waitForDatabase } from "./time-limit.ts"
import { connect, isIP, type Socket } from "node:net"
import { connect as connectByTls, type ConnectionOptions } from "node:tls"

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

/** PostgreSQL's numbers for a request to cancel, and for one to go on by TLS. */
const CANCEL = 80877102
const USE_TLS = 80877103

/**
 * Asks the server to cancel what runs on this connection, over a connection of its own, which is how PostgreSQL and
 * PgBouncer take such a request. If this connection is encrypted, so is that one, with the same options. Nothing tells
 * whether the request was heard. Resolves after `patienceMs` at the latest.
 */
function cancelStatement(client: pg.PoolClient, patienceMs: number): Promise<void> {
  // pg has no types for what the server said by which it takes the request.
  const [process, secret] = ["processID", "secretKey"].map((name): unknown => Reflect.get(client, name))
  if (typeof process !== "number" || typeof secret !== "number") return Promise.resolve()
  const { host, port } = client
  return new Promise((resolve) => {
    const socket = connect(host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port })
    const late = setTimeout(() => socket.destroy(), patienceMs)
    socket.on("error", () => undefined)
    socket.once("close", () => {
      clearTimeout(late)
      resolve()
    })
    const ask = (encrypted: Socket) => {
      // The server says nothing, and hangs up when it has done it.
      encrypted.resume()
      encrypted.write(message(CANCEL, process, secret))
    }
    const tls = tlsOf(client)
    if (!tls) ask(socket)
    else if (tls.isDirect) socket.once("connect", () => ask(encrypt(socket, tls.options)))
    else {
      socket.write(message(USE_TLS))
      socket.once("data", (answer) => {
        // A server without TLS gets nothing, and neither does one that says more, which nobody has vouched for.
        if (answer.toString("latin1") === "S") ask(encrypt(socket, tls.options))
        else socket.destroy()
      })
    }
  })
}

function message(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 + numbers.length * 4)
  for (const [at, value] of [bytes.length, ...numbers].entries()) bytes.writeInt32BE(value, at * 4)
  return bytes
}

/** How the connection is encrypted: `isDirect` without asking first. pg has no types for it either. */
function tlsOf(client: pg.PoolClient): { options: ConnectionOptions; isDirect: boolean } | undefined {
  const ssl: unknown = Reflect.get(client, "ssl")
  if (!ssl) return undefined
  const settings: ConnectionOptions = typeof ssl === "object" ? ssl : {}
  const isDirect = Reflect.get(client, "sslNegotiation") === "direct"
  const { host } = client
  const options = {
    ...settings,
    // pg hides the key, so that it isn't printed, and what is hidden isn't copied.
    ...(settings.key !== undefined && { key: settings.key }),
    ...(isDirect && { ALPNProtocols: ["postgresql"] }),
    // The certificate is checked for this host. An address of numbers is no name to ask for.
    host,
    ...(isIP(host) === 0 && { servername: host })
  }
  return { options, isDirect }
}

/** What is written meanwhile is sent once the server's certificate is found good, and never if it isn't. */
function encrypt(socket: Socket, options: ConnectionOptions): Socket {
  const encrypted = connectByTls({ ...options, socket })
  encrypted.on("error", () => socket.destroy())
  return encrypted
}
