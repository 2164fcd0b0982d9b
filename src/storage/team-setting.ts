import type { Kysely } from "kysely"
import type { Schema } from "./schema.ts"

/** What the team has set, or an import has left, under this name; undefined where there is nothing. */
export async function readSetting(db: Kysely<Schema>, key: string): Promise<string | undefined> {
  const row = await db.selectFrom("settings").select("value").where("key", "=", key).executeTakeFirst()
  return row?.value
}

export async function writeSetting(work: Kysely<Schema>, key: string, value: string): Promise<void> {
  await work
    .insertInto("settings")
    .values({ tenant: "default", key, value })
    .onConflict((conflict) => conflict.columns(["tenant", "key"]).doUpdateSet({ value }))
    .execute()
}
