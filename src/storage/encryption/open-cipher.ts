import type { Kysely } from "kysely"
import { StartError } from "../../runtime/problem.ts"
import type { Schema } from "../schema.ts"
import { makeMasterKey, masterKeyFile, readMasterKeys, type MasterKey, type MasterKeySettings } from "./master-key.ts"
import { cipherOf, setCipher, TextCipher } from "./text-cipher.ts"

/**
 * Reads the master keys, with which the texts of this database can be read.
 * @throws StartError "master-key" if one is missing by which something here is encrypted
 */
export async function openCipher(db: Kysely<Schema>, settings: MasterKeySettings): Promise<void> {
  const keys = await readMasterKeys(settings)
  await requireMasterKeys(db, keys, settings, "this database")
  if (idsOf(keys) !== idsOf(cipherOf(db).keys)) setCipher(db, new TextCipher(keys))
}

/**
 * Makes the first master key for the database of the data folder. A server's database is shared by relays on several
 * machines, so its key has to be given.
 */
export async function makeFirstMasterKey(db: Kysely<Schema>, settings: MasterKeySettings): Promise<void> {
  if (settings.databaseUrl !== undefined || cipherOf(db).keys.length > 0) return
  setCipher(db, new TextCipher(await makeMasterKey(settings)))
}

/**
 * Goes on with the keys of the file as they are now, because another may have been put first. Keys of the environment
 * stay as they were at the start.
 * @throws StartError "master-key" if one is missing now, and goes on with those of before
 */
export async function followMasterKeys(db: Kysely<Schema>, settings: MasterKeySettings): Promise<void> {
  if (settings.masterKey !== undefined) return
  const keys = await readMasterKeys(settings)
  if (idsOf(keys) === idsOf(cipherOf(db).keys)) return
  await requireMasterKeys(db, keys, settings, "this database")
  const [first] = keys
  if (!first) return
  if (cipherOf(db).isSealing) await noteMasterKey(db, first.id)
  cipherOf(db).keys = keys
}

const idsOf = (keys: readonly MasterKey[]) => keys.map(({ id }) => id).join()

/** Notes in the database that this key is needed to read it. */
export async function noteMasterKey(db: Kysely<Schema>, id: string): Promise<void> {
  await db
    .insertInto("master_keys")
    .values({ id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Returns the ids of the master keys by which something in this database is encrypted. */
export async function readUsedMasterKeys(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db.selectFrom("master_keys").select("id").orderBy("used_since").execute()
  return rows.map(({ id }) => id)
}

/**
 * @param keys those that the settings name
 * @param where for people: what the missing key has encrypted
 * @throws StartError "master-key" if one is missing by which something in the database is encrypted
 */
export async function requireMasterKeys(
  db: Kysely<Schema>,
  keys: readonly MasterKey[],
  settings: MasterKeySettings,
  where: "this database" | "this backup"
): Promise<void> {
  const here = keys.map(({ id }) => id)
  const missing = (await readUsedMasterKeys(db)).filter((id) => !here.includes(id))
  if (missing.length === 0) return
  const place =
    settings.masterKey === undefined ? `the file ${masterKeyFile(settings)}` : "the environment variable MASTER_KEY"
  const there = here.length === 0 ? "there is no key" : `there is only ${here.join(", ")}`
  throw new StartError(
    "master-key",
    `Texts in ${where} are encrypted by the master key ${missing.join(", ")}, and in ${place} ${there}: add a line with the missing one. Without it they can't be read.`
  )
}
