import type { Kysely } from "kysely"
import * as z from "zod/mini"
import type { SettingsAnswer, SettingsRequest } from "../../protocol/admin.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { RelayParts } from "../app.ts"
import { Problem } from "../problem.ts"
import { noteDown } from "../storage/audit.ts"
import { patiently } from "../storage/patience.ts"
import type { Schema } from "../storage/schema.ts"
import { readSetting, writeSetting } from "../storage/setting.ts"
import { takeTurn } from "../storage/take-turn.ts"

/** How many drafts are prepared for a person and day: 0 where the team has it off, else what an admin has set, else `usual`. */
export async function preparedPerDay(db: Kysely<Schema>, usual: number): Promise<number> {
  const { preparing, perDay } = await patiently(() => readTeam(db))
  return preparing ? perDay ?? usual : 0
}

export async function readTeamSettings({ db, budgets, retentionDays }: Pick<RelayParts, "db" | "budgets" | "retentionDays">): Promise<SettingsAnswer> {
  const team = await readTeam(db)
  return { ...team, usualPerDay: budgets.prepared, cost: budgets.cost ?? null, currency: budgets.currency, retentionDays }
}

/** Saves over the version that was read, and no other. @throws Problem 409 "settings-changed" */
export async function saveTeamSettings(parts: Pick<RelayParts, "db" | "budgets" | "retentionDays" | "clock">, { version, preparing, perDay }: SettingsRequest, by: PairedPerson): Promise<SettingsAnswer> {
  const now = parts.clock()
  await parts.db.transaction().execute(async (work) => {
    // Two admins wait for each other here, also at the first change.
    await takeTurn(work, "team settings")
    const standing = await readTeam(work)
    if (standing.version !== version) throw new Problem(409, "settings-changed", `${standing.by ?? "Another admin"} has changed the settings meanwhile; yours were not saved. What stands now is shown.`)
    await writeSetting(work, KEY, JSON.stringify({ preparing, perDay, version: version + 1, by: by.name, at: now.toISOString() } satisfies Team))
    await noteDown(work, by.id, "settings-changed", [`preparing ${preparing ? "on" : "off"}`, `per-day ${perDay ?? "usual"}`], now)
  })
  return readTeamSettings(parts)
}

async function readTeam(db: Kysely<Schema>): Promise<Team> {
  const value = await readSetting(db, KEY)
  return value !== undefined ? team.parse(JSON.parse(value)) : { preparing: true, perDay: null, version: 0, by: null, at: null }
}

const KEY = "team"
const team = z.object({ preparing: z.boolean(), perDay: z.nullable(z.number()), version: z.number(), by: z.nullable(z.string()), at: z.nullable(z.string()) })
type Team = z.infer<typeof team>
