import { Problem } from "../../runtime/problem.ts"
import { ImportError } from "../import/import-error.ts"

/** Returns an error that keeps an import from starting or continuing as an answer, and any other error unchanged. */
export function importProblem(error: unknown): unknown {
  return error instanceof ImportError
    ? new Problem(409, error.code, error.message, { cause: error, retryable: error.retryable })
    : error
}
