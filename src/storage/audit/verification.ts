import type { Kysely } from "kysely"
import * as z from "zod/mini"
import type { Schema } from "../schema.ts"
import { readSetting, writeSetting } from "../team-setting.ts"

/** What is stored of the last time that the audit was verified, for the admins' page. */
const verification = z.object({
  /** The newest entry that was verified and signed. */
  entry: z.number(),
  at: z.string(),
  /** When all entries were verified last. */
  wholeAt: z.optional(z.string()),
  /** The first entry at which the chain doesn't hold. */
  brokenAt: z.optional(z.number())
})
export type Verification = z.infer<typeof verification>

const SETTING = "audit-verified"

export async function readVerification(db: Kysely<Schema>): Promise<Verification | undefined> {
  const text = await readSetting(db, SETTING)
  return text === undefined ? undefined : verification.parse(JSON.parse(text))
}

export async function writeVerification(db: Kysely<Schema>, verified: Verification): Promise<void> {
  await db.transaction().execute((work) => writeSetting(work, SETTING, JSON.stringify(verified)))
}
