import { randomUUID } from "node:crypto"
import type { Kysely } from "kysely"
import * as z from "zod/mini"
import type { PairedPerson } from "../../protocol/relay.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"
import { readSetting, writeSetting } from "../../storage/team-setting.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { storedOffSwitch, type OffSwitchRequest, type StoredOffSwitch } from "../../protocol/routes/off-switches.ts"

/** The name of the setting that holds the team's off switches. */
export const OFF_SWITCHES_SETTING = "off-switches"

const stored = z.object({ version: z.number(), switches: z.array(storedOffSwitch) })
export type StoredOffSwitches = z.infer<typeof stored>

const NONE: StoredOffSwitches = { version: 0, switches: [] }

/** Reads the stored setting. The version increases with each change. */
export const offSwitchesOf = (value: string | null | undefined): StoredOffSwitches =>
  value === null || value === undefined ? NONE : stored.parse(JSON.parse(value))

export const readOffSwitches = async (db: Kysely<Schema>): Promise<StoredOffSwitches> =>
  offSwitchesOf(await readSetting(db, OFF_SWITCHES_SETTING))

const MAX_SWITCHES = 100

/** Adds a switch. @throws Problem 409 "too-many-off-switches" */
export async function addOffSwitch(
  db: Kysely<Schema>,
  { off, when }: OffSwitchRequest,
  by: PairedPerson,
  now: Date
): Promise<StoredOffSwitch> {
  const added = { id: randomUUID(), off, when: when.trim(), by: by.name, at: now.toISOString() }
  await change(db, async (work, { switches }) => {
    if (switches.length >= MAX_SWITCHES)
      throw new Problem(
        409,
        "too-many-off-switches",
        `A team has ${MAX_SWITCHES} off switches at most: remove one first.`
      )
    // What a condition names may be a person or a customer, so the audit has its id.
    await writeAuditEntry(work, by.id, "off-switch-added", [added.id, off], now)
    return [...switches, added]
  })
  return added
}

/** Removes a switch. Returns false if there is none with this id. */
export async function removeOffSwitch(db: Kysely<Schema>, id: string, by: PairedPerson, now: Date): Promise<boolean> {
  let isThere = false
  await change(db, async (work, { switches }) => {
    const removed = switches.find((one) => one.id === id)
    if (!removed) return switches
    isThere = true
    await writeAuditEntry(work, by.id, "off-switch-removed", [id, removed.off], now)
    return switches.filter((one) => one !== removed)
  })
  return isThere
}

/** Two admins who change them at the same time wait for each other. */
function change(
  db: Kysely<Schema>,
  next: (work: Kysely<Schema>, before: StoredOffSwitches) => Promise<StoredOffSwitch[]>
): Promise<void> {
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, "off switches")
    const before = await readOffSwitches(work)
    const switches = await next(work, before)
    if (switches === before.switches) return
    await writeSetting(work, OFF_SWITCHES_SETTING, JSON.stringify({ version: before.version + 1, switches }))
  })
}
