import { sql, type Kysely } from "kysely"
import type { Schema } from "../schema.ts"
import { readSetting, writeSetting } from "../team-setting.ts"
import { caseRow, correctionRow, draftRow } from "./row-keys.ts"
import { cipherOf } from "./text-cipher.ts"
import { vaultPlace } from "./vault-key.ts"
import { TEAM_KEYS, type TeamKey } from "./team-key.ts"

/** So many rows are locked in a transaction. */
const BATCH = 500

/** How many keys were wrapped anew, by table. */
export type RewrappedKeys = Record<"drafts" | "outcomes" | "intent_corrections" | "people", number>

/**
 * Wraps by the first master key what another one has wrapped. No text is touched, and whoever reads or writes goes on.
 * Then only the first one is needed to read this database. It can be broken off, and goes on where it was.
 */
export async function rewrapKeys(db: Kysely<Schema>, signal: AbortSignal): Promise<RewrappedKeys> {
  const rewrapped = {
    drafts: await rewrapRows(db, "drafts", draftRow, signal),
    outcomes: await rewrapRows(db, "outcomes", caseRow, signal),
    intent_corrections: await db.transaction().execute(rewrapCorrections),
    people: await db.transaction().execute(rewrapVaults)
  }
  for (const name of TEAM_KEYS) await db.transaction().execute((work) => rewrapTeamKey(work, name))
  const [master] = cipherOf(db).keys
  if (master) await db.deleteFrom("master_keys").where("id", "!=", master.id).execute()
  return rewrapped
}

/** Whether a key in this column was wrapped by another master key than the first one. */
function isOther(db: Kysely<Schema>, column: string) {
  const id = cipherOf(db).keys[0]?.id ?? ""
  return sql<boolean>`octet_length(${sql.ref(column)}) > 32
    and substring(${sql.ref(column)} from 1 for 8) <> decode(${id}, 'hex')`
}

function rewrap(db: Kysely<Schema>, place: string, wrapped: Buffer): Buffer {
  const cipher = cipherOf(db)
  return cipher.wrapAlways(place, cipher.unwrap(place, wrapped))
}

async function rewrapRows(
  db: Kysely<Schema>,
  table: "drafts" | "outcomes",
  rowOf: (id: string) => string,
  signal: AbortSignal
): Promise<number> {
  let count = 0
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    signal.throwIfAborted()
    const ids = await db.transaction().execute(async (work) => {
      const { rows } = await sql<{ id: string; data_key: Buffer }>`
        select id, data_key from ${sql.table(table)}
        where id > ${after}::uuid and ${isOther(db, "data_key")} order by id limit ${BATCH} for update`.execute(work)
      const keys = rows.map(({ id, data_key }) => rewrap(db, rowOf(id), data_key))
      await sql`
        update ${sql.table(table)} as t set data_key = given.key
        from unnest(${rows.map(({ id }) => id)}::uuid[], ${keys}::bytea[]) as given (id, key)
        where t.id = given.id`.execute(work)
      return rows.map(({ id }) => id)
    })
    count += ids.length
    const last = ids.at(-1)
    if (last === undefined) return count
    after = last
  }
}

async function rewrapCorrections(work: Kysely<Schema>): Promise<number> {
  const rows = await work
    .selectFrom("intent_corrections")
    .select(["helpdesk", "ticket_id", "data_key"])
    .where(isOther(work, "data_key"))
    .forUpdate()
    .execute()
  for (const { helpdesk, ticket_id, data_key } of rows)
    if (data_key !== null)
      await work
        .updateTable("intent_corrections")
        .set({ data_key: rewrap(work, correctionRow(helpdesk, ticket_id), data_key) })
        .where("helpdesk", "=", helpdesk)
        .where("ticket_id", "=", ticket_id)
        .where("data_key", "=", data_key)
        .execute()
  return rows.length
}

async function rewrapVaults(work: Kysely<Schema>): Promise<number> {
  const people = await work
    .selectFrom("people")
    .select(["id", "vault_key"])
    .where(isOther(work, "vault_key"))
    .forUpdate()
    .execute()
  for (const { id, vault_key } of people)
    await work
      .updateTable("people")
      .set({ vault_key: rewrap(work, vaultPlace(id), vault_key) })
      .where("id", "=", id)
      .execute()
  return people.length
}

async function rewrapTeamKey(work: Kysely<Schema>, name: TeamKey): Promise<void> {
  const value = await readSetting(work, name)
  if (value === undefined) return
  await writeSetting(work, name, rewrap(work, name, Buffer.from(value, "base64")).toString("base64"))
}
