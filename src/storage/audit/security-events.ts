import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../schema.ts"
import { readSetting, writeSetting } from "../team-setting.ts"
import { readChain, readNewestEntry } from "./read-chain.ts"
import { SIGNED_ACTIONS } from "./signed-entries.ts"

/**
 * Everyday work, of which there are as many entries as drafts. It is in the audit alone, and not in the log as well.
 */
const EVERYDAY: readonly string[] = ["drafted", "case-seen", "review-saved"]

/** Their ids are named in the log, too. Those of others may be a ticket's number or a name that somebody has given. */
const WITH_IDS: readonly string[] = [
  "backup-restored",
  "code-made",
  "codes-made",
  "exported",
  "paired",
  "refused",
  "settings-changed"
]

const isSecurityEvent = (action: string) => action !== SIGNED_ACTIONS.checkpoint && !EVERYDAY.includes(action)

/** The number of the newest entry that was logged. */
const SETTING = "audit-logged"

/**
 * Writes a line of the log for each entry since the last call that is a security event, by which a SIEM learns of it.
 * One relay at a time does so, for what all relays and commands have noted.
 */
export async function logSecurityEvents(db: Kysely<Schema>, log: Log): Promise<void> {
  const stored = Number((await readSetting(db, SETTING)) ?? 0)
  // Entries that were cut off may have given their numbers to others.
  const before = stored > ((await readNewestEntry(db))?.id ?? 0) ? 0 : stored
  let last = before
  for await (const entries of readChain(db, before))
    for (const { id, at, person, machine, action, ids, hash } of entries) {
      last = id
      if (!isSecurityEvent(action)) continue
      const details = WITH_IDS.includes(action) && { ids: ids.join(" ") }
      log.info("audit", { entry: id, writtenAt: at, action, person, machine, hash, ...details })
    }
  if (last > before) await db.transaction().execute((work) => writeSetting(work, SETTING, String(last)))
}
