import type { Kysely } from "kysely"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"

/** What was refused, to whom. */
export interface Refusal {
  /** Undefined if nobody is signed in. */
  person: string | undefined
  /** The pattern of the route, such as `GET /v1/audit`. */
  route: string
  /** The problem's code, such as "not-allowed". */
  code: string
}

/** A browser renews its token by itself once it has expired. */
const USUAL_CODES: readonly string[] = ["token-expired"]
const MINUTE = 60_000
const MAX_KINDS = 10_000

/**
 * Notes refusals in the audit: at most one of a kind a minute, so that whoever is refused all the time doesn't fill it.
 * It does not wait for the database.
 */
export function createRefusalNotes(db: Kysely<Schema>, log: Log, clock: () => Date): (refusal: Refusal) => void {
  const lastAt = new Map<string, number>()
  return ({ person, route, code }) => {
    if (USUAL_CODES.includes(code)) return
    const now = clock()
    const kind = `${person ?? ""} ${route} ${code}`
    if (now.getTime() - (lastAt.get(kind) ?? -Infinity) < MINUTE) return
    if (lastAt.size >= MAX_KINDS) lastAt.clear()
    lastAt.set(kind, now.getTime())
    writeAuditEntry(db, person, "refused", [route, code], now).catch((error: unknown) =>
      log.error("refusal-not-noted", error)
    )
  }
}
