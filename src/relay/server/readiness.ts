import type { Kysely } from "kysely"
import { pendingMigrations } from "../../storage/pending-migrations.ts"
import { withTimeLimit } from "../../storage/pool/time-limit.ts"
import type { ReplicaState } from "../../storage/read-replica.ts"
import type { Schema } from "../../storage/schema.ts"
import type { Readiness } from "../../protocol/routes/server.ts"

/** The database may take this many milliseconds, so that a probe gets its answer. */
const PATIENCE_MS = 2_000

/** What the relay knows of itself. */
interface RelayState {
  isStopping: boolean
  /** For how many seconds it has been silent, if the others take it for dead. */
  deadSeconds?: number | undefined
  replica?: ReplicaState | undefined
}

/** Reads whether the relay should be sent requests, and each reason why not. It answers within two seconds. */
export async function readReadiness(
  db: Kysely<Schema>,
  { isStopping, deadSeconds, replica }: RelayState
): Promise<Readiness> {
  const pending = await within(
    PATIENCE_MS,
    withTimeLimit(PATIENCE_MS, () => pendingMigrations(db))
  )
  const reasons: Readiness["reasons"] = [
    ...(isStopping ? [{ code: "shutting-down" as const, message: "The relay is being stopped." }] : []),
    ...(pending === undefined
      ? [{ code: "database-down" as const, message: "The database doesn't answer: is it running, and reachable?" }]
      : pending.length > 0
        ? [
            {
              code: "database-behind" as const,
              count: pending.length,
              message: `The database lacks ${pending.length} of this version's steps: start the relay again, which does them.`
            }
          ]
        : []),
    ...(deadSeconds === undefined
      ? []
      : [
          {
            code: "silent" as const,
            count: deadSeconds,
            message: `No sign of life of this relay has reached the database for ${deadSeconds} seconds, so other relays take it for dead. Its log says why (relay-beat).`
          }
        ])
  ]
  return { ready: reasons.length === 0, reasons, notes: notesOn(replica) }
}

function notesOn(replica: ReplicaState | undefined): Readiness["notes"] {
  if (replica === "away")
    return [{ code: "replica-away", message: "The read replica doesn't answer, so the database itself is searched." }]
  if (replica === "behind")
    return [
      { code: "replica-behind", message: "The read replica is too far behind, so the database itself is searched." }
    ]
  return []
}

/** Returns what the work returns, or undefined if it fails or takes longer than that. */
export function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value | undefined> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(undefined), milliseconds)
    work
      .catch(() => undefined)
      .then((value) => {
        clearTimeout(late)
        resolve(value)
      })
  })
}
