import { randomBytes } from "node:crypto"
import type { Kysely } from "kysely"
import type { Schema } from "../schema.ts"
import { readSetting } from "../team-setting.ts"
import { cipherOf } from "./text-cipher.ts"

/** The setting in which the key of the words stands, wrapped. It makes the marks by which cases are found. */
export const WORD_KEY = "word-key"

/** Reads that key, or makes it. Of several relays that make one, one wins. */
export async function readWordKey(db: Kysely<Schema>): Promise<Buffer> {
  const cipher = cipherOf(db)
  const value = cipher.wrapAlways(WORD_KEY, randomBytes(32)).toString("base64")
  await db
    .insertInto("settings")
    .values({ key: WORD_KEY, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return cipher.unwrap(WORD_KEY, Buffer.from((await readSetting(db, WORD_KEY)) ?? "", "base64"))
}
