import { databaseProblem } from "../../storage/database-problem.ts"

export type ImportErrorCode = "import-running" | "import-taken-over" | "import-storage"

/** An import can't begin or go on; the message is a sentence for whoever imports. */
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

/** What the database's trouble means to an import, or undefined where the fault is another. */
export function storageImportError(error: unknown): ImportError | undefined {
  const trouble = databaseProblem(error)
  if (trouble?.code !== "disk-full" && trouble?.code !== "database-down") return undefined
  return new ImportError(
    "import-storage",
    `${trouble.message} What was taken until then stays; start the import again, and it goes on from there.`,
    { cause: error }
  )
}
