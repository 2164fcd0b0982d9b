import type { Kysely } from "kysely"
import * as z from "zod/mini"
import { articleWordSort, type ProposedWord } from "../../protocol/masking-rules.ts"
import type { Schema } from "../storage/schema.ts"

/** Words of the public articles that the team may want to keep, as the last import left them. */
export async function readProposed(db: Kysely<Schema>): Promise<ProposedWord[]> {
  const row = await db.selectFrom("settings").select("value").where("key", "=", KEY).executeTakeFirst()
  return row ? proposed.parse(JSON.parse(row.value)) : []
}

export async function writeProposed(work: Kysely<Schema>, words: ProposedWord[]): Promise<void> {
  const value = JSON.stringify(words)
  await work.insertInto("settings").values({ tenant: "default", key: KEY, value }).onConflict((conflict) => conflict.columns(["tenant", "key"]).doUpdateSet({ value })).execute()
}

const KEY = "masking-proposed"
const proposed = z.array(z.object({ word: z.string(), sort: articleWordSort, articles: z.number() }))
