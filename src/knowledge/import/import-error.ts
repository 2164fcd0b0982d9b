import { databaseProblem } from "../../storage/database-problem.ts"
import { Problem } from "../../runtime/problem.ts"

export type ImportErrorCode = "import-running" | "import-taken-over" | "import-storage"

/** An import can't start or continue. The message is a sentence for the person who runs the import. */
export class ImportError extends Error {
  override name = "ImportError"
  readonly code: ImportErrorCode
  readonly retryable: boolean

  constructor(code: ImportErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.retryable = code !== "import-taken-over"
  }
}

/** Returns the import error for a problem of the database, or undefined if the error has another cause. */
export function storageImportError(error: unknown): ImportError | undefined {
  const trouble = databaseProblem(error)
  if (trouble?.code !== "disk-full" && trouble?.code !== "database-down") return undefined
  return new ImportError(
    "import-storage",
    `${trouble.message} What was taken until then stays; start the import again, and it goes on from there.`,
    { cause: error }
  )
}

/** Returns an error that keeps an import from starting or continuing as an answer, and any other error unchanged. */
export function importProblem(error: unknown): unknown {
  return error instanceof ImportError
    ? new Problem(409, error.code, error.message, { cause: error, retryable: error.retryable })
    : error
}
