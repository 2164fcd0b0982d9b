import type { Kysely } from "kysely"
import { StartError } from "../../runtime/problem.ts"
import type { Schema } from "../schema.ts"
import { makeMasterKey, masterKeyFile, readMasterKeys, type MasterKeySettings } from "./master-key.ts"
import { setCipher, TextCipher } from "./text-cipher.ts"

/**
 * Reads the master keys, with which the texts of this database can be read. The first one is made if the database is
 * that of the data folder and nothing in it is encrypted yet. A server's database is shared by relays on several
 * machines, so its key has to be given.
 * @throws StartError "master-key" if there is none, or another than those by which something here is encrypted
 */
export async function openCipher(db: Kysely<Schema>, settings: MasterKeySettings): Promise<void> {
  const used = await readUsedMasterKeys(db)
  let keys = await readMasterKeys(settings)
  if (keys.length === 0 && used.length === 0 && settings.databaseUrl === undefined) keys = await makeMasterKey(settings)
  requireMasterKeys(
    used,
    keys.map(({ id }) => id),
    settings
  )
  setCipher(db, new TextCipher(keys))
}

/** Returns the ids of the master keys by which something in this database is encrypted. */
export async function readUsedMasterKeys(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db.selectFrom("master_keys").select("id").orderBy("used_since").execute()
  return rows.map(({ id }) => id)
}

/**
 * @param used by which something is encrypted
 * @param here those that the settings name
 * @throws StartError "master-key"
 */
export function requireMasterKeys(used: readonly string[], here: readonly string[], settings: MasterKeySettings): void {
  const missing = used.filter((id) => !here.includes(id))
  if (missing.length === 0) return
  const place =
    settings.masterKey === undefined ? `the file ${masterKeyFile(settings)}` : "the environment variable MASTER_KEY"
  const there = here.length === 0 ? "there is no key" : `there is only ${here.join(", ")}`
  throw new StartError(
    "master-key",
    `Texts in this database are encrypted by the master key ${missing.join(", ")}, and in ${place} ${there}: add a line with the missing one. Without it they can't be read.`
  )
}
