import { Problem } from "../../runtime/problem.ts"
import { ImportError } from "../import/import-error.ts"

/** What keeps an import from beginning or going on, as an answer; anything else as it is. */
export function importProblem(error: unknown): unknown {
  return error instanceof ImportError
    ? new Problem(409, error.code, error.message, { cause: error, retryable: error.retryable })
    : error
}
