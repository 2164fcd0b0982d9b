import { setTimeout as pause } from "node:timers/promises"
import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { takeJobLease } from "../job-lease.ts"
import { asLongWork } from "../pool/time-limit.ts"
import type { Schema } from "../schema.ts"
import { makeAuditKey, readAuditKey, type AuditKeySettings } from "./audit-key.ts"
import { readNewestEntry } from "./read-chain.ts"
import { sealAudit } from "./seal-audit.ts"
import { logSecurityEvents } from "./security-events.ts"
import { SIGNED_ACTIONS, type AuditKey } from "./signed-entries.ts"
import { readVerification } from "./verification.ts"

const MINUTE = 60_000
const DAY = 1_440 * MINUTE
/** A start waits so many milliseconds for the first round. */
const FIRST_ROUND_MS = 2_000
/** Relays on one database share the rounds. */
const NOT_WITHIN_SECONDS = 45

export interface KeepAuditParts {
  db: Kysely<Schema>
  /** The same database for signs of life. */
  signs?: Kysely<Schema>
  settings: AuditKeySettings
  log: Log
  clock: () => Date
}

/** What signs the audit of a running relay. */
export interface AuditKeeper {
  /** Reads the key as it is now, because another may have taken its place. Undefined if there is none here. */
  key(): Promise<AuditKey | undefined>
  /** Verifies and signs what there is, unless another relay is at it. */
  seal(): Promise<void>
  /** Signs once more, and ends. */
  close(): Promise<void>
}

/**
 * Signs the audit now, every minute, and at the end. Once a day all of it is verified. If the key that has signed it is
 * missing, another one isn't made: a line of the log says so.
 */
export async function startKeepingAudit(parts: KeepAuditParts): Promise<AuditKeeper> {
  const { db, signs = db, settings, log, clock } = parts
  await makeFirstKey(parts)
  const round = async (notWithinSeconds: number) => {
    const lease = await takeJobLease("audit", { db, signs, log, notWithinSeconds })
    if (!lease) return
    let done = false
    try {
      await logSecurityEvents(db, log)
      const key = await readAuditKey(settings)
      if (!key) return log.warn("audit-key-missing", { advice: KEY_MISSING })
      const now = clock()
      const wholeAt = (await readVerification(db))?.wholeAt
      const whole = wholeAt === undefined || now.getTime() - Date.parse(wholeAt) >= DAY
      await asLongWork(() => sealAudit({ db, data: settings.data, log }, key, { now, whole }))
      done = true
    } finally {
      await lease.end(done)
    }
  }
  let running: Promise<void> = Promise.resolve()
  const after = (notWithinSeconds: number) =>
    (running = running
      .then(() => round(notWithinSeconds))
      .catch((error: unknown) => log.error("audit-not-signed", error)))
  // A long audit is verified while the relay works already.
  await Promise.race([after(0), pause(FIRST_ROUND_MS, undefined, { ref: false })])
  const timer = setInterval(() => void after(NOT_WITHIN_SECONDS), MINUTE)
  timer.unref()
  return {
    key: () => readAuditKey(settings),
    seal: () => after(0),
    close() {
      clearInterval(timer)
      return after(0)
    }
  }
}

/**
 * Makes the key, if none was ever used on this database. A folder that can't be written keeps no relay from starting.
 */
async function makeFirstKey({ db, settings, log }: KeepAuditParts): Promise<void> {
  if ((await readAuditKey(settings)) || (await readNewestEntry(db, SIGNED_ACTIONS.checkpoint))) return
  await makeAuditKey(settings).catch((error: unknown) => log.error("audit-key-not-made", error))
}

const KEY_MISSING =
  "the audit is not signed, and its old entries stay: set AUDIT_KEY_FILE to the key that has signed it, or run npm run audit -- new-key"
