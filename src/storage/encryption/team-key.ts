import { randomBytes } from "node:crypto"
import type { Kysely } from "kysely"
import type { Schema } from "../schema.ts"
import { readSetting } from "../team-setting.ts"
import { cipherOf } from "./text-cipher.ts"

/**
 * The settings in which keys of the team stand, wrapped: the one that makes the marks of words by which cases are found,
 * and the one by which browsers make the hash of a requester's address.
 */
export const TEAM_KEYS = ["word-key", "requester-key"] as const
export type TeamKey = (typeof TEAM_KEYS)[number]

/** Reads the key, or makes it. Of several relays that make one, one wins. There must be a master key. */
export async function makeTeamKey(db: Kysely<Schema>, name: TeamKey): Promise<Buffer> {
  const cipher = cipherOf(db)
  const value = cipher.wrapAlways(name, randomBytes(32)).toString("base64")
  await db
    .insertInto("settings")
    .values({ key: name, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return cipher.unwrap(name, Buffer.from((await readSetting(db, name)) ?? "", "base64"))
}

/** Reads the key. There is none as long as nothing is encrypted. */
export async function readTeamKey(db: Kysely<Schema>, name: TeamKey): Promise<Buffer | undefined> {
  const value = await readSetting(db, name)
  return value === undefined ? undefined : cipherOf(db).unwrap(name, Buffer.from(value, "base64"))
}
