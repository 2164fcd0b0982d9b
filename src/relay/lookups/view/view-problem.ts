import { Problem } from "../../../runtime/problem.ts"

/**
 * Says what a failed view means. PostgreSQL's own words are told only of the statement, which is the admin's; what
 * speaks of a value isn't, and no error is kept as a cause, which the log would tell.
 */
export function viewProblem(title: string, error: unknown, limitMs: number): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  const not = (status: number, name: string, why: string) =>
    new Problem(status, `view-${name}`, `${title} was not asked: ${why}`)
  if (code === "57014" || code === "55P03" || (error instanceof Error && error.message === "Query read timeout"))
    return new Problem(
      504,
      "view-slow",
      `${title} did not answer within ${limitMs / 1000} s: its view needs an index on what it is asked by.`,
      { retryable: true }
    )
  // 0A000: a WITH that changes something can't stand within a SELECT.
  if (code === "25006" || code === "0A000") return not(422, "writes", "its statement would change something.")
  if (code === "42501")
    return not(422, "forbidden", "the role of LOOKUP_DATABASE_URL may not read it. Grant it SELECT on the view.")
  if (code.startsWith("42"))
    return not(
      422,
      "wrong",
      `PostgreSQL does not understand its statement (${error instanceof Error ? error.message : code}).`
    )
  if (code.startsWith("22")) return not(422, "value", "the ticket's value is not of the kind that the view takes.")
  return not(503, "away", `the database of LOOKUP_DATABASE_URL does not answer${code && ` (${code})`}.`)
}
