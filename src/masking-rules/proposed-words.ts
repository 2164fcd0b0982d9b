import type { Kysely } from "kysely"
import * as z from "zod/mini"
import { articleWordSort, type ProposedWord } from "../protocol/masking-rules.ts"
import type { Schema } from "../storage/schema.ts"
import { readSetting, writeSetting } from "../storage/team-setting.ts"

/** Returns the words of the public articles that the team may want to keep, as of the last import. */
export async function readProposed(db: Kysely<Schema>): Promise<ProposedWord[]> {
  const value = await readSetting(db, KEY)
  return value === undefined ? [] : proposed.parse(JSON.parse(value))
}

export async function writeProposed(work: Kysely<Schema>, words: ProposedWord[]): Promise<void> {
  await writeSetting(work, KEY, JSON.stringify(words))
}

const KEY = "masking-proposed"
const proposed = z.array(z.object({ word: z.string(), sort: articleWordSort, articles: z.number() }))
