import { Problem } from "../runtime/problem.ts"
import { isReadOnlyError, StatementTimeout } from "./pool/timed-client.ts"

/** After this many seconds a database that was only restarted, or locked for a moment, is likely to answer. */
const RETRY_AFTER = 5

/** What a failed query means to the one who asked, or undefined when the fault is ours. */
export function databaseProblem(error: unknown): Problem | undefined {
  if (error instanceof AggregateError) return error.errors.map(databaseProblem).find((problem) => problem !== undefined)
  if (!(error instanceof Error)) return undefined
  const code = "code" in error && typeof error.code === "string" ? error.code : ""
  // 53100 disk_full; 53200 and 53300 out of memory and of connections pass by themselves.
  if (code === "53100") {
    return new Problem(
      507,
      "disk-full",
      "The relay's disk is full, so nothing can be stored: free some space on its machine.",
      { cause: error }
    )
  }
  // 57014 query_canceled: by a time limit of the role or the database, or by an administrator.
  if (error instanceof StatementTimeout || code === "57014")
    return new Problem(
      503,
      "database-down",
      "The relay's database took too long over this, so it was given up: try again in a moment. The relay's log says why.",
      { cause: error, retryable: true, retryAfter: RETRY_AFTER }
    )
  if (DOWN.test(code) || isReadOnlyError(error) || WORDS.test(error.message)) {
    return new Problem(503, "database-down", "The relay's database does not answer just now: try again in a moment.", {
      cause: error,
      retryable: true,
      retryAfter: RETRY_AFTER
    })
  }
  // 22021: a text with the zero character, which PostgreSQL cannot hold.
  if (code === "22021") return zeroCharacterProblem(error)
  return undefined
}

export const zeroCharacterProblem = (cause?: unknown) =>
  new Problem(400, "bad-request", "A text of the request holds a zero character.", { cause })

/**
 * Connection exceptions, a connection that isn't let in (a new password, a database that is being replaced), shutdown
 * and start-up of the server, one that ended an idle session, too little of something, and the system's own codes.
 */
const DOWN =
  /^(08...|28...|3D000|55000|25P03|57P0[1235]|53[23]00|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/
/** pg gives these no code. */
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired)/
