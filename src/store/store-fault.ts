/** An error of the browser's own database, in words that a person can act on. */
export class StoreFault extends Error {
  override name = "StoreFault"
  readonly code: StoreFaultCode
  readonly retryable: boolean
  constructor(code: StoreFaultCode, options?: ErrorOptions) {
    super(SENTENCES[code], options)
    this.code = code
    this.retryable = code !== "unreadable"
  }
}

/**
 * "full": nothing was written. "lost": the database was deleted or removed while in use. "locked": there is no vault
 * key. "unreadable": a row belongs to somebody else or was changed. "store-failed": anything else.
 */
export type StoreFaultCode = "full" | "lost" | "locked" | "unreadable" | "store-failed"

const SENTENCES: Record<StoreFaultCode, string> = {
  full: "The browser's storage is full. Free some disk space; nothing that is shown is lost.",
  lost: "The browser deleted what Replywright kept. It starts anew.",
  locked: "What is kept here is locked until the relay can be reached.",
  unreadable: "A kept row can't be read with this key.",
  "store-failed": "The browser's database doesn't answer. Restart the browser and try again."
}

/** Converts an error. Dexie wraps what the browser throws, sometimes twice. */
export function asStoreFault(error: unknown): StoreFault {
  if (error instanceof StoreFault) return error
  const names = [...namesOf(error)]
  if (names.includes("QuotaExceededError")) return new StoreFault("full", { cause: error })
  if (names.some((name) => LOST.has(name))) return new StoreFault("lost", { cause: error })
  return new StoreFault("store-failed", { cause: error })
}

const LOST = new Set([
  "DatabaseClosedError",
  "InvalidStateError",
  "NotFoundError",
  "OpenFailedError",
  "MissingAPIError",
  "UnknownError",
  "VersionError"
])

function* namesOf(error: unknown): Generator<string> {
  for (let at = error, depth = 0; typeof at === "object" && at !== null && depth < 4; depth++) {
    if ("name" in at && typeof at.name === "string") yield at.name
    at = "inner" in at && at.inner ? at.inner : "cause" in at ? at.cause : undefined
  }
}
