import type { Kysely } from "kysely"
import { readNewest } from "../../masking-rules/stored-rules.ts"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"
import { readOrderPattern } from "../../text/order-pattern.ts"
import { listLookups } from "../lookups/stored-lookups.ts"
import { listPlaybooks } from "../playbooks/stored-playbooks.ts"

/**
 * Warns of each lookup and playbook, and of a pattern of the masking rules, that an earlier version stored and this one
 * can't use. The relay goes on without it, so somebody must hear what to do.
 */
export async function warnOfUnreadDefinitions(db: Kysely<Schema>, log: Log): Promise<void> {
  const { lookups } = await listLookups(db)
  for (const { name, version, mistakes } of lookups)
    if (mistakes) log.warn("lookup-unread", { lookup: name, version, todo: todoOf("lookups") })
  const { playbooks } = await listPlaybooks(db)
  for (const { name, version, mistakes } of playbooks)
    if (mistakes) log.warn("playbook-unread", { playbook: name, version, todo: todoOf("playbooks") })
  const { rules, version } = await readNewest(db)
  const pattern = rules.orderPattern === undefined ? undefined : readOrderPattern(rules.orderPattern)
  if (pattern && !pattern.ok)
    log.warn("order-pattern-unread", {
      version,
      why: pattern.why,
      todo: "Order numbers are masked: write a simpler pattern on the admin page, under Masking."
    })
}

const todoOf = (command: "lookups" | "playbooks") =>
  `It isn't used. "npm run relay -- ${command} list" says why: correct its file and add it again, or remove it.`
