import type { ColumnType, Generated, Kysely } from "kysely"
import type { Schema } from "./schema.ts"
import { readSetting, writeSetting } from "./team-setting.ts"

export interface PageRecipeRow {
  tenant: Generated<string>
  site: string
  state: "proposed" | "shared" | "declined"
  /** It is written as JSON. */
  recipe: ColumnType<unknown, string, never>
  proposed_by: string | null
  proposed_at: Date
  decided_by: string | null
  decided_at: Date | null
}

/** The setting that holds the version of the team's shared places. No setting is version 0: nothing was ever shared. */
export const RECIPES_VERSION = "page-recipes"

/** Makes the team's browsers ask for the shared places again. */
export async function raiseRecipesVersion(work: Kysely<Schema>): Promise<void> {
  await writeSetting(work, RECIPES_VERSION, String(Number((await readSetting(work, RECIPES_VERSION)) ?? 0) + 1))
}
